"""Reads rows of the directory file into values."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from peer_desktop.directory.facet_bits import Values
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.listing import (
    CrisisLine,
    Facet,
    FacetValue,
    Listing,
    ListingRow,
    Location,
    Phone,
    Resource,
    SourcePage,
    Term,
)

_ROWS = """
    SELECT l.number, l.id, l.kind, l.place_kind, l.name_en, l.name_fr, o.name_en, o.name_fr,
           a.city, a.province, l.source_date, l.checked_on
    FROM listing AS l
    JOIN organization AS o ON o.id = l.organization_id
    LEFT JOIN location AS a ON a.listing_id = l.id
    WHERE l.number IN ({marks})
"""


def read_rows(
    connection: sqlite3.Connection, numbers: Sequence[int], values: Sequence[Values]
) -> list[ListingRow]:
    """What the results show of these listings, in the same order, each with its values of all facets.

    The values become those of the rows: `serves` is taken out of them.
    """
    values_of = dict(zip(numbers, values, strict=True))
    found = {}
    statement = _ROWS.format(marks=",".join("?" * len(numbers)))
    for row in connection.execute(statement, numbers):
        facets = values_of[row[0]]
        found[row[0]] = ListingRow(
            number=row[0],
            id=row[1],
            kind=row[2],
            place_kind=row[3],
            name=Bilingual(row[4], row[5]),
            organization=Bilingual(row[6], row[7]),
            city=row[8],
            province=row[9],
            serves=facets.pop("serves", ()),
            facets=facets,
            source_date=row[10],
            checked_on=_day(row[11]),
        )
    return [found[number] for number in numbers]


def read_listing(connection: sqlite3.Connection, row: ListingRow) -> Listing:
    """One listing, whole."""
    text = connection.execute(
        "SELECT description_en, description_fr, eligibility_en, eligibility_fr, hours_en, hours_fr, "
        "referral_needed, website, email FROM listing WHERE number = ?",
        (row.number,),
    ).fetchone()
    place = connection.execute(
        "SELECT address, city, province, postal_code, latitude, longitude, precision "
        "FROM location WHERE listing_id = ?",
        (row.id,),
    ).fetchone()
    pages = connection.execute(
        "SELECT url, note FROM source WHERE listing_id = ? ORDER BY position", (row.id,)
    )
    return Listing(
        number=row.number,
        id=row.id,
        kind=row.kind,
        place_kind=row.place_kind,
        name=row.name,
        organization=row.organization,
        description=Bilingual(text[0], text[1]),
        eligibility=Bilingual(text[2], text[3]),
        hours=Bilingual(text[4], text[5]),
        referral_needed=None if text[6] is None else text[6] == "yes",
        website=text[7],
        email=text[8],
        phones=_phones(connection, "listing_id", row.id),
        location=Location(*place) if place else None,
        serves=row.serves,
        facets=row.facets,
        source_date=row.source_date,
        checked_on=row.checked_on,
        sources=tuple(SourcePage(*page) for page in pages),
    )


def _phones(connection: sqlite3.Connection, owner: str, owner_id: str) -> tuple[Phone, ...]:
    statement = {
        "listing_id": "SELECT number, kind, extension, note_en, note_fr FROM phone "
        "WHERE listing_id = ? ORDER BY position",
        "crisis_line_id": "SELECT number, kind, extension, note_en, note_fr FROM phone "
        "WHERE crisis_line_id = ? ORDER BY position",
    }[owner]
    rows = connection.execute(statement, (owner_id,))
    return tuple(Phone(row[0], row[1], row[2], Bilingual(row[3], row[4])) for row in rows)


def read_crisis_lines(connection: sqlite3.Connection) -> tuple[CrisisLine, ...]:
    """All lines of the directory, in the order to show them."""
    rows = connection.execute(
        "SELECT id, role, pinned, name_en, name_fr, description_en, description_fr, hours_en, hours_fr, "
        "text_keyword, chat_url, email, languages, audience, coverage, pages_seen, source_date "
        "FROM crisis_line ORDER BY position"
    )
    return tuple(
        CrisisLine(
            id=row[0],
            role=row[1],
            pinned=bool(row[2]),
            name=Bilingual(row[3], row[4]),
            description=Bilingual(row[5], row[6]),
            hours=Bilingual(row[7], row[8]),
            phones=_phones(connection, "crisis_line_id", row[0]),
            text_keyword=row[9],
            chat_url=row[10],
            email=row[11],
            languages=_split(row[12]),
            audience=_split(row[13]),
            coverage=_split(row[14]),
            pages_seen=row[15],
            source_date=row[16],
        )
        for row in rows.fetchall()
    )


def read_terms(connection: sqlite3.Connection) -> tuple[Term, ...]:
    """The glossary, by English name."""
    also: defaultdict[str, list[str]] = defaultdict(list)
    for term, other in connection.execute("SELECT term_id, other_id FROM term_see_also ORDER BY 1, 2"):
        also[term].append(other)
    rows = connection.execute(
        "SELECT id, name_en, name_fr, plain_en, plain_fr, academic_en, academic_fr, sources, note "
        "FROM term ORDER BY name_en COLLATE NOCASE, id"
    )
    return tuple(
        Term(
            id=row[0],
            name=Bilingual(row[1], row[2]),
            plain=Bilingual(row[3], row[4]),
            academic=Bilingual(row[5], row[6]),
            sources=tuple(line for line in row[7].split("\n") if line),
            note=row[8],
            see_also=tuple(also[row[0]]),
        )
        for row in rows
    )


def read_resources(connection: sqlite3.Connection) -> tuple[Resource, ...]:
    """What there is to read, the newest first."""
    topics: defaultdict[str, list[str]] = defaultdict(list)
    for resource, topic in connection.execute("SELECT resource_id, topic FROM resource_topic ORDER BY 1, 2"):
        topics[resource].append(topic)
    rows = connection.execute(
        "SELECT id, type, title_en, title_fr, authors, year, publisher, url, languages, "
        "annotation_en, annotation_fr, verified FROM resource ORDER BY coalesce(year, '') DESC, id"
    )
    return tuple(
        Resource(
            id=row[0],
            type=row[1],
            title=Bilingual(row[2], row[3]),
            authors=_split(row[4]),
            year=row[5],
            publisher=row[6],
            url=row[7],
            languages=_split(row[8]),
            topics=tuple(topics[row[0]]),
            annotation=Bilingual(row[9], row[10]),
            verified=row[11],
        )
        for row in rows
    )


def read_facets(connection: sqlite3.Connection) -> tuple[Facet, ...]:
    """The facets with their values, in the order to show them."""
    values: defaultdict[str, list[FacetValue]] = defaultdict(list)
    rows = connection.execute(
        "SELECT facet, value, label_en, label_fr FROM facet_value ORDER BY facet, position, value"
    )
    for facet, value, label_en, label_fr in rows:
        values[facet].append(FacetValue(value, Bilingual(label_en, label_fr)))
    facets = connection.execute("SELECT id, label_en, label_fr FROM facet ORDER BY position")
    return tuple(
        Facet(id_, Bilingual(label_en, label_fr), tuple(values[id_])) for id_, label_en, label_fr in facets
    )


def _split(joined: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (joined or "").split(";") if part.strip())


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
