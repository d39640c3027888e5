"""Asks this program."""

import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from benchmarks.interactions import Interaction
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.source import DAY
from peer_desktop.directory.bits import count_rows
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.query import Choice, Place, Query


class Ours:
    """The core, as the window asks it, with slips, word forms, synonyms and places switched on."""

    name = "this program"
    lacks = ""

    def build(self, directory: Path, folder: Path) -> None:
        """Let the core derive its index, and keep it."""
        self.renew(directory, folder)

    def renew(self, directory: Path, folder: Path) -> None:
        """Derive the index again where the core finds that it no longer belongs."""
        self.open(directory, folder)
        self.close()

    def open(self, directory: Path, folder: Path) -> None:
        """Open the directory with its index in place."""
        self._directory = Directory.open(directory, today=DAY, index_folder=folder)

    def ask(self, asked: Interaction) -> Answer:
        """Search, and read the first rows."""
        query = _query(asked)
        results = self._directory.search(query)
        rows = self._directory.rows(results.numbers[:FIRST_ROWS].tolist())
        return Answer(results.total, results.counts, rows, results.points.coordinates)

    def forget(self) -> None:
        """Forget the words that were looked up: every interaction is then the first of its kind."""
        self._directory._asking._matcher._kept.clear()

    def limit(self) -> float:
        """Milliseconds of one pass over the bits of all facet values: the least that counting can cost."""
        rows = self._directory._arrays["bits"]
        everyone = np.full(rows.shape[1], 0xFFFFFFFFFFFFFFFF, np.uint64)
        best = float("inf")
        for _ in range(20):
            began = time.perf_counter()
            count_rows(rows, everyone)
            best = min(best, time.perf_counter() - began)
        return best * 1000

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The counts that are not 0."""
        return {
            facet: {value.value: value.count for value in values if value.count}
            for facet, values in answer.counts.items()
        }

    def close(self) -> None:
        """Let the directory go."""
        self._directory.close()


def _query(asked: Interaction) -> Query:
    near = None
    if asked.near:
        around = asked.near
        name = Bilingual(around.name, around.name)
        near = Place(name, around.province, around.latitude, around.longitude)
    return Query(
        text=asked.text,
        chosen=frozenset(Choice(facet, value) for facet, values in asked.chosen.items() for value in values),
        near=near,
        within_km=asked.near.kilometres if asked.near else None,
    )


PEER = Ours
