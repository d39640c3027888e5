"""Lists the listings that an update adds, removes or changes, and reads one field by field: old, then new."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from peer_desktop.bundle.difference import Difference, ListingChange
from peer_desktop.directory.language import Language
from peer_desktop.models.two_lines import SECOND_LINE
from peer_desktop.ui import update_words as words
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.reading_page import ReadingPage
from peer_desktop.ui.rows_of_two_lines import RowsOfTwoLines
from peer_desktop.ui.theme import APART, NEAR
from peer_desktop.ui.two_sides import TwoSides
from peer_desktop.ui.update_words import FieldsInWords
from peer_desktop.ui.wording import as_button_text, marked

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_LETTERS_OF_A_CHOICE = 16
"""Capital letters, as Qt counts: no choice is cut, also in large text."""


class Fate(StrEnum):
    """What becomes of a listing."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


Row = tuple[Fate, ListingChange]


class ChangeList(QAbstractListModel):
    """A row a listing: its name, and what becomes of it where."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._language = language
        self._fates = {
            Fate.CHANGED: self.tr("Changed · {province}"),
            Fate.ADDED: self.tr("Added · {province}"),
            Fate.REMOVED: self.tr("Removed · {province}"),
        }

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, row: int) -> Row:
        """What becomes of the listing of a row."""
        return self._rows[row]

    def rowCount(self, parent: _Index = _TOP) -> int:
        """One row a listing."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Any: as Qt has it
        """What a row says, in the manner the role asks for."""
        if not index.isValid():
            return None
        fate, change = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return marked(change.name, self._language) or change.id
        if role == SECOND_LINE:
            return self._fates[fate].format(province=words.province_in_words(change.province))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.data()}, {index.data(SECOND_LINE)}"
        return None


class ChangedListings(QWidget):
    """Two boxes to narrow, the list, and the page of the listing that is chosen."""

    def __init__(
        self,
        difference: Difference,
        fields: FieldsInWords,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._difference = difference
        self._fields = fields
        self._language = language
        self.model = ChangeList(language, self)
        self.fate, self.province = QComboBox(), QComboBox()
        self.view = RowsOfTwoLines(self.model)
        self.page = ReadingPage()
        self._count = PlainLabel(calm=True)
        self._fill_boxes()
        self._lay_out()
        self.fate.currentIndexChanged.connect(self._narrow)
        self.province.currentIndexChanged.connect(self._narrow)
        self.view.selectionModel().currentChanged.connect(self._read)
        self.view.clicked.connect(lambda _: self.sides.read())
        self.view.entered_by_key.connect(self._go_to_page)
        self.sides.went_back.connect(self.view.setFocus)
        self._narrow()

    def _fill_boxes(self) -> None:
        difference = self._difference
        self.fate.addItem(self.tr("All that changes"), None)
        for fate, name, changes in (
            (Fate.CHANGED, self.tr("Changed"), difference.changed),
            (Fate.ADDED, self.tr("Added"), difference.added),
            (Fate.REMOVED, self.tr("Removed"), difference.removed),
        ):
            if changes:
                self.fate.addItem(name, fate)
        self.province.addItem(self.tr("Everywhere"), None)
        for one in difference.by_province:
            if one.added or one.removed or one.changed:
                self.province.addItem(words.province_in_words(one.code), one.code)

    def _narrow(self) -> None:
        fate, province = self.fate.currentData(), self.province.currentData()
        rows = [
            (what, change)
            for what, changes in (
                (Fate.CHANGED, self._difference.changed),
                (Fate.ADDED, self._difference.added),
                (Fate.REMOVED, self._difference.removed),
            )
            if fate in (None, what)
            for change in changes
            if province in (None, change.province)
        ]
        self.model.show_rows(rows)
        self._count.setText(self.tr("%n listings", None, len(rows)))
        self.view.setVisible(bool(rows))
        if rows:
            self.view.setCurrentIndex(self.model.index(0, 0))
        else:
            self._read(_TOP)

    def _read(self, current: QModelIndex) -> None:
        page = self.page
        if not current.isValid():
            page.begin(self.tr("No listing changes."))
            page.end()
            return
        fate, change = self.model.row(current.row())
        page.begin(str(current.data()), str(current.data(SECOND_LINE)))
        if fate is Fate.ADDED:
            page.text(self.tr("This listing comes new."))
        elif fate is Fate.REMOVED:
            page.text(self.tr("This listing goes."))
        for field in change.fields:
            name = self._fields.name(field.field)
            page.heading(name)
            for said, value in (
                (self.tr("Before: {value}"), field.old),
                (self.tr("After: {value}"), field.new),
            ):
                page.text(said.format(value=self._fields.value(field.field, value)), under=name)
        page.end()

    def _go_to_page(self) -> None:
        self.sides.read()
        self.page.focus_title()

    def _lay_out(self) -> None:
        self.view.setAccessibleName(self.tr("Listings that change"))
        choosing = QWidget()
        column = QVBoxLayout(choosing)
        column.setContentsMargins(APART, APART, NEAR, APART)
        column.setSpacing(NEAR)
        boxes = QGridLayout()
        boxes.setSpacing(NEAR)
        boxes.setColumnStretch(1, 1)
        for line, (text, box) in enumerate(
            ((self.tr("&Show"), self.fate), (self.tr("&Where"), self.province))
        ):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text.replace("&", ""))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS_OF_A_CHOICE)
            boxes.addWidget(label, line, 0)
            boxes.addWidget(box, line, 1)
        column.addLayout(boxes)
        column.addWidget(self._count)
        column.addWidget(self.view, 1)
        column.addStretch()
        self.sides = TwoSides(choosing, self.page)
        self.sides.say(self.tr("Back to the list"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.sides)


def tab_title(text: str, count: int) -> str:
    """What a tab says; nothing of it becomes a shortcut."""
    return as_button_text(f"{text} ({count})")
