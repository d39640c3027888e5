"""Reads listings out of a directory file as a peer takes them: text, facets with their values, a point."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.interactions import unit_vector

MANY_VALUED = ("audience", "topic", "format", "structure", "language", "serves")
SINGLE_VALUED = (
    "formality", "setting", "identity", "frequency", "duration", "cost",
    "checked", "source_age", "kind", "peer_evidence",
)  # fmt: skip
FACETS = (*MANY_VALUED, *SINGLE_VALUED)

WEIGHTS = {"name": 12, "organization": 5, "place": 5, "labels": 4, "text": 2}
"""What a word weighs by the field it stands in: for every peer the same as for this program."""

_ALWAYS_KNOWN = ("serves", "checked", "source_age", "kind", "peer_evidence")
DAY = date(2026, 11, 21)
"""On which everybody is asked: how old a listing is depends on it."""

_PART = 20_000

_LISTINGS = f"""
    SELECT l.number, l.id, coalesce(l.name_en, ''), coalesce(l.name_fr, ''),
           coalesce(o.name_en, ''), coalesce(o.name_fr, ''), coalesce(a.city, ''), coalesce(a.province, ''),
           l.kind, l.checked_on, l.source_date, a.latitude, a.longitude,
           {", ".join(f"w.{field}" for field in WEIGHTS)}
    FROM listing AS l
    JOIN organization AS o ON o.id = l.organization_id
    JOIN words.listing_words AS w ON w.number = l.number
    LEFT JOIN location AS a ON a.listing_id = l.id
    WHERE l.number BETWEEN ? AND ?
    ORDER BY l.number
"""
_TICKS = """
    SELECT l.number, f.facet, f.value FROM listing AS l JOIN listing_facet AS f ON f.listing_id = l.id
    WHERE l.number BETWEEN ?1 AND ?2
    UNION ALL
    SELECT l.number, 'serves', s.code FROM listing AS l JOIN service_area AS s ON s.listing_id = l.id
    WHERE l.number BETWEEN ?1 AND ?2
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One listing."""

    number: int
    id: str
    name: str
    organization: str
    city: str
    province: str
    words: tuple[str, ...]
    """The words of each field, in the order of the weights, folded, with spaces between."""
    source_date: str | None
    checked_on: str | None
    facets: dict[str, tuple[str, ...]]
    """Every facet, with not-stated where nothing is known; only of `serves` there may be no value."""
    latitude: float | None
    longitude: float | None
    vector: tuple[float, float, float] | tuple[None, None, None]

    @property
    def every_word(self) -> str:
        """The words of all fields, each once."""
        return " ".join(dict.fromkeys(" ".join(self.words).split()))

    @property
    def ticks(self) -> str:
        """Every facet with its values, in one text."""
        return ";".join(f"{facet}={value}" for facet, values in self.facets.items() for value in values)


SHOWN = ("number", "id", "name", "organization", "city", "province", "ticks", "source_date", "checked_on")
"""The columns of a row in a list; its ticks are for the line that says how, for whom and at what cost."""


def words_file(directory: Path) -> Path:
    """Where the words of a directory are, as this program reads them: see benchmarks/same_words.py."""
    return directory.with_suffix(".words")


def read_listings(directory: Path) -> Iterator[Row]:
    """All listings, by number."""
    with closing(sqlite3.connect(f"{directory.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("ATTACH ? AS words", (str(words_file(directory)),))
        (last,) = connection.execute("SELECT max(number) FROM listing").fetchone()
        for start in range(1, last + 1, _PART):
            span = (start, start + _PART - 1)
            ticked: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
            for number, facet, value in connection.execute(_TICKS, span):
                ticked[number][facet].append(value)
            for row in connection.execute(_LISTINGS, span):
                yield _row(row, ticked[row[0]])


def _row(row: tuple[Any, ...], ticked: dict[str, list[str]]) -> Row:
    facets = {facet: tuple(sorted(ticked.get(facet, ()))) for facet in FACETS}
    facets["kind"] = (row[8],)
    facets["checked"] = (_checked(row[9]),)
    facets["source_age"] = (_source_age(row[10]),)
    for facet, values in facets.items():
        if not values and facet not in _ALWAYS_KNOWN:
            facets[facet] = ("not-stated",)
    return Row(
        number=row[0],
        id=row[1],
        name=f"{row[2]} {row[3]}".strip(),
        organization=f"{row[4]} {row[5]}".strip(),
        city=row[6],
        province=row[7],
        words=row[13:],
        source_date=row[10],
        checked_on=row[9],
        facets=facets,
        latitude=row[11],
        longitude=row[12],
        vector=(None, None, None) if row[11] is None else unit_vector(row[11], row[12]),
    )


def _checked(day: str | None) -> str:
    if day is None:
        return "never"
    age = (DAY - date.fromisoformat(day)).days
    return "within-6-months" if age <= 183 else "within-12-months" if age <= 366 else "longer-ago"


def _source_age(written: str | None) -> str:
    """By the last day that a partial date can mean."""
    if written is None:
        return "undated"
    year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
    if not month:
        last = date(year, 12, 31).toordinal()
    elif not day:
        last = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
    else:
        last = date(year, month, day).toordinal()
    return "within-a-year" if DAY.toordinal() - last <= 366 else "older"
