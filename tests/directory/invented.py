"""Invents directories of any shape in memory: the real schema, few words, and rows in any order."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.folding import fold, fold_place
from peer_desktop.directory.query import Query
from peer_desktop.directory.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES

FACETS: dict[str, tuple[str, ...]] = {
    "audience": ("veterans", "families", "spouses-partners", "public-safety", "bereaved", "children-youth"),
    "topic": ("ptsd-osi", "grief-loss", "substance-use"),
    "format": ("in-person", "online", "phone"),
    "structure": ("one-on-one", "group"),
    "setting": ("community", "workplace"),
    "cost": ("free", "fee"),
    "language": ("en", "fr"),
}
"""Facets of which nothing may be known; `not-stated` is added to each."""
PROVINCES = ("AB", "NB", "NL", "ON", "QC")
TOWNS = (
    ("Moncton", None, "NB", 46.0945, -64.7965, 86_106),
    ("Saint John", None, "NB", 45.2733, -66.0633, 69_895),
    ("St. John's", "Saint-Jean", "NL", 47.5615, -52.7126, 110_525),
    ("Quebec", "Québec", "QC", 46.8139, -71.2080, 549_459),
    ("Windsor", None, "ON", 42.3001, -83.0165, 229_660),
    ("Windsor", None, "NS", 44.9901, -64.1311, 3_648),
    ("Calgary", None, "AB", 51.0501, -114.0853, 1_306_784),
    ("Hope", None, "BC", 49.3799, -121.4416, 6_686),
)
_VOCABULARY = """
    grief deuil veteran vétérans family famille families wife group groupe meeting coffee café horse police
    officer spouse conjoint peer pairs support soutien online hope harbour lighthouse drinking substance use
    nightmares traumatic stress école œuvre OSI 911 centre vétéran(e)s NOT sans
"""
WORDS = _VOCABULARY.split()


@dataclass(frozen=True)
class Invented:
    """One listing. Facets of which nothing is known are absent."""

    id: str
    name: str = "A group"
    name_fr: str | None = None
    organization: str = "An organization"
    description: str = ""
    kind: str = "program"
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    serves: tuple[str, ...] = ("CA",)
    town: str | None = None
    province: str | None = None
    point: tuple[float, float] | None = None
    source_date: str | None = None
    checked_on: str | None = None
    peer_evidence: str = "stated"

    def values(self, facet: str) -> frozenset[str]:
        """The values by which this listing is counted, `not-stated` included."""
        if facet == "kind":
            return frozenset({self.kind})
        if facet == "serves":
            return frozenset(self.serves)
        if facet == "peer_evidence":
            return frozenset({self.peer_evidence})
        return frozenset(self.facets.get(facet, ())) or frozenset({"not-stated"})


def invent(seed: int, size: int) -> list[Invented]:
    """Listings that differ in everything a search looks at."""
    rng = random.Random(seed)
    return [_invent_one(rng, number) for number in range(size)]


def _invent_one(rng: random.Random, number: int) -> Invented:
    def some(choices: Sequence[str], most: int) -> tuple[str, ...]:
        return tuple(rng.sample(choices, rng.randint(0, min(most, len(choices)))))

    place = rng.random() < 0.3
    town = rng.choice(TOWNS) if place or rng.random() < 0.3 else None
    near = None
    if town and rng.random() < 0.9:
        near = round(town[3] + rng.uniform(-1, 1), 4), round(town[4] + rng.uniform(-1, 1), 4)
    return Invented(
        id=f"listing-{number:04}",
        name=" ".join(rng.choices(WORDS, k=rng.randint(1, 4))),
        name_fr=" ".join(rng.choices(WORDS, k=2)) if rng.random() < 0.4 else None,
        organization=" ".join(rng.choices(WORDS, k=2)),
        description=" ".join(rng.choices(WORDS, k=rng.randint(0, 15))),
        kind="place" if place else "program",
        facets={name: some(values, 2) for name, values in FACETS.items()},
        serves=rng.choice((("CA",), some(PROVINCES, 3), (town[2],) if town else ())),
        town=town[0] if town else None,
        province=town[2] if town else None,
        point=near,
        source_date=rng.choice((None, "2019", "2026-03", "2025-11-20", "2024-02-29")),
        checked_on=rng.choice((None, "2026-11-01", "2026-01-15", "2020-05-05")),
        peer_evidence="stated" if not place else rng.choice(("stated", "referral", "not-confirmed")),
    )


SYNONYMS = (
    ("wife", "spouse", 0),
    ("spouse", "conjoint", 1),
    ("drinking", "substance use", 0),
    ("nightmares", "OSI", 0),
    ("grief", "deuil", 1),
)


def write(
    target: Path,
    listings: Sequence[Invented],
    *,
    synonyms: Sequence[tuple[str, str, int]] = SYNONYMS,
    shuffled: int | None = None,
) -> Path:
    """Write a directory file; `shuffled` is the seed of another order of rows that says the same."""
    rng = random.Random(shuffled)
    numbered = sorted(listings, key=lambda one: (fold(one.name), one.id))
    rows: list[tuple[str, tuple[object, ...]]] = []
    for number, one in enumerate(numbered, 1):
        rows += _rows_of(number, one)
    for number, (said, means, both_ways) in enumerate(synonyms, 1):
        rows.append(("synonym", (number, said, means, both_ways, "a test")))
    for number, town in enumerate(TOWNS, 1):
        folded = fold_place(town[0]), fold_place(town[1]) if town[1] else None
        rows.append(("place", (number, *town, *folded)))
    rows.append(("postal_prefix", ("E1C", "Moncton", "NB", 46.0945, -64.7965)))
    if shuffled is not None:
        rng.shuffle(rows)
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as connection:
        connection.executescript(TABLES)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        _write_facets(connection)
        connection.execute(
            "INSERT INTO directory VALUES ('test', 'A test', 'Un test', '2026-11-21', 'none', 'nobody')"
        )
        for table, row in rows:
            marks = ",".join("?" * len(row))
            connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)
        connection.commit()
    return target


def _write_facets(connection: sqlite3.Connection) -> None:
    closed: dict[str, tuple[str, ...]] = {
        "serves": ("CA", *PROVINCES, "BC", "NS"),
        "checked": ("within-6-months", "within-12-months", "longer-ago", "never"),
        "source_age": ("within-a-year", "older", "undated"),
        "kind": ("program", "place"),
        "peer_evidence": ("stated", "referral", "not-confirmed"),
    }
    everything = {name: (*values, "not-stated") for name, values in FACETS.items()} | closed
    for position, (facet, values) in enumerate(everything.items()):
        connection.execute("INSERT INTO facet VALUES (?, ?, ?, ?)", (facet, position, facet, facet))
        for place, value in enumerate(values):
            row = (facet, value, place, value.replace("-", " "), value[::-1].replace("-", " "))
            connection.execute("INSERT INTO facet_value VALUES (?, ?, ?, ?, ?)", row)


def _rows_of(number: int, one: Invented) -> list[tuple[str, tuple[object, ...]]]:
    place_kind = "other" if one.kind == "place" else None
    text = (one.description or None, *(None,) * 8)
    dates = (one.source_date, one.checked_on, "high")
    rows: list[tuple[str, tuple[object, ...]]] = [
        ("organization", (one.organization, one.organization, None)),
        (
            "listing",
            (number, one.id, one.kind, place_kind, one.organization, one.name, one.name_fr, *text, *dates),
        ),
    ]
    if one.town:
        point = (*one.point, "town") if one.point else (None, None, None)
        rows.append(("location", (one.id, None, one.town, one.province, None, *point)))
    rows += [("service_area", (one.id, code)) for code in one.serves]
    rows += [
        ("listing_facet", (one.id, facet, value))
        for facet, values in {**one.facets, "peer_evidence": (one.peer_evidence,)}.items()
        for value in values
    ]
    return rows


def found(directory: Directory, text: str, **how: object) -> list[str]:
    """The ids of what these words find, in order; `how` says more of the query."""
    results = directory.search(replace(Query(text), **how))  # type: ignore[arg-type]
    return [row.id for row in directory.rows(results.numbers.tolist())]
