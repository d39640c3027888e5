"""A directory file is the same bytes for the same rows, whole or not there at all."""

import os
import random
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peer_desktop.directory.language import Language
from peer_desktop.directory.schema import APPLICATION_ID, SCHEMA_VERSION
from peer_desktop.exchange.build import build_directory
from peer_desktop.exchange.columns import SHAPES
from peer_desktop.exchange.findings import BuildNotWritten, BuildRefused
from tests.tables import HOSTILE, TABLES, change_cell, read_rows, write_rows, write_tables


def asked(directory: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(directory.as_uri() + "?mode=ro", uri=True)) as connection:
        return connection.execute(statement).fetchall()


def test_the_report_counts_what_was_built(source: Path, tmp_path: Path) -> None:
    report = build_directory(source, tmp_path / "new" / "directory.sqlite")
    assert report.target.is_file()
    assert (report.programs, report.places, report.pinned_lines) == (7, 3, 4)
    assert report.counts == {
        "directory": 1,
        "organization": 6,
        "facet": 16,
        "facet_value": 102,
        "listing": 10,
        "location": 8,
        "service_area": 13,
        "listing_facet": 95,
        "source": 3,
        "crisis_line": 6,
        "phone": 11,
        "term": 3,
        "term_see_also": 2,
        "resource": 2,
        "resource_topic": 3,
        "place": 16,
        "postal_prefix": 3,
        "synonym": 3,
    }
    assert report.warnings == ()


def test_the_file_says_what_it_is(small_directory: Path) -> None:
    assert asked(small_directory, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert asked(small_directory, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert asked(small_directory, "PRAGMA page_size") == [(4096,)]
    assert asked(small_directory, "PRAGMA integrity_check") == [("ok",)]
    assert asked(small_directory, "PRAGMA foreign_key_check") == []
    size = small_directory.stat().st_size
    assert size == 4096 * asked(small_directory, "PRAGMA page_count")[0][0]  # type: ignore[operator]


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_rows_and_columns_does_not_change_a_byte(
    small_directory: Path, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder = write_tables(tmp_path_factory.mktemp("shuffled"))
    shuffle = random.Random(seed).shuffle
    for file, columns in SHAPES.items():
        rows = read_rows(folder, file)
        shuffle(rows)
        header = list(columns)
        shuffle(header)
        lines = [header, *([row[column] for column in header] for row in rows)]
        write_lines(folder / file, lines, ",")
    target = build_directory(folder, folder / "directory.sqlite").target
    assert target.read_bytes() == small_directory.read_bytes()


@pytest.mark.parametrize(
    ("mark", "encoding", "ending"), [(";", "utf-8-sig", "\r\n"), (",", "utf-8-sig", "\r\n")]
)
def test_a_spreadsheet_may_save_the_tables_in_its_own_way(
    small_directory: Path, source: Path, mark: str, encoding: str, ending: str
) -> None:
    for file, columns in SHAPES.items():
        lines = [list(columns), *([row[column] for column in columns] for row in read_rows(source, file))]
        write_lines(source / file, [*lines, [""] * len(columns)], mark, encoding, ending)
    target = build_directory(source, source / "directory.sqlite").target
    assert target.read_bytes() == small_directory.read_bytes()


def write_lines(
    file: Path, lines: list[list[str]], mark: str, encoding: str = "utf-8", ending: str = "\n"
) -> None:
    quoted = [mark.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines]
    file.write_text(ending.join(quoted) + ending, encoding, newline="")


def test_a_bad_row_leaves_the_directory_that_was_there(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "directory.sqlite"
    build_directory(source, target)
    before = target.read_bytes()
    change_cell(source, "listings.csv", 2, "province", "XX")
    with pytest.raises(BuildRefused):
        build_directory(source, target)
    assert target.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["directory.sqlite", "source"]


def test_a_directory_in_use_is_not_replaced_and_nothing_is_left_behind(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = build_directory(source, tmp_path / "directory.sqlite").target
    before = target.read_bytes()

    def locked(self: Path, target: Path) -> None:
        raise PermissionError(13, "The process cannot access the file", str(target))  # as Windows says it

    monkeypatch.setattr(Path, "replace", locked)
    change_cell(source, "listings.csv", 2, "name_en", "Another name")
    with pytest.raises(BuildNotWritten, match="cannot access"):
        build_directory(source, target)
    assert target.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["directory.sqlite", "source"]


def test_a_corrected_table_takes_the_place_of_the_old_directory(source: Path, tmp_path: Path) -> None:
    target = build_directory(source, tmp_path / "directory.sqlite").target
    change_cell(source, "listings.csv", 2, "name_en", "Anna's Evening Group")
    build_directory(source, target)
    assert asked(target, "SELECT name_en FROM listing WHERE id = 'moncton-grief-group'") == [
        ("Anna's Evening Group",)
    ]


def test_a_place_that_takes_no_file_is_a_problem_in_both_languages(source: Path, tmp_path: Path) -> None:
    (tmp_path / "directory.sqlite").mkdir()
    (tmp_path / "directory.sqlite" / "kept.txt").write_text("kept")
    with pytest.raises(BuildNotWritten) as problem:
        build_directory(source, tmp_path / "directory.sqlite")
    assert str(tmp_path) in problem.value.said_in(Language.ENGLISH)
    assert "intact" in problem.value.said_in(Language.FRENCH)
    assert (tmp_path / "directory.sqlite" / "kept.txt").read_text() == "kept"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["directory.sqlite", "source"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_is_read_only_is_a_problem(source: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    with pytest.raises(BuildNotWritten):
        build_directory(source, locked / "directory.sqlite")


def test_a_path_may_hold_what_it_likes(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "Légion #1? été" / "répertoire 100%.sqlite"
    assert build_directory(source, target).target.is_file()
    assert [file.name for file in target.parent.iterdir()] == [target.name]


def test_listings_are_numbered_by_name_without_a_gap(small_directory: Path) -> None:
    assert asked(small_directory, "SELECT number, id FROM listing ORDER BY number") == [
        (1, "hostile-text"),
        (2, "moncton-grief-group"),
        (3, "calgary-police-peer-team"),
        (4, "cercle-conjoints-valcartier"),
        (5, "halifax-drop-in"),
        (6, "legion-truro"),
        (7, "northern-warm-line"),
        (8, "osi-clinic-ottawa"),
        (9, "rivers-and-rods"),
        (10, "women-veterans-circle"),
    ]


def test_what_is_not_known_is_null_and_has_no_facet(small_directory: Path) -> None:
    assert asked(
        small_directory,
        "SELECT name_en, eligibility_en, referral_needed, website, source_date, checked_on "
        "FROM listing WHERE id IN ('cercle-conjoints-valcartier', 'legion-truro') ORDER BY id",
    ) == [
        (None, None, None, None, "2026-01", None),
        ("Legion Branch 26 (Truro)", None, None, None, None, None),
    ]
    assert asked(
        small_directory, "SELECT facet, value FROM listing_facet WHERE listing_id = 'legion-truro'"
    ) == [("peer_evidence", "not-confirmed")]
    assert asked(small_directory, "SELECT count(*) FROM listing_facet WHERE value = 'not-stated'") == [(0,)]


def test_numbers_are_stored_as_they_are_dialled(small_directory: Path) -> None:
    assert asked(
        small_directory,
        "SELECT coalesce(listing_id, crisis_line_id), position, kind, number, extension, note_fr "
        "FROM phone ORDER BY 1, 2",
    ) == [
        ("988", 1, "voice", "988", None, None),
        ("988", 2, "text", "988", None, None),
        ("cfmap", 1, "toll-free", "+18002687708", None, None),
        ("halifax-drop-in", 1, "voice", "+19025550199", None, None),
        ("moncton-grief-group", 1, "toll-free", "+18005550100", None, None),
        ("moncton-grief-group", 2, "voice", "+15065550142", "12", "le soir"),
        ("northern-warm-line", 1, "voice", "+18675550123", None, None),
        ("peer-line", 1, "voice", "+16135550100", None, None),
        ("seen-once", 1, "voice", "3106789", None, None),
        ("vac-assistance-service", 1, "toll-free", "+18002687708", None, None),
        ("young-texters", 1, "text", "686868", None, None),
    ]


def test_only_active_crisis_lines_seen_on_two_pages_are_pinned(small_directory: Path) -> None:
    assert asked(small_directory, "SELECT id, pinned FROM crisis_line ORDER BY position") == [
        ("988", 1),
        ("vac-assistance-service", 1),
        ("cfmap", 1),
        ("young-texters", 1),
        ("seen-once", 0),
        ("peer-line", 0),
    ]


def test_a_listing_without_a_place_has_no_location(small_directory: Path) -> None:
    located = {row[0] for row in asked(small_directory, "SELECT listing_id FROM location")}
    everyone = {str(row["id"]) for row in TABLES["listings.csv"]}
    assert everyone - located == {"women-veterans-circle", "northern-warm-line"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("grief", {"moncton-grief-group", "grief"}),
        ("deuil", {"moncton-grief-group", "grief"}),
        ("veteranes", {"women-veterans-circle"}),
        ("itinérance", {"halifax-drop-in"}),
        ("Nouveau-Brunswick", {"moncton-grief-group", "hostile-text"}),
        ("pêche", {"rivers-and-rods"}),
        ("stigma", {"burke-2019"}),
    ],
)
def test_any_sqlite_program_finds_texts_and_labels_in_both_languages(
    small_directory: Path, words: str, found: set[str]
) -> None:
    rows = asked(small_directory, f"SELECT id FROM full_text WHERE full_text MATCH '\"{words}\"'")
    assert {row[0] for row in rows} == found


def test_hostile_text_is_stored_as_it_was_written(small_directory: Path) -> None:
    assert asked(small_directory, "SELECT name_en FROM listing WHERE id = 'hostile-text'") == [(HOSTILE,)]
    assert asked(small_directory, "SELECT count(*) FROM listing") == [(10,)]


def test_synonyms_are_stored_as_the_table_writes_them(small_directory: Path) -> None:
    assert asked(small_directory, "SELECT number, said, means, both_ways FROM synonym") == [
        (1, "hubby", "spouse", 0),
        (2, "OSI", "operational stress injury", 1),
        (3, "wife", "spouse", 1),
    ]


def test_places_are_found_by_their_folded_names(small_directory: Path) -> None:
    assert asked(
        small_directory, "SELECT folded_en, folded_fr FROM place WHERE name_en LIKE 'S%' OR name_fr <> ''"
    ) == [
        ("grand falls", "grand sault"),
        ("quebec city", "quebec"),
        ("sable river", None),
        ("saint john", None),
        ("saint johns", None),
    ]


def test_http_and_an_idle_organization_warn_and_do_not_stop_the_build(source: Path) -> None:
    change_cell(source, "listings.csv", 2, "website", "http://anna.example.ca")
    rows = read_rows(source, "organizations.csv")
    idle = {"id": "idle", "name_en": "Idle", "name_fr": ""}
    write_rows(source, "organizations.csv", [*rows, idle])
    report = build_directory(source, source / "directory.sqlite")
    assert [warning.said_in(Language.ENGLISH) for warning in report.warnings] == [
        "organizations.csv, row 8, column id “idle”: has no listing",
        "listings.csv, row 2, column website “http://anna.example.ca”: is http and not https",
    ]
