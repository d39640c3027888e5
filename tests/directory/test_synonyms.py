"""Words that mean the same are found through the table, in any form; it holds general language only."""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

from peer_desktop.directory.known_words import known_word_arrays, name_hashes
from peer_desktop.directory.synonym_arrays import Row, synonym_arrays
from peer_desktop.directory.synonyms import RELATED, SAME, Synonyms
from peer_desktop.directory.tokens import words_of
from peer_desktop.paths import source_folder

SHARED_QUESTIONS = Path(__file__).resolve().parents[3] / "shared" / "data" / "search_questions.csv"
OWN_QUESTIONS = Path(__file__).with_name("questions.csv")
BLIND_QUESTIONS = OWN_QUESTIONS.with_name("questions_blind.csv")
BLIND_TOO = OWN_QUESTIONS.with_name("questions_blind_2.csv")
BLIND_AGAIN = OWN_QUESTIONS.with_name("questions_blind_3.csv")

TABLE = (
    ("OSI", "operational stress injury", True),
    ("OSI", "BSO", True),
    ("BSO", "blessure de stress opérationnel", True),
    ("nightmare", "OSI", False),
    ("wife", "spouse", False),
    ("spouse", "conjoint", True),
    ("conjoint", "partenaire", False),
    ("took his life", "suicide", False),
    ("took her life", "suicide", False),
    ("cop", "police", False),
    ("fired", "employment", False),
    ("fire", "firefighter", False),
    ("on the street", "homelessness", False),
)


def known(rows: Iterable[Row]) -> Synonyms:
    return Synonyms(synonym_arrays(rows) | known_word_arrays() | {"place_words": name_hashes(())})


@pytest.fixture(scope="module")
def synonyms() -> Synonyms:
    return known(TABLE)


def meant(synonyms: Synonyms, text: str) -> list[str]:
    return [meaning.said for meaning in synonyms.of(tuple(words_of(text)))]


def test_every_phrase_of_a_group_finds_the_others(synonyms: Synonyms) -> None:
    group = {"OSI", "BSO", "operational stress injury", "blessure de stress opérationnel"}
    for phrase in group:
        assert set(meant(synonyms, phrase)) == group - {phrase}
        assert {meaning.weight for meaning in synonyms.of(tuple(words_of(phrase)))} == {SAME}


def test_one_direction_leads_to_a_group_and_not_back(synonyms: Synonyms) -> None:
    assert set(meant(synonyms, "nightmare")) == {
        "OSI",
        "BSO",
        "operational stress injury",
        "blessure de stress opérationnel",
    }
    assert {meaning.weight for meaning in synonyms.of(("nightmare",))} == {RELATED}
    assert "nightmare" not in meant(synonyms, "OSI")


def test_one_direction_is_followed_once(synonyms: Synonyms) -> None:
    assert meant(synonyms, "wife") == ["spouse", "conjoint"]
    assert meant(synonyms, "spouse") == ["conjoint", "partenaire"]


@pytest.mark.parametrize("typed", ["nightmares", "wifes", "cops", "took her life"])
def test_other_forms_of_a_word_are_known(synonyms: Synonyms, typed: str) -> None:
    assert meant(synonyms, typed)


def test_exactly_this_word_counts_before_other_forms(synonyms: Synonyms) -> None:
    assert meant(synonyms, "fired") == ["employment"]
    assert meant(synonyms, "fire") == ["firefighter"]


def test_words_that_only_look_alike_are_not_forms_of_each_other(synonyms: Synonyms) -> None:
    assert meant(synonyms, "cope") == []


@pytest.mark.parametrize(
    ("text", "place", "length"),
    [
        ("he took his own life", 1, 4),
        ("she took her life", 1, 3),
        ("living on the street", 1, 3),
        ("the street", 0, 1),
        ("street", 0, 1),
        ("operational stress injury clinic", 0, 3),
    ],
)
def test_a_phrase_is_found_where_it_begins(synonyms: Synonyms, text: str, place: int, length: int) -> None:
    assert synonyms.longest_at(words_of(text), place) == length


def test_rows_that_say_nothing_are_passed_over() -> None:
    synonyms = known([("", "grief", True), ("grief", "!", True), ("Grief", "grief", False)])
    assert synonyms.of(("grief",)) == ()


# -- the table that ships


def rows() -> list[dict[str, str]]:
    with (source_folder() / "synonyms.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_has_its_reason() -> None:
    assert all(row["reason"].strip() for row in rows())


def test_groups_are_small_enough_to_mean_one_thing() -> None:
    synonyms = known((row["said"], row["means"], row["both_ways"] == "yes") for row in rows())
    for row in rows():
        for phrase in (row["said"], row["means"]):
            same = [one for one in synonyms.of(tuple(words_of(phrase))) if one.weight == SAME]
            assert len(same) <= 7, (phrase, [one.said for one in same])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OSI", "BSO"),
        ("BSO", "TSO"),
        ("PTSD", "TSPT"),
        ("ESPT", "PTSD"),
        ("MST", "TSM"),
        ("CAF", "FAC"),
        ("VAC", "ACC"),
        ("MFRC", "CRFM"),
        ("RCMP", "GRC"),
        ("OSISS", "SSBSO"),
        ("DND", "MDN"),
        ("CMHA", "ACSM"),
        ("OPP", "PPO"),
        ("CISM", "gestion du stress lié aux incidents critiques"),
    ],
)
def test_acronyms_lead_to_each_other_across_the_languages(one: str, other: str) -> None:
    synonyms = known((row["said"], row["means"], row["both_ways"] == "yes") for row in rows())
    assert other in meant(synonyms, one)


@pytest.mark.parametrize(
    ("questions", "tables"),
    [
        (SHARED_QUESTIONS, "*.csv"),
        (OWN_QUESTIONS, "synonyms.csv"),
        (BLIND_QUESTIONS, "*.csv"),
        (BLIND_TOO, "*.csv"),
        (BLIND_AGAIN, "synonyms.csv"),
    ],
    ids=["shared", "own", "blind", "blind too", "blind again"],
)
def test_no_question_stands_in_the_tables(questions: Path, tables: str) -> None:
    """A row made for one question would only teach the measure to lie."""
    if not questions.exists():
        pytest.skip(f"{questions} is not on this machine: its questions cannot be looked for")
    with questions.open(encoding="utf-8", newline="") as file:
        texts = [words_of(row["text"]) for row in csv.DictReader(file) if row["kind"] not in NAMES]
    asked = [" ".join(words) for words in texts if len(words) > 2]
    for table in source_folder().glob(tables):
        said = f" {' '.join(words_of(table.read_text('utf-8')))} "
        assert [text for text in asked if f" {text} " in said] == [], table.name


NAMES = ("exact-name", "organisation", "acronym", "glossary", "accent")
"""Kinds whose texts are names of things: the tables hold those because the things are so called."""


def test_a_phrase_without_its_not_says_the_contrary() -> None:
    synonyms = known([("never came home", "bereaved", False), ("he took his life", "suicide", False)])
    assert meant(synonyms, "never came home") == ["bereaved"]
    assert meant(synonyms, "came home") == []
    assert meant(synonyms, "took life") == ["suicide"]


def test_words_of_any_talk_have_synonyms_only_as_they_are_written() -> None:
    synonyms = known([("temper", "PTSD", False)])
    assert meant(synonyms, "tempers") == ["PTSD"]
    assert meant(synonyms, "temps") == []


def test_a_word_of_one_language_is_no_form_of_a_word_of_the_other() -> None:
    synonyms = known([("career", "employment", False), ("accompagner", "pair", False)])
    assert meant(synonyms, "care") == []
    assert meant(synonyms, "careers") == ["employment"]
    assert meant(synonyms, "accompagne") == ["pair"]


def test_a_plural_is_nearer_than_what_shares_its_stem() -> None:
    synonyms = known([("vétéran", "ancien combattant", False), ("vétéranes", "femmes", False)])
    assert meant(synonyms, "vétérans") == ["ancien combattant"]
