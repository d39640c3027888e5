"""Measures the window on the shipped directory: from a letter to new results in every pane, and the start.

python benchmarks/window.py [--runs 5]

A letter is typed into the real search box. The first figure ends when every pane holds the new results
(searching, counting, models), the second when the event loop is empty and all of them are painted; the map's
page draws in its own process and is in neither. Both are time of the processor, not of the clock. A start is
a new process, from its first instruction to a window that is painted and takes words, without the map.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

WORDS = ("grief", "wife", "osi", "moncton", "drinking", "police", "deuil", "conjointe")
START = """
import time; began = time.perf_counter()
from peer_desktop.app import make_application, make_window
app = make_application()
window = make_window(app)
window.show()
app.processEvents()
print(time.perf_counter() - began)
import os; os._exit(0)
"""


def letters() -> tuple[list[float], list[float]]:
    """Milliseconds from each typed letter to new results in every pane, and to painted ones."""
    from peer_desktop.app import make_application, make_window
    from peer_desktop.settings import Settings

    app = make_application()
    window = make_window(app, settings=Settings())
    window.show()
    while not window.search_screen.map_pane.is_ready:
        app.processEvents()
    held, painted = [], []
    for word in WORDS:
        for end in range(len(word) + 1):
            began = time.process_time()
            window.search_screen.search_box.setText(word[:end])
            held.append((time.process_time() - began) * 1000)
            app.processEvents()
            painted.append((time.process_time() - began) * 1000)
    window.close()
    return held, painted


def starts(runs: int) -> list[float]:
    """Seconds of new processes to a window that takes words; the first, cold one is left out."""
    times = []
    for _ in range(runs + 1):
        done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
        times.append(float(done.stdout.split()[-1]))
    return times[1:]


def main() -> None:
    """Measure and print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    with tempfile.TemporaryDirectory() as home:
        os.environ["PEER_DESKTOP_HOME"] = home
        for what, times in zip(("holds the results", "is painted"), letters(), strict=True):
            slow = sorted(times)[int(len(times) * 0.95)]
            print(f"typed letter → every pane {what}: median {statistics.median(times):.1f} ms, ", end="")
            print(f"95th percentile {slow:.1f} ms, of {len(times)} letters")
        began = starts(runs)
        print(
            f"start → usable window without the map: median {statistics.median(began):.2f} s of {runs} starts"
        )


if __name__ == "__main__":
    main()
