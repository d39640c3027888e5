"""Reads listings out of a directory file as a peer takes them: text, facets with their values, a point."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.interactions import unit_vector
from peer_desktop.directory.folding import fold

MANY_VALUED = ("audience", "topic", "format", "structure", "language", "serves")
SINGLE_VALUED = (
    "formality", "setting", "identity", "frequency", "duration", "cost",
    "checked", "source_age", "kind", "peer_evidence",
)  # fmt: skip
FACETS = (*MANY_VALUED, *SINGLE_VALUED)

_ALWAYS_KNOWN = ("serves", "checked", "source_age", "kind", "peer_evidence")
DAY = date(2026, 11, 21)
"""On which everybody is asked: how old a listing is depends on it."""

_PART = 20_000
_WORD = re.compile(r"[a-z0-9]+")

_LISTINGS = """
    SELECT l.number, l.id, coalesce(l.name_en, ''), coalesce(l.name_fr, ''),
           coalesce(o.name_en, ''), coalesce(o.name_fr, ''), coalesce(a.city, ''), coalesce(a.province, ''),
           l.description_en, l.description_fr, l.eligibility_en, l.eligibility_fr, l.hours_en, l.hours_fr,
           l.kind, l.checked_on, l.source_date, a.latitude, a.longitude, a.address
    FROM listing AS l
    JOIN organization AS o ON o.id = l.organization_id
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
    labels: str
    body: str
    source_date: str | None
    checked_on: str | None
    facets: dict[str, tuple[str, ...]]
    """Every facet, with not-stated where nothing is known; only of `serves` there may be no value."""
    latitude: float | None
    longitude: float | None
    vector: tuple[float, float, float] | tuple[None, None, None]

    @property
    def ticks(self) -> str:
        """Every facet with its values, in one text."""
        return ";".join(f"{facet}={value}" for facet, values in self.facets.items() for value in values)

    @property
    def strong(self) -> str:
        """The text in which a word weighs more than in the body."""
        return f"{self.name} {self.organization} {self.city} {self.province} {self.labels}"


SHOWN = ("number", "id", "name", "organization", "city", "province", "ticks", "source_date", "checked_on")
"""The columns of a row in a list; its ticks are for the line that says how, for whom and at what cost."""


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


def words_asked(text: str) -> tuple[list[str], bool]:
    """The words of a search, and whether the last one is still being typed."""
    return words_of(text), text[-1:].isalnum()


def read_listings(directory: Path) -> Iterator[Row]:
    """All listings, by number."""
    with closing(sqlite3.connect(f"{directory.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        labels = {
            (facet, value): f"{english} {french}"
            for facet, value, english, french in connection.execute(
                "SELECT facet, value, label_en, label_fr FROM facet_value"
            )
        }
        (last,) = connection.execute("SELECT max(number) FROM listing").fetchone()
        for start in range(1, last + 1, _PART):
            span = (start, start + _PART - 1)
            ticked: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
            for number, facet, value in connection.execute(_TICKS, span):
                ticked[number][facet].append(value)
            for row in connection.execute(_LISTINGS, span):
                yield _row(row, ticked[row[0]], labels)


def _row(row: tuple[Any, ...], ticked: dict[str, list[str]], labels: dict[tuple[str, str], str]) -> Row:
    said = [
        labels[facet, value] for facet, values in ticked.items() for value in values if facet in _LABELLED
    ]
    facets = {facet: tuple(sorted(ticked.get(facet, ()))) for facet in FACETS}
    facets["kind"] = (row[14],)
    facets["checked"] = (_checked(row[15]),)
    facets["source_age"] = (_source_age(row[16]),)
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
        labels=" ".join(said),
        body=" ".join(text for text in (*row[8:14], row[19]) if text),
        source_date=row[16],
        checked_on=row[15],
        facets=facets,
        latitude=row[17],
        longitude=row[18],
        vector=(None, None, None) if row[17] is None else unit_vector(row[17], row[18]),
    )


_LABELLED = frozenset(FACETS) - set(_ALWAYS_KNOWN)


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
