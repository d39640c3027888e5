"""A listing is kept by a button beside its name."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.models.shortlist import MOST, KeptListings, Shortlist
from peer_desktop.ui.keep_button import KeepButton
from peer_desktop.ui.listing_pane import ListingPane
from tests.tables import TODAY


@pytest.fixture
def kept() -> KeptListings:
    return KeptListings()


@pytest.fixture
def button(qtbot: QtBot, kept: KeptListings) -> KeepButton:
    button = KeepButton("a", kept)
    qtbot.addWidget(button)
    return button


@pytest.fixture
def pane(qtbot: QtBot, small_directory: Path, kept: KeptListings) -> Iterator[ListingPane]:
    directory = Directory.open(small_directory, today=TODAY)
    pane = ListingPane(directory.facets, directory.terms(), TODAY, kept=kept)
    qtbot.addWidget(pane)
    pane.resize(520, 700)
    pane.show()
    pane.show_listing(directory.listing(1), Language.ENGLISH)
    yield pane
    directory.close()


def test_it_is_down_while_the_listing_is_kept(qtbot: QtBot, button: KeepButton, kept: KeptListings) -> None:
    assert (button.isChecked(), button.text()) == (False, "Keep")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert kept.shortlist == Shortlist(("a",))
    assert (button.isChecked(), button.text()) == (True, "Kept")
    kept.clear()
    assert (button.isChecked(), button.text()) == (False, "Keep")


def test_a_full_shortlist_leaves_it_up(qtbot: QtBot, button: KeepButton, kept: KeptListings) -> None:
    kept.change(Shortlist(tuple(map(str, range(MOST)))))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isChecked()


def test_the_listing_that_is_read_has_one(qtbot: QtBot, pane: ListingPane, kept: KeptListings) -> None:
    (button,) = pane.widget().findChildren(KeepButton)
    assert button.accessibleName() == "Keep on the shortlist"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(kept.shortlist.ids) == 1


def test_a_pane_that_went_hears_nothing_more(qtbot: QtBot, pane: ListingPane, kept: KeptListings) -> None:
    (button,) = pane.widget().findChildren(KeepButton)
    with qtbot.waitSignal(button.destroyed):
        pane.clear()
    kept.toggle("a")
