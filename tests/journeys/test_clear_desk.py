"""After the desk is cleared, the window is as at the start: nothing of the person is left in any corner."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from peer_desktop.directory.query import Query, Sort
from peer_desktop.models.listing_table import Column
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
    QTest.keyClicks(screen.near_box._line, "Monc")
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
