"""Writes the rows of a directory back into the tables that people edit: one set of checks serves both."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from peer_desktop.exchange.columns import SHAPES, STATED_FACETS
from peer_desktop.exchange.crisis_line_checks import PAGES_TO_BE_PINNED
from peer_desktop.exchange.rows import DirectoryRow, Value
from peer_desktop.exchange.tables import Row, Table

Rows = Mapping[str, Sequence[DirectoryRow]]

RETIRED = "crisis_lines_retired.csv"
"""The only table that is not in a directory: the program's own is taken."""


def tables_of(rows: Rows, retired: Table) -> dict[str, Table]:
    """File name → table, whole: `directory_rows` of it gives the same rows again."""
    written: Mapping[str, Iterable[DirectoryRow]] = {
        "directory.csv": rows["directory"],
        "organizations.csv": rows["organization"],
        "facets.csv": rows["facet"],
        "facet_values.csv": rows["facet_value"],
        "listings.csv": _listings(rows),
        "crisis_lines.csv": map(_crisis_line, rows["crisis_line"]),
        "phones.csv": rows["phone"],
        "sources.csv": rows["source"],
        "terms.csv": _terms(rows),
        "resources.csv": _resources(rows),
        "places.csv": rows["place"],
        "postal_prefixes.csv": rows["postal_prefix"],
        "synonyms.csv": map(_synonym, rows["synonym"]),
    }
    tables = {}
    for file, columns in SHAPES.items():
        if file == RETIRED:
            tables[file] = retired
            continue
        lines = (
            Row(file, number, dict(zip(columns, _cells(map(row.get, columns)), strict=True)))
            for number, row in enumerate(written[file], start=2)
        )
        tables[file] = Table(file, tuple(lines))
    return tables


def _cells(values: Iterable[Value]) -> list[str]:
    # a call for each of millions of texts would take longer than all the rest
    return [value if isinstance(value, str) else _cell(value) for value in values]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        return str(int(value))
    return str(value)


def _gathered(rows: Sequence[DirectoryRow], key: str, value: str) -> Mapping[Value, str]:
    """What several rows say of one thing, as one cell."""
    found: defaultdict[Value, list[str]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(_cell(row[value]))
    return {owner: ";".join(values) for owner, values in found.items()}


def _listings(rows: Rows) -> Iterator[DirectoryRow]:
    places = {row["listing_id"]: row for row in rows["location"]}
    serves = _gathered(rows["service_area"], "listing_id", "code")
    ticked: defaultdict[tuple[Value, Value], list[str]] = defaultdict(list)
    for row in rows["listing_facet"]:
        ticked[row["listing_id"], row["facet"]].append(_cell(row["value"]))
    for row in rows["listing"]:
        own = row["id"]
        facets = {facet: ";".join(ticked.get((own, facet), ())) for facet in STATED_FACETS}
        yield {**row, **places.get(own, {}), **facets, "coverage": serves.get(own, "")}


def _crisis_line(row: DirectoryRow) -> DirectoryRow:
    pages = row["pages_seen"]
    held_back = row["role"] == "crisis" and not row["pinned"] and isinstance(pages, int)
    held_back = held_back and int(pages or 0) >= PAGES_TO_BE_PINNED
    status = "check-before-release" if held_back else "active"
    # what only editors know is not carried; the column takes one of three words
    return {**row, "status": status, "confidence": "high"}


def _terms(rows: Rows) -> Iterator[DirectoryRow]:
    also = _gathered(rows["term_see_also"], "term_id", "other_id")
    for row in rows["term"]:
        sources = _cell(row["sources"]).replace("\n", ";")
        yield {**row, "sources": sources, "see_also": also.get(row["id"], "")}


def _resources(rows: Rows) -> Iterator[DirectoryRow]:
    topics = _gathered(rows["resource_topic"], "resource_id", "topic")
    for row in rows["resource"]:
        yield {**row, "topics": topics.get(row["id"], "")}


def _synonym(row: DirectoryRow) -> DirectoryRow:
    return {**row, "both_ways": "yes" if row["both_ways"] else "no"}


_DERIVED: Mapping[str, frozenset[str]] = {
    "listing": frozenset({"number"}),
    "place": frozenset({"number", "folded_en", "folded_fr"}),
    "synonym": frozenset({"number"}),
}
"""Columns that a directory works out for itself, anew on every computer."""


def table_that_differs(rebuilt: Rows, carried: Rows) -> str | None:
    """The first table of which a row was lost, added or changed on the way; None when all say the same."""
    for table, rows in carried.items():
        left_out = _DERIVED.get(table, frozenset())
        said, again = _said(rows, left_out), _said(rebuilt[table], left_out)
        # nearly always they stand in the same order, and nothing has to be counted
        if said != again and Counter(said) != Counter(again):
            return table
    return None


def _said(rows: Sequence[DirectoryRow], left_out: frozenset[str]) -> list[object]:
    if not rows:
        return []
    names = sorted(set(rows[0]) - left_out)
    return list(map(itemgetter(*names), rows))
