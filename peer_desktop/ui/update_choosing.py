"""Offers the bundles on sticks, and any other file; says who may update where this account may not."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from peer_desktop.bundle.install_kind import Installation, InstallKind
from peer_desktop.directory.language import Language
from peer_desktop.models.two_lines import SECOND_LINE
from peer_desktop.ui import update_words as words
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel
from peer_desktop.ui.removable_drives import BundleOnDrive
from peer_desktop.ui.rows_of_two_lines import RowsOfTwoLines
from peer_desktop.ui.theme import APART, NEAR, TIGHT, WIDE

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class BundleList(QAbstractListModel):
    """A row a bundle: its file name, and where it is, how large and how old."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._bundles: Sequence[BundleOnDrive] = ()

    def show_bundles(self, bundles: Sequence[BundleOnDrive]) -> None:
        """Show what was found."""
        self.beginResetModel()
        self._bundles = tuple(bundles)
        self.endResetModel()

    def path_at(self, row: int) -> Path:
        """The file of a row."""
        return self._bundles[row].path

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row a bundle."""
        return 0 if parent.isValid() else len(self._bundles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Any: as Qt has it
        """What a row says, in the manner the role asks for."""
        if not index.isValid():
            return None
        bundle = self._bundles[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return bundle.path.name
        if role == SECOND_LINE:
            return self.tr("On {drive} · {size} · {day}").format(
                drive=bundle.drive,
                size=words.megabytes(bundle.size, self._language),
                day=words.moment_in_words(bundle.changed, self._language),
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.data()}, {index.data(SECOND_LINE)}"
        return None


class UpdateChoosing(QWidget):
    """The first page: what to bring in."""

    file_chosen = Signal(object)
    """A Path."""
    other_file_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(
        self, installation: Installation, now: str, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._may = installation.writable
        self.model = BundleList(language, self)
        self.view = RowsOfTwoLines(self.model)
        self.view.setAccessibleName(self.tr("Bundles on sticks"))
        self.title = LargeLabel(self.tr("Bring in a newer directory"), factor=1.25, bold=True, read=True)
        self.sentence = PlainLabel(self._sentence(installation), read=True)
        self._now = PlainLabel(now, read=True)
        self._found = PlainLabel(calm=True)
        self._found.setMargin(TIGHT)  # in line with the labels that have room for a focus ring
        self.use = QPushButton(icon("download"), self.tr("&Look at this bundle"))
        self.other = QPushButton(icon("folder-open"), self.tr("Choose a &file…"))
        self.cancel = QPushButton(self.tr("Close"))
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._enable)
        self.view.entered_by_key.connect(self._choose)
        self.view.doubleClicked.connect(self._choose)
        self.use.clicked.connect(self._choose)
        self.other.clicked.connect(self.other_file_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.show_bundles(())

    def show_bundles(self, bundles: Sequence[BundleOnDrive]) -> None:
        """Show what was found; the one that was chosen stays chosen."""
        row = self.view.currentIndex().row()
        chosen = self.model.path_at(row) if row >= 0 else None
        self.model.show_bundles(bundles)
        paths = [bundle.path for bundle in bundles]
        if paths:
            self.view.setCurrentIndex(self.model.index(paths.index(chosen) if chosen in paths else 0, 0))
        self._found.setText(
            self.tr("%n bundles were found on sticks.", None, len(paths))
            if paths
            else self.tr("No stick with a bundle is plugged in. Plug one in, and it appears here by itself.")
        )
        self.view.setVisible(self._may and bool(paths))
        self.use.setVisible(self._may and bool(paths))
        self._enable()

    def take_focus(self) -> None:
        """Begin where reading begins; Enter closes."""
        self.cancel.setDefault(True)
        self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def _sentence(self, installation: Installation) -> str:
        if installation.writable:
            return self.tr(
                "A bundle is one signed file. It is checked and shown before anything changes, and the "
                "directory of now can be put back afterwards. You can also drop the file on the window."
            )
        if installation.kind is InstallKind.MACHINE:
            return self.tr(
                "The directory of this computer belongs to everybody who uses it, so only an administrator "
                "of the computer can update it: ask that person to open Peer Desktop, or its terminal, from "
                "an administrator account. You can go on reading the directory of now."
            )
        if installation.kind is InstallKind.PORTABLE:
            return self.tr(
                "Peer Desktop runs from a stick that cannot be written to, so its directory cannot be "
                "updated here: ask the person who keeps the stick, or unlock it. You can go on reading the "
                "directory of now."
            )
        return self.tr(
            "This account may not write to {folder}, so the directory cannot be updated from here: ask the "
            "person who keeps this computer. You can go on reading the directory of now."
        ).format(folder=installation.store.folder)

    def _enable(self) -> None:
        self.use.setEnabled(self.view.currentIndex().isValid())

    def _choose(self) -> None:
        row = self.view.currentIndex().row()
        if row >= 0:
            self.file_chosen.emit(self.model.path_at(row))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        buttons.addWidget(self.use)
        buttons.addWidget(self.other)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        for button in (self.use, self.other, self.cancel):
            button.setAutoDefault(False)
        for part in (self._found, self.other):
            part.setVisible(self._may)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(APART)
        for label in (self.title, self._now, self.sentence, self._found):
            column.addWidget(label)
        column.addWidget(self.view, 1)
        column.addStretch()
        column.addLayout(buttons)
