"""Looks for a value inside a long facet: a line among its rows that hides the others."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from peer_desktop.directory.folding import fold
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.search_box import name_clear_button
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import TIGHT

_Key = Qt.Key
_SAID_AFTER_MS = 600
"""A pause in typing."""
_LONGEST = 100


class ValueFinder(QLineEdit):
    """Says which labels hold what is typed; arrows leave it for the rows around."""

    left = Signal(int)
    """Up (-1) to the facet, or down (1) into its values."""
    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_LONGEST)
        self.setClearButtonEnabled(True)
        # The arrow keys reach it between its rows; a stop for each long facet would lengthen the way round.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def is_meant(self, label: str) -> bool:
        """Whether a value of this label holds what is typed."""
        return fold(self.text().strip()) in fold(label)

    def speak(self, sentence: str) -> None:
        """Say what is looked for here, in the language of the window."""
        self.setPlaceholderText(self.tr("Find in this list"))
        self.setAccessibleName(sentence)
        name_clear_button(self, self.tr("Clear"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go to the values, Up to the facet, Esc clears and then goes."""
        if event.key() in (_Key.Key_Down, _Key.Key_Return, _Key.Key_Enter):
            self.left.emit(1)
        elif event.key() == _Key.Key_Up:
            self.left.emit(-1)
        elif event.key() == _Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == _Key.Key_Escape:
            self.left.emit(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the current row of the tree, also when the mouse came first."""
        super().focusInEvent(event)
        self.focused.emit()


class FinderRow(QWidget):
    """The line, and under it that nothing holds these letters when it is so."""

    def __init__(self, line: ValueFinder) -> None:
        super().__init__()
        self.line = line
        self._nothing = PlainLabel(calm=True)
        self._nothing.hide()
        self._found = 0
        self._saying = QTimer(self, singleShot=True, interval=_SAID_AFTER_MS)
        self._saying.timeout.connect(self._announce)
        self.setFocusProxy(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(line)
        column.addWidget(self._nothing)

    def say_found(self, found: int) -> None:
        """Say that nothing was found; a screen reader hears every number, after a pause in typing."""
        self._found = found
        self._nothing.setText(self.tr("Nothing in this list holds these letters."))
        self._nothing.setVisible(not found)
        if self.line.hasFocus():
            self._saying.start()

    def height_in(self, width: int) -> int:
        """How high it is in a tree of this width, in pixels."""
        line = self.line.sizeHint().height()
        return line if self._nothing.isHidden() else line + TIGHT + self._nothing.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As high as the line, and the sentence where there is one."""
        return QSize(self.line.sizeHint().width(), self.height_in(self.width()))

    def _announce(self) -> None:
        counted = self.tr("%n values", None, self._found)
        announce(self.line, counted if self._found else self._nothing.text())
