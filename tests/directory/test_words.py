"""What a person types is understood: forms, slips, everyday words, names; and never an error."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.folding import fold
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query
from peer_desktop.directory.tokens import words_of
from tests.directory.invented import SYNONYMS, WORDS, Invented, found, invent, write
from tests.tables import TODAY

LISTINGS = [
    Invented(
        "soldier-on",
        name="Soldier On",
        description="Helps members recover through sport and fishing.",
        facets={"topic": ("ptsd-osi",)},
    ),
    Invented(
        "soldiers-home",
        name="Soldiers Helping Soldiers",
        description="A soldier visits a soldier on the street.",
        facets={"audience": ("veterans",)},
    ),
    Invented(
        "grief",
        name="Anna's Circle",
        name_fr="Cercle d'Anna",
        organization="Harbour Families Society",
        description="Grief and bereavement of families; cœur à cœur pour vétéran(e)s et policier(ère)s.",
        facets={"audience": ("spouses-partners",)},
    ),
    Invented("quit", name="Twelve Steps", description="For people with substance use. Veterans are welcome."),
    Invented("fire", name="Hall 5 peers", organization="Firefighters of Hants County"),
    Invented("vtn", name="A course", organization="Veterans Transition Network"),
    Invented(
        "hounds", name="Good dogs", description="Trains dogs that help with nightmares and traumatic stress."
    ),
]


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    file = write(tmp_path_factory.mktemp("words") / "d.sqlite", LISTINGS, synonyms=(*SYNONYMS, *MORE))
    directory = Directory.open(file, today=TODAY)
    yield directory
    directory.close()


MORE = (
    ("lost his way", "traumatic stress", 0),
    ("firefighter", "pompier", 1),
    ("conjoint", "deuil", 0),
    ("service dog", "chien d'assistance", 1),
)


@pytest.mark.parametrize(
    "typed",
    [
        "families",
        "family ",
        "FAMILIES",
        "bereaved ",
        "coeur",
        "cœur",
        "CŒUR",
        "vétérane ",
        "vétéran ",
        "policière",
    ],
)
def test_case_accents_ligatures_and_forms_of_words_meet(directory: Directory, typed: str) -> None:
    assert "grief" in found(directory, typed)


@pytest.mark.parametrize("typed", ["f", "fi", "firefi", "firefight", "firefighters of h"])
def test_the_last_word_may_still_be_typed(directory: Directory, typed: str) -> None:
    assert "fire" in found(directory, typed)


def test_a_word_followed_by_a_space_is_whole(directory: Directory) -> None:
    assert found(directory, "traum") == ["hounds"]
    assert found(directory, "traum ", exactly=frozenset({"traum"})) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("vétéran(e)s", ["veterans", "veteranes"]),
        ("policier(ère)s", ["policiers", "policieres"]),
        ("conjoint·e·s", ["conjoints", "conjointes"]),
        ("travailleur(euse)", ["travailleur", "travailleuse"]),
        ("member(s)", ["member", "members"]),
        ("l’œuvre d'Anna", ["l", "oeuvre", "d", "anna"]),
        ("24/7, E1C-1A1", ["24", "7", "e1c", "1a1"]),
        ("ᐃᓄᒃᑎᑐᑦ", ["ᐃᓄᒃᑎᑐᑦ"]),
    ],
)
def test_text_is_cut_into_the_words_that_people_type(text: str, words: list[str]) -> None:
    assert words_of(text) == words


# -- slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bereavemnt", "bereavement"),
        ("famliies", "families"),
        ("traumatc", "traumatic"),
        ("firefihgters", "firefighters"),
    ],
)
def test_a_slip_is_mended_and_said(directory: Directory, typed: str, meant: str) -> None:
    results = directory.search(Query(f"{typed} "))
    assert results.corrections == {typed: meant}
    assert results.total


@pytest.mark.parametrize("typed", ["pear", "brief", "dig", "veterans", "foal"])
def test_a_right_spelling_is_never_corrected(directory: Directory, typed: str) -> None:
    assert directory.search(Query(f"{typed} ")).corrections == {}


def test_exactly_turns_correction_and_widening_off(directory: Directory) -> None:
    exactly = directory.search(replace(Query("bereavemnt "), exactly=frozenset({"bereavemnt"})))
    assert (exactly.total, exactly.corrections) == (0, {})
    assert found(directory, "wife ") == ["grief"]
    plain = directory.search(replace(Query("wife "), exactly=frozenset({"wife"})))
    assert (plain.total, plain.widened) == (0, {})


def test_two_words_run_together_are_taken_apart(directory: Directory) -> None:
    results = directory.search(Query("traumaticstress "))
    assert results.corrections == {"traumaticstress": "traumatic stress"}
    assert found(directory, "traumaticstress ") == ["hounds"]


def test_a_word_the_directory_writes_as_one_is_found_from_two(directory: Directory) -> None:
    assert "fire" in found(directory, "fire fighters ")


# -- words of the same meaning


def test_everyday_words_find_what_listings_say_and_it_is_said(directory: Directory) -> None:
    results = directory.search(Query("drinking "))
    assert [row.id for row in directory.rows(results.numbers.tolist())] == ["quit"]
    assert results.widened == {"drinking": ("substance use",)}


def test_a_group_leads_on_once_and_not_back(directory: Directory) -> None:
    # wife → spouse = conjoint; conjoint → deuil is not followed from wife
    assert set(directory.search(Query("wife ")).widened["wife"]) == {"spouse"}
    assert "fire" in found(directory, "pompier ") and "quit" not in found(directory, "substance ")[1:]


def test_only_words_that_add_listings_are_said(directory: Directory) -> None:
    assert directory.search(Query("service dog ")).widened == {}


def test_a_phrase_is_known_with_small_words_in_between(directory: Directory) -> None:
    assert found(directory, "he lost all of his way ")[0] == "hounds"


def test_a_phrase_nobody_holds_falls_back_to_its_words(directory: Directory) -> None:
    assert found(directory, "service dog ") == ["hounds"]


def test_acronyms_of_names_are_found(directory: Directory) -> None:
    assert found(directory, "VTN")[0] == "vtn"


# -- names and order


def test_the_listing_of_exactly_this_name_comes_first(directory: Directory) -> None:
    assert found(directory, "Soldier On")[0] == "soldier-on"
    assert found(directory, "soldier on")[0] == "soldier-on"
    assert found(directory, "anna's circle")[0] == "grief"
    assert found(directory, "cercle d'anna", language=Language.FRENCH)[0] == "grief"


def test_a_small_word_of_the_language_typed_means_nothing_else(tmp_path: Path) -> None:
    listings = [Invented("a", name="Aide pour un child"), Invented("b", name="Retour et couple")]
    synonyms = (("son", "child", 0),)
    directory = Directory.open(write(tmp_path / "d.sqlite", listings, synonyms=synonyms), today=TODAY)
    assert found(directory, "depuis son retour ") == ["b"]
    assert found(directory, "my son ") == ["a"]
    directory.close()


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "*",
        "NEAR(",
        "grief AND",
        "a OR b",
        "NOT grief",
        'name: "x',
        "-grief",
        "grief\0family",
        "\0",
        "🐴🇨🇦",
        "\ud800",
        "grief \udfff family",
        "​﻿",
        "e\u0301\u0301\u0301",
        "١٢٣ ²½ Ⅷ",
        "%_\\'; DROP TABLE listing; --",
        "(((((",
        "a" * 10_000,
        "grief " * 2_000,
        "1" * 5_000,
        "ſtress ﬁre Ǆ İstanbul",
    ],
)
def test_anything_typed_is_words_and_never_an_error(directory: Directory, typed: str) -> None:
    for text in (typed, typed + " ", f"grief {typed}"):
        results = directory.search(Query(text))
        assert 0 <= results.total <= directory.size
        directory.find_terms(text, Language.ENGLISH)
        directory.find_resources(text, Language.FRENCH)
        directory.places(text)
        directory.search(Query(text).choosing("cost", "fee"))
        directory.explain(Query(text), 1)


@settings(max_examples=150, deadline=None)
@given(text=st.text(st.characters(codec=None, exclude_categories=()), max_size=60))
def test_any_text_at_all_has_an_answer(directory: Directory, text: str) -> None:
    assert directory.search(Query(text)).total <= directory.size
    directory.places(text)


def test_small_words_are_words_when_nothing_else_is_typed(directory: Directory) -> None:
    assert found(directory, "on the ") == ["soldiers-home"]
    assert directory.search(Query("not ")).total == 0


# -- against plain Python


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**9), size=st.sampled_from((1, 20, 65)))
def test_exact_words_find_the_listings_that_hold_them(seed: int, size: int) -> None:
    listings = invent(seed, size)
    with tempfile.TemporaryDirectory() as folder:
        directory = Directory.open(write(Path(folder) / "d.sqlite", listings), today=TODAY)
        for typed in WORDS[seed % 5 :: 7]:
            words = words_of(typed)
            query = Query(f"{typed} ", exactly=frozenset(words))
            results = directory.search(query)
            whole = results.numbers[: results.partial_from].tolist()
            held = {row.id for row in directory.rows(whole)}
            assert held == {one.id for one in listings if set(words) <= words_held_by(one)}, typed
        directory.close()


def words_held_by(one: Invented) -> set[str]:
    values = [value for values in one.facets.values() for value in values]
    labels = " ".join(f"{value} {value[::-1]}" for value in values)
    provinces = {
        "NB": "New Brunswick",
        "NL": "Newfoundland Labrador",
        "ON": "Ontario",
        "QC": "Quebec",
        "AB": "Alberta",
    }
    place = f"{one.town or ''} {provinces.get(one.province or '', '')}"
    text = f"{one.name} {one.name_fr or ''} {one.organization} {one.description} {labels} {place}"
    return set(words_of(fold(text))) | set(words_of(text))


def test_two_threads_may_search_at_once(directory: Directory) -> None:
    alone = {word: found(directory, f"{word} ") for word in WORDS}
    with ThreadPoolExecutor(4) as pool:
        for _ in range(5):
            asked = list(pool.map(lambda word: directory.search(Query(f"{word} ")).numbers.tolist(), WORDS))
            for word, numbers in zip(WORDS, asked, strict=True):
                assert [row.id for row in directory.rows(numbers)] == alone[word]


def test_an_acronym_is_mended_to_an_acronym_only(directory: Directory) -> None:
    assert directory.search(Query("GREIF circle ")).corrections == {}
    assert directory.search(Query("greif circle ")).corrections == {"greif": "grief"}
    assert directory.search(Query("GREIF CIRCLE ")).corrections == {"greif": "grief"}


def test_where_nothing_holds_what_is_asked_the_words_of_any_talk_are(tmp_path: Path) -> None:
    listings = [Invented("a", name="A", description="Every morning."), Invented("b", name="B")]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "zzzzqqq morning ") == ["a"]
    assert found(directory, "zzzzqqq ") == []
    directory.close()


def test_a_name_is_known_by_its_initials_up_to_an_and(tmp_path: Path) -> None:
    listings = [
        Invented("a", name="A", organization="Vancouver Fire Rescue Services and Local 18"),
        Invented("b", name="B", name_fr="Programme pour les familles des vétéran(e)s"),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "VFRS ") == ["a"]
    assert found(directory, "PFV ") == ["b"]
    directory.close()


def test_a_term_is_known_by_its_initials(shipped_directory: Path) -> None:
    directory = Directory.open(shipped_directory, today=TODAY)
    first = directory.find_terms("what is a PPTE", Language.ENGLISH)[0]
    assert first.name.en == "potentially psychologically traumatic event"
    directory.close()


def test_what_words_say_together_is_said_as_what_is_searched_as_well(tmp_path: Path) -> None:
    listings = [Invented("a", name="A", description="For the bereaved."), Invented("b", name="B dad")]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "kids lost their dad ")[0] == "a"
    assert directory.search(Query("kids lost their dad ")).widened == {"lost dad": ("bereaved",)}
    directory.close()


def test_words_that_are_not_meant_are_searched_where_no_others_are_left(directory: Directory) -> None:
    assert "hounds" in found(directory, "not a nightmare ")
    assert found(directory, "not a zzzzqqq ") == []


@pytest.mark.parametrize("text", ["lost dad", "lost dad ", "perdu papa", "not a kid", "a kid", "j'ai 12"])
def test_what_says_nothing_but_together_is_no_error_at_any_letter(directory: Directory, text: str) -> None:
    for end in range(1, len(text) + 1):
        directory.search(Query(text[:end]))
    assert directory.search(Query(text, exactly=frozenset(words_of(text)))).widened == {}
