"""Spreads what an answer changes over several frames, so that no key waits for all of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

FRAME = 16
"""Milliseconds until what was shown before is painted."""


class InFrames(QObject):
    """Does deeds one after the other, each after a picture of the one before. Of a name the newest counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Callable[[], None]] = {}
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._do_next)

    def do(self, name: str, deed: Callable[[], None], *, at_once: bool) -> None:
        """Do it now, or in a frame of its own instead of an older one of this name."""
        self._waiting.pop(name, None)
        if at_once:
            deed()
            return
        self._waiting[name] = deed
        if not self._timer.isActive():
            self._timer.start()

    def forget(self) -> None:
        """Do nothing of what is waiting."""
        self._waiting.clear()

    def _do_next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        self._waiting.pop(next(iter(self._waiting)))()
