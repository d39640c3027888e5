"""Turns the checked rows of the tables into the rows of a directory file, in the order they are stored."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from peer_desktop.directory.folding import fold, fold_place
from peer_desktop.exchange.columns import STATED_FACETS, TABLES
from peer_desktop.exchange.crisis_line_checks import is_pinned
from peer_desktop.exchange.phone_numbers import stored_number
from peer_desktop.exchange.synonym_checks import folded_phrase
from peer_desktop.exchange.tables import Row, Table

Value = str | int | float | None
DirectoryRow = dict[str, Value]


def directory_rows(tables: Mapping[str, Table]) -> dict[str, list[DirectoryRow]]:
    """Table of the directory file → its rows. The order of the source rows does not matter."""
    listings = sorted(tables["listings.csv"], key=_by_name)
    by_id = _by(listings, "id")
    lines = _by(tables["crisis_lines.csv"], "id")
    return {
        "directory": [_kept(row) for row in tables["directory.csv"]],
        "organization": [_kept(row) for row in _by(tables["organizations.csv"], "id")],
        "facet": [_kept(row, "position") for row in _by(tables["facets.csv"], "id")],
        "facet_value": [_kept(row, "position") for row in _by(tables["facet_values.csv"], "facet", "value")],
        "listing": [_listing(number, row) for number, row in enumerate(listings, start=1)],
        "location": [row for listing in by_id if (row := _location(listing))],
        "service_area": [
            {"listing_id": listing["id"], "code": code}
            for listing in by_id
            for code in sorted(listing.split("coverage"))
        ],
        "listing_facet": [
            {"listing_id": listing["id"], "facet": facet, "value": value}
            for listing in by_id
            for facet in sorted(STATED_FACETS)
            for value in sorted(listing.split(facet))
        ],
        "source": [_kept(row, "position") for row in _by_number(tables["sources.csv"], "listing_id")],
        "crisis_line": [_crisis_line(row) for row in lines],
        "phone": [_phone(row) for row in _by_number(tables["phones.csv"], "listing_id", "crisis_line_id")],
        "term": [_term(row) for row in _by(tables["terms.csv"], "id")],
        "term_see_also": [
            {"term_id": row["id"], "other_id": other}
            for row in _by(tables["terms.csv"], "id")
            for other in sorted(row.split("see_also"))
        ],
        "resource": [_without(_kept(row), "topics") for row in _by(tables["resources.csv"], "id")],
        "resource_topic": [
            {"resource_id": row["id"], "topic": topic}
            for row in _by(tables["resources.csv"], "id")
            for topic in sorted(row.split("topics"))
        ],
        "place": [_place(number, row) for number, row in enumerate(_places(tables), start=1)],
        "postal_prefix": [_point(row) for row in _by(tables["postal_prefixes.csv"], "prefix")],
        "synonym": [_synonym(number, row) for number, row in enumerate(_synonyms(tables), start=1)],
    }


def _by_name(row: Row) -> tuple[str, str]:
    return fold(row["name_en"] or row["name_fr"]), row["id"]


def _by(rows: Iterable[Row], *columns: str) -> list[Row]:
    return sorted(rows, key=lambda row: tuple(row[column] for column in columns))


def _by_number(rows: Iterable[Row], *columns: str) -> list[Row]:
    return sorted(rows, key=lambda row: (*(row[column] for column in columns), int(row["position"])))


def _kept(row: Row, *numbers: str) -> dict[str, Value]:
    """The cells that go into the directory; an empty cell is NULL."""
    cells = row.cells
    kept: dict[str, Value] = {name: cells[name] or None for name in _kept_columns(row.file)}
    kept.update({name: int(row[name]) for name in numbers})
    return kept


@cache
def _kept_columns(file: str) -> tuple[str, ...]:
    return tuple(column.name for column in TABLES[file] if not column.for_editors)


def _without(cells: dict[str, Value], *names: str) -> dict[str, Value]:
    return {name: value for name, value in cells.items() if name not in names}


_LOCATION = ("address", "city", "province", "postal_code", "latitude", "longitude", "precision")


def _listing(number: int, row: Row) -> DirectoryRow:
    kept = _without(_kept(row), *STATED_FACETS, "coverage", *_LOCATION)
    return {"number": number, **kept}


def _location(row: Row) -> DirectoryRow | None:
    if not any(row[name] for name in ("address", "city", "postal_code", "latitude")):
        return None
    kept: dict[str, Value] = {name: row[name] or None for name in _LOCATION}
    return {"listing_id": row["id"], **kept, **_coordinates(row)}


def _coordinates(row: Row) -> dict[str, Value]:
    return {name: float(row[name]) if row[name] else None for name in ("latitude", "longitude")}


def _point(row: Row) -> DirectoryRow:
    return {**_kept(row), **_coordinates(row)}


def _crisis_line(row: Row) -> DirectoryRow:
    kept = _without(_kept(row, "position", "pages_seen"), "status")
    return {**kept, "pinned": int(is_pinned(row))}


def _phone(row: Row) -> DirectoryRow:
    return {**_kept(row, "position"), "number": stored_number(row["number"], row["kind"])}


def _term(row: Row) -> DirectoryRow:
    kept = _without(_kept(row), "see_also")
    return {**kept, "sources": "\n".join(row.split("sources")), "note": None}


def _places(tables: Mapping[str, Table]) -> Sequence[Row]:
    return sorted(
        tables["places.csv"],
        key=lambda row: (
            fold_place(row["name_en"]),
            row["province"],
            row["name_en"],
            float(row["latitude"]),
            float(row["longitude"]),
        ),
    )


def _place(number: int, row: Row) -> DirectoryRow:
    return {
        "number": number,
        **_point(row),
        "population": int(row["population"]) if row["population"] else None,
        "folded_en": fold_place(row["name_en"]),
        "folded_fr": fold_place(row["name_fr"]) or None,
    }


def _synonyms(tables: Mapping[str, Table]) -> Sequence[Row]:
    return sorted(
        tables["synonyms.csv"], key=lambda row: (folded_phrase(row["said"]), folded_phrase(row["means"]))
    )


def _synonym(number: int, row: Row) -> DirectoryRow:
    return {
        "number": number,
        "said": " ".join(row["said"].split()),
        "means": " ".join(row["means"].split()),
        "both_ways": int(row["both_ways"] == "yes"),
        "reason": row["reason"],
    }
