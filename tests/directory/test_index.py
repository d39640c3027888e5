"""What answers a search says the same as a plain reading of the shipped directory, word by word."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import numpy as np
import pytest
from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.french_stemmer import FrenchStemmer

from peer_desktop import paths
from peer_desktop.directory import tokens
from peer_desktop.directory.folding import fold
from peer_desktop.directory.index_build import build_index
from peer_desktop.directory.index_file import Array
from peer_desktop.directory.index_texts import TEXTS, WEIGHTS, words_of_fields
from peer_desktop.directory.postings import Postings
from peer_desktop.directory.tokens import stems_of, words_of

LABELS = """
    SELECT v.label_en || ' ' || v.label_fr
    FROM listing_facet AS f
    JOIN listing AS l ON l.id = f.listing_id
    JOIN facet_value AS v ON v.facet = f.facet AND v.value = f.value
    WHERE l.number = ? AND f.facet <> 'peer_evidence'
"""
DESCRIBED = slice(8, 14)
"""Where the rows of TEXTS hold the sentences of a listing."""


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    file = f"{paths.shipped_directory().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(file, uri=True)) as connection:
        yield connection


@pytest.fixture(scope="module")
def arrays(connection: sqlite3.Connection) -> dict[str, Array]:
    return build_index(connection)[1]


@pytest.fixture(scope="module")
def fields(connection: sqlite3.Connection) -> list[tuple[tuple[Any, ...], dict[str, list[str]]]]:
    """Every listing with its words by field."""
    size = connection.execute("SELECT count(*) FROM listing").fetchone()[0]
    rows = connection.execute(TEXTS, (1, size)).fetchall()
    return [
        (row, words_of_fields(row, [label for (label,) in connection.execute(LABELS, (row[0],))]))
        for row in rows
    ]


@pytest.fixture(scope="module")
def words(arrays: dict[str, Array]) -> list[str]:
    return arrays["words"].tobytes().decode().split("\n")


Fields = list[tuple[tuple[Any, ...], dict[str, list[str]]]]


def test_every_word_leads_to_the_listings_that_hold_it_and_to_no_others(
    arrays: dict[str, Array], words: list[str], fields: Fields
) -> None:
    weights: defaultdict[str, dict[int, int]] = defaultdict(dict)
    lengths = []
    for row, by_field in fields:
        position, length = row[0] - 1, 0
        for field, said in by_field.items():
            for word in said:
                held = weights[word]
                held[position] = held.get(position, 0) + WEIGHTS[field]
            length += WEIGHTS[field] * len(said)
        lengths.append(length)
    assert words == sorted(set(words))
    assert weights.keys() <= set(words)
    mean = sum(lengths) / len(lengths)
    postings = Postings(arrays)
    assert 0 < len(arrays["usual_ranks"]) < len(words)  # both ways of keeping them are read
    for rank, word in enumerate(words):
        impacts = postings.of(rank)
        held = weights.get(word, {})
        assert np.flatnonzero(impacts).tolist() == sorted(held), word
        assert arrays["word_listings"][rank] == len(held)
        for position, weight in held.items():
            usual = 10.0 * (0.4 + 0.6 * lengths[position] / mean)
            assert impacts[position] == pytest.approx(255 * weight / (weight + usual), abs=1)


def test_every_stem_leads_to_its_words(arrays: dict[str, Array], words: list[str]) -> None:
    for which, language in enumerate(("english", "french")):
        stems = arrays[f"stems_{language}"].tobytes().decode().split("\n")
        starts, members = arrays[f"stem_starts_{language}"], arrays[f"stem_words_{language}"]
        found = {stem: members[starts[at] : starts[at + 1]].tolist() for at, stem in enumerate(stems)}
        expected: defaultdict[str, list[int]] = defaultdict(list)
        for rank, word in enumerate(words):
            expected[stems_of(word)[which]].append(rank)
        assert found == expected
        assert stems == sorted(expected)


def test_a_word_written_small_anywhere_is_no_name(
    arrays: dict[str, Array], words: list[str], fields: Fields
) -> None:
    small = {word for _, by_field in fields for word in by_field["labels"]}
    for row, _ in fields:
        for text in row[DESCRIBED]:
            for written in tokens._WORD.findall(text):
                if written[0].islower():
                    small.update(words_of(written))
    marked = {word for word, common in zip(words, arrays["uncapitalized"], strict=True) if common}
    assert marked == small


def test_the_words_of_a_name_are_kept_once_and_in_their_order(
    arrays: dict[str, Array], words: list[str], fields: Fields
) -> None:
    starts, terms = arrays["name_starts"], arrays["name_terms"]
    for row, _ in fields:
        kept = terms[starts[row[0] - 1] : starts[row[0]]]
        said = [word for name in row[1:3] for word in words_of(name or "")]
        assert [words[term] for term in kept] == list(dict.fromkeys(said))


def test_the_fast_stemmers_give_the_stems_of_the_plain_ones(words: list[str]) -> None:
    english, french = EnglishStemmer(), FrenchStemmer()
    assert type(tokens._ENGLISH).__module__ == "Stemmer"  # PyStemmer, which snowballstemmer takes by itself
    for word in words:
        if len(word) < 4 or not word.isalpha():
            assert stems_of(word) == (word, word)
            continue
        short = fold(french.stemWord(tokens._with_accents(word)))
        assert stems_of(word) == (english.stemWord(word), short if len(short) >= 4 else word)
