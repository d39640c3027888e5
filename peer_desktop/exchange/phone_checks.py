"""Checks every number of a listing or a crisis line, and that no retired number is shown anywhere."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.columns import TABLES
from peer_desktop.exchange.findings import Finding
from peer_desktop.exchange.phone_numbers import numbers_in, stored_number
from peer_desktop.exchange.tables import Row, Table


def phone_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Numbers that cannot be dialled, that belong to nobody, that stand twice, or that are retired."""
    seen: defaultdict[tuple[str, str], dict[tuple[str, str, str], int]] = defaultdict(dict)
    positions: defaultdict[tuple[str, str], list[tuple[int, Row]]] = defaultdict(list)
    for row in tables["phones.csv"]:
        owner = row["listing_id"], row["crisis_line_id"]
        if bool(owner[0]) == bool(owner[1]):
            reason = Bilingual(
                "a number belongs to a listing or to a crisis line, and not to both",
                "un numéro appartient à une fiche ou à une ligne de crise, et non aux deux",
            )
            yield row.finding("listing_id", reason)
            continue
        positions[owner].append((int(row["position"]), row))
        yield from _number(row, seen[owner])
    for found in positions.values():
        yield from _gaps(found)
    yield from _retired(tables)


def _number(row: Row, seen: dict[tuple[str, str, str], int]) -> Iterator[Finding]:
    stored = stored_number(row["number"], row["kind"])
    if stored is None:
        reason = Bilingual(
            f"is not a number that can be dialled in Canada ({row['kind']})",
            f"n'est pas un numéro que l'on peut composer au Canada ({row['kind']})",
        )
        yield row.finding("number", reason)
        return
    if row["extension"] and not stored.startswith("+"):
        reason = Bilingual("a short code has no extension", "un numéro abrégé n'a pas de poste")
        yield row.finding("extension", reason)
    way = "text" if row["kind"] == "text" else "voice"
    key = stored, row["extension"], way
    if key in seen:
        reason = Bilingual(
            f"stands already in row {seen[key]} for the same listing or line",
            f"figure déjà à la ligne {seen[key]} pour la même fiche ou ligne",
        )
        yield row.finding("number", reason)
    seen.setdefault(key, row.number)


def _gaps(found: list[tuple[int, Row]]) -> Iterator[Finding]:
    ordered = sorted(found, key=lambda pair: pair[0])
    for expected, (position, row) in enumerate(ordered, start=1):
        if position != expected:
            reason = Bilingual(
                f"the positions of one owner are 1, 2, 3… without a gap; {expected} is missing",
                f"les positions d'un même élément sont 1, 2, 3… sans trou; il manque {expected}",
            )
            yield row.finding("position", reason)
            return


def _retired(tables: Mapping[str, Table]) -> Iterator[Finding]:
    retired: dict[str, Row] = {}
    for row in tables["crisis_lines_retired.csv"]:
        for column, kind in (("number", "voice"), ("text_number", "text")):
            if not row[column]:
                continue
            stored = stored_number(row[column], kind)
            if stored is None:
                reason = Bilingual("is not a telephone number", "n'est pas un numéro de téléphone")
                yield row.finding(column, reason)
            else:
                retired[stored] = row
    suspect = _pattern_of_any(retired)
    for table in tables.values():
        if table.file == "crisis_lines_retired.csv":
            continue
        shown = [column.name for column in TABLES[table.file] if not column.for_editors]
        for row in table:
            if not suspect.search("|".join(map(row.cells.__getitem__, shown))):
                continue
            for column in shown:
                if number := next((n for n in _numbers_of(row, column) if n in retired), None):
                    line = retired[number]
                    reason = Bilingual(
                        f"shows the retired number of {line['name']}; {line['reason']}",
                        f"montre le numéro retiré de {line['name']} (voir crisis_lines_retired.csv, "
                        f"ligne {line.number})",
                    )
                    yield row.finding(column, reason)


def _pattern_of_any(stored: Iterable[str]) -> re.Pattern[str]:
    """Finds every row that may show one of these numbers, however written, and few others."""
    digits = (number.removeprefix("+1") for number in stored)
    return re.compile("|".join(r"[\s.()+-]*".join(one) for one in digits) or r"(?!)")


_HELD_OTHERWISE = frozenset({"latitude", "longitude", "population", "position", "pages_seen"})


def _numbers_of(row: Row, column: str) -> set[str]:
    cell = row[column]
    if len(cell) < 5 or column in _HELD_OTHERWISE:
        return set()
    if row.file == "phones.csv" and column == "number":
        stored = stored_number(cell, row["kind"])
        return {stored} if stored else set()
    if column.endswith(("url", "website")):
        return {number for number in numbers_in(cell) if number.startswith("+")}
    return numbers_in(cell)
