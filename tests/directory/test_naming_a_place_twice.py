"""A place that is asked for already is not searched as a word as well."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.query import Query


@pytest.fixture
def directory(shipped_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(shipped_directory, today=date(2026, 11, 21))
    yield directory
    directory.close()


@pytest.mark.parametrize("how", ["near", "serves"])
def test_a_place_in_the_words_and_in_near_is_asked_once(directory: Directory, how: str) -> None:
    moncton = directory.places("Moncton, NB")[0]
    place = {"near": {"near": moncton, "within_km": 500.0}, "serves": {"serves": moncton}}[how]
    named = directory.search(replace(Query(text="cism moncton"), **place))
    plain = directory.search(replace(Query(text="cism"), **place))
    assert plain.total > 0
    assert set(named.numbers.tolist()) == set(plain.numbers.tolist())


def test_another_place_in_the_words_is_searched_as_a_word(directory: Directory) -> None:
    moncton = directory.places("Moncton, NB")[0]
    query = Query(text="legion kelowna", near=moncton)
    rows = directory.rows(directory.search(query).numbers[:2])
    assert all("Kelowna" in (row.city or "") for row in rows)
