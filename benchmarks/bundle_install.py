"""Installs a bundle of 20,000 listings; says how long it takes and how long the window is blocked meanwhile.

    python -m benchmarks.bundle_install [--listings 20000]

The listings are invented (benchmarks/generate.py). The import runs as in the window: prepared by a process
of its own, watched by a worker, while the event loop of Qt ticks every 5 ms; the longest gap between two
ticks is the block.
"""

import argparse
import csv
import os
import resource
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.generate import generate
from peer_desktop.bundle.carried_tables import tables_of
from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.leaving_out import sound_rows
from peer_desktop.bundle.making import make_bundle
from peer_desktop.bundle.manifest import Publisher
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.own_directory import own_rows
from peer_desktop.bundle.preparing_process import prepare_beside
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.recipe import Recipe
from peer_desktop.bundle.secret_key import SecretKey
from peer_desktop.bundle.steps import Progress, Watch
from peer_desktop.bundle.store import Store
from peer_desktop.exchange.build import build_directory
from peer_desktop.exchange.columns import SHAPES
from peer_desktop.exchange.tables import Table
from peer_desktop.models.background import Background

TICK = 5
"""Milliseconds."""


def main() -> int:
    """Print seconds and milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--listings", type=int, default=20_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program, bundle = prepared(Path(folder), asked.listings)
        megabytes = bundle.stat().st_size / 1024 / 1024
        print(f"{asked.listings} listings, bundle of {megabytes:.1f} MB, directory of "
              f"{program.shipped.stat().st_size / 1024 / 1024:.1f} MB")  # fmt: skip
        measure(bundle, Store(Path(folder) / "directories"), program)
    return 0


def prepared(folder: Path, listings: int) -> tuple[Program, Path]:
    """A program that came with so many listings, and a bundle in which every tenth differs."""
    generate(listings + listings // 3, folder / "invented.sqlite")
    program = Program.this()
    rows = own_rows(folder / "invented.sqlite")
    assert rows is not None
    tables, _, _ = sound_rows(tables_of(rows, program.retired))
    kept = {row["id"] for row in tables["listings.csv"].rows[:listings]}
    write(folder / "old", tables, kept, "")
    write(folder / "new", tables, kept, " Changed.")
    key = SecretKey.new()
    shipped = build_directory(folder / "old", folder / "shipped.sqlite").target
    program = replace(
        program, shipped=shipped, built_in={"benchmark": key.public.line}, derived_folder=folder / "derived"
    )
    recipe = Recipe(serial=1, created_at=datetime.now(UTC), publisher=Publisher("Benchmark"))
    return program, make_bundle(folder / "new", recipe, key, folder / "b.peerbundle", program).file


def write(folder: Path, tables: Mapping[str, Table], kept: set[str], changed: str) -> None:
    """Write the tables of these listings; every tenth description ends with `changed`."""
    folder.mkdir()
    organizations = {row["organization_id"] for row in tables["listings.csv"] if row["id"] in kept}
    for file, columns in SHAPES.items():
        with (folder / file).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns, lineterminator="\n")
            writer.writeheader()
            for number, row in enumerate(tables[file]):
                cells = dict(row.cells)
                owner = cells["id"] if file == "listings.csv" else cells.get("listing_id", "")
                if owner and owner not in kept:
                    continue
                if file == "organizations.csv" and cells["id"] not in organizations:
                    continue
                if file == "listings.csv" and number % 10 == 0:
                    cells["description_en"] += changed
                writer.writerow(cells)


def measure(bundle: Path, store: Store, program: Program) -> None:
    """Install it beside a running event loop."""
    app = QApplication.instance() or QApplication([])
    background = Background()
    ticks: list[float] = []
    steps: dict[str, float] = {}
    timer = QTimer()
    timer.setInterval(TICK)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))

    def tell(progress: Progress) -> None:
        steps.setdefault(progress.step, time.perf_counter())

    def task() -> Outcome:
        watch = Watch(tell)
        with importing(store, program, prepare_beside) as one:
            one.prepare(bundle, watch)
            return one.install(Confirmation(), watch)

    def done(outcome: Outcome) -> None:
        steps["done"] = time.perf_counter()
        print(outcome.message.en)
        app.quit()

    def failed(error: BaseException) -> None:
        print(repr(error))
        app.exit(1)

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    timer.start()
    background.run(task, done, failed)
    app.exec()
    background.stop()
    for (name, begun), (_, ended) in pairwise(steps.items()):
        print(f"{ended - begun:7.2f} s  {name}")
    gap, at = max((later - earlier, earlier) for earlier, later in pairwise(ticks))
    step = max((begun, name) for name, begun in steps.items() if begun <= at or name == "room")[1]
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    computed = spent.ru_utime + spent.ru_stime - before.ru_utime - before.ru_stime
    print(f"{steps['done'] - start:7.2f} s  in all; computed beside: {computed:.2f} s")
    print(f"{os.getloadavg()[0]:7.2f}    load of the machine")
    print(f"{gap * 1000:7.0f} ms the event loop was blocked at most ({step})")


if __name__ == "__main__":
    sys.exit(main())
