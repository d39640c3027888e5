"""The facets: ticked, left out and looked through by mouse and by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Choice, Query
from peer_desktop.models.changes import Drop, LeaveOut, Tick
from peer_desktop.models.facet_rows import Row
from peer_desktop.models.facet_tree import Role
from peer_desktop.ui.facet_pane import FacetPane
from peer_desktop.ui.facet_row import FacetRow
from peer_desktop.ui.facet_view import FacetView
from peer_desktop.ui.value_finder import ValueFinder
from tests.tables import TODAY

_Key = Qt.Key
VETERANS = Choice("audience", "veterans")


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=TODAY)
    yield directory
    directory.close()


@pytest.fixture
def pane(qtbot: QtBot, directory: Directory) -> FacetPane:
    pane = FacetPane(directory.facets)
    qtbot.addWidget(pane)
    pane.resize(260, 700)
    pane.show_results(directory.search(Query()))
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def view(pane: FacetPane) -> FacetView:
    return pane.findChild(FacetView)  # type: ignore[return-value]


def row(pane: FacetPane, *labels: str) -> QModelIndex:
    """The row of a facet, or of a value under it, by label."""
    model = view(pane).model()
    index = QModelIndex()
    for label in labels:
        rows = (model.index(at, 0, index) for at in range(model.rowCount(index)))
        index = next(found for found in rows if found.data() == label)
    return index


def shown(pane: FacetPane, facet: str) -> list[str]:
    parent = row(pane, facet)
    rows = range(view(pane).model().rowCount(parent))
    indexes = [view(pane).model().index(at, 0, parent) for at in rows]
    return [str(i.data()) for i in indexes if not view(pane).isRowHidden(i.row(), parent) and i.data()]


def click(
    qtbot: QtBot,
    pane: FacetPane,
    index: QModelIndex,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    view(pane).scrollTo(index)
    middle = view(pane).visualRect(index).center()
    qtbot.mouseClick(view(pane).viewport(), Qt.MouseButton.LeftButton, modifier, middle)


def test_a_click_anywhere_on_a_value_ticks_it(pane: FacetPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.change_wanted) as asked:
        click(qtbot, pane, row(pane, "For whom", "Veterans"))
    assert asked.args == [Tick(VETERANS)]


def test_alt_click_leaves_it_out(pane: FacetPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.change_wanted) as asked:
        click(qtbot, pane, row(pane, "For whom", "Veterans"), Qt.KeyboardModifier.AltModifier)
    assert asked.args == [LeaveOut(VETERANS)]


def test_everything_goes_by_keyboard(pane: FacetPane, qtbot: QtBot) -> None:
    pane.take_focus()
    view(pane).setCurrentIndex(row(pane, "For whom", "Veterans"))
    for key, change in ((_Key.Key_Space, Tick), (_Key.Key_X, LeaveOut), (_Key.Key_Delete, LeaveOut)):
        with qtbot.waitSignal(pane.change_wanted) as asked:
            qtbot.keyClick(view(pane), key)
        assert asked.args == [change(VETERANS)]


def test_the_focus_the_scroll_and_what_is_open_outlive_new_results(
    pane: FacetPane, directory: Directory, qtbot: QtBot
) -> None:
    view(pane).setExpanded(row(pane, "Cost"), False)
    view(pane).setExpanded(row(pane, "How often"), True)
    current = row(pane, "Serves", "Nova Scotia")
    view(pane).setCurrentIndex(current)
    QApplication.processEvents()
    scrolled = view(pane).verticalScrollBar().value()
    assert scrolled > 0
    pane.show_results(directory.search(Query(text="circle").choosing("audience", "veterans")))
    QApplication.processEvents()
    assert view(pane).verticalScrollBar().value() == scrolled
    assert view(pane).currentIndex() == current
    assert not view(pane).isExpanded(row(pane, "Cost"))
    assert view(pane).isExpanded(row(pane, "How often"))


def test_a_heading_opens_and_closes_by_click_and_by_space(pane: FacetPane, qtbot: QtBot) -> None:
    heading = row(pane, "For whom")
    assert view(pane).isExpanded(heading)
    click(qtbot, pane, heading)
    assert not view(pane).isExpanded(heading)
    view(pane).setCurrentIndex(heading)
    qtbot.keyClick(view(pane), _Key.Key_Space)
    assert view(pane).isExpanded(heading)


def test_the_main_facets_are_open_at_first(pane: FacetPane, directory: Directory) -> None:
    opened = [
        facet.id for facet in directory.facets if view(pane).isExpanded(row(pane, facet.label.en or ""))
    ]
    assert opened == ["audience", "topic", "format", "structure", "cost", "language", "serves"]


def test_a_value_without_listings_cannot_be_ticked(
    pane: FacetPane, directory: Directory, qtbot: QtBot
) -> None:
    pane.show_results(directory.search(Query(text="grief")))
    asked = QSignalSpy(pane.change_wanted)
    click(qtbot, pane, row(pane, "Topic", "Homelessness"))
    assert asked.count() == 0
    assert "Homelessness" in shown(pane, "Topic")


def test_a_long_facet_is_looked_through_by_keyboard(pane: FacetPane, qtbot: QtBot) -> None:
    pane.take_focus()
    view(pane).setCurrentIndex(row(pane, "Topic"))
    qtbot.keyClick(view(pane), _Key.Key_Down)
    finder = QApplication.focusWidget()
    assert isinstance(finder, ValueFinder)
    qtbot.keyClicks(finder, "LOSS")
    assert shown(pane, "Topic") == ["Grief and loss"]
    assert "Veterans" in shown(pane, "For whom"), "only its own facet is filtered"
    qtbot.keyClick(finder, _Key.Key_Down)
    assert view(pane).hasFocus()
    assert view(pane).currentIndex().data() == "Grief and loss"
    with qtbot.waitSignal(pane.change_wanted) as asked:
        qtbot.keyClick(view(pane), _Key.Key_Space)
    assert asked.args == [Tick(Choice("topic", "grief-loss"))]


def test_escape_leaves_the_finder_and_its_facet_whole(pane: FacetPane, qtbot: QtBot) -> None:
    pane.take_focus()
    whole = shown(pane, "Topic")
    view(pane).setCurrentIndex(row(pane, "Topic"))
    qtbot.keyClick(view(pane), _Key.Key_Down)
    finder = QApplication.focusWidget()
    assert isinstance(finder, ValueFinder)
    qtbot.keyClicks(finder, "zzz")
    assert shown(pane, "Topic") == []
    qtbot.keyClick(finder, _Key.Key_Escape)
    assert shown(pane, "Topic") == whole
    qtbot.keyClick(finder, _Key.Key_Escape)
    assert view(pane).currentIndex() == row(pane, "Topic")


def test_a_fresh_start_forgets_what_was_looked_for(pane: FacetPane, qtbot: QtBot) -> None:
    finder = pane.findChild(ValueFinder)
    assert isinstance(finder, ValueFinder)
    finder.setText("zzz")
    view(pane).expandAll()
    view(pane).setCurrentIndex(row(pane, "For whom", "Veterans"))
    pane.open_as_at_first()
    assert finder.text() == ""
    assert not view(pane).isExpanded(row(pane, "How often"))
    assert not view(pane).currentIndex().isValid()
    finder.undo()
    assert finder.text() == ""


def test_a_finder_that_finds_nothing_says_so(pane: FacetPane, qtbot: QtBot) -> None:
    finder = pane.findChild(ValueFinder)
    assert isinstance(finder, ValueFinder)
    sentence = finder.parentWidget().findChild(QLabel)
    low = view(pane).visualRect(row(pane, "Topic")).top()
    finder.setText("zzz")
    qtbot.waitUntil(sentence.isVisible)
    assert sentence.text() == "Nothing in this list holds these letters."
    qtbot.waitUntil(lambda: sentence.height() >= sentence.heightForWidth(sentence.width()))
    finder.setText("")
    qtbot.waitUntil(lambda: not sentence.isVisible())
    qtbot.waitUntil(lambda: view(pane).visualRect(row(pane, "Topic")).top() == low)


def test_a_menu_holds_everything_a_row_can_do(pane: FacetPane, directory: Directory, qtbot: QtBot) -> None:
    pane.take_focus()
    view(pane).setCurrentIndex(row(pane, "For whom", "Veterans"))
    qtbot.keyClick(view(pane), _Key.Key_Menu)
    menu = open_menu(pane)
    said = [action.text() for action in menu.actions() if action.isVisible() and action.text()]
    assert said == ["Ask for it", "Leave it out", "Open all", "Close all"]
    with qtbot.waitSignal(pane.change_wanted) as asked:
        menu.actions()[1].trigger()
    assert asked.args == [LeaveOut(VETERANS)]
    menu.close()
    pane.show_results(directory.search(Query().excluding("audience", "veterans")))
    qtbot.keyClick(view(pane), _Key.Key_Menu)
    actions = [action for action in open_menu(pane).actions() if action.isVisible()]
    assert actions[0].text() == "Do not leave it out any more"
    with qtbot.waitSignal(pane.change_wanted) as asked:
        actions[0].trigger()
    assert asked.args == [Drop(VETERANS)]


def open_menu(pane: FacetPane) -> QMenu:
    """The menu that is open; the key alone makes none on a screen without one."""
    menus = [menu for menu in pane.findChildren(QMenu) if menu.isVisible()]
    if not menus:
        middle = view(pane).rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view(pane).mapToGlobal(middle))
        QApplication.sendEvent(view(pane).viewport(), event)
        menus = [menu for menu in pane.findChildren(QMenu) if menu.isVisible()]
    return menus[-1]


def test_new_counts_measure_no_row_again(
    pane: FacetPane, directory: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[object] = []
    size_of = FacetRow.sizeHint

    def noted(self: FacetRow, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        measured.append(index.data(Role.ROW))
        return size_of(self, option, index)

    QApplication.processEvents()
    monkeypatch.setattr(FacetRow, "sizeHint", noted)
    pane.show_results(directory.search(Query(text="grief")))
    QApplication.processEvents()
    assert Row.VALUE not in measured


def test_long_labels_are_shown_in_full_in_both_languages(pane: FacetPane, directory: Directory) -> None:
    pane.show_results(directory.search(Query(language=Language.FRENCH)))
    QApplication.processEvents()
    long = row(pane, "Sujet", "Blessure de stress opérationnel et TSPT")
    short = row(pane, "Sujet", "Itinérance")
    assert view(pane).visualRect(long).height() > view(pane).visualRect(short).height()
    assert view(pane).visualRect(long).right() <= view(pane).viewport().width()


def test_every_focusable_part_has_a_name(pane: FacetPane) -> None:
    assert view(pane).accessibleName()
    finders = pane.findChildren(ValueFinder)
    assert len(finders) == 3
    assert [finder.accessibleName() for finder in finders] == [
        "Find in: For whom",
        "Find in: Topic",
        "Find in: Serves",
    ]
