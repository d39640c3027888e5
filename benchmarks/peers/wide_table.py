"""Writes one wide table with FTS5 beside it, as sqlite-utils and Datasette expect their data."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.interactions import Around, Interaction
from benchmarks.peers.full_text import RANK, box_around
from benchmarks.peers.source import FACETS, MANY_VALUED, SHOWN, SINGLE_VALUED, WEIGHTS, Row, read_listings

TABLE = "listings"
FILE = "wide.db"

_TEXT = tuple(f"words_of_{field}" for field in WEIGHTS)
_COLUMNS = (*SHOWN, *FACETS, "latitude", "longitude", "x", "y", "z", *_TEXT)
"""The words last: what reads values need not read past them."""


def write_wide_table(directory: Path, folder: Path) -> None:
    """One row a listing; facets of many values are JSON arrays; all columns of one value have an index."""
    if (folder / FILE).exists():
        return
    unfinished = folder / f"{FILE}.new"
    unfinished.unlink(missing_ok=True)
    types = {"number": "INTEGER PRIMARY KEY"} | dict.fromkeys(
        ("latitude", "longitude", "x", "y", "z"), "REAL"
    )
    columns = ", ".join(f"{column} {types.get(column, 'TEXT')}" for column in _COLUMNS)
    text = ", ".join(_TEXT)
    with closing(sqlite3.connect(unfinished)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -400000")
        connection.execute(f"CREATE TABLE {TABLE} ({columns})")
        marks = ", ".join("?" * len(_COLUMNS))
        connection.executemany(f"INSERT INTO {TABLE} VALUES ({marks})", _rows(directory))
        for facet in SINGLE_VALUED:
            connection.execute(f"CREATE INDEX by_{facet} ON {TABLE} ({facet})")
        connection.execute(f"CREATE INDEX by_point ON {TABLE} (latitude, longitude)")
        connection.execute(
            f"CREATE VIRTUAL TABLE {TABLE}_fts USING fts5 ({text}, content=[{TABLE}], "
            "content_rowid=[number], tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
        )
        connection.execute(f"INSERT INTO {TABLE}_fts ({TABLE}_fts) VALUES ('rebuild')")
        connection.execute(f"INSERT INTO {TABLE}_fts ({TABLE}_fts, rank) VALUES ('rank', '{RANK}')")
        connection.execute(f"INSERT INTO {TABLE}_fts ({TABLE}_fts) VALUES ('optimize')")
        connection.execute("ANALYZE")
        connection.commit()
    unfinished.replace(folder / FILE)


def _rows(directory: Path) -> Iterator[tuple[object, ...]]:
    for row in read_listings(directory):
        yield (
            *(getattr(row, column) for column in SHOWN),
            *(_cell(row, facet) for facet in FACETS),
            row.latitude,
            row.longitude,
            *row.vector,
            *row.words,
        )


def _cell(row: Row, facet: str) -> str:
    return json.dumps(row.facets[facet]) if facet in MANY_VALUED else row.facets[facet][0]


def conditions(chosen: Mapping[str, tuple[str, ...]], near: Interaction | None) -> str:
    """SQL for ticked values and for the circle of an interaction; our own values, so they need no marks."""
    parts = []
    for facet, values in chosen.items():
        listed = ", ".join(f"'{value}'" for value in values)
        if facet in MANY_VALUED:
            parts.append(f"EXISTS (SELECT 1 FROM json_each({TABLE}.{facet}) WHERE value IN ({listed}))")
        else:
            parts.append(f"{facet} IN ({listed})")
    if near is not None and near.near is not None:
        west, east, south, north = box_around(near)
        parts.append(f"latitude BETWEEN {south} AND {north} AND longitude BETWEEN {west} AND {east}")
        parts.append(f"{distance(near.near)} <= {near.near.squared_chord}")
    return " AND ".join(parts) or "1"


def distance(around: Around) -> str:
    """SQL for the squared chord from the middle of a circle."""
    return " + ".join(
        f"({axis} - {middle}) * ({axis} - {middle})"
        for axis, middle in zip("xyz", around.vector, strict=True)
    )
