"""Notices that nobody is at the desk any more."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

WARNING_SECONDS = 30.0

_USES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_TOUCHES = _USES | {QEvent.Type.MouseMove, QEvent.Type.Wheel}


class IdleWatch(QObject):
    """Warns after some minutes without a key or the mouse, and says when nobody answered the warning.

    It begins to count with the first key or click: whatever a person did may have left a trace.
    """

    warned = Signal()
    returned = Signal()
    """Somebody came back while the warning stood."""
    left = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        parent: QObject | None = None,
        *,
        idle_minutes: float,
        warning_seconds: float = WARNING_SECONDS,
    ) -> None:
        super().__init__(parent)
        self._idle = self._timer(idle_minutes * 60_000, self._warn)
        self._last_chance = self._timer(warning_seconds * 1000, self._leave)
        # Only the windows of the system are watched: a filter on the whole program would see every event.
        app.focusWindowChanged.connect(self._watch_window)
        self._watch_window(app.focusWindow())

    def watch(self, watching: bool) -> None:
        """Start counting, or stop: an untouched desk needs no clearing."""
        self._last_chance.stop()
        if watching:
            self._idle.start()
        else:
            self._idle.stop()

    def allow(self, minutes: float) -> None:
        """How long nobody may be there from now on."""
        self._idle.setInterval(round(minutes * 60_000))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - any window
        """Somebody is there: count anew."""
        if event.type() in _TOUCHES:
            if self._last_chance.isActive():
                self._last_chance.stop()
                self._idle.start()
                self.returned.emit()
            elif self._idle.isActive() or event.type() in _USES:
                self._idle.start()
        return False

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _timer(self, milliseconds: float, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(round(milliseconds))
        timer.timeout.connect(then)
        return timer

    def _warn(self) -> None:
        self._last_chance.start()
        self.warned.emit()

    def _leave(self) -> None:
        self.left.emit()
