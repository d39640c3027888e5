"""Where there is no room for list and page, one is shown at a time and nothing is lost."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.ui import theme
from peer_desktop.ui.glossary_tab import GlossaryTab
from peer_desktop.ui.resources_tab import ResourcesTab

Tab = GlossaryTab | ResourcesTab


@pytest.fixture(scope="module")
def directory(shipped_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(shipped_directory, today=date(2026, 11, 21))
    yield directory
    directory.close()


@pytest.fixture(params=[GlossaryTab, ResourcesTab])
def small(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, directory: Directory
) -> Iterator[Tab]:
    """A tab in 640 pixels at twice the size of text."""
    theme.apply(qapp, theme.Appearance(text_percent=200))
    tab: Tab = request.param(directory, Language.FRENCH)
    qtbot.addWidget(tab)
    tab.resize(640, 300)
    tab.show()
    qtbot.waitExposed(tab)
    yield tab
    theme.apply(qapp, theme.Appearance())


def test_the_list_comes_first_and_enter_turns_to_the_page(small: Tab, qtbot: QtBot) -> None:
    assert small.list.isVisible()
    assert not small.page.isVisible()
    small.list.field.setFocus()
    qtbot.keyClick(small.list.field, Qt.Key.Key_Down)
    qtbot.keyClick(small.list.view, Qt.Key.Key_Return)
    assert small.page.isVisible()
    assert not small.list.isVisible()
    assert isinstance(QApplication.focusWidget(), QLabel)


def test_the_way_back_leads_to_the_row(small: Tab, qtbot: QtBot) -> None:
    small.list.focus_rows()
    qtbot.keyClick(small.list.view, Qt.Key.Key_Return)
    small.sides.back.click()
    assert small.list.view.hasFocus()
    assert not small.page.isVisible()


def test_typing_does_not_turn_the_page_away(small: Tab, qtbot: QtBot) -> None:
    small.list.field.setFocus()
    qtbot.keyClicks(small.list.field, "aide")
    assert small.list.field.hasFocus()
    assert not small.page.isVisible()


def test_nothing_is_wider_than_the_window(small: Tab, qtbot: QtBot) -> None:
    assert small.width() == 640
    small.list.focus_rows()
    qtbot.keyClick(small.list.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: small.page.horizontalScrollBar().maximum() == 0)


def test_with_room_for_both_no_row_covers_another_and_nothing_is_cut(small: Tab, qtbot: QtBot) -> None:
    view, model = small.list.view, small.list.view.model()
    for size in ((1366, 466), (1366, 700), (1100, 400)):
        small.resize(*size)
        qtbot.waitUntil(small.page.isVisible)

        def rows_stand_apart() -> bool:
            rows = [view.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
            return all(above.bottom() + 1 == below.top() for above, below in pairwise(rows))

        qtbot.waitUntil(rows_stand_apart)
        assert small.sides._list.horizontalScrollBar().maximum() == 0


def test_with_room_both_are_in_view(small: Tab, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.Appearance())
    small.resize(1000, 600)
    qtbot.waitUntil(lambda: small.list.isVisible() and small.page.isVisible())
    assert not small.sides.back.isVisible()
