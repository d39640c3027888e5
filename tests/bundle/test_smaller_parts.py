"""What the larger parts stand on: the way back from rows to tables, the reader, drives, ages, texts."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from peer_desktop import app, paths
from peer_desktop.bundle import foreign_reader, preparing_process, processes, reading
from peer_desktop.bundle.audit import Deed, broken_lines, note
from peer_desktop.bundle.carried_tables import RETIRED, table_that_differs, tables_of
from peer_desktop.bundle.crisis_rules import same_number
from peer_desktop.bundle.disk import Disk
from peer_desktop.bundle.drives import bundles_on_drives, removable_drives
from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.own_directory import own_rows
from peer_desktop.bundle.preparing_process import PreparingStopped, ToldProblem, prepare_beside
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.preview_text import preview_text
from peer_desktop.bundle.problems import BundleProblem, Cancelled, Locked, ProgramIncomplete
from peer_desktop.bundle.program import Program, retired_lines
from peer_desktop.bundle.refusals import DirectoryCorrupt
from peer_desktop.bundle.staleness import Staleness, staleness
from peer_desktop.bundle.steps import Progress, Step, Watch
from peer_desktop.bundle.store import Store, current_directory
from peer_desktop.directory.language import Language
from peer_desktop.exchange.checks import findings_of
from peer_desktop.exchange.columns import SHAPES
from peer_desktop.exchange.directory_file import write_directory
from peer_desktop.exchange.full_text import full_text_rows
from peer_desktop.exchange.rows import directory_rows
from peer_desktop.exchange.tables import read_tables
from tests.bundle.conftest import NOW
from tests.bundle.forge import Forge
from tests.bundle.test_refusals import snapshot

# -- rows and tables -------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["small_directory", "shipped_directory"])
def test_the_way_back_from_a_directory_to_its_tables_loses_nothing(
    which: str, request: pytest.FixtureRequest, tables: Path, tmp_path: Path
) -> None:
    directory: Path = request.getfixturevalue(which)
    source = tables if which == "small_directory" else paths.source_folder()
    rows = own_rows(directory)
    assert rows is not None
    again = tables_of(rows, retired_lines(source))
    assert [finding for finding in findings_of(again) if finding.refuses] == []
    rebuilt = directory_rows(again)
    assert table_that_differs(rebuilt, rows) is None
    write_directory({**rebuilt, "full_text": list(full_text_rows(rebuilt))}, tmp_path / "again.sqlite")
    assert (tmp_path / "again.sqlite").read_bytes() == directory.read_bytes()
    written, _ = read_tables(source, SHAPES)
    for file, table in written.items():
        assert len(again[file]) == len(table), file


def test_a_row_that_was_lost_added_or_changed_is_noticed(small_directory: Path) -> None:
    rows = own_rows(small_directory)
    assert rows is not None
    assert table_that_differs(rows, rows) is None
    for table in ("listing", "phone", "term_see_also"):
        fewer = {**rows, table: rows[table][1:]}
        more = {**rows, table: [*rows[table], rows[table][0]]}
        name = next(name for name, value in rows[table][0].items() if isinstance(value, str))
        other = {**rows, table: [{**rows[table][0], name: "other"}, *rows[table][1:]]}
        assert {table_that_differs(rows, one) for one in (fewer, more, other)} == {table}
    renumbered = {**rows, "listing": [{**row, "number": 0} for row in rows["listing"]]}
    assert table_that_differs(rows, renumbered) is None, "numbers are given anew on every computer"


def test_a_directory_that_cannot_be_read_is_compared_with_nothing(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"hello")
    assert own_rows(tmp_path / "x") is None
    assert own_rows(tmp_path / "nowhere") is None


def test_without_the_retired_numbers_nothing_is_installed(tmp_path: Path) -> None:
    with pytest.raises(ProgramIncomplete):
        retired_lines(tmp_path)
    assert RETIRED in SHAPES


# -- the reader ------------------------------------------------------------------------------------------


def test_a_reader_that_dies_babbles_or_lies_is_noticed(
    forge: Forge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "directory.sqlite"
    file.write_bytes(forge.directory)
    assert len(reading.read_foreign(file)["listing"]) == 10
    scripts = [
        "",
        "import os; os.abort()",
        "print('hello')",
        "print('true')",
        "print('{\"table\": \"nobody\", \"rows\": 1}'); print('[[1]]'); print('true')",
        "print('{\"table\": \"directory\", \"rows\": 1}'); print('[[[1]]]'); print('true')",
        "print('{\"table\": \"directory\", \"rows\": 1}'); print('[[1, 2]]'); print('true')",
        "print('[[1]]')",
        "print('{}')",
        "print('{\"unfit\": []}')",
        "print('\"' + 'x' * 1000000)",
        "raise SystemExit(3)",
    ]
    for script in scripts:
        monkeypatch.setattr(reading, "command_for", lambda *_, s=script: [sys.executable, "-c", s])
        with pytest.raises(DirectoryCorrupt):
            reading.read_foreign(file)


def test_the_reader_can_write_no_file_and_take_no_more_than_its_memory(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has only SQLite's own limit")
    script = (
        "import sqlite3\n"
        "from peer_desktop.bundle import foreign_reader as r\n"
        "r._limit_this_process()\n"
        "try:\n    open('written', 'w', buffering=1).write('a\\n')\nexcept OSError:\n    print('no file')\n"
        "try:\n    bytearray(400 << 20)\nexcept MemoryError:\n    print('no memory')\n"
        "try:\n    sqlite3.connect(':memory:').execute('SELECT length(zeroblob(90000000) || 1)').fetchone()\n"
        "except MemoryError:\n    print('no heap')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(paths.program_folder())},
    )
    assert done.stdout == "no file\nno memory\nno heap\n", done.stderr
    assert not (tmp_path / "written").exists() or (tmp_path / "written").stat().st_size == 0


def test_the_reader_allows_nothing_but_reading(forge: Forge, tmp_path: Path) -> None:
    file = tmp_path / "directory.sqlite"
    file.write_bytes(forge.directory)
    with closing(sqlite3.connect(file)) as connection:
        foreign_reader._restrict(connection)
        for statement in (
            "DELETE FROM listing",
            "CREATE TABLE x (a)",
            "ATTACH 'x' AS x",
            "PRAGMA writable_schema = 1",
            "PRAGMA journal_mode = WAL",
            "DROP TABLE listing",
            "UPDATE listing SET id = 1",
        ):
            with pytest.raises(sqlite3.DatabaseError):
                connection.execute(statement)
        assert connection.execute("SELECT count(*) FROM listing").fetchone() == (10,)
        # SQLite's limit could not be lifted again in this process: the reader alone sets it, for itself
        heap = sqlite3.connect(":memory:").execute("PRAGMA hard_heap_limit").fetchone()
        assert heap == (0,)


def test_a_packaged_program_is_the_reader_when_it_is_asked(
    forge: Forge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert processes.run_if_asked(["peer-desktop"]) is None
    assert processes.run_if_asked(["peer-desktop", "--directory", "x"]) is None
    monkeypatch.setattr(foreign_reader, "_limit_this_process", lambda: None)
    monkeypatch.setattr(sys.stdout, "reconfigure", lambda **_: None, raising=False)
    file = tmp_path / "directory.sqlite"
    file.write_bytes(forge.directory)
    for run in (
        lambda: processes.run_if_asked(["peer-desktop", reading.READ_FLAG, str(file)]),
        lambda: app.main([reading.READ_FLAG, str(file)]),
    ):
        assert run() == 0
        lines = capsys.readouterr().out.splitlines()
        assert json.loads(lines[0]) == {"table": "directory", "rows": 1} and lines[-1] == "true"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reading.command_for("--flag", "module") == [sys.executable, "--flag"]


# -- beside the window -----------------------------------------------------------------------------------


def test_a_bundle_is_prepared_beside_the_window_like_in_it(
    good_bundle: Path, store: Store, program: Program
) -> None:
    with importing(store, program) as one:
        here = one.prepare(good_bundle)
    told: list[Step] = []
    with importing(store, program, prepare_beside) as one:
        beside = one.prepare(good_bundle, Watch(lambda progress: told.append(progress.step)))
        assert beside == here or beside.cautions != here.cautions, "the other process has the real clock"
        assert one.install(Confirmation()).code == "INSTALLED"
    assert list(dict.fromkeys(told)) == list(Step)[:-1]
    assert current_directory(store, program.shipped) != program.shipped


def test_a_refusal_beside_the_window_is_told_in_the_same_words(
    forge: Forge, store: Store, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "old {0}.peerbundle"
    file.write_bytes(forge.saying(serial=4))
    before = snapshot(store.folder)
    outcomes = []
    for preparing in (None, prepare_beside):
        with (
            pytest.raises(BundleProblem) as caught,
            importing(store, program, *filter(None, [preparing])) as one,
        ):
            one.prepare(file)
        outcomes.append(Outcome.of(caught.value))
    assert outcomes[0] == outcomes[1] and outcomes[0].code == "E-ROLLBACK"
    assert isinstance(caught.value, ToldProblem)
    assert snapshot(store.folder) == before


@pytest.mark.parametrize("step", [Step.COPYING, Step.READING, Step.TRYING])
def test_cancel_beside_the_window_leaves_nothing(
    step: Step, good_bundle: Path, store: Store, program: Program
) -> None:
    told: list[Progress] = []
    watch = Watch(told.append, lambda: bool(told) and told[-1].step is step)
    before = snapshot(store.folder)
    with pytest.raises(Cancelled), importing(store, program, prepare_beside) as one:
        one.prepare(good_bundle, watch)
    assert snapshot(store.folder) == before


def test_a_wish_to_stop_is_heard_while_the_process_is_silent(
    good_bundle: Path, store: Store, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    monkeypatch.setattr(preparing_process, "command_for", lambda *_: silent)
    asked: Iterator[bool] = iter([False, False, True, True])
    with pytest.raises(Cancelled), importing(store, program, prepare_beside) as one:
        one.prepare(good_bundle, Watch(wants_to_stop=lambda: next(asked)))


def test_a_process_that_is_killed_is_a_problem_and_leaves_nothing(
    good_bundle: Path, store: Store, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = [sys.executable, "-c", "import os, sys; sys.stdin.readline(); os.abort()"]
    monkeypatch.setattr(preparing_process, "command_for", lambda *_: dead)
    before = snapshot(store.folder)
    with pytest.raises(PreparingStopped), importing(store, program, prepare_beside) as one:
        one.prepare(good_bundle)
    assert snapshot(store.folder) == before


# -- drives, ages, numbers, texts ------------------------------------------------------------------------


def test_bundles_on_sticks_are_found_two_levels_deep_the_newest_first(tmp_path: Path) -> None:
    stick = tmp_path / "STICK"
    (stick / "Peer" / "deeper").mkdir(parents=True)
    (stick / ".Trash").mkdir()
    for number, name in enumerate(
        ["a.peerbundle", "Peer/B.PEERBUNDLE", "Peer/deeper/c.peerbundle", ".Trash/d.peerbundle", "e.zip"]
    ):
        (stick / name).write_bytes(b"x" * (number + 1))
        os.utime(stick / name, (number, number))
    (stick / "folder.peerbundle").mkdir()
    found = bundles_on_drives([stick, tmp_path / "pulled out"])
    assert [(bundle.path.name, bundle.size) for bundle in found] == [("B.PEERBUNDLE", 2), ("a.peerbundle", 1)]
    assert all(isinstance(drive, Path) for drive in removable_drives())


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2027, 5, 20), Staleness.FRESH),
        (date(2027, 5, 21), Staleness.AMBER),
        (date(2027, 11, 16), Staleness.AMBER),
        (date(2027, 11, 17), Staleness.RED),
        (date(1999, 1, 1), Staleness.FRESH),
        (date(2999, 1, 1), Staleness.RED),
    ],
)
def test_age_is_told_more_and_more_plainly(today: date, expected: Staleness) -> None:
    assert staleness(date(2026, 11, 21), date(2027, 5, 20), today) is expected
    assert staleness(date(2026, 11, 21), None, today) is expected


@pytest.mark.parametrize(
    ("typed", "number", "same"),
    [
        ("613-555-0100", "613-555-0100", True),
        ("1 (613) 555 0100", "613-555-0100", True),
        ("18002687708", "1-800-268-7708", True),
        ("988", "9-8-8", True),
        ("", "9-8-8", False),
        ("", "", False),
        ("613-555-0101", "613-555-0100", False),
        ("6135550100 7", "613-555-0100 #7", True),
        ("٦١٣-555-0100", "613-555-0100", False),
    ],
)
def test_a_number_is_the_same_however_it_is_typed(typed: str, number: str, same: bool) -> None:
    assert same_number(typed, number) is same


def test_a_preview_is_plain_text_in_both_languages(
    forge: Forge, store: Store, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "x.peerbundle"
    file.write_bytes(
        forge.altered(
            "UPDATE listing SET website = 'http://x.example.ca/' WHERE id = 'legion-truro'",
            "UPDATE phone SET number = '+16135550177' WHERE crisis_line_id = 'peer-line'",
            "UPDATE term SET plain_en = 'Sorrow.' WHERE id = 'grief'",
        )
    )
    with importing(store, program) as one:
        preview = one.prepare(file)
    english, french = (preview_text(preview, language) for language in Language)
    for shown in (
        "Serial: 6", "Publisher: Hall 26, 506-555-0142, hall@example.ca", preview.fingerprint,
        "Peer phone line (peer-line) – changes", "before: Peer phone line, 613-555-0100",
        "after: Peer phone line, 613-555-0177", "to type before installing: 613-555-0177",
        "10 → 10 (+0, −0, ~1)", "NS: 2 → 2 (+0, −0, ~1)", "terms.csv: 3 → 3 (+0, −0, ~1)",
        "Legion Branch 26 (Truro) (legion-truro, NS)", "website: not stated → http://x.example.ca/",
        "is http and not https",
    ):  # fmt: skip
        assert shown in english, shown
    for shown in (
        "Numéro de série : 6",
        "à taper avant d'installer : 613-555-0177",
        "website: non précisé → http://x.example.ca/",
        "Légion, filiale 26 (Truro)",
    ):
        assert shown in french, shown


def test_half_a_line_of_the_audit_stays_and_is_pointed_out(tmp_path: Path) -> None:
    file = tmp_path / "audit.jsonl"
    assert broken_lines(file) == ()
    for code in ("A", "B"):
        note(file, Deed("install", code), NOW, Disk())
    with file.open("ab") as stream:
        stream.write(b'{"half')
    note(file, Deed("install", "C"), NOW, Disk())
    assert broken_lines(file) == (3,)
    assert len(file.read_bytes().splitlines()) == 4


def test_a_lock_in_a_folder_of_another_kind_is_a_problem(tmp_path: Path, program: Program) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BundleProblem) as caught, importing(Store(tmp_path / "file" / "directories"), program):
        pass
    assert not isinstance(caught.value, Locked)
