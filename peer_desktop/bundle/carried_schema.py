"""Says what the directory inside a bundle looks like: our tables; the search table is built on arrival."""

import hashlib
import sqlite3
from collections.abc import Mapping
from functools import cache

from peer_desktop.directory.schema import TABLES


def _statements(script: str) -> list[str]:
    """The statements of a script, comments before them left out."""
    found, statement = [], ""
    for line in script.splitlines(keepends=True):
        if not statement and (not line.strip() or line.startswith("--")):
            continue
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found


CARRIED_TABLES = "\n".join(s for s in _statements(TABLES) if not s.startswith("CREATE VIRTUAL TABLE"))
"""The SQL of a bundle's directory: ordinary tables and their indexes, nothing that runs."""

DDL_SHA256 = hashlib.sha256(CARRIED_TABLES.encode()).hexdigest()
"""What a manifest must name."""

ROWS: Mapping[str, tuple[int, int]] = {
    "directory": (1, 1),
    "organization": (1, 50_000),
    "listing": (1, 50_000),
    "location": (0, 50_000),
    "service_area": (1, 700_000),
    "phone": (1, 250_000),
    "source": (0, 500_000),
    "facet": (1, 100),
    "facet_value": (1, 5_000),
    "listing_facet": (0, 1_500_000),
    "crisis_line": (0, 500),
    "term": (0, 5_000),
    "term_see_also": (0, 50_000),
    "resource": (0, 20_000),
    "resource_topic": (0, 200_000),
    "place": (0, 60_000),
    "postal_prefix": (0, 5_000),
    "synonym": (0, 20_000),
}
"""Table → how many rows at least and at most. Without a crisis line a bundle is refused by its own code."""

Master = tuple[str, str, str, str | None]
"""type, name, table, SQL of one row of sqlite_master."""


@cache
def expected_master() -> tuple[Master, ...]:
    """What sqlite_master of a bundle's directory holds, in order."""
    connection = _in_memory()
    rows = connection.execute(MASTER).fetchall()
    connection.close()
    return tuple(tuple(row) for row in rows)


@cache
def columns() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Table → its columns, each with its type: TEXT, INTEGER or REAL."""
    connection = _in_memory()
    found = {
        table: tuple(connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall())
        for table in ROWS
    }
    connection.close()
    return found


MASTER = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(CARRIED_TABLES)
    return connection
