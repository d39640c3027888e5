"""Looks for a value inside a long facet: a line among its rows that hides the others."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from peer_desktop.directory.folding import fold
from peer_desktop.ui.search_box import name_clear_button

_Key = Qt.Key
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
