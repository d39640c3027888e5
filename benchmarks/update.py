"""Updates the window to a bundle of 20,000 listings; says how long it takes and how long it blocks.

    python -m benchmarks.update [--listings 20000]

The listings are invented (benchmarks/bundle_install.py); the window, its panes and the dialog of the update
are the real ones, on the painted map. A timer ticks every 5 ms; the longest gap between two ticks is how long
the window was blocked, said for each part of the way with what was computed in that gap: by the thread of the
window, and by the whole program. On a busy machine the rest of a gap is the work of others.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.bundle_install import prepared
from benchmarks.event_loop import Ticks
from peer_desktop.app import make_application, make_window
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.program import Program
from peer_desktop.models.update import Phase, UpdateState
from peer_desktop.settings import Settings
from peer_desktop.ui.main_window import MainWindow

LONGEST_INSTALL, LONGEST_BLOCK = 15.0, 0.1
"""Seconds, which this must reach."""


def _computed_beside() -> float:
    """Seconds that processes computed which this one started and which have ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


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
        QTest.qWait(2000)  # its first pictures are not part of an update
        return measure(app, window, bundle)


def measure(app: QApplication, window: MainWindow, bundle: Path) -> int:
    """Update beside a running event loop."""
    keeping, ticks = window._keeping, Ticks()
    window.open_update()
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
    begun, beside = time.perf_counter(), _computed_beside()
    dialog.begin(bundle)
    app.exec()
    ticks.say()
    checking, confirmed, ended = spent
    installing = checking + ended - confirmed
    window.close()
    print(f"{installing:7.2f} s  checking and installing (at most {LONGEST_INSTALL:.0f})")
    print(f"{_computed_beside() - beside:7.2f} s  computed by the processes beside the window")
    print(f"{ticks.longest * 1000:7.0f} ms the window was blocked at most ({LONGEST_BLOCK * 1000:.0f})")
    print(f"{os.getloadavg()[0]:7.2f}    load of the machine")
    return 1 if installing > LONGEST_INSTALL or ticks.longest > LONGEST_BLOCK else 0


if __name__ == "__main__":
    sys.exit(main())
