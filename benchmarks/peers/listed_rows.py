"""Reads rows and points by number for peers that find listings but keep no rows."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers import FIRST_ROWS

_ROWS = """
    SELECT l.number, l.id, l.name_en, l.name_fr, o.name_en, o.name_fr, a.city, a.province,
           (SELECT group_concat(f.facet || '=' || f.value, ';') FROM listing_facet AS f
            WHERE f.listing_id = l.id),
           (SELECT group_concat(s.code, ';') FROM service_area AS s WHERE s.listing_id = l.id),
           l.source_date, l.checked_on
    FROM listing AS l
    JOIN organization AS o ON o.id = l.organization_id
    LEFT JOIN location AS a ON a.listing_id = l.id
    WHERE l.number IN ({marks})
"""
_POINTS = """
    SELECT l.number, a.latitude, a.longitude
    FROM location AS a JOIN listing AS l ON l.id = a.listing_id
    WHERE a.latitude IS NOT NULL
"""


class ListedRows:
    """The directory file itself, and all its coordinates in memory."""

    def __init__(self, directory: Path) -> None:
        uri = f"{directory.absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True)
        self._statement = _ROWS.format(marks=",".join("?" * FIRST_ROWS))
        (last,) = self._connection.execute("SELECT max(number) FROM listing").fetchone()
        self._coordinates = np.full((last + 1, 2), np.nan, np.float32)
        held = np.array(self._connection.execute(_POINTS).fetchall(), np.float64)
        if len(held):
            self._coordinates[held[:, 0].astype(np.int64)] = held[:, 1:]

    def read(self, numbers: Sequence[int]) -> list[Any]:
        """Rows in the order of their numbers; no more than the first rows of a window."""
        bound = [*numbers, *([-1] * (FIRST_ROWS - len(numbers)))]
        found = {row[0]: row for row in self._connection.execute(self._statement, bound)}
        return [found[number] for number in numbers]

    def points(self, numbers: NDArray[np.int64]) -> NDArray[np.float32]:
        """Latitudes and longitudes of those that have them, shape (k, 2)."""
        coordinates = self._coordinates[numbers]
        return coordinates[~np.isnan(coordinates[:, 0])]

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()
