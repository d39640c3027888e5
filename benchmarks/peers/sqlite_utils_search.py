"""Asks sqlite-utils as its documentation shows: table.search() for the words, Counter for the facets."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from benchmarks.interactions import Interaction
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.full_text import matching
from benchmarks.peers.source import FACETS, MANY_VALUED, SHOWN
from benchmarks.peers.wide_table import FILE, TABLE, conditions, distance, write_wide_table


class SqliteUtilsSearch:
    """All rows that match come into Python; counting is done there."""

    name = "sqlite-utils search"
    lacks = ""

    def build(self, directory: Path, folder: Path) -> None:
        """Write the wide table."""
        write_wide_table(directory, folder)

    def open(self, directory: Path, folder: Path) -> None:  # noqa: ARG002
        """Open the wide table."""
        import sqlite_utils

        self._database = sqlite_utils.Database(folder / FILE)
        self._table = self._database.table(TABLE)

    def ask(self, asked: Interaction) -> Answer:
        """Search or read, then count in Python."""
        columns = ["number", "latitude", "longitude", *FACETS, *("xyz" if asked.near else "")]
        words = matching(asked)
        near = conditions({}, asked)
        order = distance(asked.near) if asked.near else None
        if words:
            # by rank where there is no other order
            where = near if asked.near else None
            hits = list(self._table.search(words, columns=columns, where=where, order_by=order))
        else:
            hits = list(self._table.rows_where(near, select=",".join(columns), order_by=order))
        for hit in hits:
            for facet in MANY_VALUED:
                hit[facet] = json.loads(hit[facet])
        missing = [
            [facet for facet, values in asked.chosen.items() if not _holds(hit, facet, values)]
            for hit in hits
        ]
        found = [hit for hit, missed in zip(hits, missing, strict=True) if not missed]
        counts = {}
        for facet in FACETS:
            counted = found
            if facet in asked.chosen:
                counted = [
                    hit for hit, missed in zip(hits, missing, strict=True) if not missed or missed == [facet]
                ]
            if facet in MANY_VALUED:
                counts[facet] = Counter(value for hit in counted for value in hit[facet])
            else:
                counts[facet] = Counter(hit[facet] for hit in counted)
        first = [hit["number"] for hit in found[:FIRST_ROWS]]
        listed = f"number IN ({','.join(map(str, first))})"
        shown = {row["number"]: row for row in self._table.rows_where(listed, select=",".join(SHOWN))}
        rows = [shown[number] for number in first]
        points = [(hit["latitude"], hit["longitude"]) for hit in found if hit["latitude"] is not None]
        return Answer(len(found), counts, rows, points)

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The counters as they are."""
        return {facet: dict(counter) for facet, counter in answer.counts.items()}

    def close(self) -> None:
        """Let the file go."""
        self._database.close()


def _holds(hit: dict[str, object], facet: str, values: tuple[str, ...]) -> bool:
    held = hit[facet]
    return not set(values).isdisjoint(held) if isinstance(held, list) else held in values


PEER = SqliteUtilsSearch
