"""Copies one text when asked, and says that it did, on screen and aloud."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from peer_desktop.ui.icons import icon
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.wording import as_button_text

_SAID_FOR_MS = 2000


class CopyButton(QPushButton):
    """Puts one text on the clipboard. `copied` names that text: clearing the desk takes it away."""

    copied = Signal(str)

    def __init__(self, words: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(icon("copy"), as_button_text(words), parent)
        self.setAutoDefault(False)
        self._words = words
        self._text = text
        self._back = QTimer(self, singleShot=True, interval=_SAID_FOR_MS)
        self._back.timeout.connect(self._say_what_it_does)
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        said = self.tr("Copied")
        self.setMinimumWidth(self.width())  # the row must not jump
        self.setText(as_button_text(said))
        self.setIcon(icon("check"))
        announce(self, said)
        self._back.start()
        self.copied.emit(self._text)

    def _say_what_it_does(self) -> None:
        self.setText(as_button_text(self._words))
        self.setIcon(icon("copy"))
