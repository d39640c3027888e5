"""Updates the window to a bundle of 20,000 listings; says how long it takes and how long it blocks.

    python -m benchmarks.update [--listings 20000] [--changed 0.1]

The listings are invented (benchmarks/bundle_install.py); the window, its panes and the dialog of the update
are the real ones, on the painted map. A timer ticks every 5 ms; the longest gap between two ticks is how long
the window was blocked, said for each part of the way: checking, the preview that is shown, installing with
every pane changed to the new directory.
"""

import argparse
import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.bundle_install import prepared
from peer_desktop.app import make_application, make_window
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.program import Program
from peer_desktop.models.update import Phase, UpdateState
from peer_desktop.settings import Settings
from peer_desktop.ui.main_window import MainWindow

TICK = 5
"""Milliseconds."""
LONGEST_INSTALL, LONGEST_BLOCK = 15.0, 0.1
"""Seconds, which this must reach."""


class Ticks:
    """When the event loop was alive, and what was going on."""

    def __init__(self) -> None:
        self._times: list[float] = []
        self._begun: list[tuple[float, str]] = []
        self._timer = QTimer(interval=TICK)
        self._timer.timeout.connect(lambda: self._times.append(time.perf_counter()))
        self._timer.start()

    def begin(self, part: str) -> None:
        """Something else is going on now."""
        self._begun.append((time.perf_counter(), part))

    def say(self) -> None:
        """Print the seconds of every part, and its longest gap."""
        ends = [*(at for at, _ in self._begun[1:]), time.perf_counter()]
        for (begun, part), ended in zip(self._begun, ends, strict=True):
            # a gap belongs to the part in which it ends: what blocks begins it
            gaps = [later - earlier for earlier, later in pairwise(self._times) if begun < later <= ended]
            print(f"{ended - begun:7.2f} s  blocked {max(gaps, default=0) * 1000:4.0f} ms  {part}")

    @property
    def longest(self) -> float:
        """The longest gap of all, in seconds."""
        return max(later - earlier for earlier, later in pairwise(self._times))


def main() -> int:
    """Print seconds and milliseconds; 1 when they are more than they may be."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--listings", type=int, default=20_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PEER_DESKTOP_HOME"] = folder
        program, bundle = prepared(Path(folder), asked.listings)
        Program.this = classmethod(lambda _: program)  # type: ignore[assignment, method-assign]
        app = make_application()
        window = make_window(app, program.shipped, settings=Settings(), use_engine=False)
        window.show()
        app.processEvents()
        return measure(app, window, bundle)


def measure(app: QApplication, window: MainWindow, bundle: Path) -> int:
    """Update beside a running event loop."""
    keeping, ticks = window._keeping, Ticks()
    window._open_update()
    update, dialog = keeping._update, keeping._dialog
    assert update is not None
    assert dialog is not None
    spent: list[float] = []

    def follow(state: UpdateState) -> None:
        if state.phase is Phase.DECIDING:
            spent.append(time.perf_counter() - begun)
            ticks.begin("the preview is shown")
            QTimer.singleShot(1500, lambda: look(0))
        elif state.phase is Phase.ENDED:
            spent.append(time.perf_counter())
            ticks.begin("every pane shows the new directory")
            print(state.outcome.message.en if state.outcome else "")
            QTimer.singleShot(1500, app.quit)

    def look(tab: int) -> None:
        assert dialog.preview is not None
        if tab < dialog.preview.tabs.count():
            dialog.preview.tabs.setCurrentIndex(tab)
            QTimer.singleShot(500, lambda: look(tab + 1))
            return
        ticks.begin("installing")
        spent.append(time.perf_counter())
        update.install(Confirmation())

    update.state_changed.connect(follow)
    ticks.begin("opening the dialog")
    app.processEvents()
    ticks.begin("checking")
    begun = time.perf_counter()
    dialog.begin(bundle)
    app.exec()
    ticks.say()
    checking, confirmed, ended = spent
    installing = checking + ended - confirmed
    window.close()
    print(f"{installing:7.2f} s  checking and installing (at most {LONGEST_INSTALL:.0f})")
    print(f"{ticks.longest * 1000:7.0f} ms the window was blocked at most ({LONGEST_BLOCK * 1000:.0f})")
    print(f"{os.getloadavg()[0]:7.2f}    load of the machine")
    return 1 if installing > LONGEST_INSTALL or ticks.longest > LONGEST_BLOCK else 0


if __name__ == "__main__":
    sys.exit(main())
