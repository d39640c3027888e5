"""Asks SQLite in plain SQL, done well: full text, whole numbers for values, indexes, one GROUP BY a facet.

FTS5 has a column for each field and weighs them in bm25. It keeps where each word stands: if it kept only the
column, it would find in less time, but could not rank without reading the texts again.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.interactions import Interaction
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.full_text import RANK, box_around, matching
from benchmarks.peers.source import FACETS, MANY_VALUED, SHOWN, SINGLE_VALUED, WEIGHTS, read_listings

_FIRST_CONDITION = 100


class PlainSql:
    """A table of candidates for each interaction, then one GROUP BY for each facet."""

    name = "plain SQL, good indexes"
    lacks = ""

    def build(self, directory: Path, folder: Path) -> None:
        """Write tables of whole numbers, FTS5 with prefixes, and an R*Tree."""
        numbers: dict[tuple[str, str], int] = {}
        with closing(sqlite3.connect(folder / "plain.db")) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -400000")
            connection.executescript(_TABLES)
            for row in read_listings(directory):
                codes = {
                    facet: [numbers.setdefault((facet, value), len(numbers) + 1) for value in values]
                    for facet, values in row.facets.items()
                }
                shown = [getattr(row, column) for column in SHOWN]
                singles = [codes[facet][0] for facet in SINGLE_VALUED]
                connection.execute(
                    _INSERT_LISTING, (*shown, *singles, row.latitude, row.longitude, *row.vector)
                )
                connection.execute(_INSERT_WORDS, (row.number, *row.words))
                for facet in MANY_VALUED:
                    connection.executemany(
                        f"INSERT INTO many_{facet} VALUES (?, ?)",
                        [(row.number, code) for code in sorted(codes[facet])],
                    )
                if row.latitude is not None:
                    box = (row.longitude, row.longitude, row.latitude, row.latitude)
                    connection.execute("INSERT INTO box VALUES (?, ?, ?, ?, ?)", (row.number, *box))
            connection.executemany(
                "INSERT INTO value VALUES (?, ?, ?)", [(code, *pair) for pair, code in numbers.items()]
            )
            connection.execute("INSERT INTO words (words) VALUES ('optimize')")
            connection.executescript(_INDEXES)
            connection.commit()

    def open(self, directory: Path, folder: Path) -> None:  # noqa: ARG002
        """Open the tables with a large cache."""
        file = (folder / "plain.db").absolute().as_uri()
        self._connection = connection = sqlite3.connect(f"{file}?immutable=1", uri=True)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -400000")
        connection.execute("PRAGMA mmap_size = 8000000000")
        connection.execute("CREATE TEMP TABLE found (number INTEGER PRIMARY KEY, missing INT, place REAL)")
        values = connection.execute("SELECT number, facet, value FROM value").fetchall()
        self._numbers = {(facet, value): number for number, facet, value in values}
        self._values = {number: value for number, _, value in values}

    def ask(self, asked: Interaction) -> Answer:
        """Fill the table of candidates, then count and read from it."""
        connection = self._connection
        source, where, order, bound = "listing", [], "0", []
        if words := matching(asked):
            source, order = "words JOIN listing ON listing.number = words.rowid", "words.rank"
            where.append("words MATCH ?")
            bound.append(words)
        if asked.near:
            order = "(x - {}) * (x - {}) + (y - {}) * (y - {}) + (z - {}) * (z - {})".format(
                *(part for part in asked.near.vector for _ in range(2))
            )
            where.append(
                "listing.number IN "
                "(SELECT number FROM box WHERE x1 >= ? AND x0 <= ? AND y1 >= ? AND y0 <= ?) "
                f"AND {order} <= ?"
            )
            bound += [*box_around(asked), asked.near.squared_chord]
        # what a listing misses: 0 nothing, 100 + i only condition i, 200 and more two of them
        missing = ["0"]
        for place, (facet, values) in enumerate(asked.chosen.items()):
            missing.append(f"(NOT {self._holds(facet, values)}) * {_FIRST_CONDITION + place}")
        if len(asked.chosen) > 1:
            where.append(f"{'+'.join(missing)} < {2 * _FIRST_CONDITION}")
        connection.execute("DELETE FROM temp.found")
        connection.execute(
            f"INSERT INTO temp.found SELECT listing.number, {'+'.join(missing)}, {order} FROM {source} "
            + (f"WHERE {' AND '.join(where)}" if where else ""),
            bound,
        )
        counts = {facet: self._counts(facet, list(asked.chosen)) for facet in FACETS}
        (total,) = connection.execute("SELECT count(*) FROM temp.found WHERE missing = 0").fetchone()
        rows = connection.execute(_ROWS).fetchall()
        return Answer(total, counts, rows, connection.execute(_POINTS).fetchall())

    def _holds(self, facet: str, values: tuple[str, ...]) -> str:
        numbers = ", ".join(str(self._numbers.get((facet, value), -1)) for value in values)
        if facet in MANY_VALUED:
            return (
                f"EXISTS (SELECT 1 FROM many_{facet} AS m "
                f"WHERE m.number = listing.number AND m.value IN ({numbers}))"
            )
        return f"listing.{facet} IN ({numbers})"

    def _counts(self, facet: str, conditions: list[str]) -> list[tuple[int, int]]:
        missing = "f.missing = 0"
        if facet in conditions:
            missing = f"f.missing IN (0, {_FIRST_CONDITION + conditions.index(facet)})"
        if facet in MANY_VALUED:
            source, value = f"many_{facet} AS m ON m.number = f.number", "m.value"
        else:
            source, value = "listing AS l ON l.number = f.number", f"l.{facet}"
        return self._connection.execute(
            f"SELECT {value}, count(*) FROM temp.found AS f JOIN {source} WHERE {missing} GROUP BY 1"
        ).fetchall()

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The numbers of values as values."""
        return {facet: {self._values[code]: n for code, n in rows} for facet, rows in answer.counts.items()}

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


_TABLES = (
    "CREATE TABLE value (number INTEGER PRIMARY KEY, facet TEXT, value TEXT);"
    "CREATE TABLE listing (number INTEGER PRIMARY KEY, "
    + ", ".join(f"{column} TEXT" for column in SHOWN[1:])
    + ", "
    + ", ".join(f"{facet} INTEGER" for facet in SINGLE_VALUED)
    + ", latitude REAL, longitude REAL, x REAL, y REAL, z REAL);"
    + "".join(
        f"CREATE TABLE many_{facet} (number INTEGER, value INTEGER, PRIMARY KEY (number, value)) "
        "WITHOUT ROWID;"
        for facet in MANY_VALUED
    )
    + "CREATE VIRTUAL TABLE box USING rtree (number, x0, x1, y0, y1);"
    + f"CREATE VIRTUAL TABLE words USING fts5 ({', '.join(WEIGHTS)}, content = '', "
    + "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');"
    + f"INSERT INTO words (words, rank) VALUES ('rank', '{RANK}');"
)
_INSERT_WORDS = f"INSERT INTO words (rowid, {', '.join(WEIGHTS)}) VALUES (?{', ?' * len(WEIGHTS)})"
_INSERT_LISTING = f"INSERT INTO listing VALUES ({', '.join('?' * (len(SHOWN) + len(SINGLE_VALUED) + 5))})"
_INDEXES = (
    "".join(f"CREATE INDEX by_{facet} ON listing ({facet});" for facet in SINGLE_VALUED)
    + "".join(f"CREATE INDEX by_{facet} ON many_{facet} (value, number);" for facet in MANY_VALUED)
    + "ANALYZE;"
)
_ROWS = f"""
    SELECT {", ".join(f"l.{column}" for column in SHOWN)}
    FROM (
        SELECT number, place FROM temp.found WHERE missing = 0 ORDER BY place, number LIMIT {FIRST_ROWS}
    ) AS f
    JOIN listing AS l ON l.number = f.number ORDER BY f.place, f.number
"""
_POINTS = """
    SELECT latitude, longitude FROM temp.found AS f JOIN listing AS l ON l.number = f.number
    WHERE f.missing = 0 AND latitude IS NOT NULL
"""

PEER = PlainSql
