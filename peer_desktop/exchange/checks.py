"""Checks every row of the tables and says all that is wrong, never only the first thing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange import cells
from peer_desktop.exchange.columns import TABLES, Column
from peer_desktop.exchange.crisis_line_checks import crisis_line_findings
from peer_desktop.exchange.facet_checks import facet_findings
from peer_desktop.exchange.findings import Finding
from peer_desktop.exchange.listing_checks import listing_findings
from peer_desktop.exchange.phone_checks import phone_findings
from peer_desktop.exchange.place_checks import place_findings
from peer_desktop.exchange.synonym_checks import synonym_findings
from peer_desktop.exchange.tables import Table

Tables = Mapping[str, Table]

_REQUIRED = Bilingual("must not be empty", "ne peut pas être vide")


def findings_of(tables: Tables) -> list[Finding]:
    """All that is wrong in the tables, in the order of the tables and their rows."""
    cells_wrong = [finding for table in tables.values() for finding in _cells_of(table)]
    unreadable = {(finding.file, finding.row) for finding in cells_wrong if finding.refuses}
    sound = {
        file: Table(file, tuple(row for row in table if (file, row.number) not in unreadable))
        for file, table in tables.items()
    }
    found = list(cells_wrong)
    # An id stands also where its row is unsound: one wrong cell must not make a hundred keys wrong.
    found += _ids_twice(tables)
    found += _broken_keys(tables)
    checks: tuple[Callable[[Tables], Iterable[Finding]], ...] = (
        _directory_findings,
        _names_missing,
        facet_findings,
        listing_findings,
        phone_findings,
        crisis_line_findings,
        place_findings,
        synonym_findings,
    )
    for check in checks:
        found += check(sound)
    order = {file: position for position, file in enumerate(tables)}
    return sorted(dict.fromkeys(found), key=lambda one: (order.get(one.file, -1), one.row))


Verdict = tuple[Bilingual, bool] | None
"""What is wrong in a cell, and whether it refuses; None when nothing is."""


def _cells_of(table: Table) -> Iterator[Finding]:
    # most cells of a large table are empty or say what another row says too
    columns: list[tuple[Column, dict[str, Verdict]]] = [(column, {}) for column in TABLES[table.file]]
    for row in table:
        for column, known in columns:
            cell = row.cells[column.name]
            if cell in known:
                verdict = known[cell]
            else:
                verdict = _verdict(column, cell)
                if len(known) < _KEPT_VERDICTS:
                    known[cell] = verdict
            if verdict is not None:
                reason, refuses = verdict
                yield row.finding(column.name, reason, refuses=refuses)


_KEPT_VERDICTS = 4096


def _verdict(column: Column, cell: str) -> Verdict:
    if not cell.strip():
        if column.required:
            return _REQUIRED, True
        return (cells.readable(cell) or _REQUIRED, True) if cell else None
    if reason := cells.readable(cell) or column.check(cell):
        return reason, True
    if column.warning and (reason := column.warning(cell)):
        return reason, False
    return None


_UNIQUE: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "organizations.csv": (("id",),),
    "facets.csv": (("id",), ("position",)),
    "facet_values.csv": (("facet", "value"), ("facet", "position")),
    "listings.csv": (("id",),),
    "crisis_lines.csv": (("id",), ("position",)),
    "crisis_lines_retired.csv": (("id",),),
    "phones.csv": (("listing_id", "crisis_line_id", "position"),),
    "sources.csv": (("listing_id", "position"), ("listing_id", "url")),
    "terms.csv": (("id",),),
    "resources.csv": (("id",),),
    "places.csv": (("name_en", "province", "latitude", "longitude"),),
    "postal_prefixes.csv": (("prefix",),),
}


def _ids_twice(tables: Tables) -> Iterator[Finding]:
    for file, keys in _UNIQUE.items():
        for columns in keys:
            first: dict[tuple[str, ...], int] = {}
            for row in tables[file]:
                key = tuple(row[column].casefold() for column in columns)
                if key in first:
                    yield row.finding(
                        columns[-1],
                        Bilingual(
                            f"stands already in row {first[key]} ({' and '.join(columns)} must be unique)",
                            f"figure déjà à la ligne {first[key]} ({' et '.join(columns)} : valeur unique)",
                        ),
                    )
                else:
                    first[key] = row.number


_KEYS = (
    ("listings.csv", "organization_id", "organizations.csv"),
    ("phones.csv", "listing_id", "listings.csv"),
    ("phones.csv", "crisis_line_id", "crisis_lines.csv"),
    ("sources.csv", "listing_id", "listings.csv"),
    ("terms.csv", "see_also", "terms.csv"),
)


def _broken_keys(tables: Tables) -> Iterator[Finding]:
    for file, column, target in _KEYS:
        known = {row["id"] for row in tables[target]}
        reason = Bilingual(f"is no id of {target}", f"n'est pas un identifiant de {target}")
        for row in tables[file]:
            if any(value not in known for value in row.split(column)):
                yield row.finding(column, reason)
    for row in tables["terms.csv"]:
        if row["id"] in row.split("see_also"):
            reason = Bilingual("refers to itself", "renvoie à lui-même")
            yield row.finding("see_also", reason)


def _directory_findings(tables: Tables) -> Iterator[Finding]:
    table = tables["directory.csv"]
    if len(table) != 1:
        reason = Bilingual(
            f"must hold one row, not {len(table)}", f"doit contenir une seule ligne et non {len(table)}"
        )
        yield Finding("directory.csv", 0, "", "", reason)
        return
    as_of = table.rows[0]["data_as_of"]
    reason = Bilingual(
        f"is later than {as_of}, the date of the tables (data_as_of)",
        f"est postérieure au {as_of}, la date des tableaux (data_as_of)",
    )
    for file in ("listings.csv", "crisis_lines.csv"):
        for row in tables[file]:
            for column in ("source_date", "checked_on"):
                written = row.cells.get(column, "")
                if written > as_of[: len(written)]:
                    yield row.finding(column, reason)


_NAMED = {
    "organizations.csv": "name",
    "listings.csv": "name",
    "resources.csv": "title",
}


def _names_missing(tables: Tables) -> Iterator[Finding]:
    reason = Bilingual("must be written in English or in French", "doit être écrit en anglais ou en français")
    for file, name in _NAMED.items():
        for row in tables[file]:
            if not (row[f"{name}_en"] or row[f"{name}_fr"]):
                yield row.finding(f"{name}_en", reason)
    used = Counter(row["organization_id"] for row in tables["listings.csv"])
    unused = Bilingual("has no listing", "n'a aucune fiche")
    for row in tables["organizations.csv"]:
        if not used[row["id"]]:
            yield row.finding("id", unused, refuses=False)
