"""One line at the top of the window for what a person must know now, with what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import APART, NEAR


class Notice(QFrame):
    """Hidden until there is something to say."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._words = PlainLabel()
        self._words.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button = QPushButton()
        self._button.clicked.connect(self.answered)
        row = QHBoxLayout(self)
        row.setContentsMargins(APART, NEAR, APART, NEAR)
        row.setSpacing(APART)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    def say(self, words: str, answer: str = "") -> None:
        """Show these words and say them aloud, with a button for the answer, or to close them."""
        self._words.setText(words)
        self._button.setText(answer or self.tr("Close"))
        self.show()
        announce(self, words)

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words.text()
