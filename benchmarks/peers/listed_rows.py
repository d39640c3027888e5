"""Keeps rows and points ready, by number, for peers that find listings but keep no rows."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.peers import FIRST_ROWS
from benchmarks.peers.source import SHOWN, read_listings

_ROWS, _POINTS = "rows.db", "points.npy"


def write_rows(directory: Path, folder: Path) -> None:
    """A table with the columns that a list shows, and an array of the coordinates."""
    points = [(np.nan, np.nan)]
    marks = ", ".join("?" * len(SHOWN))
    with closing(sqlite3.connect(folder / _ROWS)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute(
            f"CREATE TABLE listed ({SHOWN[0]} INTEGER PRIMARY KEY, "
            f"{', '.join(f'{column} TEXT' for column in SHOWN[1:])})"
        )
        for row in read_listings(directory):
            shown = [getattr(row, column) for column in SHOWN]
            connection.execute(f"INSERT INTO listed VALUES ({marks})", shown)
            points += [(np.nan, np.nan)] * (row.number + 1 - len(points))
            if row.latitude is not None and row.longitude is not None:
                points[row.number] = row.latitude, row.longitude
        connection.commit()
    np.save(folder / _POINTS, np.array(points, np.float32))


class ListedRows:
    """The table, and all coordinates in memory."""

    def __init__(self, folder: Path) -> None:
        uri = f"{(folder / _ROWS).absolute().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True)
        self._statement = f"SELECT * FROM listed WHERE {SHOWN[0]} IN ({', '.join('?' * FIRST_ROWS)})"
        self._coordinates: NDArray[np.float32] = np.load(folder / _POINTS)

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
