"""The results: counted, walked, ordered; and no dead end when there are none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query, Sort
from peer_desktop.models.changes import AskInstead, ClearConditions, NearChoice, SortBy
from peer_desktop.models.listing_table import Cell, Column, ListingTable, Role
from peer_desktop.ui import result_pane
from peer_desktop.ui.empty_state import EmptyState
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.result_pane import ResultPane
from peer_desktop.ui.result_table import ResultTable
from peer_desktop.ui.sort_box import SortBox
from tests.tables import HOSTILE, TODAY

_Key = Qt.Key
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=TODAY)
    yield directory
    directory.close()


@pytest.fixture
def pane(qtbot: QtBot, directory: Directory) -> ResultPane:
    pane = ResultPane(directory, FacetLabels(directory.facets))
    qtbot.addWidget(pane)
    pane.resize(760, 500)
    pane.show_results(directory.search(Query()))
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def table(pane: ResultPane) -> ResultTable:
    return pane.findChild(ResultTable)  # type: ignore[return-value]


def ids(pane: ResultPane) -> list[str]:
    model = table(pane).model()
    return [model.index(row, 0).data(Role.FOUND).listing.id for row in range(model.rowCount())]


def selected(pane: ResultPane) -> str | None:
    row = table(pane).currentIndex().row()
    return ids(pane)[row] if row >= 0 else None


def shown_columns(pane: ResultPane) -> set[Column]:
    return {column for column in Column if not table(pane).isColumnHidden(column)}


def calls(spy: QSignalSpy) -> list[object]:
    return [spy.at(call)[0] for call in range(spy.count())]


def test_the_count_is_said(pane: ResultPane, directory: Directory) -> None:
    assert any(label.text() == "10 found" for label in pane.findChildren(QLabel))
    pane.show_results(directory.search(Query(text="harbour drop-in").choosing("topic", "homelessness")))
    assert any(label.text() == "1 found" for label in pane.findChildren(QLabel))


@pytest.mark.parametrize("width", [760, 300, 190])
def test_count_and_order_are_whole_in_any_width(pane: ResultPane, qtbot: QtBot, width: int) -> None:
    pane.resize(width, 500)
    count = next(label for label in pane.findChildren(QLabel) if label.text().endswith(" found"))
    qtbot.waitUntil(lambda: count.width() >= count.fontMetrics().horizontalAdvance(count.text()))
    for part in (count, pane.findChild(SortBox), pane.findChild(QToolButton)):
        assert part.mapTo(pane, part.rect().topRight()).x() < pane.width()
        assert part.height() >= 20 or part is count
    assert count.height() < 2 * count.fontMetrics().lineSpacing()


def test_the_count_is_announced_once_after_typing(
    pane: ResultPane, directory: Directory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(result_pane, "announce", lambda _widget, sentence: said.append(sentence))
    for text in ("g", "gr", "gri", "grief"):
        pane.show_results(directory.search(Query(text=text)))
    total = directory.search(Query(text="grief")).total
    qtbot.waitUntil(lambda: said == [f"{total} found"])


def test_a_click_and_the_arrows_select_listings(pane: ResultPane, directory: Directory, qtbot: QtBot) -> None:
    chosen = QSignalSpy(pane.listing_selected)
    second = table(pane).visualRect(table(pane).model().index(1, 0)).center()
    qtbot.mouseClick(table(pane).viewport(), _LEFT, pos=second)
    qtbot.keyClick(table(pane), _Key.Key_Down)
    qtbot.keyClick(table(pane), _Key.Key_End)
    qtbot.keyClick(table(pane), _Key.Key_Home)
    numbers = directory.search(Query()).numbers.tolist()
    assert calls(chosen) == [numbers[1], numbers[2], numbers[-1], numbers[0]]


def test_rows_are_walked_from_outside_without_moving_the_focus(pane: ResultPane) -> None:
    focused = QApplication.focusWidget()
    for _ in range(3):
        pane.step(1)
    assert selected(pane) == ids(pane)[2]
    pane.step(-10)
    assert selected(pane) == ids(pane)[0]
    pane.step(100)
    assert selected(pane) == ids(pane)[-1]
    assert QApplication.focusWidget() is focused


def test_going_to_the_results_selects_the_first(pane: ResultPane) -> None:
    pane.take_focus()
    assert table(pane).hasFocus()
    assert selected(pane) == ids(pane)[0]


def test_the_selected_listing_stays_selected_while_it_is_found(
    pane: ResultPane, directory: Directory
) -> None:
    chosen = QSignalSpy(pane.listing_selected)
    number = directory.number_of("moncton-grief-group")
    pane.select(number)
    pane.show_results(directory.search(Query(text="grief")))
    assert selected(pane) == "moncton-grief-group"
    pane.show_results(directory.search(Query(text="harbour")))
    assert selected(pane) is None
    pane.show_results(directory.search(Query()))
    assert selected(pane) == "moncton-grief-group"
    assert chosen.count() == 0, "it was chosen elsewhere, and nothing else since"


def test_enter_and_a_double_click_open(pane: ResultPane, qtbot: QtBot) -> None:
    opened = QSignalSpy(pane.listing_opened)
    pane.take_focus()
    qtbot.keyClick(table(pane), _Key.Key_Return)
    middle = table(pane).visualRect(table(pane).model().index(0, 0)).center()
    qtbot.mouseClick(table(pane).viewport(), _LEFT, pos=middle)
    qtbot.mouseDClick(table(pane).viewport(), _LEFT, pos=middle)
    assert opened.count() == 2


def test_tab_leaves_the_table(pane: ResultPane, qtbot: QtBot) -> None:
    pane.take_focus()
    qtbot.keyClick(table(pane), _Key.Key_Tab)
    assert not table(pane).hasFocus()


def test_a_heading_asks_for_its_order_and_then_the_other_way_round(
    pane: ResultPane, directory: Directory, qtbot: QtBot
) -> None:
    header = table(pane).horizontalHeader()
    cost = QPoint(header.sectionViewportPosition(Column.COST) + 10, header.height() // 2)
    before = ids(pane)
    with qtbot.waitSignal(pane.change_wanted) as asked:
        qtbot.mouseClick(header.viewport(), _LEFT, pos=cost)
    assert asked.args == [SortBy(Sort.COST)]
    assert ids(pane) == before, "the table sorts nothing itself"
    pane.show_results(directory.search(Query(sort=Sort.COST)))
    with qtbot.waitSignal(pane.change_wanted) as asked:
        qtbot.mouseClick(header.viewport(), _LEFT, pos=cost)
    assert asked.args == [SortBy(Sort.COST, descending=True)]


def test_the_order_can_be_chosen_by_keyboard(pane: ResultPane, qtbot: QtBot) -> None:
    box = pane.findChild(SortBox)
    assert isinstance(box, SortBox)
    box.setFocus()
    with qtbot.waitSignal(pane.change_wanted) as asked:
        qtbot.keyClick(box, _Key.Key_Down)
    assert asked.args == [SortBy(Sort.NAME)]


def test_the_distance_is_shown_and_ordered_by_only_where_there_is_one(
    pane: ResultPane, directory: Directory
) -> None:
    box = pane.findChild(SortBox)
    assert isinstance(box, SortBox)
    by_distance = box.model().index(box.findData(Sort.DISTANCE.value), 0)
    assert Column.DISTANCE not in shown_columns(pane)
    assert not by_distance.flags() & Qt.ItemFlag.ItemIsEnabled
    near = NearChoice(directory.places("Moncton")[0], serves=False).applied_to(Query())
    pane.show_results(directory.search(near))
    assert Column.DISTANCE in shown_columns(pane)
    assert by_distance.flags() & Qt.ItemFlag.ItemIsEnabled


def test_columns_can_be_hidden_by_keyboard(pane: ResultPane, qtbot: QtBot) -> None:
    button = pane.findChild(QToolButton)
    assert isinstance(button, QToolButton)
    menu = button.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "How and where",
        "Distance",
        "Cost",
        "Checked",
        "The other way round",
    ]
    next(action for action in menu.actions() if action.text() == "Cost").trigger()
    assert Column.COST not in shown_columns(pane)
    with qtbot.waitSignal(pane.change_wanted) as asked:
        menu.actions()[-1].trigger()
    assert asked.args == [SortBy(Sort.BEST, descending=True)]


def test_a_fresh_start_shows_every_column_and_no_row_chosen(pane: ResultPane) -> None:
    before = shown_columns(pane)
    table(pane).want_column(Column.COST, wanted=False)
    pane.step(1)
    pane.clear()
    assert shown_columns(pane) == before
    assert not table(pane).currentIndex().isValid()


def test_a_narrow_table_folds_columns_under_the_name(pane: ResultPane) -> None:
    assert shown_columns(pane) == {Column.NAME, Column.HOW, Column.COST, Column.CHECKED}
    height = table(pane).rowHeight(0)
    pane.resize(180, 500)
    assert shown_columns(pane) == {Column.NAME}
    assert table(pane).rowHeight(0) > height
    assert table(pane).horizontalHeader().sectionSize(Column.NAME) == table(pane).viewport().width()


def test_folded_facts_say_only_what_is_known(pane: ResultPane) -> None:
    pane.resize(180, 500)
    shown, model = table(pane), table(pane).model()
    cells = [model.index(row, Column.COST).data(Role.CELL) for row in range(model.rowCount())]
    unknown = next(row for row, cell in enumerate(cells) if not cell.first)
    facts = shown.itemDelegate()._folded_facts(model.index(unknown, 0))
    assert facts
    assert cells[unknown].second not in facts


def test_three_rows_have_room_in_the_lowest_window(pane: ResultPane) -> None:
    pane.resize(760, 10)
    pane.setMinimumSize(pane.minimumSizeHint())
    QApplication.processEvents()
    assert table(pane).viewport().height() >= 3 * table(pane).rowHeight(0)


def test_larger_text_makes_higher_rows(pane: ResultPane, qapp: QApplication) -> None:
    before, height = qapp.font(), table(pane).rowHeight(0)
    try:
        large = QFont(before)
        large.setPointSizeF(before.pointSizeF() * 2)
        qapp.setFont(large)
        QApplication.processEvents()
        assert table(pane).rowHeight(0) >= 2 * table(pane).fontMetrics().lineSpacing()
        assert table(pane).rowHeight(0) > height
    finally:
        qapp.setFont(before)


def test_only_visible_rows_are_painted(pane: ResultPane, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: set[int] = set()
    cell_at = ListingTable.cell_at

    def noted(self: ListingTable, row: int, column: Column) -> Cell:
        painted.add(row)
        return cell_at(self, row, column)

    monkeypatch.setattr(ListingTable, "cell_at", noted)
    above = table(pane).viewport().mapTo(pane, QPoint(0, 0)).y()
    pane.resize(760, above + 2 * table(pane).rowHeight(0) + 10)
    QApplication.processEvents()
    painted.clear()
    table(pane).viewport().grab()
    assert painted == {0, 1, 2}


def test_nothing_found_names_the_condition_that_hinders_most(
    pane: ResultPane, directory: Directory, qtbot: QtBot
) -> None:
    query = Query(text="retreat").choosing("topic", "grief-loss")
    results = directory.search(query)
    assert results.total == 0
    pane.show_results(results)
    empty = pane.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    assert empty.isVisible()
    assert not table(pane).isVisible()
    relief = directory.search(query).relief
    assert relief is not None
    label = {"topic": "“Grief and loss”", "text": "the words typed"}[relief.condition]
    assert empty.sentence == f"Nothing found. Without {label} there would be {relief.found}."
    pane.take_focus()
    button = QApplication.focusWidget()
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(pane.change_wanted) as asked:
        qtbot.mouseClick(button, _LEFT)
    assert asked.args == [AskInstead(relief.query)]
    pane.show_results(directory.search(relief.query))
    assert len(ids(pane)) == relief.found


def test_nothing_found_at_all_says_what_to_do(pane: ResultPane, directory: Directory) -> None:
    empty = pane.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    empty.show_query(Query(text="zzz"), None)
    assert "other words" in empty.sentence
    empty.show_query(Query(), None)
    assert "no listings" in empty.sentence


def test_where_no_condition_hinders_alone_all_of_them_can_be_taken_away(
    pane: ResultPane, qtbot: QtBot
) -> None:
    empty = pane.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    empty.show_query(Query(text="grief").choosing("audience", "rcmp").choosing("cost", "fee"), None)
    assert empty.sentence == "Nothing found. Several conditions together leave nothing."
    (button,) = empty.findChildren(QPushButton)
    assert not button.isHidden()
    with qtbot.waitSignal(empty.change_wanted) as asked:
        button.click()
    assert asked.args == [ClearConditions()]


def test_a_row_reads_as_a_sentence(pane: ResultPane, directory: Directory) -> None:
    pane.show_results(directory.search(NearChoice(directory.places("Moncton")[0]).applied_to(Query())))
    row = ids(pane).index("moncton-grief-group")
    said = table(pane).model().index(row, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Anna's Grief Group, Anna Foundation, Group, In person, Moncton, NB, 2 km, Free, "
        "Confirmed by phone 3 weeks ago"
    )


def test_cells_say_what_is_known_and_what_is_not(pane: ResultPane, directory: Directory) -> None:
    def lines(listing: str, column: Column) -> tuple[str, str]:
        cell = table(pane).model().index(ids(pane).index(listing), column).data(Role.CELL)
        return cell.first, cell.second

    pane.show_results(
        directory.search(NearChoice(directory.places("Moncton")[0], serves=False).applied_to(Query()))
    )
    assert lines("legion-truro", Column.NAME) == (
        "Legion Branch 26 (Truro)",
        "The Royal Canadian Legion\xa0· Legion branch\xa0· peer support not confirmed",
    )
    assert lines("legion-truro", Column.COST) == ("", "Not stated")
    assert lines("legion-truro", Column.CHECKED) == ("Not confirmed", "page undated")
    assert lines("legion-truro", Column.DISTANCE)[1] == "town only"
    assert lines("women-veterans-circle", Column.HOW) == ("Online", "Canada-wide")
    assert lines("women-veterans-circle", Column.DISTANCE) == ("", "")
    assert lines("northern-warm-line", Column.HOW) == ("Phone", "NT, NU, YT")


def test_a_name_in_the_other_language_is_shown_as_it_is(pane: ResultPane, directory: Directory) -> None:
    pane.show_results(directory.search(Query(language=Language.ENGLISH)))
    row = ids(pane).index("cercle-conjoints-valcartier")
    cell = table(pane).model().index(row, Column.NAME).data(Role.CELL)
    assert cell.first == "Cercle des conjointes et conjoints"


def test_hostile_text_is_painted_letter_by_letter(pane: ResultPane, directory: Directory) -> None:
    pane.show_results(directory.search(Query()))
    row = ids(pane).index("hostile-text")
    table(pane).scrollTo(table(pane).model().index(row, 0))
    assert table(pane).model().index(row, 0).data(Role.CELL).first == HOSTILE
    assert not pane.grab().isNull()


def test_every_focusable_part_has_a_name(pane: ResultPane) -> None:
    assert table(pane).accessibleName()
    for part in (pane.findChild(SortBox), pane.findChild(QToolButton)):
        assert part is not None
        assert part.accessibleName()
