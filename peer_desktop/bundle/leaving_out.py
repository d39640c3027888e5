"""Leaves rows out of dirty tables until the rest is sound, and says of every row why."""

from collections import Counter
from collections.abc import Mapping

from peer_desktop.exchange.checks import findings_of
from peer_desktop.exchange.findings import BuildRefused, Finding, refusing
from peer_desktop.exchange.tables import Row, Table

_NEVER = frozenset(
    {"directory.csv", "facets.csv", "facet_values.csv", "crisis_lines.csv", "crisis_lines_retired.csv"}
)
"""What a directory cannot do without; a wrong row here stops the build."""

_NUMBERED = {"phones.csv": ("listing_id", "crisis_line_id"), "sources.csv": ("listing_id",)}


def sound_rows(
    tables: Mapping[str, Table],
) -> tuple[dict[str, Table], tuple[Finding, ...], tuple[Finding, ...]]:
    """Tables without their wrong rows, why each row was left out, and the warnings about the rest.

    A row that refers to one left out goes too. Raises BuildRefused when what is wrong cannot be left out.
    """
    kept = dict(tables)
    left_out: list[Finding] = []
    while wrong := refusing(found := findings_of(kept)):
        rows = {(row.file, row.number): row for table in kept.values() for row in table}
        if stays := [finding for finding in wrong if not _may_go(finding, rows)]:
            raise BuildRefused(stays)
        left_out += wrong
        gone = {(finding.file, finding.row) for finding in wrong}
        kept = {
            file: _renumbered(Table(file, tuple(row for row in table if (file, row.number) not in gone)))
            for file, table in kept.items()
        }
    return kept, tuple(left_out), tuple(found)


def _may_go(finding: Finding, rows: Mapping[tuple[str, int], Row]) -> bool:
    row = rows.get((finding.file, finding.row))
    return row is not None and finding.file not in _NEVER and not row.cells.get("crisis_line_id")


def _renumbered(table: Table) -> Table:
    """Close the gaps that rows left in the order of one owner."""
    if table.file not in _NUMBERED:
        return table
    owners: Counter[tuple[str, ...]] = Counter()
    rows = []
    for row in table:
        owner = tuple(row[column] for column in _NUMBERED[table.file])
        owners[owner] += 1
        rows.append(Row(row.file, row.number, {**row.cells, "position": str(owners[owner])}))
    return Table(table.file, tuple(rows))
