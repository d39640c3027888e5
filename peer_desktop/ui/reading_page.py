"""Builds a page to read from parts a screen reader can stop at, all of it literal text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from peer_desktop.ui import theme
from peer_desktop.ui.copy_button import CopyButton
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import LargeLabel, PlainField, PlainLabel
from peer_desktop.ui.wrapped_button import WrappedButton

_LETTERS_IN_A_LINE = 90


class ReadingPage(QScrollArea):
    """One page at a time: `begin`, then its parts from top to bottom, then `end`."""

    text_copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._sheet = QWidget()
        self._text = QWidget()
        self._column = QVBoxLayout()
        self._title: PlainLabel | None = None

    def begin(self, title: str, under: str = "") -> None:
        """Start a page with its title and a calm line under it."""
        self._sheet = QWidget()
        self._sheet.setBackgroundRole(QPalette.ColorRole.Base)
        self._sheet.setAutoFillBackground(True)
        text = self._text = QWidget()
        self._limit_lines()
        across = QHBoxLayout(self._sheet)
        across.setContentsMargins(theme.APART, theme.APART, theme.WIDE, theme.WIDE)
        across.addWidget(text, stretch=1)
        across.addStretch()
        self._column = QVBoxLayout(text)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.TIGHT)
        self._title = self._label(LargeLabel(title, factor=1.5, bold=True, read=True))
        if under:
            self._label(PlainLabel(under, calm=True, read=True))

    def heading(self, text: str) -> None:
        """Start a section."""
        self._column.addSpacing(theme.NEAR)
        self._label(LargeLabel(text, factor=1.15, bold=True))

    def text(self, text: str, *, calm: bool = False, under: str = "") -> None:
        """Write a paragraph. `under` is the heading a screen reader says before it."""
        label = self._label(PlainLabel(text, calm=calm, read=True))
        if under:
            label.setAccessibleDescription(under)

    def point(self, name: str, text: str) -> None:
        """Write one of several things, its name in bold above it."""
        self._label(PlainLabel(name, bold=True))
        self.text(text, under=name)

    def field(self, text: str, name: str) -> None:
        """Write a text that holds addresses; `name` says what it is."""
        self._column.addLayout(_indented(PlainField(text, name)))

    def copying(self, *ways: tuple[str, str]) -> None:
        """Offer texts to copy: what a button says, and what it copies."""
        buttons = []
        for words, text in ways:
            button = CopyButton(words, text)
            button.copied.connect(self.text_copied)
            buttons.append(button)
        self._column.addLayout(_flow(buttons))

    def links(self, ways: Sequence[tuple[str, Callable[[], None]]], sign: str) -> None:
        """Offer other pages: what a button says, and what it does; `sign` is the icon of all."""
        buttons = []
        for words, go in ways:
            button = WrappedButton(icon(sign), words)
            button.clicked.connect(lambda _=False, go=go: go())
            buttons.append(button)
        self._column.addLayout(_flow(buttons))

    def part(self, widget: QWidget) -> None:
        """Put anything else on the page."""
        row = _indented(widget)
        row.addStretch()
        self._column.addLayout(row)

    def end(self) -> None:
        """Show the page from its top."""
        self._column.addStretch()
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()  # a button of the old page may still be in its click
        self.setWidget(self._sheet)
        self.verticalScrollBar().setValue(0)

    def focus_title(self) -> None:
        """Put the focus where reading begins."""
        if self._title is not None:
            self._title.setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Larger text has longer lines."""
        if event.type() == QEvent.Type.FontChange:
            self._limit_lines()
        return super().event(event)

    def _limit_lines(self) -> None:
        self._text.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_IN_A_LINE)

    def _label(self, label: PlainLabel) -> PlainLabel:
        label.setMargin(theme.TIGHT)  # in line with the parts that have room for a focus ring
        self._column.addWidget(label)
        return label


def _flow(buttons: Sequence[QPushButton]) -> FlowLayout:
    """Buttons side by side, in line with the letters of the labels."""
    row = FlowLayout()
    row.setContentsMargins(theme.TIGHT, 0, 0, 0)
    for button in buttons:
        row.addWidget(button)
    return row


def _indented(widget: QWidget) -> QHBoxLayout:
    """In line with the letters of the labels, which stand inside their ring."""
    row = QHBoxLayout()
    row.setContentsMargins(theme.TIGHT, 0, 0, 0)
    row.addWidget(widget)
    return row
