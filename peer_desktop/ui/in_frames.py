"""Spreads what an answer changes over several frames, so that no key waits for all of it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

FRAME = 16
"""Milliseconds until what was shown before is painted."""

Deed = Callable[[], Iterator[None] | None]
"""What is to be done; a large one yields between its parts."""


class InFrames(QObject):
    """Does deeds one after the other, each part after a picture of the one before.

    Of a name only the newest counts: what is left of an older one is never done.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Iterator[None]] = {}
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._do_next)

    def do(self, name: str, deed: Deed, *, at_once: bool) -> None:
        """Do it now, or its parts in frames of their own."""
        self._waiting.pop(name, None)
        self._waiting[name] = _parts(deed)
        if at_once:
            self.finish(name)
        elif not self._timer.isActive():
            self._timer.start()

    def finish(self, name: str) -> None:
        """Do now what is left of it, because somebody wants to see all of it."""
        for _ in self._waiting.pop(name, ()):
            pass

    def forget(self) -> None:
        """Do nothing of what is waiting."""
        self._waiting.clear()

    def _do_next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        name, parts = next(iter(self._waiting.items()))
        if next(parts, _DONE) is _DONE and self._waiting.get(name) is parts:
            del self._waiting[name]


_DONE = object()


def _parts(deed: Deed) -> Iterator[None]:
    parts = deed()
    if parts is not None:
        yield from parts
