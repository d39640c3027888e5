"""Lets a person choose language, size of text, colours and patience; every choice holds at once."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGroupBox,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.directory.language import Language
from peer_desktop.settings import COLOURS, IDLE_MINUTES, TEXT_PERCENTS, Settings
from peer_desktop.ui import theme
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import PlainLabel


class SettingsDialog(QDialog):
    """Four questions with all their answers in view."""

    settings_changed = Signal(object)
    """Settings."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self.languages = _Question([language.value for language in Language])
        self.text_sizes = _Question([str(percent) for percent in TEXT_PERCENTS])
        self.colours = _Question(list(COLOURS))
        self.patience = _Question([str(minutes) for minutes in IDLE_MINUTES])
        self.languages.answered.connect(lambda value: self._change(language=Language(value)))
        self.text_sizes.answered.connect(lambda value: self._change(text_percent=int(value)))
        self.colours.answered.connect(lambda value: self._change(colours=value))
        self.patience.answered.connect(lambda value: self._change(idle_minutes=int(value)))
        self._kept = PlainLabel(calm=True)
        self._as_new = QPushButton(icon("rotate-ccw"), "")
        self._as_new.setAutoDefault(False)
        self._as_new.clicked.connect(self._go_back_to_new)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.addButton(self._as_new, QDialogButtonBox.ButtonRole.ResetRole)
        self._buttons.rejected.connect(self.reject)
        self._sheet = QWidget()
        self._scroll = QScrollArea()
        self._lay_out()
        self._say()
        self._show()
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Grow with the text that was just enlarged."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that was just chosen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _lay_out(self) -> None:
        questions = QVBoxLayout(self._sheet)
        questions.setContentsMargins(0, 0, 0, 0)
        questions.setSpacing(theme.APART)
        for part in (self.languages, self.text_sizes, self.colours, self.patience, self._kept):
            questions.addWidget(part)
        questions.addStretch()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        column.setSpacing(theme.APART)
        column.addWidget(self._scroll, stretch=1)
        column.addWidget(self._buttons)

    def _fit(self) -> None:
        """As large as the questions want, as far as the screen allows; beyond that it scrolls."""
        room = self.screen().availableSize()
        around = 2 * theme.WIDE
        wanted = max(self._sheet.sizeHint().width(), self._buttons.sizeHint().width())
        width = min(wanted + around + self._scroll.frameWidth() * 2, room.width())
        high = self._sheet.heightForWidth(width - around) + theme.APART + self._buttons.sizeHint().height()
        self.resize(width, min(high + around + theme.TIGHT, room.height()))

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.languages.say("Language / Langue", {"en": "English", "fr": "Français"})
        percent = self.tr("{percent}%")
        sizes = {str(size): percent.format(percent=size) for size in TEXT_PERCENTS}
        self.text_sizes.say(self.tr("Size of the text"), sizes)
        self.colours.say(
            self.tr("Colours"),
            {
                "system": self.tr("As the system has them"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
                "contrast": self.tr("High contrast"),
            },
        )
        self.patience.say(
            self.tr("Clear the desk when nobody has touched it for"),
            {str(minutes): self.tr("%n minutes", None, minutes) for minutes in IDLE_MINUTES},
        )
        self._kept.setText(self.tr("Only these choices are kept on this computer. Searches never are."))
        self._as_new.setText(self.tr("As on the first day"))
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))

    def _show(self) -> None:
        self.languages.show_answer(self._settings.language.value)
        self.text_sizes.show_answer(str(self._settings.text_percent))
        self.colours.show_answer(self._settings.colours)
        self.patience.show_answer(str(self._settings.idle_minutes))

    def _change(self, **choice: object) -> None:
        self._settings = replace(self._settings, **choice)  # type: ignore[arg-type]  # one field, by name
        self.settings_changed.emit(self._settings)

    def _go_back_to_new(self) -> None:
        """Language stays: nobody wants a window they cannot read."""
        self._settings = Settings(language=self._settings.language)
        self._show()
        self.settings_changed.emit(self._settings)


class _Question(QGroupBox):
    """One question, its answers as buttons of which one is down."""

    answered = Signal(str)

    def __init__(self, values: list[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons = {value: QRadioButton() for value in values}
        flow = FlowLayout(self, gap=theme.WIDE)
        flow.setContentsMargins(theme.APART, theme.APART, theme.APART, theme.APART)
        for value, button in self.buttons.items():
            self._group.addButton(button)
            flow.addWidget(button)
            button.clicked.connect(lambda _=False, chosen=value: self.answered.emit(chosen))

    def say(self, question: str, answers: dict[str, str]) -> None:
        """Word the question and its answers."""
        self.setTitle(question)
        for value, button in self.buttons.items():
            button.setText(answers[value])

    def show_answer(self, value: str) -> None:
        """Show what holds now."""
        with QSignalBlocker(self):
            self.buttons[value].setChecked(True)
