"""Measures one interaction of the window, a letter or a tick, for this program and for its peers.

    python -m benchmarks.speed [5000 100000 …] [--peers NAME …] [--repeat 5]

After every interaction each peer gives the number of hits, the count of every value of every facet (the
values of one facet widen, facets narrow each other, a facet's own ticks do not narrow its own counts), the
first 50 rows and all points, from the same data. Words are asked of the peers as this program understood
them: slips mended, with the same forms and synonyms, which are looked up for them beforehand; their words are
those this program reads in a listing. So all find the same, but for a place among the words: they know none.
All rank by the same five fields with the same weights, each in the fastest way we found for it: names before
organizations and places, before labels of facets, before descriptions.

Every peer runs in a process of its own. They are asked the same interaction one after the other, so that what
slows the machine slows them all, and nobody remembers words from one interaction to the next. The columns:

- median, 95 %, slowest: over the interactions, each at the best of its repetitions
- usual, 95 %: over the interactions, each at the median of its repetitions
- × ours: how many times as long as this program, the median over the interactions
- × in all: the same for the sum of all interactions, each at its best
- open: until it can answer, everything built
- memory: of its processes, mapped files included; disk: what it built
- same: the interactions with the same number of hits and of points, and the same count everywhere

Peers run with the Python of build/benchmark/peers, which `make benchmark` makes; this program with its own.
Linux only: memory is read from /proc.
"""

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.generate import generate
from benchmarks.interactions import INTERACTIONS

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "benchmark"
OURS = "ours"
PEERS = (
    "tantivy_index",
    "polars_frames",
    "duckdb_tables",
    "xapian_index",
    "plain_sql",
    "sqlite_utils_search",
    "datasette_server",
)
AT_ANY_SIZE = ("tantivy_index", "polars_frames", "duckdb_tables")
"""Those that are asked by themselves from a million listings on: the others take minutes for one round."""

_LARGE = 500_000
_SLOW = 1_000
"""Milliseconds from which on an interaction is asked of a peer only once."""


@dataclass(eq=False)
class Worker:
    """A peer in its own process."""

    module: str
    process: subprocess.Popen[str]
    facts: Mapping[str, Any]
    times: list[list[float]] = field(default_factory=lambda: [[] for _ in INTERACTIONS])
    answers: list[Mapping[str, Any]] = field(default_factory=list)
    memory: float = 0

    def ask(self, **wish: Any) -> dict[str, Any]:
        """Send one line and read one."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("a worker without pipes")
        self.process.stdin.write(json.dumps(wish) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def best(self) -> list[float]:
        """Milliseconds of each interaction at its best; nan where the peer could not answer."""
        return [min(times, default=float("nan")) for times in self.times]

    def usual(self) -> list[float]:
        """Milliseconds of each interaction, the median of the repetitions."""
        return [statistics.median(times) if times else float("nan") for times in self.times]

    def end(self) -> None:
        """Let the process end by itself."""
        if self.process.stdin:
            self.process.stdin.close()
        self.process.wait(60)


def measure(size: int, peers: Sequence[str], repeat: int) -> None:
    """Print the table of one size."""
    folder = BUILD / str(size)
    directory = folder / "directory.sqlite"
    if not directory.exists():
        print(f"Inventing {size:,} listings …", file=sys.stderr, flush=True)
        generate(size, directory)
    workers = [worker for peer in (OURS, *peers) if (worker := _start(peer, directory, folder / peer))]
    try:
        understood = workers[0].ask(do="understand")["understood"]
        for worker in workers[1:]:
            worker.ask(do="ask for", understood=understood)
        _check(workers)
        _ask_in_turns(workers, repeat)
        limit = min(workers[0].ask(do="limit")["milliseconds"] for _ in range(repeat))
        for worker in workers:
            worker.memory = worker.ask(do="memory")["memory"]
    finally:
        for worker in workers:
            worker.end()
    _print_table(size, workers, repeat, limit)
    _keep(folder / "speed.json", workers)


def _start(peer: str, directory: Path, folder: Path) -> Worker | None:
    own = BUILD / "peers" / "bin" / "python"
    python = sys.executable if peer == OURS or not own.exists() else str(own)
    log = folder.with_suffix(".log")
    print(f"{peer}: building what is missing …", file=sys.stderr, flush=True)
    command = [python, "-m", "benchmarks.worker", peer, str(directory), str(folder)]
    surroundings = {**os.environ, "PYTHONWARNINGS": "ignore"}
    with log.open("w", encoding="utf-8") as errors:
        subprocess.run([*command, "build"], cwd=ROOT, stdout=errors, stderr=errors, env=surroundings)
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=surroundings,
        )
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        process.wait()
        reason = (log.read_text("utf-8").strip().splitlines() or ["it ended without a word"])[-1]
        print(f"{peer}: left out: {reason}", flush=True)
        return None
    return Worker(peer, process, json.loads(line))


def _check(workers: Sequence[Worker]) -> None:
    """Ask everything once, and say how far the others' answers are ours; this warms every cache too."""
    for at, asked in enumerate(INTERACTIONS):
        for worker in workers:
            answer = worker.ask(do="check", interaction=at)
            worker.answers.append(answer)
            if "error" in answer:
                print(f"{worker.facts['name']}: {asked}: {answer['error']}", flush=True)
            elif answer["milliseconds"] > _SLOW:
                worker.times[at].append(answer["milliseconds"])


def _ask_in_turns(workers: Sequence[Worker], repeat: int) -> None:
    for turn in range(repeat):
        print(f"Asking: round {turn + 1} of {repeat} …", file=sys.stderr, flush=True)
        for at in range(len(INTERACTIONS)):
            for worker in workers:
                is_slow = worker.times[at] and worker.times[at][0] > _SLOW
                if not is_slow and "error" not in worker.answers[at]:
                    answer = worker.ask(do="time", interaction=at)
                    if "error" in answer:
                        print(f"{worker.facts['name']}: {INTERACTIONS[at]}: {answer['error']}", flush=True)
                    else:
                        worker.times[at].append(answer["milliseconds"])


def _agreement(ours: Worker, worker: Worker) -> str:
    """How many interactions have the same number of hits and points and all the same counts."""
    same = [
        at
        for at in range(len(INTERACTIONS))
        if all(
            ours.answers[at].get(part) == worker.answers[at].get(part)
            for part in ("total", "points", "counts")
        )
    ]
    return f"{len(same)}/{len(INTERACTIONS)}"


_HEAD = (
    "",
    "median",
    "95 %",
    "slowest",
    "usual",
    "95 %",
    "× ours",
    "× in all",
    "open",
    "memory",
    "disk",
    "same",
)


def _print_table(size: int, workers: Sequence[Worker], repeat: int, limit: float) -> None:
    rows = [_HEAD, *(_cells(worker, workers[0]) for worker in workers)]
    print(f"\n{size:,} listings, {len(INTERACTIONS)} interactions, asked {repeat} times in turns;", end=" ")
    print("milliseconds, megabytes\n")
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    for place, row in enumerate(rows):
        cells = [row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]
        print(f"| {' | '.join(cells)} |")
        if place == 0:
            print(
                f"|{'|'.join(['-' * (widths[0] + 2), *('-' * (width + 1) + ':' for width in widths[1:])])}|"
            )
    own = statistics.median(workers[0].best())
    print(f"\nOne pass over the bits of all facet values, the least that counting can cost: {limit:.2f} ms.")
    print(f"The median interaction of this program takes {own / limit:.0f} times as long.")
    print(f"This program by kind: {_by_kind(workers[0])}.")
    for worker in workers[1:]:
        if worker.facts["lacks"]:
            print(f"{worker.facts['name']}: {worker.facts['lacks']}.")
    print(flush=True)


def _cells(worker: Worker, ours: Worker) -> tuple[str, ...]:
    best, usual = _known(worker.best()), _known(worker.usual())
    ratios = _known(theirs / own for theirs, own in zip(worker.best(), ours.best(), strict=True))
    return (
        worker.facts["name"],
        _number(statistics.median(best)),
        _number(_percentile(best, 95)),
        _number(best[-1]),
        _number(statistics.median(usual)),
        _number(_percentile(usual, 95)),
        _number(statistics.median(ratios)),
        _number(_in_all(worker, ours)),
        _number(worker.facts["open"]),
        f"{worker.memory:.0f}",
        f"{worker.facts['disk']:.0f}",
        _agreement(ours, worker),
    )


def _in_all(worker: Worker, ours: Worker) -> float:
    """How many times as long it takes for all interactions that it could answer, one after the other."""
    both = [pair for pair in zip(worker.best(), ours.best(), strict=True) if not math.isnan(pair[0])]
    return sum(theirs for theirs, _ in both) / sum(own for _, own in both)


def _by_kind(worker: Worker) -> str:
    best = worker.best()
    said = []
    for kind in dict.fromkeys(interaction.kind for interaction in INTERACTIONS):
        times = [best[at] for at, interaction in enumerate(INTERACTIONS) if interaction.kind == kind]
        said.append(f"{kind} {statistics.median(times):.1f}")
    return ", ".join(said)


def _known(times: Iterable[float]) -> list[float]:
    """Rising, without those that are not known."""
    return sorted(time for time in times if not math.isnan(time))


def _percentile(rising: Sequence[float], share: float) -> float:
    return rising[min(len(rising) - 1, round(share / 100 * (len(rising) - 1)))]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _keep(file: Path, workers: Sequence[Worker]) -> None:
    kept = {
        worker.facts["name"]: {
            **worker.facts,
            "memory": worker.memory,
            "milliseconds": dict(zip(map(str, INTERACTIONS), worker.best(), strict=True)),
            "hits": [answer.get("total") for answer in worker.answers],
        }
        for worker in workers
    }
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")


def main() -> None:
    """Measure the sizes that are asked for."""
    about = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=about)
    parser.add_argument("sizes", type=int, nargs="*", default=[5_000, 100_000])
    parser.add_argument("--peers", nargs="*", choices=PEERS, help="only these, beside this program")
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f}", flush=True)
    for size in options.sizes:
        peers = options.peers
        if peers is None:
            peers = AT_ANY_SIZE if size >= _LARGE else PEERS
        measure(size, peers, options.repeat)


if __name__ == "__main__":
    main()
