"""Invents a directory of any size that is like the real one: the same schema, facets, places and words.

    python -m benchmarks.generate SIZE FILE [--seed 1]

The same size and seed give the same bytes. Facet values, synonyms, the gazetteer, crisis lines, the glossary
and the resources are copied from the shipped directory; listings, organizations and phones are invented. The
table full_text stays empty: this program does not read it, and the peers each build their own.
"""

import argparse
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.invented_rows import organizations, parts
from benchmarks.invention import invent
from benchmarks.likeness import Likeness, read_likeness
from peer_desktop import paths
from peer_desktop.directory.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES

_COPIED = (
    "facet",
    "facet_value",
    "crisis_line",
    "term",
    "term_see_also",
    "resource",
    "resource_topic",
    "place",
    "postal_prefix",
    "synonym",
)


def generate(size: int, target: Path, *, seed: int = 1, like: Path | None = None) -> None:
    """Write a directory of `size` invented listings, like the shipped one or the one at `like`."""
    model = (like or paths.shipped_directory()).absolute()
    with closing(sqlite3.connect(f"{model.as_uri()}?mode=ro", uri=True)) as connection:
        likeness = read_likeness(connection)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.new")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
        _prepare(connection)
        connection.execute("ATTACH ? AS model", (str(model),))
        connection.execute("BEGIN")
        for table in _COPIED:
            connection.execute(f"INSERT INTO {table} SELECT * FROM model.{table}")
        connection.execute("INSERT INTO phone SELECT * FROM model.phone WHERE crisis_line_id IS NOT NULL")
        connection.execute(
            "INSERT INTO directory "
            "SELECT 'invented', ?, ?, data_as_of, licence, credits FROM model.directory",
            (f"{size:,} invented listings", f"{size:,} fiches inventées"),
        )
        _insert_listings(connection, size, seed, likeness)
        connection.execute("COMMIT")
        connection.execute("DETACH model")
    unfinished.replace(target)


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA page_size = 4096")
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -200000")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.executescript(TABLES)


def _insert_listings(connection: sqlite3.Connection, size: int, seed: int, likeness: Likeness) -> None:
    invention = invent(size, seed, likeness)
    _insert(connection, "organization", 3, organizations(invention))
    for part in parts(invention):
        _insert(connection, "listing", 19, part.listings)
        _insert(connection, "location", 8, part.locations)
        _insert(connection, "service_area", 2, part.service_areas)
        _insert(connection, "listing_facet", 3, part.facets)
        _insert(connection, "phone", 8, part.phones)
        _insert(connection, "source", 4, part.sources)


def _insert(
    connection: sqlite3.Connection, table: str, columns: int, rows: Iterator[Sequence[object]]
) -> None:
    marks = ", ".join("?" * columns)
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def main() -> None:
    """Write the file that is asked for."""
    about = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=about)
    parser.add_argument("size", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generate(options.size, options.file, seed=options.seed)


if __name__ == "__main__":
    main()
