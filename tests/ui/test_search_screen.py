"""All panes of the tab of programs come to the same answer, however large the directory is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.query import Query
from peer_desktop.models.facet_tree import Role
from peer_desktop.models.search import Search
from peer_desktop.settings import Settings
from peer_desktop.ui.search_screen import SearchScreen


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=date(2026, 11, 21))
    yield directory
    directory.close()


def screen_of(qtbot: QtBot, search: Search) -> SearchScreen:
    screen = SearchScreen(search, Settings(), dark=False, use_engine=False)
    qtbot.addWidget(screen, before_close_func=lambda _: screen.shut_down())
    screen.resize(1366, 700)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


def greatest_count(screen: SearchScreen) -> int:
    tree = screen.facet_pane._view.model()
    return max(
        tree.index(row, 0, tree.index(facet, 0)).data(Role.COUNT) or 0
        for facet in range(tree.rowCount())
        for row in range(tree.rowCount(tree.index(facet, 0)))
    )


def places(screen: SearchScreen) -> int:
    return len(screen.map_pane._content.points)


def test_a_small_directory_answers_every_pane_within_the_letter(directory: Directory, qtbot: QtBot) -> None:
    screen = screen_of(qtbot, Search(directory, Query()))
    screen.search_box.setText("grief")
    results = screen._search.results
    assert 0 < results.total < directory.size
    assert screen.result_pane._model.rowCount() == results.total
    assert greatest_count(screen) <= results.total
    assert places(screen) == len(results.points)


def test_a_large_directory_shows_the_list_first_and_then_all_the_rest(
    directory: Directory, qtbot: QtBot
) -> None:
    search = Search(directory, Query(), at_once=0)
    screen = screen_of(qtbot, search)
    qtbot.waitUntil(lambda: greatest_count(screen) > 0)
    all_counts = greatest_count(screen)
    shown: list[tuple[int, int]] = []
    search.results_changed.connect(
        lambda _: shown.append((screen.result_pane._model.rowCount(), greatest_count(screen)))
    )
    screen.search_box.setText("gr")
    screen.search_box.setText("grief")
    qtbot.waitUntil(lambda: search.results.query.text == "grief")
    total = search.results.total
    assert shown[-1] == (total, all_counts), "the list first, in a turn of its own"
    qtbot.waitUntil(lambda: greatest_count(screen) <= total)
    assert places(screen) == len(search.results.points)


def test_a_cleared_desk_shows_nothing_of_the_listing_that_was_on_its_way(
    directory: Directory, qtbot: QtBot
) -> None:
    search = Search(directory, Query(), at_once=0)
    screen = screen_of(qtbot, search)
    screen.show_listing(1)
    qtbot.waitUntil(lambda: screen.listing_pane._listing is not None)
    screen.clear()
    screen.show_listing(2)
    screen.clear()
    screen.search_box.setText("grief")
    qtbot.waitUntil(lambda: screen.search_box.text() == search.results.query.text == "grief")
    qtbot.waitUntil(lambda: places(screen) == len(search.results.points))
    assert screen.listing_pane._listing is None
