"""Takes a key file and its fingerprint, typed from paper: the screen never shows what is to be typed."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from peer_desktop.ui.careful_dialog import CarefulDialog, fit
from peer_desktop.ui.fingerprint_field import FingerprintField
from peer_desktop.ui.icons import icon
from peer_desktop.ui.open_dialog import OpenDialog
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.theme import APART, NEAR, WIDE

_WIDTH, _HEIGHT = 620, 320
_LONGEST_NAME = 100


class AddKeyDialog(CarefulDialog):
    """Which file, what to call the key, and the eight groups of its fingerprint."""

    key_typed = Signal(object, str, str)
    """A Path, the fingerprint as it was typed, the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a key"))
        self._file: Path | None = None
        self.choose = QPushButton(icon("folder-open"), self.tr("Choose the key &file…"))
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST_NAME)
        self.first = FingerprintField(self.tr("First four groups of the fingerprint"))
        self.last = FingerprintField(self.tr("Last four groups of the fingerprint"))
        self.add = self.confirming(QPushButton(self.tr("&Trust this key")))
        self.cancel = QPushButton(self.tr("Cancel"))
        self._chosen = PlainLabel(calm=True)
        self._lay_out()
        self.choose.clicked.connect(self._choose)
        self.name.textChanged.connect(self._enable)
        for field in (self.first, self.last):
            field.completed.connect(self._enable)
        self.add.clicked.connect(self._tell)
        self.cancel.clicked.connect(self.reject)
        self._enable()
        self.choose.setFocus()
        fit(self, _WIDTH, _HEIGHT)

    def use_file(self, file: Path) -> None:
        """This is the key file."""
        self._file = file
        self._chosen.setText(self.tr("Chosen: {file}").format(file=file.name))
        if not self.name.text():
            self.name.setText(file.stem)
        self._enable()

    def _enable(self) -> None:
        complete = self.first.is_complete and self.last.is_complete
        self.add.setEnabled(self._file is not None and bool(self.name.text().strip()) and complete)

    def _tell(self) -> None:
        if self._file is not None:
            typed = f"{self.first.text()}-{self.last.text()}"
            self.key_typed.emit(self._file, typed, self.name.text().strip())
        self.accept()

    def _choose(self) -> None:
        dialog = OpenDialog(self.tr("Choose a public key"), self.tr("Public keys (*.pub)"), None, self)
        dialog.file_chosen.connect(self.use_file)
        dialog.open()

    def _lay_out(self) -> None:
        how = self.tr(
            "The publisher gives you the key file (it ends in .pub), and on paper its fingerprint: eight "
            "groups of four letters and digits. Type them from the paper; a copy that came with the file "
            "proves nothing."
        )
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(APART)
        form.setVerticalSpacing(NEAR)
        for text, field in (
            (self.tr("What to &call it"), self.name),
            (self.tr("First fo&ur groups"), self.first),
            (self.tr("&Last four groups"), self.last),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
        self.name.setAccessibleName(self.tr("What to call the key"))
        for button in (self.choose, self.add):
            button.setAutoDefault(False)
        self.cancel.setDefault(True)
        file = QHBoxLayout()
        file.setSpacing(NEAR)
        file.addWidget(self.choose)
        file.addWidget(self._chosen, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        buttons.addStretch()
        buttons.addWidget(self.add)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(APART)
        column.addWidget(PlainLabel(how, read=True))
        column.addLayout(file)
        column.addLayout(form)
        column.addStretch()
        column.addLayout(buttons)
