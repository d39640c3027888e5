"""A file that cannot be used is told in both languages, and nothing is ever written to it or beside it."""

import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.index import save_index
from peer_desktop.directory.language import Language
from peer_desktop.directory.opening import (
    DirectoryDamaged,
    DirectoryEmpty,
    DirectoryForeign,
    DirectoryMissing,
    DirectoryNewer,
    DirectoryProblem,
    DirectoryUnreadable,
)
from peer_desktop.directory.query import Query
from tests.tables import TODAY


@pytest.fixture
def copy(small_directory: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "copy"
    folder.mkdir()
    return Path(shutil.copy(small_directory, folder / "directory.sqlite"))


def refused(path: Path) -> DirectoryProblem:
    before = {
        file: file.read_bytes()
        for file in path.parent.glob("*")
        if file.is_file() and os.access(file, os.R_OK)
    }
    with pytest.raises(DirectoryProblem) as told:
        Directory.open(path, today=TODAY)
    after = {
        file: file.read_bytes()
        for file in path.parent.glob("*")
        if file.is_file() and os.access(file, os.R_OK)
    }
    assert after == before, "something was written"
    problem = told.value
    english, french = (problem.said_in(language) for language in Language)
    assert str(path) in english and str(path) in french and english != french
    return problem


def test_a_missing_file_is_said_and_not_created(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path / "nothing.sqlite"), DirectoryMissing)
    assert list(tmp_path.iterdir()) == []


def test_a_path_through_a_file_is_missing(copy: Path) -> None:
    assert isinstance(refused(copy / "directory.sqlite"), DirectoryMissing)


def test_an_empty_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "d.sqlite").write_bytes(b"")
    assert isinstance(refused(tmp_path / "d.sqlite"), DirectoryEmpty)


def test_a_folder_is_no_directory_file(tmp_path: Path) -> None:
    (tmp_path / "d.sqlite").mkdir()
    assert isinstance(refused(tmp_path / "d.sqlite"), DirectoryForeign)


@pytest.mark.parametrize(
    "content", [b"x", b"SQLite format 3\0", b"PK\x03\x04" * 100, os.urandom(5000), b"\0" * 4096]
)
def test_another_file_is_foreign(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "d.sqlite").write_bytes(content)
    assert isinstance(refused(tmp_path / "d.sqlite"), DirectoryForeign)


def test_another_database_is_foreign(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "d.sqlite")) as connection:
        connection.execute("CREATE TABLE listing (number INTEGER)")
    assert isinstance(refused(tmp_path / "d.sqlite"), DirectoryForeign)


def test_a_newer_directory_is_said_to_be_newer(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert isinstance(refused(copy), DirectoryNewer)


def test_an_older_directory_is_not_taken_for_a_newer_one(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA user_version = 0")
    assert isinstance(refused(copy), DirectoryForeign)


@pytest.mark.parametrize("share", [0.999, 0.9, 0.5, 0.1, 0.01])
def test_a_file_that_lost_its_end_is_damaged(copy: Path, share: float) -> None:
    whole = copy.read_bytes()
    copy.write_bytes(whole[: max(int(len(whole) * share), 200)])
    assert isinstance(refused(copy), DirectoryDamaged)


@pytest.mark.parametrize("more", [1, 4096])
def test_a_file_with_something_behind_it_is_damaged(copy: Path, more: int) -> None:
    copy.write_bytes(copy.read_bytes() + b"\0" * more)
    assert isinstance(refused(copy), DirectoryDamaged)


def test_a_table_that_is_gone_is_damage(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DROP TABLE listing_facet")
        connection.execute("VACUUM")
    assert isinstance(refused(copy), DirectoryDamaged)


def test_text_that_is_no_text_is_damage(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE term SET plain_en = CAST(x'FF41' AS TEXT)")
        connection.commit()
    assert isinstance(refused(copy), DirectoryDamaged)


def test_a_reference_to_nothing_is_damage(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DELETE FROM organization")
        connection.commit()
    assert isinstance(refused(copy), DirectoryDamaged)


def test_a_date_that_is_none_is_damage(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE directory SET data_as_of = 'yesterday'")
        connection.commit()
    assert isinstance(refused(copy), DirectoryDamaged)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(copy: Path) -> None:
    copy.chmod(0)
    assert isinstance(refused(copy), DirectoryUnreadable)


def test_a_disk_that_does_not_answer_is_said(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fails)
    with pytest.raises(DirectoryUnreadable):
        Directory.open(copy, today=TODAY)


def test_flipped_bits_are_damage_or_change_nothing_that_breaks(copy: Path) -> None:
    whole = copy.read_bytes()
    rng = random.Random(7)
    told = 0
    for _ in range(60):
        damaged = bytearray(whole)
        for place in (rng.randrange(100, len(whole)) for _ in range(rng.choice((1, 3, 200)))):
            damaged[place] ^= 1 << rng.randrange(8)
        copy.write_bytes(damaged)
        try:
            directory = Directory.open(copy, today=TODAY)
        except DirectoryDamaged:
            told += 1
            continue
        everything_is_read(directory)
        directory.close()
        assert copy.read_bytes() == damaged
    assert told > 20


def everything_is_read(directory: Directory) -> None:
    numbers = directory.search(Query()).numbers.tolist()
    assert len(directory.rows(numbers)) == len(numbers)
    for number in numbers:
        directory.listing(number)
    directory.terms()
    directory.resources()
    directory.crisis_lines()
    directory.search(Query("grief moncton"))
    directory.places("moncton")


@pytest.mark.parametrize(
    "name", ["a #1?b=c&d%20.sqlite", "avec espaces et é à ç.sqlite", "plain", "%41.sqlite", "日本.db"]
)
def test_any_name_of_a_file_is_just_a_name(small_directory: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "d'été #? folder"
    folder.mkdir()
    path = Path(shutil.copy(small_directory, folder / name))
    directory = Directory.open(path, today=TODAY)
    assert directory.size == 10
    directory.close()
    assert [file.name for file in folder.iterdir()] == [name]


def test_a_path_from_the_present_folder_is_fine(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy.parent)
    directory = Directory.open(Path("directory.sqlite"), today=TODAY)
    assert directory.size == 10
    directory.close()


def test_nothing_can_be_written_to_an_open_directory(copy: Path) -> None:
    directory = Directory.open(copy, today=TODAY)
    with pytest.raises(sqlite3.OperationalError):
        directory._connection.execute("DELETE FROM listing")
    directory.close()


# -- the index ------------------------------------------------------------------------------------------


def test_the_index_is_kept_in_its_folder_and_used_again(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept" / "index"
    Directory.open(copy, today=TODAY, index_folder=folder).close()
    (kept,) = folder.iterdir()
    made = kept.stat().st_mtime_ns
    Directory.open(copy, today=TODAY, index_folder=folder).close()
    assert kept.stat().st_mtime_ns == made
    assert [file.name for file in copy.parent.iterdir()] == ["directory.sqlite"]


def test_the_index_beside_a_shipped_directory_is_used(copy: Path, tmp_path: Path) -> None:
    assert save_index(copy) == copy.with_suffix(".index")
    Directory.open(copy, today=TODAY, index_folder=tmp_path / "kept").close()
    assert not (tmp_path / "kept").exists()


def test_another_directory_gets_another_index(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    Directory.open(copy, today=TODAY, index_folder=folder).close()
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE listing SET name_en = 'Zanzibar' WHERE number = 10")
        connection.commit()
    directory = Directory.open(copy, today=TODAY, index_folder=folder)
    assert directory.search(Query("zanzibar ")).numbers.tolist() == [10]
    directory.close()
    assert len(list(folder.iterdir())) == 1, "the index of the directory before is gone"


def test_a_damaged_index_is_made_again(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    Directory.open(copy, today=TODAY, index_folder=folder).close()
    (kept,) = folder.iterdir()
    whole = kept.read_bytes()
    rng = random.Random(3)
    damages = [
        b"",
        whole[:5],
        whole[: len(whole) // 2],
        whole[:-1],
        b"PEERIDX1" + b"\xff" * 500,
        os.urandom(2000),
    ]
    for _ in range(30):
        flipped = bytearray(whole)
        flipped[rng.randrange(len(whole))] ^= 1 << rng.randrange(8)
        damages.append(bytes(flipped))
    for damage in damages:
        kept.write_bytes(damage)
        directory = Directory.open(copy, today=TODAY, index_folder=folder)
        assert directory.search(Query("grief ")).total
        everything_is_read(directory)
        directory.close()


def test_a_folder_where_no_index_can_be_kept_is_no_problem(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    directory = Directory.open(copy, today=TODAY, index_folder=tmp_path / "kept")
    assert directory.search(Query("grief ")).total
    directory.close()
    assert (tmp_path / "kept").read_text() == "a file"
