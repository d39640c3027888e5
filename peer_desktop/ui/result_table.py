"""Shows the listings found in rows, with as many columns as stay readable in the width there is."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from peer_desktop.directory.query import Query, Results, Sort
from peer_desktop.models.changes import SortBy
from peer_desktop.models.listing_table import Column, ListingTable
from peer_desktop.ui.result_row import ResultRow
from peer_desktop.ui.row_words import RowInWords
from peer_desktop.ui.theme import NEAR, TIGHT

Index = QModelIndex | QPersistentModelIndex

_Key = Qt.Key
_WIDEST = 20
"""Letters that a column beside the name gets at most; what is longer ends in an ellipsis."""
_LETTERS_OF_A_NAME = 28
"""With less room than this for the name, columns are folded under it, the first of these first."""
_FEWEST_ROWS = 3
_FOLDED_FIRST = (Column.COST, Column.CHECKED, Column.HOW, Column.DISTANCE)
_LETTERS_FOLDED = {Column.COST: 9, Column.CHECKED: 34, Column.HOW: 26, Column.DISTANCE: 10}
"""Letters that the facts of a column usually take under the name: Free · Not confirmed · page of Mar 2024."""

SORTS = {
    Column.NAME: Sort.NAME,
    Column.HOW: Sort.HOW,
    Column.DISTANCE: Sort.DISTANCE,
    Column.COST: Sort.COST,
    Column.CHECKED: Sort.CHECKED,
}


class ResultTable(QTableView):
    """A table of rows that are selected whole. It asks for an order, and never sorts."""

    sort_wanted = Signal(SortBy)
    row_opened = Signal(int)
    """Enter or a double click on a row."""

    def __init__(self, model: ListingTable, words: RowInWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listings = model
        self._words = words
        self._row = ResultRow(self)  # PySide6 keeps no reference of its own
        self._query = Query()
        self._measured = False
        self._unwanted: set[Column] = set()
        self.setModel(model)
        self.setItemDelegate(self._row)
        self._set_up()
        self._set_up_header()
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def show_results(self, results: Results) -> None:
        """Show the order of these results, and the distance where there is one."""
        away = results.distances_km
        measured = away is not None and not bool(np.isnan(away).all())
        fits = (measured, results.query.language) == (self._measured, self._query.language)
        self._query, self._measured = results.query, measured
        column = next((column for column, sort in SORTS.items() if sort is results.query.sort), None)
        order = Qt.SortOrder.DescendingOrder if results.query.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(-1 if column is None else int(column), order)
        if not fits:
            self.fit()
        self.executeDelayedItemsLayout()  # or Qt paints all rows now, and again when it has laid them out

    def column_actions(self, menu: QMenu) -> list[QAction]:
        """One action for each column that can be hidden, ticked when it is shown."""
        actions = []
        for column in sorted(_FOLDED_FIRST):
            action = menu.addAction(self._words.heading(column))
            action.setCheckable(True)
            action.setChecked(column not in self._unwanted)
            action.toggled.connect(lambda wanted, column=column: self.want_column(column, wanted=wanted))
            actions.append(action)
        return actions

    def want_column(self, column: Column, *, wanted: bool) -> None:
        """Show or hide a column."""
        self._unwanted = self._unwanted - {column} if wanted else self._unwanted | {column}
        self.fit()

    def show_all_columns(self) -> None:
        """Show what was hidden."""
        self._unwanted = set()
        self.fit()

    def fit(self) -> None:
        """Give the name the room that is left; fold columns under it until there is enough."""
        letter = self.fontMetrics().averageCharWidth()
        widths = {column: self._width_of(column) for column in _FOLDED_FIRST}
        shown = {column for column in widths if self._can_show(column)}
        folded = []
        for column in _FOLDED_FIRST:
            room = self.viewport().width() - sum(widths[column] for column in shown)
            if room >= _LETTERS_OF_A_NAME * letter:
                break
            if column in shown:
                shown.remove(column)
                folded.append(column)
        left = self.viewport().width() - sum(widths[column] for column in shown)
        if self._row.fold(tuple(sorted(folded)), self._lines_for(folded, left)):
            self.viewport().update()
        header = self.horizontalHeader()
        for column, width in widths.items():
            header.setSectionHidden(column, column not in shown)
            header.resizeSection(column, width)
        height = self._row.row_height(self.fontMetrics())
        if self.verticalHeader().defaultSectionSize() != height:  # it walks through all rows
            self.verticalHeader().setDefaultSectionSize(height)
        header.setVisible(len(shown) > 0)  # alone it names what nobody doubts; large text needs its line
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Three rows: a choice among fewer is none."""
        hint = super().minimumSizeHint()
        header = self.horizontalHeader().sizeHint().height() if self.horizontalHeader().isVisible() else 0
        rows = _FEWEST_ROWS * self.verticalHeader().defaultSectionSize()
        return QSize(hint.width(), header + rows + 2 * self.frameWidth())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the row that Qt only makes the current one."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and last row, not to the first and last column."""
        row = self.currentIndex().row()
        if event.key() in (_Key.Key_Return, _Key.Key_Enter) and row >= 0:
            self.row_opened.emit(row)
        elif event.key() in (_Key.Key_Home, _Key.Key_End) and self._listings.rowCount():
            last = self._listings.rowCount() - 1
            self.setCurrentIndex(self._listings.index(0 if event.key() == _Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do not look through the rows for typed letters: that would read them all."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold columns."""
        super().resizeEvent(event)
        self.fit()

    def _width_of(self, column: Column) -> int:
        """So wide that its heading and its usual texts are whole, within limits."""
        metrics = self.fontMetrics()
        texts = self._words.usual_texts(column, self._query.language)
        widest = min(
            max(metrics.horizontalAdvance(text) for text in texts), _WIDEST * metrics.averageCharWidth()
        )
        heading = metrics.horizontalAdvance(self._words.heading(column)) + metrics.height()
        return max(widest, heading) + NEAR + TIGHT

    def _lines_for(self, folded: Sequence[Column], room: int) -> int:
        """Lines that the usual facts of these columns take in so many pixels; two at most."""
        letter = self.fontMetrics().averageCharWidth()
        wanted = sum(_LETTERS_FOLDED[column] for column in folded) * letter
        return min(2, math.ceil(wanted / room)) if folded and room > 0 else 0

    def _can_show(self, column: Column) -> bool:
        return column not in self._unwanted and (self._measured or column is not Column.DISTANCE)

    def _ask_for_order(self, section: int) -> None:
        """A column once: its order; twice: the other way round."""
        sort = SORTS[Column(section)]
        again = sort is self._query.sort
        self.sort_wanted.emit(SortBy(sort, descending=again and not self._query.descending))

    def _show_header_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column_actions(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(1)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_header_menu)
        header.sectionClicked.connect(self._ask_for_order)
