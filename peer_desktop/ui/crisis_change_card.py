"""Shows one crisis line before and after an update in large type, and takes the number that confirms it."""

from itertools import zip_longest

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.bundle.crisis_rules import CrisisChange, LineShown, same_number
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.ui.marked_text import MarkedText, differences
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import APART, NEAR, TIGHT, WIDE

_LETTERS_FOR_BOTH = 62
"""With less room the old line stands above the new one."""
_LONGEST_NUMBER = 40


class CrisisChangeCard(QFrame):
    """What changes, side by side. Nothing is installed before every number asked for here was typed."""

    typed = Signal()

    def __init__(self, change: CrisisChange, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._change = change
        self._language = language
        self._narrow: bool | None = None
        self.fields = tuple(_NumberField(number) for number in change.to_type)
        self._before = self._side(self.tr("Now"), change.old, change.new, self.tr("There is no such line."))
        self._after = self._side(
            self.tr("After the update"), change.new, change.old, self.tr("The line is gone.")
        )
        self._sides = QGridLayout()
        self._sides.setHorizontalSpacing(WIDE)
        self._sides.setVerticalSpacing(NEAR)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, APART, APART, APART)
        column.setSpacing(NEAR)
        column.addWidget(LargeLabel(self._what_happens(), factor=1.15, bold=True, read=True))
        column.addLayout(self._sides)
        for field in self.fields:
            field.typed.connect(self.typed)
            column.addLayout(self._lines_to_type(field))
        self._arrange()

    @property
    def numbers_typed(self) -> tuple[str, ...]:
        """What was typed so far."""
        return tuple(field.text() for field in self.fields)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side, or above each other."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text has less room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_FOR_BOTH
        if narrow == self._narrow:
            return
        self._narrow = narrow
        while self._sides.takeAt(0) is not None:
            pass
        self._sides.addWidget(self._before, 0, 0, Qt.AlignmentFlag.AlignTop)
        row, column = (1, 0) if narrow else (0, 1)
        self._sides.addWidget(self._after, row, column, Qt.AlignmentFlag.AlignTop)
        self._sides.setColumnStretch(0, 1)
        self._sides.setColumnStretch(1, 0 if narrow else 1)

    def _what_happens(self) -> str:
        shown = self._change.new or self._change.old
        name = shown.name.said_in(self._language) if shown else self._change.id
        if self._change.old is None:
            return self.tr("A crisis line comes new: {name}").format(name=name)
        if self._change.new is None:
            return self.tr("A crisis line goes: {name}").format(name=name)
        return self.tr("A crisis line changes: {name}").format(name=name)

    def _side(self, when: str, line: LineShown | None, other: LineShown | None, nothing: str) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        heading = PlainLabel(when, calm=True)
        heading.setMargin(TIGHT)
        column.addWidget(heading)
        if line is None:
            column.addWidget(PlainLabel(nothing, read=True))
            return side
        against = self._texts(other, line) if other else ()
        for text, like in zip_longest(self._texts(line, other), against, fillvalue=""):
            if text:
                column.addWidget(self._marked(when, text, like, compare=other is not None))
        return side

    def _texts(self, line: LineShown, other: LineShown | None) -> tuple[str, ...]:
        """What a person in a hurry reads, each to be compared with its like in `other`.

        A name that changes stands there in both languages; hours and addresses only when they change.
        """
        same_name = other is not None and line.name == other.name
        names = (line.name.said_in(self._language),) if same_name else _both(line.name)
        word = self.tr("Word to text: {word}").format(word=line.text_keyword) if line.text_keyword else ""
        numbers = map(self._number, line.numbers, line.kinds)
        texts = (*names, word, *numbers)
        if other is None or line.hours != other.hours:
            texts += _both(line.hours)
        for own, others in ((line.chat_url, other and other.chat_url), (line.email, other and other.email)):
            if other is None or own != others:
                texts += (own or "",)
        return texts

    def _number(self, number: str, kind: str) -> str:
        if kind == "text":
            return self.tr("Text: {number}").format(number=number)
        return self.tr("TTY: {number}").format(number=number) if kind == "tty" else number

    def _marked(self, when: str, text: str, against: str, *, compare: bool) -> MarkedText:
        marked = differences(text, against)[0] if compare else []
        if not marked:
            return MarkedText(text, (), self.tr("{when}: {text}").format(when=when, text=text))
        differing = " ".join(text[begin:end].strip() for begin, end in marked)
        said = self.tr("{when}: {text}. What differs: {differing}")
        return MarkedText(text, marked, said.format(when=when, text=text, differing=differing))

    def _lines_to_type(self, field: "_NumberField") -> QVBoxLayout:
        goes = self._change.new is None
        words = (
            self.tr("To confirm, type the number of the line that goes:")
            if goes
            else self.tr("To confirm, type the number as it will be:")
        )
        label = PlainLabel(words)
        label.setMargin(TIGHT)
        label.setBuddy(field)
        field.setAccessibleName(words)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.setContentsMargins(TIGHT, 0, 0, 0)  # below the words, which leave room for a focus ring
        row.addWidget(field)
        row.addWidget(field.sign)
        row.addStretch()
        lines = QVBoxLayout()
        lines.setSpacing(TIGHT)
        lines.addWidget(label)
        lines.addLayout(row)
        return lines


def _both(text: Bilingual) -> tuple[str, str]:
    return text.en or "", text.fr or ""


class _NumberField(QLineEdit):
    """A number is typed here, digit by digit: pasting it would prove nothing."""

    typed = Signal()

    def __init__(self, number: str) -> None:
        super().__init__()
        self._number = number
        self.setMaxLength(_LONGEST_NUMBER)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 22)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.sign = QLabel()
        self.sign.setTextFormat(Qt.TextFormat.PlainText)
        self.sign.setMinimumWidth(self.fontMetrics().averageCharWidth() * 14)
        self.textEdited.connect(self._tell)

    @property
    def is_right(self) -> bool:
        """Whether it is the number that was asked for."""
        return same_number(self.text(), self._number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key but that for pasting."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button pastes on some systems."""
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu: it offers to paste."""
        event.accept()

    def _tell(self) -> None:
        was_right = self.sign.text()
        self.sign.setText(self.tr("✓ It matches") if self.is_right else "")
        if self.is_right and not was_right:
            announce(self, self.tr("It matches"))
        self.typed.emit()
