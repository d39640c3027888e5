"""Hides everything behind a neutral screen at once, and brings it back as it was."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.theme import APART, WIDE


class NeutralScreen(QWidget):
    """Says nothing of what is behind it; the two numbers to call in an emergency are on any notice board."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.go_on = QPushButton()
        self.go_on.setAutoDefault(False)
        self._numbers = PlainLabel(calm=True)
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(APART)
        column.addStretch(1)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self._numbers)

    def say(self) -> None:
        """Speak the language of the window."""
        self.go_on.setText(self.tr("Go on"))
        self._numbers.setText(self.tr("Emergency: 9-1-1 or 9-8-8"))


class Cover(QObject):
    """Covers one window, with the dialogs that stand before it."""

    covered = Signal(bool)
    """Whether the neutral screen is in front now."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.screen = NeutralScreen(window)
        self.screen.hide()
        self.screen.go_on.clicked.connect(self.lift)
        window.installEventFilter(self)
        self._dialogs: list[QWidget] = []
        self._focused: QWidget | None = None

    @property
    def is_down(self) -> bool:
        """Whether everything is hidden now."""
        return not self.screen.isHidden()

    def drop(self) -> None:
        """Hide everything."""
        if self.is_down:
            return
        while popup := QApplication.activePopupWidget():
            popup.close()
        self._focused = QApplication.focusWidget()
        window = self._window
        self._dialogs = [
            part for part in window.findChildren(QWidget) if part.isWindow() and part.isVisible()
        ]
        self.screen.say()
        self.screen.setGeometry(window.rect())
        self.screen.show()
        self.screen.raise_()
        for part in (*self._dialogs, *self._panes()):
            part.hide()
        self.screen.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self.screen.repaint()  # at once: whatever else waits can wait
        self.covered.emit(True)

    def lift(self) -> None:
        """Show everything as it was."""
        if not self.is_down:
            return
        self.screen.hide()
        for part in (*self._panes(), *self._dialogs):
            part.show()
        self._dialogs = []
        if self._focused is not None and isValid(self._focused) and self._focused.isVisible():
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused = None
        self.covered.emit(False)

    def forget_dialogs(self) -> None:
        """Close what is hidden: it belongs to the person who left."""
        for dialog in self._dialogs:
            if isValid(dialog):
                dialog.close()
        self._dialogs = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.screen.setGeometry(self._window.rect())
        return False

    def _panes(self) -> list[QWidget]:
        window = self._window
        parts = (window.menuBar(), window.centralWidget(), window.statusBar())
        return [part for part in parts if part is not None]
