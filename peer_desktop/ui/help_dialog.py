"""Explains how to search and what is kept of nobody, and names every key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.ui import theme
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel

_TOP = QModelIndex()
_WIDTH, _HEIGHT = 720, 620


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys, as they are written on this system, and what they do."""

    keys: str
    sentence: str


class ShortcutTable(QAbstractTableModel):
    """Two columns: the keys, and what they do."""

    def __init__(self, shortcuts: Sequence[Shortcut], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = tuple(shortcuts)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        """One row for each shortcut."""
        return 0 if parent.isValid() else len(self._shortcuts)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        """Keys and sentence."""
        return 0 if parent.isValid() else 2

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The text of a cell; either cell is read aloud as both."""
        if not index.isValid():
            return None
        shortcut = self._shortcuts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shortcut.keys if index.column() == 0 else shortcut.sentence
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shortcut.keys}: {shortcut.sentence}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("Keys") if section == 0 else self.tr("What they do")


class HelpDialog(QDialog):
    """Sentences on searching and on the person at the desk, then the table of keys."""

    def __init__(self, shortcuts: Sequence[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self._model = ShortcutTable(shortcuts, self)
        self.table = _KeyTable(self._model)
        self.table.setAccessibleName(self.tr("Keys"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        close.rejected.connect(self.reject)
        self._sheet = sheet = QWidget()
        text = QVBoxLayout(sheet)
        text.setContentsMargins(0, 0, theme.NEAR, 0)
        text.setSpacing(theme.NEAR)
        text.addWidget(_heading(self.tr("How to search")))
        for sentence in self._how_to_search():
            text.addWidget(PlainLabel(sentence, read=True))
        text.addSpacing(theme.NEAR)
        text.addWidget(_heading(self.tr("The person at the desk")))
        for sentence in self._about_the_person():
            text.addWidget(PlainLabel(sentence, read=True))
        text.addSpacing(theme.NEAR)
        text.addWidget(_heading(self.tr("Every key")))
        text.addWidget(self.table)
        text.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(sheet)
        self.table.selectionModel().currentRowChanged.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        column.setSpacing(theme.NEAR)
        column.addWidget(self._scroll, stretch=1)
        column.addWidget(close)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))

    def _how_to_search(self) -> tuple[str, ...]:
        return (
            self.tr("Type what the person said in everyday words, in English or French; slips of typing and "
                    "missing accents do no harm."),
            self.tr("Tick values on the left to narrow what was found: the number beside a value says how "
                    "many there will be."),
            self.tr("Name a town or a postal code in Near to see what serves people there, in person first."),
        )  # fmt: skip

    def _about_the_person(self) -> tuple[str, ...]:
        return (
            self.tr("Clear the desk forgets everything of this person. It happens by itself when nobody has "
                    "touched the window for some minutes (Settings say how many), half a minute after a "
                    "warning."),
            self.tr("Hide, or the Shift key three times, shows a neutral screen at once. It cannot hide the "
                    "name of the program in the task bar, what was printed or saved, what another program "
                    "copied, and what a screen reader has said."),
        )  # fmt: skip

    def _follow(self, current: QModelIndex) -> None:
        """Keep the row in view that the arrow keys reach: the table itself never scrolls."""
        row = self.table.visualRect(current)
        middle = self.table.viewport().mapTo(self._sheet, row.center())
        self._scroll.ensureVisible(0, middle.y(), 0, row.height())


def _heading(words: str) -> PlainLabel:
    label = LargeLabel(words, factor=1.25, bold=True)
    label.setMargin(theme.TIGHT)  # as the sentences below it
    return label


class _KeyTable(QTableView):
    """As high as all its rows, so that the whole help scrolls as one; the Tab key leaves it."""

    def __init__(self, model: ShortcutTable) -> None:
        super().__init__()
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the width is known that sentences are broken at."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = self.verticalHeader().length()
        self.setFixedHeight(self.horizontalHeader().height() + rows + 2 * self.frameWidth())
