"""Notices the Shift key pressed three times by itself: the fastest way to ask for a neutral screen."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

TIMES, WITHIN_SECONDS = 3, 1.5


class LoneShift(QObject):
    """Not Esc: assistive technology uses it. A letter in between means that somebody writes capitals."""

    pressed_three_times = Signal()

    def __init__(
        self, app: QGuiApplication, parent: QObject | None = None, *, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._pressed: list[float] = []
        # Only the windows of the system are watched: a filter on the whole program would see every event.
        app.focusWindowChanged.connect(self._watch_window)
        self._watch_window(app.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - any window
        """Count; never keep a key from anybody."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._count(event)
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = []
        return False

    def _count(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Shift:
            self._pressed = []
            return
        if event.isAutoRepeat():
            return
        now = self._clock()
        self._pressed = [then for then in self._pressed if now - then < WITHIN_SECONDS] + [now]
        if len(self._pressed) == TIMES:
            self._pressed = []
            self.pressed_three_times.emit()

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
