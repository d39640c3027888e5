"""Asks DuckDB: columns of ENUM and lists of ENUM, and a table of words.

That table is sorted by word: DuckDB then reads little more of it than the words asked for, in a tenth of the
time of scanning the text of each field for them. What a word weighs in a listing is added up beforehand.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.interactions import Interaction, Meanings, Word
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.source import (
    FACETS,
    MANY_VALUED,
    SHOWN,
    SINGLE_VALUED,
    WEIGHTS,
    read_listings,
)

_SEPARATOR = "|"
_MEASURES = ("latitude", "longitude", "x", "y", "z")
_LAST = "\U0010ffff"


class DuckdbTables:
    """A table of candidates for each interaction, then one GROUP BY for each facet."""

    name = "DuckDB"
    lacks = ""

    def build(self, directory: Path, folder: Path) -> None:
        """Load CSV files of everything into tables."""
        import duckdb

        file, words_file = folder / "listings.csv", folder / "words.csv"
        seen: dict[str, dict[str, None]] = {facet: {} for facet in FACETS}
        columns = [*SHOWN, *FACETS, *_MEASURES]
        with (
            file.open("w", encoding="utf-8", newline="") as stream,
            words_file.open("w", encoding="utf-8", newline="") as words_stream,
        ):
            writer, words_writer = csv.writer(stream), csv.writer(words_stream)
            words_writer.writerow(("word", "number", "weight"))
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
                    ]
                )
                weights: Counter[str] = Counter()
                for words, weight in zip(row.words, WEIGHTS.values(), strict=True):
                    for word in words.split():
                        weights[word] += weight
                words_writer.writerows((word, row.number, weight) for word, weight in weights.items())
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
        ]
        connection.execute(
            f"CREATE TABLE listings AS SELECT {', '.join(cells)} "
            "FROM read_csv(?, header = true, all_varchar = true)",
            [str(file)],
        )
        connection.execute(
            "CREATE TABLE words AS SELECT word, number::INTEGER AS number, weight::SMALLINT AS weight "
            "FROM read_csv(?, header = true, all_varchar = true) ORDER BY word, number",
            [str(words_file)],
        )
        connection.close()
        file.unlink()
        words_file.unlink()

    def open(self, directory: Path, folder: Path) -> None:  # noqa: ARG002
        """Open the table for reading."""
        import duckdb

        self._connection = duckdb.connect(str(folder / "listings.duckdb"), read_only=True)
        self._connection.execute("SET preserve_insertion_order = false")
        self._connection.execute("SELECT count(*) FROM listings").fetchone()

    def ask(self, asked: Interaction) -> Answer:
        """Keep the hits, then count and read from them; count each ticked facet without its own ticks."""
        connection = self._connection
        source, place, where = "listings", "0", ["true"]
        if asked.wanted:
            source += f" JOIN ({_in_all(map(_either, asked.wanted))}) AS held USING (number)"
            place = "-held.weight"
        if asked.near:
            place = " + ".join(
                f"({axis} - {middle})::FLOAT * ({axis} - {middle})::FLOAT"
                for axis, middle in zip("xyz", asked.near.vector, strict=True)
            )
            where.append(f"{place} <= {asked.near.squared_chord}")
        holding = {facet: _holds(facet, values) for facet, values in asked.chosen.items()}
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE found AS SELECT number, {', '.join(FACETS)}, latitude, longitude, "
            f"{place} AS place FROM {source} WHERE {' AND '.join([*where, *holding.values()])}"
        )
        counts = self._counts_of_single_values([facet for facet in SINGLE_VALUED if facet not in holding])
        for facet in MANY_VALUED:
            if facet not in holding:
                counts[facet] = self._counts(facet, "found", ["true"])
        for facet in holding:
            others = [held for other, held in holding.items() if other != facet]
            counts[facet] = self._counts(facet, source, [*where, *others])
        (total,) = connection.execute("SELECT count(*) FROM found").fetchone()
        rows = connection.execute(
            f"SELECT {', '.join(f'l.{column}' for column in SHOWN)} FROM (SELECT number, place FROM found "
            f"ORDER BY place, number LIMIT {FIRST_ROWS}) AS f "
            "JOIN listings AS l ON l.number = f.number ORDER BY f.place, f.number"
        ).fetchall()
        points = connection.execute(
            "SELECT latitude, longitude FROM found WHERE latitude IS NOT NULL"
        ).fetchnumpy()
        return Answer(total, counts, rows, points["latitude"])

    def _counts_of_single_values(self, facets: list[str]) -> dict[str, list[tuple[str, int]]]:
        """All in one pass: the sets differ in the one column that is not empty."""
        sets = ", ".join(f"({facet})" for facet in facets)
        rows = self._connection.execute(
            f"SELECT {', '.join(facets)}, count(*) FROM found GROUP BY GROUPING SETS ({sets})"
        ).fetchall()
        counts: dict[str, list[tuple[str, int]]] = {facet: [] for facet in facets}
        for *values, often in rows:
            for facet, value in zip(facets, values, strict=True):
                if value is not None:
                    counts[facet].append((value, often))
        return counts

    def _counts(self, facet: str, source: str, where: list[str]) -> list[tuple[str, int]]:
        value = f"unnest({facet})" if facet in MANY_VALUED else facet
        rows: list[tuple[str, int]] = self._connection.execute(
            f"SELECT {value} AS value, count(*) FROM {source} WHERE {' AND '.join(where)} GROUP BY 1"
        ).fetchall()
        return rows

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The rows of counts as they are."""
        return {facet: dict(rows) for facet, rows in answer.counts.items()}

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


def _either(meanings: Meanings) -> str:
    """Who holds one of the phrases, and how much that weighs."""
    alone = [phrase[0] for phrase in meanings if len(phrase) == 1]
    either = [_holders(alone)] if alone else []
    either += [_in_all(_holders([word]) for word in phrase) for phrase in meanings if len(phrase) > 1]
    if len(either) == 1:
        return either[0]
    return f"SELECT number, sum(weight) AS weight FROM ({' UNION ALL '.join(either)}) GROUP BY number"


def _holders(words: Iterable[Word]) -> str:
    either = []
    for word in words:
        start = word.beginning
        forms = [f"'{form}'" for form in word.forms if not (start and form.startswith(start))]
        either += [f"word IN ({', '.join(forms)})"] if forms else []
        either += [f"word >= '{start}' AND word < '{start}{_LAST}'"] if start else []
    return f"SELECT number, sum(weight) AS weight FROM words WHERE {' OR '.join(either)} GROUP BY number"


def _in_all(parts: Iterable[str]) -> str:
    """Those in all of the parts, with the sum of what they weigh there."""
    held = [f"({part}) AS part_{place}" for place, part in enumerate(parts)]
    weight = " + ".join(f"part_{place}.weight" for place in range(len(held)))
    joined = " ".join([held[0], *(f"JOIN {part} USING (number)" for part in held[1:])])
    return f"SELECT number, {weight} AS weight FROM {joined}"


def _holds(facet: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    if facet in MANY_VALUED:
        return f"list_has_any({facet}, [{listed}]::values_of_{facet}[])"
    return f"{facet} IN ({listed})"


PEER = DuckdbTables
