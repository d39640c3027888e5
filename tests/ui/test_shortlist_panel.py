"""The shortlist is read, put in order, let go of and printed, by mouse and by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Listing
from peer_desktop.models.shortlist import KeptListings, Shortlist
from peer_desktop.models.two_lines import SECOND_LINE
from peer_desktop.ui.shortlist_panel import ShortlistPanel
from tests.tables import HOSTILE, TODAY

THREE = ("moncton-grief-group", "hostile-text", "halifax-drop-in")


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=TODAY)
    yield directory
    directory.close()


@pytest.fixture
def kept() -> KeptListings:
    kept = KeptListings()
    kept.change(Shortlist(THREE))
    return kept


@pytest.fixture
def panel(qtbot: QtBot, directory: Directory, kept: KeptListings) -> ShortlistPanel:
    def listings(shortlist: Shortlist) -> list[Listing]:
        numbers = [directory.number_of(listing_id) for listing_id in shortlist.ids]
        return [directory.listing(number) for number in numbers if number is not None]

    panel = ShortlistPanel(kept, listings, Language.ENGLISH)
    qtbot.addWidget(panel)
    panel.open()
    qtbot.waitExposed(panel)
    return panel


def rows(panel: ShortlistPanel) -> list[str]:
    model = panel.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(panel: ShortlistPanel, row: int) -> None:
    panel.view.setCurrentIndex(panel.view.model().index(row, 0))


def press(qtbot: QtBot, panel: ShortlistPanel, key: Qt.Key, *, alt: bool = False) -> None:
    modifier = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(panel.view, key, modifier)


def test_what_is_kept_is_listed_in_order_and_literally(panel: ShortlistPanel) -> None:
    assert rows(panel) == ["Anna's Grief Group", HOSTILE, "Harbour Drop-in"]
    first = panel.view.model().index(0, 0)
    assert first.data(SECOND_LINE) == "Anna Foundation · 1-800-555-0100"
    spoken = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Anna's Grief Group, Anna Foundation, 1-800-555-0100"


def test_buttons_move_and_the_row_stays_chosen(
    qtbot: QtBot, panel: ShortlistPanel, kept: KeptListings
) -> None:
    choose(panel, 2)
    assert not panel.down_button.isEnabled()
    qtbot.mouseClick(panel.up_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.up_button, Qt.MouseButton.LeftButton)
    assert kept.shortlist.ids == (THREE[2], THREE[0], THREE[1])
    assert panel.view.currentIndex().data() == "Harbour Drop-in"
    assert not panel.up_button.isEnabled()
    assert panel.down_button.isEnabled()


def test_everything_is_done_by_keyboard(qtbot: QtBot, panel: ShortlistPanel, kept: KeptListings) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.view.hasFocus)
    wanted = QSignalSpy(panel.reading_wanted)
    press(qtbot, panel, Qt.Key.Key_Return)
    assert wanted.at(0) == [THREE[0]]
    press(qtbot, panel, Qt.Key.Key_Down, alt=True)
    assert kept.shortlist.ids == (THREE[1], THREE[0], THREE[2])
    press(qtbot, panel, Qt.Key.Key_Delete)
    assert kept.shortlist.ids == (THREE[1], THREE[2])
    assert panel.view.currentIndex().data() == "Harbour Drop-in"


def test_when_nothing_is_left_it_says_how_to_keep_something(
    qtbot: QtBot, panel: ShortlistPanel, kept: KeptListings
) -> None:
    for _ in THREE:
        qtbot.mouseClick(panel.let_go_button, Qt.MouseButton.LeftButton)
    assert kept.shortlist == Shortlist()
    assert not panel.view.isVisible()
    said = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert said == ["Nothing is kept yet. “Keep” or Ctrl+D keeps the listing you are reading."]
    for button in (panel.read_button, panel.let_go_button, panel.handout_button):
        assert not button.isVisible()


def test_rows_are_broken_anew_where_there_is_less_room(qtbot: QtBot, panel: ShortlistPanel) -> None:
    """A row that is lower than its text would paint over the next."""
    for width in (680, 260):
        panel.resize(width, 240)

        def every_row_fits() -> bool:
            option = QStyleOptionViewItem()
            panel.view.initViewItemOption(option)
            indexes = [panel.view.model().index(row, 0) for row in range(3)]
            needed = [panel.view.itemDelegate().sizeHint(option, index).height() for index in indexes]
            return [panel.view.visualRect(index).height() for index in indexes] == needed

        qtbot.waitUntil(every_row_fits)


def test_a_listing_the_directory_does_not_have_is_left_out(panel: ShortlistPanel, kept: KeptListings) -> None:
    kept.change(Shortlist(("gone", THREE[0])))
    assert rows(panel) == ["Anna's Grief Group"]


def test_the_sheet_is_asked_for_from_here(qtbot: QtBot, panel: ShortlistPanel) -> None:
    with qtbot.waitSignal(panel.handout_wanted):
        qtbot.mouseClick(panel.handout_button, Qt.MouseButton.LeftButton)
