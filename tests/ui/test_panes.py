"""Panes give way to each other before anything is cut off, and come back when there is room."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.ui import theme
from peer_desktop.ui.asking_row import AskingRow
from peer_desktop.ui.panes import Panes, Part
from peer_desktop.ui.plain_text import PlainLabel

EVERY = {Part.CHOOSE, Part.LIST, Part.READ}


@pytest.fixture
def panes(qapp: QApplication, qtbot: QtBot) -> Panes:
    theme.apply(qapp, theme.Appearance())
    panes = Panes(QLabel("choose"), QLabel("results"), QLabel("read"), QLabel("map"))
    qtbot.addWidget(panes)
    panes.resize(wide(panes, 200), 700)
    panes.show()
    qtbot.waitExposed(panes)
    return panes


def wide(widget: QWidget, letters: int) -> int:
    """So many letters in pixels."""
    return letters * widget.fontMetrics().averageCharWidth()


def shown(panes: Panes) -> set[Part]:
    return {part for part in Part if panes.shows(part)}


def label(panes: Panes, words: str) -> QLabel:
    return next(one for one in panes.findChildren(QLabel) if one.text() == words)


@pytest.mark.parametrize(
    ("letters", "in_view"), [(200, EVERY), (100, {Part.LIST, Part.READ}), (50, {Part.LIST})]
)
def test_as_many_are_shown_as_there_is_room_for(panes: Panes, letters: int, in_view: set[Part]) -> None:
    panes.resize(wide(panes, letters), 700)
    assert shown(panes) == in_view
    assert panes.shows_all == (in_view == EVERY)


def test_what_is_wanted_takes_the_place_of_what_is_not(panes: Panes) -> None:
    panes.resize(wide(panes, 100), 700)
    panes.turn_to(Part.CHOOSE)
    assert shown(panes) == {Part.CHOOSE, Part.LIST}
    panes.resize(wide(panes, 50), 700)
    assert shown(panes) == {Part.CHOOSE}
    panes.turn_to(Part.READ)
    assert label(panes, "read").isVisible()
    panes.resize(wide(panes, 200), 700)
    assert shown(panes) == EVERY


def test_the_list_has_the_larger_share_until_a_border_is_moved(panes: Panes) -> None:
    panes.resize(wide(panes, 110), 700)
    _, listing, reading = panes.sizes()
    assert listing > reading > 0
    panes.setSizes([0, reading, listing])
    panes.splitterMoved.emit(reading, 2)
    moved = panes.sizes()
    panes.resize(panes.width() + 10, 700)
    assert panes.sizes()[1] < panes.sizes()[2]
    assert abs(panes.sizes()[1] - moved[1]) <= 10


def test_a_window_with_no_room_for_three_may_be_made_smaller(panes: Panes) -> None:
    for name in ("choose", "results", "read"):
        label(panes, name).setMinimumWidth(wide(panes, 40))
    assert panes.minimumSizeHint().width() < wide(panes, 50)


def test_the_map_gives_its_room_to_the_text_in_a_low_window(panes: Panes) -> None:
    assert label(panes, "map").isVisible()
    panes.resize(panes.width(), 200)
    assert not label(panes, "map").isVisible()
    assert not panes.has_map
    panes.enlarge_map(True)
    assert label(panes, "map").isVisible()
    assert not label(panes, "results").isVisible()
    panes.show_list()
    assert label(panes, "results").isVisible()
    assert not label(panes, "map").isVisible()
    panes.resize(panes.width(), 700)
    assert label(panes, "map").isVisible()


def test_the_large_map_is_seen_also_where_only_one_has_room(panes: Panes) -> None:
    panes.resize(wide(panes, 50), 700)
    panes.turn_to(Part.READ)
    panes.enlarge_map(True)
    assert label(panes, "map").isVisible()


def test_the_place_stands_below_the_words_where_both_would_be_cut_off(qtbot: QtBot) -> None:
    words, place = PlainLabel("words"), QLabel("a place with a long name, NB")
    row = AskingRow(words, place)
    qtbot.addWidget(row)
    row.resize(1200, 100)
    row.show()
    qtbot.waitUntil(lambda: place.y() == words.y())
    row.resize(row.minimumSizeHint().width(), 100)
    qtbot.waitUntil(lambda: place.y() > words.y())
