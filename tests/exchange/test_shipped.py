"""The directory that ships is what the tables in data/source say, byte for byte."""

import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from peer_desktop.directory.pinned_lines import PINNED_LINES
from peer_desktop.exchange.build import BuildReport, build_directory, checked_tables
from peer_desktop.exchange.findings import BuildRefused
from peer_desktop.exchange.pinned import pinned_lines, pinned_module
from peer_desktop.exchange.shipped import PINNED_LINES_MODULE
from peer_desktop.paths import source_folder
from tests.tables import change_cell, read_rows, write_rows

SQLITE_OF_FILE = slice(96, 100)
"""The bytes of the header that hold the version of SQLite that wrote the file."""


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    return build_directory(source_folder(), tmp_path_factory.mktemp("rebuilt") / "directory.sqlite")


def asked(directory: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(directory.as_uri() + "?mode=ro", uri=True)) as connection:
        return connection.execute(statement).fetchall()


def test_the_shipped_directory_is_built_from_the_tables(
    rebuilt: BuildReport, shipped_directory: Path
) -> None:
    shipped, again = shipped_directory.read_bytes(), rebuilt.target.read_bytes()
    if shipped[SQLITE_OF_FILE] == again[SQLITE_OF_FILE]:
        assert shipped == again
    with (
        closing(sqlite3.connect(shipped_directory.as_uri() + "?mode=ro", uri=True)) as one,
        closing(sqlite3.connect(rebuilt.target.as_uri() + "?mode=ro", uri=True)) as other,
    ):
        assert list(one.iterdump()) == list(other.iterdump())


def test_everything_collected_is_in_the_shipped_directory(rebuilt: BuildReport) -> None:
    counts = rebuilt.counts
    assert (counts["listing"], rebuilt.programs, rebuilt.places) == (282, 128, 154)
    assert (counts["term"], counts["resource"], counts["crisis_line"]) == (80, 47, 31)
    assert (counts["place"], counts["postal_prefix"]) == (9_058, 1_650)


def test_the_pinned_lines_of_the_program_are_those_of_the_tables() -> None:
    tables, _ = checked_tables(source_folder())
    assert pinned_lines(tables) == PINNED_LINES
    assert PINNED_LINES_MODULE.read_text(encoding="utf-8") == pinned_module(PINNED_LINES)


def test_the_pinned_lines_begin_with_the_two_of_the_crisis_bar() -> None:
    assert [(line.id, str(line.phones[0])) for line in PINNED_LINES[:2]] == [
        ("988", "9-8-8"),
        ("vac-assistance-service", "1-800-268-7708"),
    ]
    assert all(line.pinned and line.role == "crisis" and line.pages_seen >= 2 for line in PINNED_LINES)


def test_the_pinned_lines_need_nothing_but_the_values_of_the_core() -> None:
    """They must be there when the directory, SQLite and everything else fails."""
    script = "import sys, peer_desktop.directory.pinned_lines; print('\\n'.join(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    ours = {name for name in loaded.stdout.split() if name.startswith("peer_desktop.")}
    assert ours == {
        "peer_desktop.directory",
        "peer_desktop.directory.language",
        "peer_desktop.directory.listing",
        "peer_desktop.directory.pinned_lines",
    }
    assert not {"sqlite3", "PySide6", "numpy"} & set(loaded.stdout.split())


RETIRED = ("+18334564566", "45645", "+18006675005", "+18006610844")


@pytest.mark.parametrize("number", RETIRED)
def test_no_retired_number_is_in_the_shipped_directory(shipped_directory: Path, number: str) -> None:
    assert asked(shipped_directory, f"SELECT * FROM phone WHERE number = '{number}'") == []
    shown = number.removeprefix("+1")
    plain = [f"{shown[:3]}-{shown[3:6]}-{shown[6:]}", f"({shown[:3]}) {shown[3:6]}-{shown[6:]}"]
    texts = asked(shipped_directory, "SELECT name, body FROM full_text")
    texts += asked(shipped_directory, "SELECT description_en, description_fr FROM crisis_line")
    assert not [text for text in texts for one in plain if one in f"{text[0]} {text[1]}"]


def test_a_retired_number_cannot_come_back(tmp_path: Path) -> None:
    for file in source_folder().glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    row = next(
        number
        for number, cells in enumerate(read_rows(tmp_path, "phones.csv"), start=2)
        if cells["crisis_line_id"] == "nb-helpline"
    )
    change_cell(tmp_path, "phones.csv", row, "number", "1-800-667-5005")
    with pytest.raises(BuildRefused) as refusal:
        build_directory(tmp_path, tmp_path / "directory.sqlite")
    (finding,) = refusal.value.findings
    assert (finding.file, finding.row) == ("phones.csv", row)
    assert "CHIMO" in str(finding.reason.en)


def test_the_tables_are_kept_in_their_own_order(tmp_path: Path) -> None:
    """An edit shows as the lines it changed, and nothing else."""
    for file in source_folder().glob("*.csv"):
        rows = read_rows(source_folder(), file.name)
        write_rows(tmp_path, file.name, rows)
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), file.name
        if file.name not in ("facets.csv", "directory.csv") and rows and "id" in rows[0]:
            order = [row.get("position") or row["id"] for row in rows]
            key = int if rows[0].get("position") else str
            assert order == sorted(order, key=key), file.name


def test_no_listing_that_is_only_online_or_by_phone_has_a_point(shipped_directory: Path) -> None:
    formats: dict[object, set[object]] = {}
    for listing, value in asked(
        shipped_directory,
        "SELECT f.listing_id, f.value FROM listing_facet AS f JOIN location AS a USING (listing_id) "
        "WHERE f.facet = 'format' AND a.latitude IS NOT NULL",
    ):
        formats.setdefault(listing, set()).add(value)
    assert not [
        one for one, found in formats.items() if found <= {"online", "phone", "text-chat", "mobile-app"}
    ]


def test_no_point_is_said_to_be_a_door(shipped_directory: Path) -> None:
    rows = asked(shipped_directory, "SELECT precision FROM location WHERE latitude IS NOT NULL")
    assert Counter(row[0] for row in rows)["address"] == 0
    assert {row[0] for row in rows} == {"town", "postal"}


def test_nothing_is_said_to_be_checked_by_telephone(shipped_directory: Path) -> None:
    assert asked(shipped_directory, "SELECT count(*) FROM listing WHERE checked_on IS NOT NULL") == [(0,)]


@pytest.mark.parametrize("table", ["listing", "crisis_line", "term", "resource", "facet_value", "phone"])
def test_no_text_is_a_stand_in_for_not_known(shipped_directory: Path, table: str) -> None:
    for row in asked(shipped_directory, f"SELECT * FROM {table}"):
        for cell in row:
            if isinstance(cell, str):
                assert cell.strip(), row
                assert cell.casefold() not in ("unknown", "n/a", "n.d.", "none", "null", "-"), row
                assert "  " not in cell, row
                assert "Ã" not in cell and "â€" not in cell and "\ufffd" not in cell, row
