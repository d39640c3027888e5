"""Asks DuckDB: columns of ENUM and lists of ENUM, and folded text that is scanned."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.interactions import Interaction, Meanings
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.source import (
    FACETS,
    MANY_VALUED,
    SHOWN,
    SINGLE_VALUED,
    listed_words,
    read_listings,
)

_SEPARATOR = "|"
_MEASURES = ("latitude", "longitude", "x", "y", "z")


class DuckdbTables:
    """A table of candidates for each interaction, then one GROUP BY for each facet."""

    name = "DuckDB"
    lacks = "has no index of words, scans text"

    def build(self, directory: Path, folder: Path) -> None:
        """Load a CSV file of everything into a table."""
        import duckdb

        file = folder / "listings.csv"
        seen: dict[str, dict[str, None]] = {facet: {} for facet in FACETS}
        columns = [*SHOWN, *FACETS, *_MEASURES, "strong", "words"]
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns)
            for row in read_listings(directory):
                for facet, values in row.facets.items():
                    seen[facet].update(dict.fromkeys(values))
                writer.writerow(
                    [
                        *(getattr(row, column) for column in SHOWN),
                        *(_SEPARATOR.join(row.facets[facet]) for facet in FACETS),
                        row.latitude,
                        row.longitude,
                        *row.vector,
                        f" {row.strong} ",
                        f" {row.body} ",
                    ]
                )
        connection = duckdb.connect(str(folder / "listings.duckdb"))
        for facet, values in seen.items():
            listed = ", ".join(f"'{value}'" for value in values)
            connection.execute(f"CREATE TYPE values_of_{facet} AS ENUM ({listed})")
        cells = [
            *(f"{column}::INTEGER AS {column}" if column == "number" else column for column in SHOWN),
            *(f"{facet}::values_of_{facet} AS {facet}" for facet in SINGLE_VALUED),
            *(
                f"list_filter(string_split({facet}, '{_SEPARATOR}'), lambda one: one <> '')"
                f"::values_of_{facet}[] AS {facet}"
                for facet in MANY_VALUED
            ),
            *(f"{measure}::FLOAT AS {measure}" for measure in _MEASURES),
            "strong",
            "words",
        ]
        connection.execute(
            f"CREATE TABLE listings AS SELECT {', '.join(cells)} "
            "FROM read_csv(?, header = true, all_varchar = true)",
            [str(file)],
        )
        connection.close()
        file.unlink()

    def open(self, directory: Path, folder: Path) -> None:  # noqa: ARG002
        """Open the table for reading."""
        import duckdb

        self._connection = duckdb.connect(str(folder / "listings.duckdb"), read_only=True)
        self._connection.execute("SET preserve_insertion_order = false")
        self._connection.execute("SELECT count(*) FROM listings").fetchone()

    def ask(self, asked: Interaction) -> Answer:
        """Keep the candidates, then count and read from them."""
        connection = self._connection
        where, place = [], "0"
        for meanings in asked.wanted:
            where.append(_held("words", meanings))
            place += f" - ({_held('strong', meanings)})::INT"
        if asked.near:
            place = " + ".join(
                f"({axis} - {middle})::FLOAT * ({axis} - {middle})::FLOAT"
                for axis, middle in zip("xyz", asked.near.vector, strict=True)
            )
            where.append(f"{place} <= {asked.near.squared_chord}")
        holding = {facet: _holds(facet, values) for facet, values in asked.chosen.items()}
        marks = "".join(f", coalesce({held}, false) AS has_{facet}" for facet, held in holding.items())
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE found AS SELECT number, {', '.join(FACETS)}, latitude, longitude"
            f"{marks}, {place} AS place FROM listings" + (f" WHERE {' AND '.join(where)}" if where else "")
        )
        counts = {facet: self._counts(facet, _all_but(facet, holding)) for facet in FACETS}
        every = _all_but("", holding)
        (total,) = connection.execute(f"SELECT count(*) FROM found WHERE {every}").fetchone()
        rows = connection.execute(
            f"SELECT {', '.join(f'l.{column}' for column in SHOWN)} FROM (SELECT number, place FROM found "
            f"WHERE {every} ORDER BY place, number LIMIT {FIRST_ROWS}) AS f "
            "JOIN listings AS l ON l.number = f.number ORDER BY f.place, f.number"
        ).fetchall()
        points = connection.execute(
            f"SELECT latitude, longitude FROM found WHERE {every} AND latitude IS NOT NULL"
        ).fetchnumpy()
        return Answer(total, counts, rows, points["latitude"])

    def _counts(self, facet: str, where: str) -> list[tuple[str, int]]:
        value = f"unnest({facet})" if facet in MANY_VALUED else facet
        return self._connection.execute(
            f"SELECT {value} AS value, count(*) FROM found WHERE {where} GROUP BY 1"
        ).fetchall()

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The rows of counts as they are."""
        return {facet: dict(rows) for facet, rows in answer.counts.items()}

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


def _held(column: str, meanings: Meanings) -> str:
    """One pattern for all meanings of one word, and one for every word of each longer phrase."""
    alone = [part for phrase in meanings if len(phrase) == 1 for part in listed_words(phrase[0])]
    either = [_contains(column, alone)] if alone else []
    either += [
        " AND ".join(_contains(column, listed_words(word)) for word in phrase)
        for phrase in meanings
        if len(phrase) > 1
    ]
    return "(" + " OR ".join(f"({part})" for part in either) + ")"


def _contains(column: str, parts: list[str]) -> str:
    if len(parts) == 1:
        return f"contains({column}, '{parts[0]}')"
    return f"regexp_matches({column}, '{'|'.join(parts)}')"


def _holds(facet: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    if facet in MANY_VALUED:
        return f"list_has_any({facet}, [{listed}]::values_of_{facet}[])"
    return f"{facet} IN ({listed})"


def _all_but(facet: str, holding: Mapping[str, Any]) -> str:
    return " AND ".join(f"has_{other}" for other in holding if other != facet) or "true"


PEER = DuckdbTables
