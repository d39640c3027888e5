"""All panes of the tab of programs come to the same answer, however large the directory is."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query
from peer_desktop.models.facet_tree import Role
from peer_desktop.models.search import Search
from peer_desktop.settings import Settings
from peer_desktop.ui.listing_sheet import ListingSheet
from peer_desktop.ui.plain_text import PlainLabel
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
    qtbot.waitUntil(lambda: places(screen) == len(search.results.points))


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


@pytest.fixture
def large(directory: Directory, qtbot: QtBot) -> SearchScreen:
    """A screen that takes its directory for a very large one: everything comes in frames."""
    screen = screen_of(qtbot, Search(directory, Query(), at_once=0))
    qtbot.waitUntil(lambda: greatest_count(screen) > 0)
    return screen


def read(screen: SearchScreen) -> list[str]:
    """Every text of the reading pane that can be seen; the first is the name."""
    labels = screen.listing_pane.widget().findChildren(PlainLabel)
    return [label.text() for label in labels if label.isVisible()]


def sheets() -> int:
    """How many there are, seen or being made."""
    return sum(isinstance(widget, ListingSheet) for widget in QApplication.allWidgets())


def is_settled(screen: SearchScreen) -> bool:
    return not screen._frames._waiting


def test_the_listing_before_stays_whole_until_the_new_one_is_whole(large: SearchScreen, qtbot: QtBot) -> None:
    whole = {}
    for number in (1, 2, 3):
        large.show_listing(number)
        qtbot.waitUntil(lambda: is_settled(large))
        whole[number] = read(large)
    shown = [whole[3]]
    for number in (1, 2):
        large.show_listing(number)
        while not is_settled(large):
            shown.append(read(large))
            QApplication.processEvents()
        shown.append(read(large))
    assert [seen for seen, following in pairwise([*shown, []]) if seen != following] == [
        whole[3],
        whole[1],
        whole[2],
    ]


def test_of_listings_chosen_one_soon_after_the_other_only_the_last_is_read(
    large: SearchScreen, directory: Directory, qtbot: QtBot
) -> None:
    before = read(large)
    for number in (1, 2):
        large.show_listing(number)
        qtbot.waitUntil(lambda: sheets() > 0)  # begun, and left for the next one
        assert read(large) == before
    large.show_listing(3)
    qtbot.waitUntil(lambda: is_settled(large))
    listing = directory.listing(3)
    assert read(large)[0] == listing.name.en
    assert {str(phone) for phone in listing.phones} <= set(read(large))
    assert large.map_pane._content.chosen == 3
    qtbot.waitUntil(lambda: sheets() == 1)


def test_who_goes_on_reading_at_once_reads_the_listing_that_was_chosen(
    large: SearchScreen, directory: Directory, qtbot: QtBot
) -> None:
    large.show_listing(2)
    large._read_on()
    name = QApplication.focusWidget()
    assert isinstance(name, PlainLabel)
    assert name.text() == directory.listing(2).name.en
    qtbot.waitUntil(lambda: is_settled(large))
    assert QApplication.focusWidget() is name


def test_the_language_can_change_before_a_listing_is_whole(
    large: SearchScreen, directory: Directory, qtbot: QtBot
) -> None:
    large.show_listing(2)
    qtbot.waitUntil(lambda: sheets() > 0)
    large.set_language(Language.FRENCH)
    in_french = directory.listing(2).name.fr
    assert read(large)[0] == in_french
    qtbot.waitUntil(lambda: is_settled(large))
    assert read(large)[0] == in_french


def test_a_listing_that_was_on_its_way_is_gone_when_the_desk_is_cleared(
    large: SearchScreen, qtbot: QtBot
) -> None:
    before = read(large)
    large.show_listing(2)
    qtbot.waitUntil(lambda: sheets() > 0)
    large.clear()
    assert read(large) == before
    qtbot.waitUntil(lambda: sheets() == 0)


def test_tab_goes_from_the_rows_to_the_listing_and_then_to_the_map(large: SearchScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: large.map_pane.is_ready)
    for number in (1, 2):
        large.show_listing(number)
        large.listing_pane.take_focus()
        assert stops_from(large) == ["list", "listing", "map"], number
    large.listing_pane.clear()
    assert stops_from(large) == ["list", "listing", "map"]


def stops_from(screen: SearchScreen) -> list[str]:
    """The panes that the Tab key comes through, from the rows on."""
    panes = {"list": screen.result_pane, "listing": screen.listing_pane, "map": screen.map_pane}
    found = []
    widget: QWidget = screen.result_pane._table
    while True:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            name = next((name for name, pane in panes.items() if pane.isAncestorOf(widget)), "")
            if not name:
                return found
            if name not in found[-1:]:
                found.append(name)
        widget = widget.nextInFocusChain()
