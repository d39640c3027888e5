"""The row of tabs: pages by name and key, and buttons that stay in view in any width."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from peer_desktop.ui.tabs import Tabs


@pytest.fixture
def tabs(qtbot: QtBot) -> Tabs:
    tabs = Tabs()
    qtbot.addWidget(tabs)
    for title in ("one", "two", "three"):
        tabs.addTab(QLineEdit(title), title)
    tabs.add_at_the_edge(QPushButton("always in view"))
    tabs.resize(600, 300)
    tabs.show()
    qtbot.waitExposed(tabs)
    return tabs


def test_a_page_put_before_the_others_does_not_turn_the_page(tabs: Tabs) -> None:
    tabs.setCurrentIndex(1)
    tabs.insertTab(0, QLineEdit("zero"), "zero")
    assert tabs.tabText(tabs.currentIndex()) == "two"
    assert tabs.currentWidget().text() == "two"
    tabs.removeTab(0)
    assert tabs.currentWidget().text() == "two"
    tabs.clear()
    assert tabs.currentWidget().text() == "one"


def test_ctrl_tab_turns_to_the_next_page_that_can_be_read(tabs: Tabs, qtbot: QtBot) -> None:
    tabs.setTabEnabled(1, False)
    tabs.activateWindow()
    tabs.currentWidget().setFocus()
    for title in ("three", "one"):
        qtbot.keyClick(tabs.currentWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert tabs.currentWidget().text() == title


def test_the_buttons_begin_a_line_where_there_is_no_room_beside_the_tabs(tabs: Tabs, qtbot: QtBot) -> None:
    button = tabs.findChild(QPushButton)
    tabs_end = tabs.bar.mapTo(tabs, tabs.bar.rect().topRight())
    assert button.mapTo(tabs, button.rect().topLeft()).x() > tabs_end.x()
    tabs.resize(tabs.bar.sizeHint().width() + 20, 300)
    qtbot.waitUntil(lambda: button.mapTo(tabs, button.rect().topLeft()).y() >= tabs.bar.height())
    assert button.mapTo(tabs, button.rect().topRight()).x() <= tabs.width()
    assert tabs.currentWidget().y() == 0
