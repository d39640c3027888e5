"""Watches an event loop: how long it was blocked, and what was computed meanwhile."""

import time
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer


class Ticks:
    """When the event loop was alive, and what was going on."""

    def __init__(self, every: int = 5) -> None:
        self._times: list[tuple[float, float, float]] = []
        self._begun: list[tuple[float, str]] = []
        self._timer = QTimer(interval=every, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        self._times.append((time.perf_counter(), time.thread_time(), time.process_time()))

    def forget(self) -> None:
        """Begin anew."""
        self._times.clear()
        self._begun.clear()

    def begin(self, part: str) -> None:
        """Something else is going on now."""
        self._begun.append((time.perf_counter(), part))

    def say(self) -> None:
        """Print the seconds of every part, and its longest gap."""
        ends = [*(at for at, _ in self._begun[1:]), time.perf_counter()]
        for (begun, part), ended in zip(self._begun, ends, strict=True):
            # a gap belongs to the part in which it ends: what blocks begins it
            gaps = [gap for at, *gap in self.gaps() if begun < at <= ended]
            longest, own, program = (1000 * one for one in max(gaps, default=(0, 0, 0)))
            said = f"blocked {longest:4.0f} ms (computed: window {own:3.0f}, program {program:3.0f})"
            print(f"{ended - begun:7.2f} s  {said}  {part}")

    @property
    def longest(self) -> float:
        """The longest gap of all, in seconds."""
        return max(gap for _, gap, _, _ in self.gaps())

    def gaps(self) -> Iterator[tuple[float, float, float, float]]:
        """Seconds: when each ended, how long it was, what the window computed in it, and all threads."""
        for before, after in pairwise(self._times):
            passed, own, program = (later - earlier for earlier, later in zip(before, after, strict=True))
            yield after[0], passed, own, program
