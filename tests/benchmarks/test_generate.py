"""Invented directories are like the real one, always the same, and taken by the program."""

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from benchmarks.generate import generate
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.folding import fold
from peer_desktop.directory.query import Choice, Query

SIZE = 400


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("invented") / "directory.sqlite"
    generate(SIZE, file)
    return file


def asked(file: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(statement).fetchall()


def test_the_same_size_and_seed_give_the_same_bytes(invented: Path, tmp_path: Path) -> None:
    generate(SIZE, tmp_path / "again.sqlite")
    generate(SIZE, tmp_path / "other.sqlite", seed=2)
    assert (tmp_path / "again.sqlite").read_bytes() == invented.read_bytes()
    assert (tmp_path / "other.sqlite").read_bytes() != invented.read_bytes()


def test_the_program_opens_and_searches_it(invented: Path) -> None:
    with closing(Directory.open(invented, today=date(2026, 11, 21))) as directory:
        everything = directory.search(Query())
        assert everything.total == directory.size == SIZE
        assert 0 < len(everything.points) < SIZE
        veterans = directory.search(Query(chosen=frozenset({Choice("audience", "veterans")})))
        counted = {value.value: value.count for value in everything.counts["audience"]}
        assert veterans.total == counted["veterans"] > SIZE / 10
        assert directory.search(Query("vetrans")).total > 0


def test_nothing_refers_to_what_is_not_there(invented: Path) -> None:
    assert asked(invented, "PRAGMA foreign_key_check") == []
    assert asked(invented, "PRAGMA integrity_check") == [("ok",)]


def test_listings_are_numbered_by_name_then_by_id(invented: Path) -> None:
    rows = asked(invented, "SELECT coalesce(name_en, name_fr), id, number FROM listing ORDER BY number")
    assert [number for *_, number in rows] == list(range(1, SIZE + 1))
    keys = [(fold(name), listing) for name, listing, _ in rows]
    assert keys == sorted(keys)


def test_facets_are_skewed_as_in_the_real_directory(invented: Path, shipped_directory: Path) -> None:
    statement = (
        "SELECT value FROM listing_facet JOIN listing ON id = listing_id "
        "WHERE kind = 'program' AND facet = 'topic'"
    )
    made, real = (
        Counter(value for (value,) in asked(file, statement)) for file in (invented, shipped_directory)
    )
    most_real = [value for value, _ in real.most_common(3)]
    assert {value for value, _ in made.most_common(5)}.issuperset(most_real)
    assert made.most_common(1)[0][1] > 5 * min(made.values())


def test_both_languages_are_written_and_organizations_are_shared(invented: Path) -> None:
    ((french, english, places),) = asked(
        invented,
        "SELECT count(name_fr), count(name_en), sum(kind = 'place') FROM listing",
    )
    assert 0 < french < english <= SIZE
    assert 0 < places < SIZE
    ((described,),) = asked(
        invented,
        "SELECT count(*) FROM listing WHERE description_en IS NOT NULL AND description_fr IS NOT NULL",
    )
    assert described == SIZE
    shared = asked(invented, "SELECT count(*) FROM listing GROUP BY organization_id ORDER BY 1 DESC")
    assert shared[0][0] > 3


def test_listings_stand_around_the_towns_of_the_gazetteer(invented: Path) -> None:
    far = asked(
        invented,
        "SELECT a.listing_id FROM location AS a WHERE a.latitude IS NOT NULL AND NOT EXISTS ("
        "SELECT 1 FROM place AS p WHERE p.name_en = a.city AND p.province = a.province "
        "AND abs(p.latitude - a.latitude) < 0.5 AND abs(p.longitude - a.longitude) < 0.7)",
    )
    assert far == []


def test_what_explains_listings_is_the_real_one(invented: Path, shipped_directory: Path) -> None:
    for table in ("facet", "facet_value", "place", "postal_prefix", "synonym", "term", "crisis_line"):
        statement = f"SELECT * FROM {table} ORDER BY 1, 2"
        assert asked(invented, statement) == asked(shipped_directory, statement)


def test_phones_are_of_the_numbers_kept_for_fiction(invented: Path) -> None:
    numbers = [
        number for (number,) in asked(invented, "SELECT number FROM phone WHERE listing_id IS NOT NULL")
    ]
    assert len(numbers) > SIZE / 10
    assert all(
        number.startswith("+1") and number[5:8] == "555" and number[8:10] == "01" for number in numbers
    )
