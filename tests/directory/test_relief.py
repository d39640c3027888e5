"""Where nothing is found, the one condition whose removal helps most is named, with what it would give."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.query import Query
from tests.directory.invented import Invented, write
from tests.tables import TODAY

LISTINGS = [
    Invented("a", name="Grief circle", facets={"cost": ("free",), "format": ("online",)}, serves=("NB",)),
    Invented("b", name="Grief walk", facets={"cost": ("free",), "format": ("in-person",)}, serves=("NB",)),
    Invented("c", name="Coffee", facets={"cost": ("fee",), "format": ("phone",)}, serves=("ON",)),
]


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[Directory]:
    directory = Directory.open(write(tmp_path / "d.sqlite", LISTINGS), today=TODAY)
    yield directory
    directory.close()


def test_the_condition_that_helps_most_is_named(directory: Directory) -> None:
    query = Query("grief ").choosing("cost", "fee").choosing("format", "online")
    assert directory.search(query).total == 0
    relief = directory.search(query).relief
    assert relief is not None
    assert (relief.condition, relief.found) == ("cost", 1)
    assert directory.search(relief.query).total == 1
    assert relief.query == query.without_facet("cost")


def test_words_can_be_what_hinders(directory: Directory) -> None:
    relief = directory.search(Query("lighthouse ").choosing("cost", "free")).relief
    assert relief is not None and (relief.condition, relief.found) == ("text", 2)


def test_a_place_can_be_what_hinders(directory: Directory) -> None:
    place = directory.places("Calgary")[0]
    relief = directory.search(Query("grief ", serves=place)).relief
    assert relief is not None and (relief.condition, relief.found) == ("near", 2)
    near = directory.search(Query("grief ", near=place, within_km=5)).relief
    assert near is not None and near.condition == "near"


def test_where_no_single_condition_helps_nothing_is_promised(directory: Directory) -> None:
    assert directory.search(Query("xyzzy ").choosing("topic", "ptsd-osi")).relief is None
