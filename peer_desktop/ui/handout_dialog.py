"""Shows the sheet to hand over as it will be printed, in the language of its reader; prints and saves it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem
from peer_desktop.handout.problems import SheetNotSaved
from peer_desktop.handout.sheet import Sheet, make_sheet
from peer_desktop.handout.typesetting import Typeset
from peer_desktop.ui import theme
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.page_picture import PagePicture
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.save_dialog import SaveDialog
from peer_desktop.ui.spoken import announce

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_WIDTH, _HEIGHT = 820, 700
_NOTHING = Typeset(b"", ())


class HandoutDialog(QDialog):
    """The sheet of a few listings. What it shows is forgotten when it is closed."""

    def __init__(self, sheet: Sheet, window_language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Handout"))
        self._sheet = sheet
        self._window_language = window_language
        self._made = _NOTHING
        self.languages = {
            Language.ENGLISH: QRadioButton("English"),
            Language.FRENCH: QRadioButton("Français"),
        }
        self.codes = QCheckBox(self.tr("With QR codes of web addresses"))
        self.preview = QScrollArea()
        self._said = PlainLabel(calm=True)
        self.print_button = self._button("printer", self.tr("Print…"))
        self.save_button = self._button("save", self.tr("Save as PDF…"))
        self._lay_out()
        self._connect()
        self._make(sheet)
        self.print_button.setDefault(True)
        self.print_button.setFocus()

    def done(self, result: int) -> None:
        """Forget the sheet: a dialog that is closed may live on for a moment."""
        self._made = _NOTHING
        super().done(result)

    @property
    def said(self) -> str:
        """What is said of the sheet: its pages, or what went wrong."""
        return self._said.text()

    def save(self, file: Path) -> None:
        """Write the PDF where the person chose."""
        try:
            file.write_bytes(self._made.pdf)
        except OSError as error:
            self._say_problem(SheetNotSaved(file=file, reason=error.strerror or error))
        else:
            self._say(self.tr("Saved. The file stays on this computer until somebody deletes it."))

    # -- made of -----------------------------------------------------------------------------------------

    def _button(self, sign: str, words: str) -> QPushButton:
        button = QPushButton(icon(sign), words)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        asked = FlowLayout(gap=theme.WIDE)
        question = PlainLabel(self.tr("Language of the sheet:"))
        question.setWordWrap(False)
        asked.addWidget(question)
        group = QButtonGroup(self)
        for language, button in self.languages.items():
            button.setAccessibleName(
                self.tr("Language of the sheet: {language}").format(language=button.text())
            )
            button.setChecked(language is self._sheet.language)
            group.addButton(button)
            asked.addWidget(button)
        self.codes.setChecked(self._sheet.with_codes)
        asked.addWidget(self.codes)
        self.preview.setWidgetResizable(True)
        self.preview.setBackgroundRole(QPalette.ColorRole.Mid)
        self.preview.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.preview.setAccessibleName(self.tr("Preview of the sheet"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        doing = FlowLayout(last_at_the_end=True)
        for part in (self.print_button, self.save_button, close):
            doing.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        column.setSpacing(theme.APART)
        column.addLayout(asked)
        column.addWidget(self.preview, 1)
        column.addWidget(self._said)
        column.addLayout(doing)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))

    def _connect(self) -> None:
        for language, button in self.languages.items():
            button.clicked.connect(lambda _=False, chosen=language: self._change(language=chosen))
        self.codes.clicked.connect(lambda wanted: self._change(with_codes=wanted))
        self.print_button.clicked.connect(self._ask_printer)
        self.save_button.clicked.connect(self._ask_where)

    # -- what it does ------------------------------------------------------------------------------------

    def _change(self, **choice: object) -> None:
        self._make(replace(self._sheet, **choice))  # type: ignore[arg-type]  # one field, by name

    def _make(self, sheet: Sheet) -> None:
        self._sheet = sheet
        try:
            self._made = make_sheet(sheet)
        except Problem as problem:
            self._made = _NOTHING
            self._say_problem(problem)
        else:
            self._say(
                self.tr("%n pages, with whom to call in a crisis on each.", None, len(self._made.pages))
            )
        self._show_pages()
        for button in (self.print_button, self.save_button):
            button.setEnabled(bool(self._made.pages))

    def _show_pages(self) -> None:
        paper = QWidget()
        column = QVBoxLayout(paper)
        column.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        column.setSpacing(theme.WIDE)
        for place, page in enumerate(self._made.pages):
            name = self.tr("Page {page} of {pages}").format(page=place + 1, pages=len(self._made.pages))
            column.addWidget(PagePicture(page, name))
        column.addStretch()
        self.preview.setWidget(paper)
        names = [listing.name.said_in(self._sheet.language) for listing in self._sheet.listings]
        self.preview.setAccessibleDescription("; ".join(names))

    def _ask_printer(self) -> None:
        # Loaded only when somebody prints: on some systems it asks every printer.
        from PySide6.QtPrintSupport import QPrintDialog

        from peer_desktop.ui.printing import printer_for_sheets

        printer = printer_for_sheets()
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, len(self._made.pages))
        dialog.accepted.connect(lambda: self._print(printer))
        QDialog.open(dialog)  # its own open() wants the name of a slot

    def _print(self, printer: "QPrinter") -> None:
        from peer_desktop.ui.printing import print_pages

        if not self._made.pages:
            return  # the desk was cleared while the system asked for a printer
        try:
            print_pages(self._made.pages, printer)
        except Problem as problem:
            self._say_problem(problem)
        else:
            self._say(self.tr("Sent to the printer."))

    def _ask_where(self) -> None:
        name = self.tr("peer-support.pdf")
        dialog = SaveDialog(name, self.tr("PDF (*.pdf)"), self)
        dialog.setWindowTitle(self.tr("Save the sheet as PDF"))
        dialog.file_chosen.connect(self.save)
        dialog.open()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        announce(self, sentence)

    def _say_problem(self, problem: Problem) -> None:
        self._say(problem.said_in(self._window_language))
