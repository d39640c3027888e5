"""Shows the facets as a tree of values with their counts, updated in place as results arrive."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Facet
from peer_desktop.directory.query import Choice, Results
from peer_desktop.models.changes import Change, Drop, LeaveOut, Tick
from peer_desktop.models.facet_rows import CHOSEN, EMPTY, EXCLUDED, FacetRows, Row

Index = QModelIndex | QPersistentModelIndex

_FACETS = 0
"""The internal id of a facet; that of its rows is its position plus one."""
_CHECKS = {
    CHOSEN: Qt.CheckState.Checked,
    EXCLUDED: Qt.CheckState.PartiallyChecked,
    EMPTY: Qt.CheckState.Unchecked,
}
_NO_INDEX = QModelIndex()
_NO_VALUE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OUT_OF_REACH = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_VALUE = _OUT_OF_REACH | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable


class Role(IntEnum):
    """What else a row answers."""

    ROW = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    """Of a value: the rows there would be; of a facet: how many of its values are asked for or left out."""
    STATE = Qt.ItemDataRole.UserRole + 3


class FacetWords(Protocol):
    """Puts the rows of the tree in words; the user interface has them."""

    def facet(self, label: str, asked: int) -> str:
        """A facet, and how many of its values are asked for or left out."""

    def look_for(self, label: str) -> str:
        """The row in which a value of this facet is looked for."""

    def value(self, label: str, count: int, state: str) -> str:
        """A value with its count and state."""


class FacetTree(QAbstractItemModel):
    """Facets, and under each its values. Its shape never changes; a tick is asked for, never made here."""

    change_wanted = Signal(object)  # Change

    def __init__(self, facets: Sequence[Facet], words: FacetWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = FacetRows(facets)
        self._words = words
        self._language = Language.ENGLISH

    def show_results(self, results: Results) -> None:
        """Show the counts and states of these results."""
        changed = self._rows.update(results.counts)
        if results.query.language is not self._language:
            self._language = results.query.language
            changed = dict.fromkeys(range(self.rowCount()), True)
        for position, heading in changed.items():
            self._say_changed(position, heading=heading)

    def toggled(self, index: Index) -> Change | None:
        """What a click on this row asks for: a tick, or none any more. None where it is no value."""
        choice = self.choice_at(index)
        if choice is None:
            return None
        return Tick(choice) if self.data(index, Role.STATE) == EMPTY else Drop(choice)

    def left_out(self, index: Index) -> Change | None:
        """The same for leaving its listings out."""
        choice = self.choice_at(index)
        if choice is None:
            return None
        return Drop(choice) if self.data(index, Role.STATE) == EXCLUDED else LeaveOut(choice)

    def choice_at(self, index: Index) -> Choice | None:
        """The facet and value of a row; None where it is no value."""
        return self._rows.choice(*self._place(index)) if self._row(index) is Row.VALUE else None

    def facet_at(self, index: Index) -> Facet:
        """The facet that a row is, or belongs to."""
        return self._rows.facets[self._place(index)[0]]

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """The index of a facet, or of a row under it."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _FACETS)

    def parent(self, index: Index = _NO_INDEX) -> Any:
        """The facet of a value."""
        if not index.isValid() or index.internalId() == _FACETS:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _FACETS)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Facets, or the values of one, with a row to look in before many."""
        if not parent.isValid():
            return len(self._rows.facets)
        if parent.internalId() != _FACETS or parent.column() > 0:
            return 0
        return self._rows.rows_under(parent.row())

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: ARG002 - the same everywhere
        """One: the count is painted at the end of the label."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A value that would find nothing can be read and not ticked; one that is asked can be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._row(index) is not Row.VALUE:
            return _NO_VALUE
        count = self._rows.count(*self._place(index))
        return _OUT_OF_REACH if count.count == 0 and count.state == EMPTY else _VALUE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Any: as Qt has it
        """What a row says, in the manner the role asks for."""
        if not index.isValid():
            return None
        row = self._row(index)
        if role == Role.ROW:
            return row
        if row is Row.VALUE:
            return self._value_data(index, role)
        if row is Row.FACET:
            return self._facet_data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.look_for(self.facet_at(index).label.said_in(self._language))
        return None

    def headerData(
        self,
        section: int,  # noqa: ARG002 - there is one
        orientation: Qt.Orientation,  # noqa: ARG002
        role: int = Qt.ItemDataRole.DisplayRole,  # noqa: ARG002
    ) -> Any:  # Any: as Qt has it
        """Nothing: Qt's own "1" would be read aloud before every row."""
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ARG002
        """Ask for a tick, as assistive technology does it. The row changes when results arrive."""
        change = self.toggled(index) if role == Qt.ItemDataRole.CheckStateRole else None
        if change is None or not self.flags(index) & Qt.ItemFlag.ItemIsEnabled:
            return False
        self.change_wanted.emit(change)
        return True

    def _value_data(self, index: Index, role: int) -> Any:  # Any: as Qt has it
        count = self._rows.count(*self._place(index))
        if role == Role.COUNT:
            return count.count
        if role == Role.STATE:
            return count.state
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHECKS[count.state]
        label = self.facet_at(index).label_of(count.value).said_in(self._language)
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.value(label, count.count, count.state)
        return None

    def _facet_data(self, index: Index, role: int) -> Any:  # Any: as Qt has it
        label = self.facet_at(index).label.said_in(self._language)
        asked = self._rows.asked(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.facet(label, asked)
        return asked if role == Role.COUNT else None

    def _say_changed(self, position: int, *, heading: bool) -> None:
        facet = self.index(position, 0)
        if heading:
            self.dataChanged.emit(facet, facet)
        first = self.index(0, 0, facet)
        if first.isValid():
            self.dataChanged.emit(first, self.index(self.rowCount(facet) - 1, 0, facet))

    def _row(self, index: Index) -> Row | None:
        if not index.isValid():
            return None
        return Row.FACET if index.internalId() == _FACETS else self._rows.kind(*self._place(index))

    def _place(self, index: Index) -> tuple[int, int]:
        """The position of the facet, and the row under it."""
        if index.internalId() == _FACETS:
            return index.row(), 0
        return index.internalId() - 1, index.row()
