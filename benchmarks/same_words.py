"""Writes down the words of every listing as this program reads them: all peers index the very same ones."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from benchmarks.peers.source import WEIGHTS, words_file
from peer_desktop.directory.index_build import _FACETS, _VALUES, INDEX_VERSION, _labels_of_listings
from peer_desktop.directory.index_texts import TEXTS, words_of_fields

_LAYOUT = "a column for each field"


def write_words(directory: Path) -> None:
    """Write the words of a directory beside it, by the field they stand in, unless they are there already."""
    target = words_file(directory)
    made_from = f"{_LAYOUT} {INDEX_VERSION} {directory.stat().st_size} {directory.stat().st_mtime_ns}"
    with suppress(sqlite3.Error), closing(sqlite3.connect(target)) as connection:
        if connection.execute("SELECT made_from FROM origin").fetchone() == (made_from,):
            return
    unfinished = target.with_suffix(".words.new")
    unfinished.unlink(missing_ok=True)
    columns = ", ".join(f"{field} TEXT" for field in WEIGHTS)
    marks = ", ".join("?" * len(WEIGHTS))
    with closing(sqlite3.connect(unfinished)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute(f"CREATE TABLE listing_words (number INTEGER PRIMARY KEY, {columns})")
        connection.execute("CREATE TABLE origin (made_from TEXT)")
        connection.executemany(f"INSERT INTO listing_words VALUES (?, {marks})", _rows(directory))
        connection.execute("INSERT INTO origin VALUES (?)", (made_from,))
        connection.commit()
    unfinished.replace(target)


def _rows(directory: Path) -> Iterator[tuple[int | str, ...]]:
    """Number and the words of each field, as often as they stand there, of every listing."""
    with closing(sqlite3.connect(f"{directory.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        (size,) = connection.execute("SELECT count(*) FROM listing").fetchone()
        ticked, values = connection.execute(_FACETS).fetchall(), connection.execute(_VALUES).fetchall()
        labels = _labels_of_listings(ticked, size, values)
        for row in connection.execute(TEXTS, (1, size)):
            fields = words_of_fields(row, labels[row[0] - 1])
            yield row[0], *(" ".join(fields[field]) for field in WEIGHTS)
