"""Takes what is needed in everyday words, and says every letter at once."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from peer_desktop.directory.query import Results

_Key = Qt.Key
_CLEAR_ACTION = "_q_qlineeditclearaction"
"""The name by which the clear button of a line is found."""
LONGEST = 10_000
"""Letters the box takes; what is pasted beyond is dropped."""


class SearchBox(QLineEdit):
    """One line for everyday words. It searches nothing itself: each letter is a `text_changed`."""

    text_changed = Signal(str)
    results_wanted = Signal()
    """Down: go on in the results."""
    row_step_wanted = Signal(int)
    """Alt+Up, Alt+Down: read the listing before (-1) or after (1), and go on typing here."""
    escape_pressed = Signal()
    """Esc in an empty box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setClearButtonEnabled(True)
        self._typed = True
        self.textChanged.connect(self._tell)
        self._say()

    def show_results(self, results: Results) -> None:
        """Show the words of this search, for instance of the one before; what is being typed stays."""
        if results.query.text != self.text():
            self._show(results.query.text)

    def forget(self) -> None:
        """Take the words away, also from Undo, which would bring them back for the next person."""
        self._show("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the results, walk them from here, or clear."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() in (_Key.Key_Up, _Key.Key_Down) and alt:
            self.row_step_wanted.emit(1 if event.key() == _Key.Key_Down else -1)
        elif event.key() == _Key.Key_Down:
            self.results_wanted.emit()
        elif event.key() == _Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == _Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _show(self, words: str) -> None:
        """Change the words without saying so; Qt itself must hear of it, or the clear button stays."""
        self._typed = False
        self.setText(words)
        self._typed = True

    def _tell(self, words: str) -> None:
        if self._typed:
            self.text_changed.emit(words)

    def _say(self) -> None:
        name_clear_button(self, self.tr("Clear the words"))
        self.setPlaceholderText(self.tr("What is needed, in your words: wife of a Veteran, grief, Moncton …"))
        self.setAccessibleName(self.tr("What is needed, in your words"))
        self.setAccessibleDescription(self.tr("The results change with every letter. Down goes to them."))


def name_clear_button(line: QLineEdit, words: str) -> None:
    """Give the clear button of a line the words that Qt leaves out."""
    clear = line.findChild(QAction, _CLEAR_ACTION)
    if isinstance(clear, QAction):
        clear.setText(words)
