"""Shows what was found as a table: listing numbers in order, rows read in blocks as they are painted."""

import math
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import ListingRow
from peer_desktop.directory.query import Reach, Results

BLOCK = 16
"""Rows read at once, about as many as are seen: who jumps through a long list waits for no others."""
BLOCKS_KEPT = 256

Index = QModelIndex | QPersistentModelIndex
ReadRows = Callable[[Sequence[int]], list[ListingRow]]
"""Listing numbers → their rows, in the same order."""

_REACHES = tuple(Reach)


class Column(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    HOW = 1
    DISTANCE = 2
    COST = 3
    CHECKED = 4


class Role(IntEnum):
    """What else a cell answers."""

    CELL = Qt.ItemDataRole.UserRole + 1
    FOUND = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A listing as it was found by this search."""

    listing: ListingRow
    distance_km: float | None
    exact: bool
    """Whether there is a distance, and to a door; otherwise it is to the town or postal area."""
    reach: Reach | None
    language: Language


@dataclass(frozen=True, slots=True)
class Cell:
    """The two lines of a cell: the first read at a glance, the second calm."""

    first: str = ""
    second: str = ""


class RowWords(Protocol):
    """Puts rows in words; the user interface has them."""

    def heading(self, column: Column) -> str:
        """The name of a column."""

    def cell(self, found: FoundRow, column: Column) -> Cell:
        """What one cell shows."""

    def sentence(self, found: FoundRow) -> str:
        """The whole row, as a screen reader says it."""


class ListingTable(QAbstractTableModel):
    """The listings of one Results. It never sorts and never filters: it asks for nothing but rows."""

    def __init__(self, read_rows: ReadRows, words: RowWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_rows = read_rows
        self._words = words
        self._results: Results | None = None
        self._blocks: OrderedDict[int, _Block] = OrderedDict()

    def show_results(self, results: Results) -> None:
        """Show other listings."""
        self.beginResetModel()
        self._results = results
        self._blocks.clear()
        self.endResetModel()

    def number_at(self, row: int) -> int:
        """The listing number of a row. Raises IndexError."""
        if self._results is None:
            raise IndexError(row)
        return int(self._results.numbers[row])

    def row_of(self, number: int) -> int | None:
        """The row of a listing; None where it was not found."""
        return None if self._results is None else self._results.row_of(number)

    def found_at(self, row: int) -> FoundRow:
        """The row, read with its block of neighbours where it is not yet known."""
        return self._block(row).rows[row % BLOCK]

    def cell_at(self, row: int, column: Column) -> Cell:
        """What a cell shows, put in words once."""
        block = self._block(row)
        cell = block.cells.get((row, column))
        if cell is None:
            cell = block.cells[row, column] = self._words.cell(block.rows[row % BLOCK], column)
        return cell

    def _block(self, row: int) -> "_Block":
        number = row // BLOCK
        block = self._blocks.get(number)
        if block is None:
            block = self._blocks[number] = _Block(self._read_block(number * BLOCK), {})
            if len(self._blocks) > BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(number)
        return block

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many were found."""
        return 0 if parent.isValid() or self._results is None else self._results.total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """All columns; a view hides some."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Any: as Qt has it
        """What a cell says, in the manner the role asks for."""
        if not index.isValid():
            return None
        column = Column(index.column())
        if role == Role.FOUND:
            return self.found_at(index.row())
        if role == Role.CELL:
            return self.cell_at(index.row(), column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME:
            return self._words.sentence(self.found_at(index.row()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            cell = self.cell_at(index.row(), column)
            return "\n".join(line for line in (cell.first, cell.second) if line)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # Any: as Qt has it
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._words.heading(Column(section))
        return None

    def _read_block(self, start: int) -> list[FoundRow]:
        results = self._results
        if results is None:
            raise IndexError(start)
        numbers = results.numbers[start : start + BLOCK]
        exact = _to_a_door(results, numbers)
        listings = self._read_rows(numbers.tolist())
        return [
            FoundRow(
                listing=listing,
                distance_km=_distance(results, start + offset),
                exact=bool(exact[offset]),
                reach=None if results.reaches is None else _REACHES[results.reaches[start + offset]],
                language=results.query.language,
            )
            for offset, listing in enumerate(listings)
        ]


@dataclass(frozen=True, slots=True)
class _Block:
    """Neighbouring rows, and those of their cells that were shown."""

    rows: list[FoundRow]
    cells: dict[tuple[int, Column], Cell]


def _to_a_door(results: Results, numbers: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Of which of these listings the distance is that of their own door."""
    if results.distances_km is None:
        return np.zeros(len(numbers), np.bool_)
    return np.isin(numbers, results.points.numbers[results.points.exact], kind="table")


def _distance(results: Results, row: int) -> float | None:
    if results.distances_km is None:
        return None
    kilometres = float(results.distances_km[row])
    return None if math.isnan(kilometres) else kilometres
