"""Uses the window on a very large directory, and says how much of a frame its own thread ever works.

    python -m benchmarks.window_at_scale [100000] [--rounds 3]

The listings are invented (benchmarks/generate.py); the window and its map are the real ones, 1366 × 768.
Letters are typed one by one and in one go, values ticked, the list sorted and scrolled. A timer ticks every
2 ms: between two ticks lies one turn of the event loop, or several short ones. Columns, in milliseconds:

- answer: from the deed to the answer in the list (searching runs beside the window)
- computed: what the window's own thread computed in its longest turn, painting included; a frame has 16.7
- blocked: the longest time between two ticks; on a busy machine also the work of others
"""

import argparse
import gc
import os
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.event_loop import Ticks
from benchmarks.generate import generate
from benchmarks.speed import BUILD
from peer_desktop.app import make_application, make_window
from peer_desktop.directory.query import Choice, Sort
from peer_desktop.models.changes import SortBy, Tick
from peer_desktop.settings import Settings
from peer_desktop.ui.main_window import MainWindow
from peer_desktop.ui.search_screen import SearchScreen

FRAME = 1000 / 60
"""Milliseconds."""
_QUIET = 350
"""Milliseconds after which nothing is going on any more."""
_WORDS = ("grief", "veteran", "soutien", "peer support")

Deed = tuple[str, Callable[[], object]]


def deeds(screen: SearchScreen) -> Iterator[Deed]:
    """What a person does, one after the other, each with its kind."""
    box = screen.search_box

    def typed(text: str) -> Callable[[], object]:
        return lambda: QTest.keyClicks(box, text)

    for word in _WORDS:
        yield "all of a word deleted", box.clear
        for letter in word:
            yield "a letter", typed(letter)
    yield "all of a word deleted", box.clear
    yield "a word in one go", typed("drinking")
    for choice in (Choice("topic", "ptsd-osi"), Choice("serves", "ON"), Choice("cost", "free")):
        yield "a tick", lambda choice=choice: screen._change(Tick(choice))
    for sort in (Sort.NAME, Sort.ORGANIZATION, Sort.CHECKED, Sort.BEST):
        yield "another order", lambda sort=sort: screen._change(SortBy(sort))
    yield "nothing asked any more", screen.clear
    table = screen.result_pane._table
    bar = table.verticalScrollBar()
    for share in (0.1, 0.35, 0.7, 1.0, 0.0):
        yield "a jump down the list", lambda share=share: bar.setValue(int(share * bar.maximum()))
    for _ in range(6):
        yield "a page further", lambda: QTest.keyClick(table, Qt.Key.Key_PageDown)


def wait(milliseconds: int) -> None:
    """Let the window live. QTest's own waiting would keep Python from the thread that searches."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def measure(app: QApplication, window: MainWindow, rounds: int) -> None:
    """Do everything and print the table."""
    screen = window.search_screen
    assert screen is not None
    while not screen.map_pane.is_ready:
        app.processEvents()
    wait(2000)  # its first pictures belong to the start
    answered: list[float] = []
    screen._search.results_changed.connect(lambda _: answered.append(time.perf_counter()))
    ticks = Ticks(every=2)
    found = defaultdict[str, list[tuple[float, float, float]]](list)
    for _ in range(rounds):
        for kind, do in deeds(screen):
            wait(20)
            answered.clear()
            ticks.forget()
            wait(5)
            began = time.perf_counter()
            do()
            wait(_QUIET)
            gaps = list(ticks.gaps())
            found[kind].append(
                (
                    1000 * (answered[-1] - began) if answered else float("nan"),
                    1000 * max(own for _, _, own, _ in gaps),
                    1000 * max(length for _, length, _, _ in gaps),
                )
            )
    _print_table(found)


def _print_table(found: dict[str, list[tuple[float, float, float]]]) -> None:
    print(f"{'milliseconds':24} {'deeds':>6} {'answer':>14} {'computed':>16} {'blocked':>16}  over a frame")
    everything = [one for times in found.values() for one in times]
    for kind, times in (*found.items(), ("all", everything)):
        answers = [answer for answer, _, _ in times if answer == answer]
        computed = [own for _, own, _ in times]
        over = sum(own > FRAME for own in computed)
        columns = (_said(answers), _said(computed), _said([length for _, _, length in times]))
        print(f"{kind:24} {len(times):6} {columns[0]:>14} {columns[1]:>16} {columns[2]:>16}  {over}")


def _said(times: Sequence[float]) -> str:
    """Median and the greatest."""
    return f"{statistics.median(times):.1f} … {max(times):.1f}" if times else ""


def main() -> None:
    """Open the window on so many listings, and measure."""
    about = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=about)
    parser.add_argument("listings", type=int, nargs="?", default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    folder = BUILD / str(asked.listings)
    directory = folder / "directory.sqlite"
    if not directory.exists():
        generate(asked.listings, directory)
    os.environ["PEER_DESKTOP_HOME"] = str(folder / "home")  # the index is built once, beside it
    app = make_application()
    window = make_window(app, directory, settings=Settings())
    window.resize(1366, 768)
    window.show()
    gc.freeze()  # as app.main does
    measure(app, window, asked.rounds)
    print(f"{asked.listings:,} listings, load {os.getloadavg()[0]:.1f}")
    window.close()


if __name__ == "__main__":
    main()
