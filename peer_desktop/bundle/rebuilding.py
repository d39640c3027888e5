"""Checks every value of a foreign directory and writes what passed into a fresh one of our own."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from peer_desktop.bundle.carried_tables import table_that_differs, tables_of
from peer_desktop.bundle.crisis_rules import check_pinned, crisis_sha256
from peer_desktop.bundle.foreign_reader import LONGEST_TEXT
from peer_desktop.bundle.manifest import Manifest
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.reading import Rows
from peer_desktop.bundle.refusals import TextRefused, ValueRefused
from peer_desktop.bundle.steps import Step, Watch
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.exchange.cells import readable
from peer_desktop.exchange.checks import findings_of
from peer_desktop.exchange.directory_file import write_directory
from peer_desktop.exchange.findings import Finding, refusing
from peer_desktop.exchange.full_text import full_text_rows
from peer_desktop.exchange.rows import DirectoryRow, directory_rows
from peer_desktop.exchange.tables import Table


@dataclass(frozen=True, slots=True)
class Checked:
    """Rows that may become a directory."""

    tables: Mapping[str, Table]
    rows: Mapping[str, list[DirectoryRow]]
    warnings: tuple[Finding, ...]


def checked(carried: Rows, manifest: Manifest, program: Program, watch: Watch) -> Checked:
    """Check all that a bundle carries. One wrong value refuses the whole of a signed bundle.

    Raises CrisisLineMissing, CrisisLinePinned, TextRefused or ValueRefused.
    """
    watch.at(Step.CHECKING)
    _check_against_manifest(carried, manifest)
    check_pinned(carried, program.pinned)
    tables = tables_of(carried, program.retired)
    findings = _named(findings_of(tables), tables)
    if wrong := tuple(refusing(findings)):
        raise _refusal(wrong)
    watch.at(Step.CHECKING)
    rows = directory_rows(tables)
    if table := table_that_differs(rows, carried):
        reason = Bilingual(
            f"{table}: a row does not say what it would say if it were built here",
            f"{table} : une ligne ne dit pas ce qu'elle dirait si elle était produite ici",
        )
        raise ValueRefused(reason=reason)
    return Checked(tables, rows, tuple(findings))


_NAMES_OF_ROWS = ("id", "listing_id", "crisis_line_id", "value", "prefix", "name_en", "said")


def _named(findings: list[Finding], tables: Mapping[str, Table]) -> list[Finding]:
    """Say the id of each row: there is no file here in which to count its number."""
    rows = {(row.file, row.number): row for table in tables.values() for row in table} if findings else {}
    named = []
    for finding in findings:
        row = rows.get((finding.file, finding.row))
        key = next((row.cells[name] for name in _NAMES_OF_ROWS if row.cells.get(name)), "") if row else ""
        named.append(replace(finding, file=f"{finding.file}, {key}", row=0) if key else finding)
    return named


def _check_against_manifest(carried: Rows, manifest: Manifest) -> None:
    counts = {table: len(rows) for table, rows in carried.items()}
    if counts != dict(manifest.counts):
        _not_as_described("the number of rows", "le nombre de lignes")
    (described,) = carried["directory"]
    if described["channel"] != manifest.channel:
        _not_as_described("the channel", "le canal")
    if described["data_as_of"] != manifest.data_as_of.isoformat():
        _not_as_described("the date of the data", "la date des données")
    if crisis_sha256(carried) != manifest.crisis_sha256:
        _not_as_described("the crisis lines", "les lignes d'aide en cas de crise")


def _not_as_described(english: str, french: str) -> None:
    raise ValueRefused(
        reason=Bilingual(
            f"{english}: not as the manifest says", f"{french} : pas comme le dit la description du paquet"
        )
    )


def _refusal(wrong: tuple[Finding, ...]) -> TextRefused | ValueRefused:
    first = wrong[0]
    reason = Bilingual(first.said_in(Language.ENGLISH), first.said_in(Language.FRENCH))
    for finding in wrong:
        if len(finding.value) > LONGEST_TEXT or (finding.value.strip() and readable(finding.value)):
            reason = Bilingual(finding.said_in(Language.ENGLISH), finding.said_in(Language.FRENCH))
            return TextRefused(reason=reason)
    return ValueRefused(findings=wrong, reason=reason)


def build(checked_rows: Checked, target: Path, watch: Watch) -> None:
    """Write the fresh directory. Raises BuildNotWritten when the disk does not take it."""
    watch.at(Step.BUILDING)
    rows = checked_rows.rows
    write_directory({**rows, "full_text": list(full_text_rows(rows))}, target)
