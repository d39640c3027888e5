"""The benchmark of speed asks every peer for the same work, and says where answers differ."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.generate import generate
from benchmarks.interactions import INTERACTIONS, Interaction, Word
from benchmarks.peers.ours import Ours
from benchmarks.peers.plain_sql import PlainSql
from benchmarks.peers.source import FACETS, WEIGHTS, read_listings
from peer_desktop.directory import index_texts
from peer_desktop.directory.tokens import words_of

SIZE = 300


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("speed") / "directory.sqlite"
    generate(SIZE, file)
    return file


@pytest.fixture(scope="module")
def ours(invented: Path) -> Iterator[Ours]:
    """This program, which has told its words to the peers."""
    peer = Ours()
    peer.build(invented, invented.parent / "ours")
    peer.open(invented, invented.parent / "ours")
    yield peer
    peer.close()


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


@pytest.mark.usefixtures("ours")
def test_a_peer_reads_every_listing_with_its_words_and_values(invented: Path) -> None:
    rows = list(read_listings(invented))
    assert [row.number for row in rows] == list(range(1, SIZE + 1))
    assert all(len(row.words) == len(WEIGHTS) and all(row.words[:2]) for row in rows)
    assert all(set(row.words[0].split()) <= set(row.every_word.split()) for row in rows)
    assert all(len(row.every_word.split()) == len(set(row.every_word.split())) for row in rows)
    assert all(row.facets["cost"] and row.facets["kind"] in {("program",), ("place",)} for row in rows)
    assert any(row.facets["cost"] == ("not-stated",) for row in rows)


def test_fields_weigh_the_same_for_peers_as_for_this_program() -> None:
    assert list(WEIGHTS.items()) == list(index_texts.WEIGHTS.items())


@pytest.mark.usefixtures("ours")
def test_the_words_of_a_name_are_those_that_this_program_reads_in_it(invented: Path) -> None:
    with closing(sqlite3.connect(invented)) as connection:
        names = connection.execute("SELECT name_en, name_fr FROM listing ORDER BY number").fetchall()
    read = [row.words[0].split() for row in read_listings(invented)]
    assert read == [words_of(" ".join(name or "" for name in both)) for both in names]


def test_plain_sql_puts_a_word_in_the_name_before_one_in_the_description(
    invented: Path, ours: Ours, tmp_path: Path
) -> None:
    plain = PlainSql()
    plain.build(invented, tmp_path)
    plain.open(invented, tmp_path)
    asked = Interaction("a word", "grief", wanted=((((Word(("grief",))),),),))
    first = plain.ask(asked).rows[0][0]
    plain.close()
    fields = {row.number: row.words for row in read_listings(invented)}
    assert any("grief" in words[0].split() for words in fields.values())
    assert "grief" in fields[first][0].split()


def test_plain_sql_finds_and_counts_the_same_as_this_program(
    invented: Path, ours: Ours, tmp_path: Path
) -> None:
    plain = PlainSql()
    plain.build(invented, tmp_path)
    plain.open(invented, tmp_path)
    different = []
    for asked in INTERACTIONS:
        found = ours.ask(asked)
        other = plain.ask(replace(asked, wanted=ours.understood(asked)))
        sizes = (found.total, len(found.points)), (other.total, len(other.points))
        if sizes[0] != sizes[1] or ours.plain_counts(found) != plain.plain_counts(other):
            different.append(asked)
    plain.close()
    # a place among the words, and words that too few listings hold together, are more than words
    assert all(len(asked.text.split()) > 1 for asked in different), different
    assert len(different) <= 5, different


def test_a_slip_is_mended_and_a_word_widened_for_the_peers(ours: Ours) -> None:
    ((mended, *_),) = ours.understood(Interaction("a word", "vetrans"))
    assert {"veteran", "veterans"} <= set(mended[0].forms)
    (meanings,) = ours.understood(Interaction("a word", "wife"))
    assert any("spouse" in word.forms for phrase in meanings for word in phrase)


def test_this_program_forgets_what_it_looked_up(ours: Ours) -> None:
    before = ours.ask(Interaction("a word", "veterans")).total
    ours.forget()
    assert ours.ask(Interaction("a word", "veterans")).total == before > 0
