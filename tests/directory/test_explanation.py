"""Why a listing stands where it does can be said, and agrees with where it stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.explanation import Explanation
from peer_desktop.directory.query import Query
from tests.tables import TODAY


@pytest.fixture(scope="module")
def directory(shipped_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(shipped_directory, today=TODAY)
    yield directory
    directory.close()


def first(directory: Directory, query: Query) -> Explanation:
    return directory.explain(query, int(directory.search(query).numbers[0]))


def test_where_the_words_stand_is_said(directory: Directory) -> None:
    number = directory.number_of("wwc-cope")
    assert number is not None
    explanation = directory.explain(Query("couples wounded warriors nightmares edmonton"), number)
    said = {word.said: word for word in explanation.words}
    assert said["couples"].fields == ("name", "text")
    assert "organization" in said["wounded"].fields
    assert "PTSD" in [through.upper() for through in said["nightmares"].through]
    assert not said["edmonton"].asked and said["edmonton"].fields == ()


def test_corrections_are_said(directory: Directory) -> None:
    assert first(directory, Query("vetrans ")).corrections == {"vetrans": "veterans"}


def test_the_score_is_the_product_of_its_factors_and_falls_from_row_to_row(directory: Directory) -> None:
    query = Query("police ptsd group", near=directory.places("Regina")[0])
    results = directory.search(query)
    explained = [directory.explain(query, number) for number in results.numbers[:40].tolist()]
    assert [one.row for one in explained] == list(range(len(explained)))
    names = ["words", "evidence", "freshness", "workplace", "loss", "children", "reach", "nearness", "name"]
    for one in explained:
        assert [factor.name for factor in one.factors] == names
        product = 1.0
        for factor in one.factors:
            product *= factor.value
        assert one.score == pytest.approx(product)
    keys = [(not one.holds_all, -one.score) for one in explained]
    assert keys == sorted(keys, key=lambda key: (key[0], round(key[1], 3)))


def test_a_listing_that_was_left_out_has_no_row(directory: Directory) -> None:
    number = directory.number_of("aa-canada")
    assert number is not None
    explanation = directory.explain(Query("osiss "), number)
    assert explanation.row is None and explanation.score == 0 and not explanation.holds_all
    assert explanation.words[0].impact == 0 and explanation.words[0].fields == ()


def test_without_words_there_is_nothing_to_weigh(directory: Directory) -> None:
    first = int(directory.search(Query()).numbers[0])
    explanation = directory.explain(Query(), first)
    assert (explanation.row, explanation.words, explanation.factors, explanation.score) == (0, (), (), 0)


@pytest.mark.parametrize("number", [0, -1, 10**6])
def test_an_unknown_number_is_an_error(directory: Directory, number: int) -> None:
    with pytest.raises(KeyError):
        directory.explain(Query("grief"), number)
