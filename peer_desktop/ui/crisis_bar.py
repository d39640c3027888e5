"""Says who to call now, always in view, from what the program itself knows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from peer_desktop.directory.crisis_lines import CALLED_OR_TEXTED_FIRST, all_lines
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import CrisisLine
from peer_desktop.ui import colours, theme
from peer_desktop.ui.crisis_dialog import CrisisDialog
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.wording import as_button_text

_Role = QPalette.ColorRole
_LEAST_ICON = 16
"""Pixels."""


class CrisisBar(QWidget):
    """The pinned lines, the way to all others, and the language of the window."""

    language_wanted = Signal(object)
    """A Language."""
    text_copied = Signal(str)

    def __init__(
        self, pinned: Sequence[CrisisLine], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pinned = tuple(pinned)
        self._others: tuple[CrisisLine, ...] = ()
        self._language = language
        self._dialog: CrisisDialog | None = None
        self._question = PlainLabel(bold=True)
        self._question.setWordWrap(False)
        self._lines = {
            line.id: _BarButton(self)
            for first in CALLED_OR_TEXTED_FIRST
            for line in self._pinned
            if line.id == first
        }
        for line_id, button in self._lines.items():
            button.clicked.connect(lambda _=False, wanted=line_id: self.open_lines(wanted))
        self._more = _BarButton(self)  # made after the lines: the Tab key follows the order of making
        self._more.clicked.connect(lambda: self.open_lines())
        self._languages = {language: self._language_button(language) for language in Language}
        self._lay_out()
        self.set_language(language)

    def show_lines(self, lines: Sequence[CrisisLine]) -> None:
        """Offer the lines of a directory too; the pinned ones stay as the program knows them."""
        self._others = tuple(lines)

    def set_language(self, language: Language) -> None:
        """Speak this language from now on."""
        self._language = language
        self._languages[language].setChecked(True)
        self._wear_colours()
        self._question.setText(self.tr("In crisis now?"))
        self._more.setText(self.tr("More lines"))
        for line in self._pinned:
            if line.id in self._lines:
                self._lines[line.id].setText(as_button_text(self._what_to_do(line)))

    def open_lines(self, line_id: str | None = None) -> None:
        """Show every line; with an id, that one has the focus."""
        self._dialog = CrisisDialog(all_lines(self._pinned, self._others), self._language, self.window())
        self._dialog.text_copied.connect(self.text_copied)
        self._dialog.open()
        if line_id:
            self._dialog.show_line(line_id)

    def event(self, event: QEvent) -> bool:
        """Follow a change of colours."""
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._wear_colours()
        return super().event(event)

    def _what_to_do(self, line: CrisisLine) -> str:
        number = line.phones[0]
        if any(phone.kind == "text" and phone.number == number.number for phone in line.phones):
            return self.tr("Call or text {number}").format(number=number)
        return self.tr("{name} {number}").format(name=line.name.said_in(self._language), number=number)

    def _language_button(self, language: Language) -> "_BarButton":
        names = {Language.ENGLISH: "English", Language.FRENCH: "Français"}
        button = _BarButton(self)
        button.setText(language.value.upper())
        button.setAccessibleName(names[language])
        button.setToolTip(names[language])
        button.setCheckable(True)
        button.clicked.connect(lambda: self._want(language))
        return button

    def _want(self, language: Language) -> None:
        self._languages[self._language].setChecked(True)  # until the window really speaks it
        self._wear_colours()
        if language is not self._language:
            self.language_wanted.emit(language)

    def _lay_out(self) -> None:
        one_of_two = QButtonGroup(self)
        languages = QWidget()
        side_by_side = QHBoxLayout(languages)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(theme.TIGHT)
        for button in self._languages.values():
            one_of_two.addButton(button)
            side_by_side.addWidget(button)
        flow = FlowLayout(self, last_at_the_end=True)
        flow.setContentsMargins(theme.APART, theme.TIGHT, theme.APART, theme.TIGHT)
        for part in (self._question, *self._lines.values(), self._more, languages):
            flow.addWidget(part)

    def _wear_colours(self) -> None:
        crisis = colours.crisis(QApplication.palette())
        palette = QPalette(QApplication.palette())
        for role in (_Role.Window, _Role.Base):
            palette.setColor(role, crisis.ground)
        palette.setColor(_Role.Button, crisis.ground.darker(170))  # Fusion lights it up again
        for role in (_Role.WindowText, _Role.ButtonText, _Role.Text, _Role.Accent):
            palette.setColor(role, crisis.text)
        self.setAutoFillBackground(True)
        self.setPalette(palette)
        chosen = QPalette(palette)
        chosen.setColor(_Role.Button, crisis.text)
        chosen.setColor(_Role.ButtonText, crisis.ground)
        for button in self._languages.values():
            button.setPalette(chosen if button.isChecked() else palette)
            button.setFont(theme.emphasized(QFont()) if button.isChecked() else QFont())
        for button in self._lines.values():
            button.setIcon(icon("phone", crisis.text))
        self._more.setIcon(icon("list", crisis.text))


class _BarButton(QPushButton):
    """A button with room for an unsteady hand, and no more: large text needs the rest of the line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumSize(theme.CRISIS_TARGET, theme.CRISIS_TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._fit_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon grow with the letters, and not beyond them."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit_icon()

    def _fit_icon(self) -> None:
        side = max(_LEAST_ICON, self.fontMetrics().ascent())
        self.setIconSize(QSize(side, side))

    def sizeHint(self) -> QSize:
        """As wide as its words; Fusion would give two letters as much as ten."""
        hint = super().sizeHint()
        if self.icon().isNull():
            words = QFontMetrics(theme.emphasized(self.font())).horizontalAdvance(self.text())
            hint.setWidth(max(theme.CRISIS_TARGET, words + 2 * theme.NEAR))
        return hint
