"""Reads the rows of a directory of our own, to compare a newer one with it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from peer_desktop.bundle.carried_schema import columns
from peer_desktop.bundle.reading import Rows
from peer_desktop.directory.opening import DirectoryProblem, open_read_only


def own_channel(path: Path) -> str | None:
    """The channel of a directory that this program wrote; None when it cannot be read."""
    try:
        with closing(open_read_only(path)) as connection:
            return str(connection.execute("SELECT channel FROM directory").fetchone()[0])
    except (DirectoryProblem, sqlite3.Error, UnicodeDecodeError):
        return None


def own_rows(path: Path) -> Rows | None:
    """All rows of a directory that this program wrote; None when it cannot be read."""
    try:
        with closing(open_read_only(path)) as connection:
            found = {}
            for table, named in columns().items():
                names = [name for name, _ in named]
                rows = connection.execute(f"SELECT {', '.join(names)} FROM {table}")  # noqa: S608 - our own names
                found[table] = [dict(zip(names, row, strict=True)) for row in rows]
            return found
    except (DirectoryProblem, sqlite3.Error, UnicodeDecodeError):
        return None
