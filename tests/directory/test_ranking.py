"""What is found stands in the order of its use: words, whom it is for, where, how sure and how fresh."""

from pathlib import Path

import pytest

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query, Sort
from tests.directory.invented import SYNONYMS, Invented, found, write
from tests.tables import TODAY


def test_a_name_counts_more_than_an_organization_than_topics_than_a_description(tmp_path: Path) -> None:
    listings = [
        Invented("d-text", name="D", description="lighthouse"),
        Invented("c-labels", name="C", facets={"topic": ("grief-loss",)}),
        Invented("b-organization", name="B", organization="lighthouse grief loss"),
        Invented("a-name", name="lighthouse grief loss"),
        Invented("z-nothing", name="Z"),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "lighthouse ") == ["a-name", "b-organization", "d-text"]
    assert found(directory, "grief ")[:3] == ["a-name", "b-organization", "c-labels"]


def test_all_the_words_come_before_some_of_them(tmp_path: Path) -> None:
    listings = [
        Invented("both", name="Z", description="harbour lighthouse"),
        Invented("one", name="Harbour harbour harbour"),
        Invented("other", name="Lighthouse lighthouse"),
        *(Invented(f"neither-{n}") for n in range(9)),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "harbour lighthouse ")[0] == "both"
    assert set(found(directory, "harbour lighthouse ")) == {"both", "one", "other"}
    assert directory.search(Query("harbour lighthouse ")).partial_from == 1
    assert directory.search(Query("harbour ")).partial_from is None


def test_programs_come_before_places_where_nothing_is_confirmed(tmp_path: Path) -> None:
    listings = [
        Invented(
            "a-place",
            name="A circle",
            kind="place",
            town="Moncton",
            province="NB",
            peer_evidence="not-confirmed",
        ),
        Invented("b-program", name="B circle"),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "circle ") == ["b-program", "a-place"]


def test_a_team_of_colleagues_comes_after_all_others_when_relatives_are_asked_for(tmp_path: Path) -> None:
    colleagues = Invented(
        "colleagues",
        name="Police peers",
        organization="Police",
        description="police officers, police families",
        facets={"setting": ("workplace",), "audience": ("public-safety",)},
    )
    spouses = [
        Invented(f"s{n}", name=f"S{n}", description="spouse", facets={"audience": ("spouses-partners",)})
        for n in range(2)
    ]
    officers = Invented("officers", name="Open door", description="For a friend, and police.")
    file = write(tmp_path / "d.sqlite", [colleagues, officers, *spouses], synonyms=SYNONYMS)
    directory = Directory.open(file, today=TODAY)
    assert found(directory, "police ")[0] == "colleagues"
    assert found(directory, "police spouse ")[-1] == "colleagues"
    directory.close()


def test_what_is_only_for_the_bereaved_comes_last_unless_words_speak_of_a_loss(tmp_path: Path) -> None:
    mourning = {"audience": ("bereaved",), "topic": ("grief-loss",)}
    both = {"audience": ("bereaved",), "topic": ("grief-loss", "ptsd-osi")}
    listings = [
        Invented("a-loss", name="A", description="a camp for the bereaved", facets=mourning),
        Invented("b-both", name="B", description="a camp for the bereaved", facets=both),
        *(Invented(f"c{n}", name=f"C{n}", description="a camp") for n in range(3)),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "camp ")[-1] == "a-loss"
    assert found(directory, "camp bereaved ")[0] == "a-loss"
    directory.close()


def test_what_is_only_for_children_comes_after_the_rest_unless_they_are_spoken_of(tmp_path: Path) -> None:
    kids = {"audience": ("children-youth", "families")}
    listings = [
        Invented("a-kids", name="A walk", description="For a youth.", facets=kids),
        *(Invented(f"b{n}", name=f"B{n} walk") for n in range(3)),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "walk ") == ["b0", "b1", "b2", "a-kids"]
    assert found(directory, "walk youth ")[0] == "a-kids"
    directory.close()


IN_MONCTON = {"town": "Moncton", "province": "NB", "point": (46.09, -64.80), "serves": ("NB",)}


def test_who_names_a_town_sees_two_of_its_listings_among_the_first_rows(tmp_path: Path) -> None:
    far = [Invented(f"far-{n}", name=f"Grief {n}") for n in range(6)]
    town = [Invented(f"town-{n}", name=f"Moncton hall {n}", **IN_MONCTON) for n in range(3)]
    directory = Directory.open(write(tmp_path / "d.sqlite", [*far, *town]), today=TODAY)
    assert found(directory, "grief moncton ")[3:5] == ["town-0", "town-1"]
    results = directory.search(Query("grief moncton "))
    assert results.total == 9 and results.partial_from == 6 and results.of_town == 2
    assert [directory.explain(results.query, int(number)).holds_all for number in results.numbers[2:6]] == [
        True,
        False,
        False,
        True,
    ]
    assert found(directory, "grief ") == [f"far-{n}" for n in range(6)]
    directory.close()


def test_without_a_place_what_serves_all_of_canada_comes_first(tmp_path: Path) -> None:
    listings = [Invented("a-part", name="A circle", serves=("AB",)), Invented("b-all", name="B circle")]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "circle ") == ["b-all", "a-part"]
    results = directory.search(Query("circle ", serves=directory.places("Alberta")[0]))
    assert [row.id for row in directory.rows(results.numbers.tolist())] == ["a-part", "b-all"]
    directory.close()


def test_a_team_of_another_towns_workplace_stands_behind_what_is_for_the_province(tmp_path: Path) -> None:
    ottawa = {"town": "Ottawa", "province": "ON", "point": (45.42, -75.70), "serves": ("ON",)}
    listings = [
        Invented("a-team", name="A police peers", facets={"setting": ("workplace",)}, **ottawa),
        Invented("b-province", name="B police peers", facets={"setting": ("workplace",)}, serves=("ON",)),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    query = Query("police ", serves=directory.places("Windsor, ON")[0])
    reach = [
        factor.value
        for number in (1, 2)
        for factor in directory.explain(query, number).factors
        if factor.name == "reach"
    ]
    assert reach == pytest.approx([0.4, 0.8])
    directory.close()


def test_a_town_is_shown_beside_answers_and_not_instead_of_them(tmp_path: Path) -> None:
    far = [Invented("grief", name="Grief"), Invented("horses", name="Horses")]
    town = [Invented(f"town-{n}", name=f"Moncton hall {n}", **IN_MONCTON) for n in range(3)]
    directory = Directory.open(write(tmp_path / "d.sqlite", [*far, *town]), today=TODAY)
    moncton = directory.places("Moncton")[0]
    results = directory.search(Query("grief horses ", serves=moncton))
    assert (results.total, results.partial_from, results.of_town) == (5, 0, 2)
    nothing = directory.search(Query("zzzzqqq ", serves=moncton))
    assert nothing.total == 0 and nothing.relief is not None
    directory.close()


def test_a_town_that_has_what_is_asked_shows_that(tmp_path: Path) -> None:
    far = [Invented(f"far-{n}", name=f"Grief {n}") for n in range(6)]
    town = [
        Invented("circle", name="Grief circle", **IN_MONCTON),
        Invented("hall", name="Moncton hall", **IN_MONCTON),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", [*far, *town]), today=TODAY)
    shown = found(directory, "grief moncton ")
    assert shown[0] == "circle" and "hall" not in shown
    assert directory.search(Query("grief moncton ")).of_town == 0
    directory.close()


def test_who_speaks_of_her_sees_what_is_for_women_first_and_nothing_less(tmp_path: Path) -> None:
    listings = [
        Invented("a", name="A walk"),
        Invented("b", name="B walk", description="For men, and for women."),
        Invented("c", name="C tea", description="For women."),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "walk ") == ["a", "b"]
    assert found(directory, "she wants to walk ") == ["b", "a"]
    directory.close()


def test_a_workplace_comes_after_the_community_unless_it_is_asked_for(tmp_path: Path) -> None:
    workplace = [
        Invented(f"w{n}", name=f"W{n} circle", description="police", facets={"setting": ("workplace",)})
        for n in range(3)
    ]
    community = [Invented("z", name="Z9 circle", description="police", facets={"setting": ("community",)})]
    more = [Invented(f"c{n}", name=f"C{n} circle", facets={"setting": ("community",)}) for n in range(6)]
    directory = Directory.open(write(tmp_path / "d.sqlite", [*workplace, *community, *more]), today=TODAY)
    assert found(directory, "circle ")[-3:] == ["w0", "w1", "w2"]
    assert found(directory, "police ")[0] == "w0"


def test_a_fresher_page_comes_first_among_equals(tmp_path: Path) -> None:
    listings = [
        Invented("a-old", name="A circle", source_date="2016"),
        Invented("b-new", name="B circle", source_date="2026-10"),
    ]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "circle ") == ["b-new", "a-old"]


def test_equal_listings_stand_by_name_then_by_id(tmp_path: Path) -> None:
    listings = [Invented(f"id-{n}", name="Same circle", name_fr="Même cercle") for n in (3, 1, 2)]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    for language in Language:
        for sort in Sort:
            assert found(directory, "circle ", language=language, sort=sort) == ["id-1", "id-2", "id-3"]


def test_results_are_in_the_order_of_names_in_the_language_shown(tmp_path: Path) -> None:
    listings = [Invented("a", name="Alpha", name_fr="Zèbre"), Invented("b", name="Beta", name_fr="Écureuil")]
    directory = Directory.open(write(tmp_path / "d.sqlite", listings), today=TODAY)
    assert found(directory, "") == ["a", "b"]
    assert found(directory, "", language=Language.FRENCH) == ["b", "a"]


# -- words are never operators, and nothing typed is an error
