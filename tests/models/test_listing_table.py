"""The table of listings: as long as the results, read as it is painted."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.listing import ListingRow
from peer_desktop.directory.query import Points, Query, Reach, Results
from peer_desktop.models.listing_table import BLOCK, BLOCKS_KEPT, Cell, Column, FoundRow, ListingTable, Role
from tests.tables import TODAY


class PlainWords:
    """The least that puts a row in words."""

    def heading(self, column: Column) -> str:
        return column.name

    def cell(self, found: FoundRow, column: Column) -> Cell:
        return Cell(found.listing.id, column.name)

    def sentence(self, found: FoundRow) -> str:
        return f"{found.listing.id}, {found.distance_km}"


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=TODAY)
    yield directory
    directory.close()


def many(total: int) -> Results:
    nowhere = Points(np.zeros(0, np.int32), np.zeros((0, 2), np.float32), np.zeros(0, bool))
    return Results(Query(), np.arange(1, total + 1, dtype=np.int32), {}, nowhere)


class Counter:
    """Makes rows up, and notes which were asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def rows(self, numbers: Sequence[int]) -> list[ListingRow]:
        self.asked.append(list(numbers))
        name = Bilingual("A name")
        return [
            ListingRow(n, f"id-{n}", "program", None, name, name, None, None, (), {}, None, None)
            for n in numbers
        ]


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot, directory: Directory) -> None:
    table = ListingTable(directory.rows, PlainWords())
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(table, mode)
    for query in (Query(), Query(text="grief"), Query(text="zzzzzz"), Query()):
        results = directory.search(query)
        table.show_results(results)
        assert table.rowCount() == results.total
    assert tester.model() is table


def test_rows_are_in_the_order_of_the_results(qtbot: QtBot, directory: Directory) -> None:
    table = ListingTable(directory.rows, PlainWords())
    results = directory.search(Query(serves=directory.places("Moncton")[0]))
    table.show_results(results)
    shown = [table.index(row, Column.NAME).data(Role.FOUND).listing.number for row in range(table.rowCount())]
    assert shown == results.numbers.tolist() == [table.number_at(row) for row in range(table.rowCount())]
    assert [table.row_of(number) for number in shown] == list(range(len(shown)))
    assert table.row_of(999) is None


def test_nothing_is_read_before_it_is_shown(qtbot: QtBot) -> None:
    counter = Counter()
    table = ListingTable(counter.rows, PlainWords())
    table.show_results(many(100_000))
    assert table.rowCount() == 100_000
    assert counter.asked == []


def test_a_row_is_read_with_its_neighbours_and_only_once(qtbot: QtBot) -> None:
    counter = Counter()
    table = ListingTable(counter.rows, PlainWords())
    table.show_results(many(1000))
    first, last = 4 * BLOCK, 5 * BLOCK - 1
    assert table.index(first + 3, Column.NAME).data() == f"id-{first + 4}\nNAME"
    assert table.index(last, Column.COST).data() == f"id-{last + 1}\nCOST"
    assert counter.asked == [list(range(first + 1, last + 2))]


def test_no_more_blocks_are_kept_than_are_useful(qtbot: QtBot) -> None:
    counter = Counter()
    table = ListingTable(counter.rows, PlainWords())
    table.show_results(many(BLOCK * (BLOCKS_KEPT + 1)))
    for block in range(BLOCKS_KEPT + 1):
        table.found_at(block * BLOCK)
    table.found_at(BLOCK)  # still known
    assert len(counter.asked) == BLOCKS_KEPT + 1
    table.found_at(0)  # the one looked at longest ago is not
    assert len(counter.asked) == BLOCKS_KEPT + 2


def test_the_last_block_may_be_short(qtbot: QtBot) -> None:
    table = ListingTable(Counter().rows, PlainWords())
    table.show_results(many(BLOCK + 1))
    assert table.found_at(BLOCK).listing.number == BLOCK + 1


def test_a_row_says_how_it_was_found(qtbot: QtBot, directory: Directory) -> None:
    table = ListingTable(directory.rows, PlainWords())
    table.show_results(directory.search(Query(serves=directory.places("Moncton")[0])))
    rows = {table.found_at(row).listing.id: table.found_at(row) for row in range(table.rowCount())}
    grief = rows["moncton-grief-group"]
    assert grief.reach is Reach.LOCAL
    assert grief.exact
    assert grief.distance_km is not None
    assert grief.distance_km < 10
    circle = rows["women-veterans-circle"]
    assert (circle.reach, circle.distance_km, circle.exact) == (Reach.ONLINE, None, False)
    assert not rows["rivers-and-rods"].exact, "only its town is known"


def test_a_screen_reader_gets_the_row_as_a_sentence(qtbot: QtBot) -> None:
    table = ListingTable(Counter().rows, PlainWords())
    table.show_results(many(3))
    assert table.index(2, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole) == "id-3, None"
    assert table.headerData(1, Qt.Orientation.Horizontal) == "HOW"
