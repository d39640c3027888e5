"""Lists what was found: how many, in which order, row by row; or why there is nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.directory.listing import ListingRow
from peer_desktop.directory.query import Query, Results
from peer_desktop.models.changes import SortBy
from peer_desktop.models.listing_table import ListingTable
from peer_desktop.ui import wording
from peer_desktop.ui.empty_state import EmptyState
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.result_table import ResultTable
from peer_desktop.ui.row_words import RowInWords
from peer_desktop.ui.sort_box import SortBox
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import NEAR, TIGHT

_ANNOUNCED_AFTER_MS = 600
"""Typing goes on for a moment: a count for every letter would talk over it."""


class ListingSource(Protocol):
    """What the pane asks of a directory."""

    today: date
    """What the age of a listing is measured from."""

    def rows(self, numbers: Sequence[int], /) -> list[ListingRow]:
        """What the results show of these listings, in this order."""


class ResultPane(QWidget):
    """The list, which is the main thing of the window."""

    listing_selected = Signal(int)
    listing_opened = Signal(int)
    """Enter or a double click: go on in the reading pane."""
    listing_clicked = Signal()
    """A row was clicked: where the reading pane has no room, it is wanted now."""
    choosing_wanted = Signal(bool)
    """The pane to narrow in is wanted, or no longer."""
    change_wanted = Signal(object)  # Change

    def __init__(self, listings: ListingSource, labels: FacetLabels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listings = listings
        self._results: Results | None = None
        self._selected: int | None = None
        words = RowInWords(labels, listings.today)
        self._model = ListingTable(listings.rows, words, self)
        self._table = ResultTable(self._model, words)
        self._empty = EmptyState(labels)
        self._count = PlainLabel(bold=True)
        self._sort = SortBox()
        self._columns = QToolButton()
        self._narrow = QPushButton(icon("list-checks"), "")
        self._pages = QStackedLayout()
        self._announcement = QTimer(self, singleShot=True, interval=_ANNOUNCED_AFTER_MS)
        self._lay_out()
        self._say()
        self._connect()

    def show_results(self, results: Results) -> None:
        """Show these listings. The selected one stays selected while it is among them."""
        asked_anew = self._results is None or _asked(results.query) != _asked(self._results.query)
        self._results = results
        self._model.show_results(results)
        self._table.show_results(results)
        self._sort.show_results(results)
        self._count.setText(wording.found(results.total))
        if results.total:
            self._keep_selected(to_top=asked_anew)
            self._pages.setCurrentWidget(self._table)
        else:
            self._empty.show_query(results.query, results.relief)
            self._pages.setCurrentWidget(self._empty)
        self._announcement.start()

    def select(self, number: int | None) -> None:
        """Show which listing was chosen elsewhere, on the map for instance, or that none is."""
        self._selected = number
        row = None if number is None else self._model.row_of(number)
        if row is None:
            self._table.setCurrentIndex(QModelIndex())
        elif row != self._table.currentIndex().row():
            self._table.setCurrentIndex(self._model.index(row, 0))

    def step(self, rows: int) -> None:
        """Select the listing so many rows further; the focus stays where it is."""
        if not self._model.rowCount():
            return
        current = self._table.currentIndex().row()
        wanted = current + rows if current >= 0 else 0
        row = min(max(wanted, 0), self._model.rowCount() - 1)
        self._table.setCurrentIndex(self._model.index(row, 0))

    def offer_choosing(self, shown: bool, has_room: bool) -> None:
        """Offer the pane to narrow in where it has no room of its own; `shown` when it is there now."""
        self._narrow.setVisible(not has_room)
        self._narrow.setChecked(shown)

    def clear(self) -> None:
        """Look as at the start: no row chosen, no column hidden."""
        self.select(None)
        self._table.show_all_columns()
        self._table.scrollToTop()

    def take_focus(self) -> None:
        """Go to the rows, to the first one when none is selected; to the way out when there are none."""
        if not self._model.rowCount():
            self._empty.take_focus()
            return
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._table.currentIndex().isValid():
            self.step(0)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window, and follow the size of its text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._table.fit()
            if self._results is not None:
                self.show_results(self._results)
        elif event.type() == QEvent.Type.FontChange:
            self._table.fit()

    def _keep_selected(self, *, to_top: bool) -> None:
        row = None if self._selected is None else self._model.row_of(self._selected)
        if row is not None:
            self._table.setCurrentIndex(self._model.index(row, 0))
        if to_top or row is None:
            self._table.scrollToTop()

    def _select(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        number = self._model.number_at(current.row())
        if number != self._selected:
            self._selected = number
            self.listing_selected.emit(number)

    def _reverse(self, descending: bool) -> None:
        if self._results is not None:
            self.change_wanted.emit(SortBy(self._results.query.sort, descending))

    def _announce(self) -> None:
        found = self._results is not None and self._results.total
        announce(self._table, self._count.text() if found else self._empty.sentence)

    def _fill_menu(self) -> None:
        menu = self._columns.menu()
        menu.clear()
        self._table.column_actions(menu)
        menu.addSeparator()
        reverse = menu.addAction(self.tr("The other way round"))
        reverse.setCheckable(True)
        reverse.setChecked(self._results is not None and self._results.query.descending)
        reverse.triggered.connect(self._reverse)

    def _connect(self) -> None:
        self._table.selectionModel().currentRowChanged.connect(self._select)
        self._table.row_opened.connect(lambda row: self.listing_opened.emit(self._model.number_at(row)))
        self._table.clicked.connect(lambda _: self.listing_clicked.emit())
        self._narrow.clicked.connect(self.choosing_wanted)
        self._table.sort_wanted.connect(self.change_wanted)
        self._sort.sort_wanted.connect(self.change_wanted)
        self._empty.change_wanted.connect(self.change_wanted)
        self._columns.menu().aboutToShow.connect(self._fill_menu)
        self._announcement.timeout.connect(self._announce)

    def _lay_out(self) -> None:
        self._columns.setIcon(icon("columns-3"))
        self._columns.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._columns.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._columns.setMenu(QMenu(self._columns))
        self._count.setWordWrap(False)  # a number is never parted from what it counts
        order = QWidget()
        side_by_side = QHBoxLayout(order)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(NEAR)
        side_by_side.addWidget(self._sort)
        side_by_side.addWidget(self._columns)
        row = FlowLayout(last_at_the_end=True)
        row.setContentsMargins(NEAR, 0, 0, 0)
        self._narrow.setCheckable(True)
        self._narrow.setAutoDefault(False)
        self._narrow.hide()
        row.addWidget(self._count)
        row.addWidget(self._narrow)
        row.addWidget(order)
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(row)
        column.addLayout(self._pages, 1)

    def _say(self) -> None:
        self._narrow.setText(self.tr("Narrow"))
        self._narrow.setAccessibleName(self.tr("Narrow the results"))
        self._columns.setText(self.tr("Columns"))
        self._columns.setAccessibleName(self.tr("Columns and order"))
        self._table.setAccessibleName(self.tr("Listings found"))
        self._table.setAccessibleDescription(
            self.tr("Up and Down read listings, Enter goes on to the whole text.")
        )


def _asked(query: Query) -> tuple[object, ...]:
    """What makes another search of it, so that the best of it comes first; a tick or an order does not."""
    return query.text, query.near, query.within_km, query.serves
