"""Builds what ships with the program from data/source: the directory file and the pinned crisis lines."""

import sys
from pathlib import Path

from peer_desktop.directory.language import Language
from peer_desktop.exchange.build import BuildReport, build_directory, checked_tables
from peer_desktop.exchange.findings import BuildRefused
from peer_desktop.exchange.pinned import write_pinned_lines
from peer_desktop.paths import shipped_directory, source_folder

PINNED_LINES_MODULE = Path(__file__).resolve().parent.parent / "directory" / "pinned_lines.py"


def build_shipped() -> BuildReport:
    """Write both files. Raises BuildRefused when a row of data/source cannot stay."""
    tables, _ = checked_tables(source_folder())
    report = build_directory(source_folder(), shipped_directory())
    write_pinned_lines(tables, PINNED_LINES_MODULE)
    return report


if __name__ == "__main__":
    try:
        done = build_shipped()
    except BuildRefused as refused:
        sys.exit("\n".join(finding.said_in(Language.ENGLISH) for finding in refused.findings))
    for warning in done.warnings:
        sys.stdout.write(f"{warning.said_in(Language.ENGLISH)}\n")
    for table, count in done.counts.items():
        sys.stdout.write(f"{count:7,} {table}\n")
    sys.stdout.write(f"{done.programs} programs, {done.places} places, {done.pinned_lines} pinned lines\n")
