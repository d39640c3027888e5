"""Builds a directory file from the tables that administrators edit; one wrong row stops it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from peer_desktop.exchange.checks import findings_of
from peer_desktop.exchange.columns import SHAPES
from peer_desktop.exchange.directory_file import write_directory
from peer_desktop.exchange.findings import BuildRefused, Finding, refusing
from peer_desktop.exchange.full_text import full_text_rows
from peer_desktop.exchange.rows import directory_rows
from peer_desktop.exchange.tables import Table, read_tables


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made."""

    target: Path
    counts: Mapping[str, int]
    """Table of the directory → how many rows it has."""
    programs: int
    places: int
    pinned_lines: int
    warnings: tuple[Finding, ...] = field(default=())
    """What an administrator should look at; none stopped the build."""


def build_directory(source: Path, target: Path) -> BuildReport:
    """Check every row of the tables in the folder `source` and write the directory file `target`.

    Raises BuildRefused with every finding when a row cannot stay, and BuildNotWritten when the file cannot
    be written; in both cases the file that was there is untouched.
    """
    tables, warnings = checked_tables(source)
    rows = directory_rows(tables)
    write_directory({**rows, "full_text": list(full_text_rows(rows))}, target)
    kinds = [row["kind"] for row in rows["listing"]]
    return BuildReport(
        target,
        counts={table: len(found) for table, found in rows.items()},
        programs=kinds.count("program"),
        places=kinds.count("place"),
        pinned_lines=sum(row["pinned"] == 1 for row in rows["crisis_line"]),
        warnings=warnings,
    )


def checked_tables(source: Path) -> tuple[dict[str, Table], tuple[Finding, ...]]:
    """The tables of a folder and their warnings. Raises BuildRefused with every finding."""
    tables, unreadable = read_tables(source, SHAPES)
    # Rows that refer to a table that cannot be read would all be wrong: say first what cannot be read.
    found = unreadable or findings_of(tables)
    if refusing(found):
        raise BuildRefused(refusing(found))
    return tables, tuple(found)
