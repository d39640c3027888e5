"""After the desk is cleared, the window is as at the start: nothing of the person is left in any corner."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from peer_desktop.directory.query import Query, Sort
from peer_desktop.models.listing_table import Column
from peer_desktop.ui.crisis_dialog import CrisisDialog
from peer_desktop.ui.main_window import MainWindow
from tests.journeys.conftest import Journey, until

Looks = dict[str, object]


def looks(window: MainWindow) -> Looks:
    """Everything a next person could see or bring back."""
    screen = window.search_screen
    table, tree = screen.result_pane._table, screen.facet_pane._view
    lists = {"glossary": window.glossary.list.view, "resources": window.resources.list.view}
    pages = {"glossary page": window.glossary.page, "resources page": window.resources.page}
    scrolled = {"results": table, "facets": tree, "listing": screen.listing_pane, **lists, **pages}
    return {
        "query": window.search.query,
        "steps": (window.search.can_go_back, window.search.can_go_forward),
        "tab": window.tabs.currentIndex(),
        "listing": screen.listing_shown,
        "columns": [table.isColumnHidden(column) for column in Column],
        "rows chosen": {name: view.currentIndex().row() for name, view in lists.items()},
        "row": (table.currentIndex().row(), tree.currentIndex().row()),
        "open": [tree.isExpanded(tree.model().index(row, 0)) for row in range(tree.model().rowCount())],
        "scrolled": {name: area.verticalScrollBar().value() for name, area in scrolled.items()},
        "resources": (window.resources._narrowing, window.resources._shown),
        "map": screen.map_is_large,
        "dialogs": [type(dialog) for dialog in window.findChildren(QDialog) if dialog.isVisible()],
        "typed": [line.text() for line in window.findChildren(QLineEdit)],
        "notice": window.notice.isVisible(),
    }


def changed(before: Looks, now: Looks) -> Looks:
    return {name: (before[name], now[name]) for name in before if before[name] != now[name]}


def leave_traces(window: MainWindow) -> None:
    """Use everything, as a person would who is in a hurry."""
    screen = window.search_screen
    QTest.keyClicks(screen.search_box, "my secret")
    QTest.keyClick(screen.search_box, Qt.Key.Key_Escape)
    screen.near_box.take_focus()
    QTest.keyClicks(screen.near_box._line, "Monc")
    if places := QApplication.activePopupWidget():
        places.close()  # as it does with the next click
        QTest.qWait(50)
    for line in screen.facet_pane.findChildren(QLineEdit):
        QTest.keyClicks(line, "secret")
        QTest.keyClick(line, Qt.Key.Key_Escape)
        QTest.keyClicks(line, "sex")
    tree = screen.facet_pane._view
    tree.expandAll()
    tree.setCurrentIndex(tree.model().index(3, 0, tree.model().index(2, 0)))
    window.search.ask(Query().choosing("audience", "women").excluding("topic", "grief-loss"))
    screen.result_pane.step(1)
    screen.result_pane._table.want_column(Column.COST, wanted=False)
    window.search.ask(Query(sort=Sort.NAME, descending=True))
    screen.enlarge_map(True)
    for tab, words in ((window.glossary, "trauma"), (window.resources, "guide")):
        window.tabs.setCurrentWidget(tab)
        QTest.keyClicks(tab.list.field, words)
        QTest.keyClick(tab.list.field, Qt.Key.Key_Escape)
        QTest.keyClicks(tab.list.field, words)
        tab.list.choose(1)
        tab.page.verticalScrollBar().setValue(50)
    window.crisis_bar.open_lines()


def test_everything_is_as_at_the_start(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        before = looks(window)
        leave_traces(window)
        assert changed(before, looks(window)).keys() >= {"query", "map", "columns", "typed", "dialogs"}
        window.clear_desk()
        with suppress(AssertionError):  # what is still different is told below
            until(lambda: not changed(before, looks(window)))
        assert changed(before, looks(window)) == {}
        assert window.focusWidget() is window.search_screen.search_box

    assert journey(steps, "--directory", shipped_directory) == 0


def test_undo_brings_nothing_back_in_any_field(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        leave_traces(window)
        window.clear_desk()
        for line in window.findChildren(QLineEdit):
            line.undo()
            assert line.text() == "", line.accessibleName()

    assert journey(steps, "--directory", shipped_directory) == 0


def test_a_menu_of_places_that_is_open_goes_too(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        window.search_screen.near_box.take_focus()
        QTest.keyClicks(window.search_screen.near_box._line, "Monc")
        until(lambda: QApplication.activePopupWidget() is not None)
        window.clear_desk()
        until(lambda: QApplication.activePopupWidget() is None)

    assert journey(steps, "--directory", shipped_directory) == 0


def test_both_buttons_of_the_desk_are_in_view_with_every_page(
    journey: Journey, shipped_directory: Path
) -> None:
    def steps(window: MainWindow) -> None:
        buttons = window.desk.buttons
        for size in ((1366, 728), (640, 480)):
            window.resize(*size)
            for tab in range(3):
                window.tabs.setCurrentIndex(tab)
                for button in (buttons.clear, buttons.hide_all):
                    until(lambda button=button: button.visibleRegion().boundingRect() == button.rect())
        window.search_screen.search_box.setText("grief")
        buttons.clear.click()
        assert window.search.query == Query()

    assert journey(steps, "--directory", shipped_directory) == 0


def test_hiding_leaves_a_neutral_screen_where_no_key_leads_anywhere(
    journey: Journey, shipped_directory: Path
) -> None:
    def steps(window: MainWindow) -> None:
        screen = window.search_screen
        QTest.keyClicks(screen.search_box, "grief")
        window.crisis_bar.open_lines()
        window.desk.buttons.hide_all.click()
        labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
        assert labels == ["Emergency: 9-1-1 or 9-8-8"]
        QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert window.tabs.currentIndex() == 0
        window.desk.cover.lift()
        until(screen.search_box.isVisible)
        assert screen.search_box.text() == "grief"
        assert [type(one) for one in window.findChildren(QDialog) if one.isVisible()] == [CrisisDialog]
        window.desk.buttons.hide_all.click()
        window.clear_desk()  # nobody came back
        window.desk.cover.lift()
        assert screen.search_box.text() == ""
        assert not [one for one in window.findChildren(QDialog) if one.isVisible()]

    assert journey(steps, "--directory", shipped_directory) == 0
