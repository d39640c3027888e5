"""The benchmark of speed asks every peer for the same work, and says where answers differ."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.generate import generate
from benchmarks.interactions import INTERACTIONS, Interaction
from benchmarks.peers.ours import Ours
from benchmarks.peers.plain_sql import PlainSql
from benchmarks.peers.source import FACETS, read_listings

SIZE = 300


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("speed") / "directory.sqlite"
    generate(SIZE, file)
    return file


def test_there_are_forty_seven_interactions_and_each_is_asked_once() -> None:
    assert len(INTERACTIONS) == len(set(map(str, INTERACTIONS))) == 47


def test_ticks_are_values_of_the_directory(invented: Path) -> None:
    with closing(sqlite3.connect(invented)) as connection:
        known = set(connection.execute("SELECT facet, value FROM facet_value").fetchall())
        facets = {facet for (facet,) in connection.execute("SELECT id FROM facet")}
    ticked = {
        (facet, value) for asked in INTERACTIONS for facet, values in asked.chosen.items() for value in values
    }
    assert ticked <= known
    assert set(FACETS) == facets


def test_a_peer_reads_every_listing_with_its_values(invented: Path) -> None:
    rows = list(read_listings(invented))
    assert [row.number for row in rows] == list(range(1, SIZE + 1))
    assert all(row.facets["cost"] and row.facets["kind"] in {("program",), ("place",)} for row in rows)
    assert any(row.facets["cost"] == ("not-stated",) for row in rows)


def test_plain_sql_and_this_program_agree_on_everything_without_words(invented: Path, tmp_path: Path) -> None:
    peers = [Ours(), PlainSql()]
    for peer in peers:
        folder = tmp_path / type(peer).__name__
        folder.mkdir()
        peer.build(invented, folder)
        peer.open(invented, folder)
    for asked in INTERACTIONS:
        ours, theirs = (peer.ask(asked) for peer in peers)
        if not asked.text:
            assert (ours.total, len(ours.points)) == (theirs.total, len(theirs.points)), asked
            assert peers[0].plain_counts(ours) == peers[1].plain_counts(theirs), asked
    for peer in peers:
        peer.close()


def test_nothing_is_remembered_from_one_interaction_to_the_next(invented: Path, tmp_path: Path) -> None:
    ours = Ours()
    ours.open(invented, tmp_path)
    before = ours.ask(Interaction("a word", "veterans")).total
    ours.forget()
    assert ours.ask(Interaction("a word", "veterans")).total == before > 0
    ours.close()
