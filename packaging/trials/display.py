"""Shows windows on an X display that nobody sits at, and looks at its pixels."""

import mmap
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

from trials.steps import TrialFailed

WIDTH, HEIGHT = 1366, 768
"""In pixels: the screens that halls have."""

_PAUSE = 0.01
_STRIPE = range(20, 110)
"""Rows, from the top, that the crisis bar lies in."""
_A_DIALOG = 0.15
"""The share of a picture that a dialog over the window changes at the least."""


class Display:
    """An Xvfb whose picture lies in a file."""

    def __enter__(self) -> "Display":
        self._folder = tempfile.TemporaryDirectory()
        self._server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", "1", "-ac", "-screen", "0", f"{WIDTH}x{HEIGHT}x24"),
                *("-fbdir", self._folder.name),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        if self._server.stdout is None:
            raise TrialFailed("Xvfb has no output")
        self.name = f":{self._server.stdout.readline().strip()}"
        with (Path(self._folder.name) / "Xvfb_screen0").open("rb") as file:
            self._screen = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header, colours = (
            struct.unpack_from(">I", self._screen, 0)[0],
            struct.unpack_from(">I", self._screen, 76)[0],
        )
        self._start = header + colours * 12
        self._line = struct.unpack_from(">I", self._screen, 48)[0]
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._screen.close()
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def wait_for_red(self, since: float, patience: float) -> float:
        """Seconds after `since` (of time.monotonic) at which the crisis bar was there. Raises TrialFailed."""
        while not self._has_red():
            if time.monotonic() - since > patience:
                raise TrialFailed(f"no window was painted in {patience:.0f} s")
            time.sleep(_PAUSE)
        return time.monotonic() - since

    def _has_red(self) -> bool:
        for row in _STRIPE:
            at = self._start + row * self._line + 4 * 6
            blue, green, red = self._screen[at : at + 3]
            if red > 80 and red > 2 * green and red > 2 * blue:  # darker in dark colours
                return True
        return False

    def pixels(self) -> bytes:
        """What is on the display now."""
        return self._screen[self._start : self._start + self._line * HEIGHT]

    def wait_for_another_picture(self, than: bytes, patience: float) -> None:
        """Until a dialog, or as much, has changed the display. Raises TrialFailed."""
        ends = time.monotonic() + patience
        while _share_unlike(than, self.pixels()) < _A_DIALOG:
            if time.monotonic() > ends:
                raise TrialFailed(f"nothing new was on the display in {patience:.0f} s")
            time.sleep(0.2)

    def picture(self, file: Path) -> None:
        """Keep what is on the display, as PNG."""
        from PySide6.QtGui import QImage

        pixels = self.pixels()
        QImage(pixels, WIDTH, HEIGHT, self._line, QImage.Format.Format_RGB32).save(str(file))


def _share_unlike(one: bytes, other: bytes) -> float:
    """How much of two pictures differs, from every 41st pixel."""
    step = 41 * 4
    pairs = list(zip(one[::step], other[::step], strict=True))
    return sum(a != b for a, b in pairs) / len(pairs)
