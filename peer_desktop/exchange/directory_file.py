"""Writes a directory file: the same rows give the same bytes under one version of SQLite."""

import os
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path

import sqlite_utils

from peer_desktop.directory.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES
from peer_desktop.exchange.findings import BuildNotWritten
from peer_desktop.exchange.rows import DirectoryRow

PAGE_SIZE = 4096

# Tables that others refer to come before those that refer to them.
_ORDER = (
    "directory", "organization", "facet", "facet_value", "listing", "location", "service_area",
    "listing_facet", "source", "crisis_line", "phone", "term", "term_see_also", "resource",
    "resource_topic", "place", "postal_prefix", "synonym", "full_text",
)  # fmt: skip


def write_directory(rows: Mapping[str, Sequence[DirectoryRow]], target: Path) -> None:
    """Write the file beside its place, then put it there in one step: a reader sees the old one or the new.

    Raises BuildNotWritten when the folder does not take it; the file that was there stays.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
        os.close(handle)
        unfinished = Path(name)
        try:
            _fill(unfinished, rows)
            with unfinished.open("r+b") as written:  # Windows syncs only what may be written
                os.fsync(written.fileno())
            unfinished.chmod(0o644)
            unfinished.replace(target)
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise BuildNotWritten(path=target, reason=error.strerror or type(error).__name__) from error
    except sqlite3.OperationalError as error:  # the disk is full
        raise BuildNotWritten(path=target, reason=error) from error


def _insert(database: sqlite_utils.Database, table: str, rows: Sequence[DirectoryRow]) -> None:
    """All rows of a table; a million cells of the plain ones are not looked at one by one on their way."""
    if table == "full_text" or not rows:
        database.table(table).insert_all(rows)
        return
    columns = [column.name for column in database.table(table).columns]
    names, places = ", ".join(f"[{name}]" for name in columns), ", ".join("?" * len(columns))
    database.conn.executemany(
        f"INSERT INTO [{table}] ({names}) VALUES ({places})",  # noqa: S608 - our own names
        ([row[name] for name in columns] for row in rows),
    )


def _fill(path: Path, rows: Mapping[str, Sequence[DirectoryRow]]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        connection.execute("PRAGMA encoding = 'UTF-8'")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")  # a crash leaves only the unfinished file
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.executescript(TABLES)
        database = sqlite_utils.Database(connection)
        with database.conn:
            database.execute("BEGIN")
            for table in _ORDER:
                _insert(database, table, rows[table])
        connection.execute("INSERT INTO full_text (full_text) VALUES ('optimize')")
        connection.execute("VACUUM")
