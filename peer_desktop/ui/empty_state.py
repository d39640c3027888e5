"""Stands where nothing was found, and offers the one condition whose removal helps most."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from peer_desktop.directory.query import Query, Relief
from peer_desktop.models.changes import AskInstead, Change, ClearConditions
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel
from peer_desktop.ui.theme import APART, NEAR, TIGHT, WIDE
from peer_desktop.ui.wording import as_button_text


class EmptyState(QWidget):
    """No dead end: a sentence, and a button that leads out of it."""

    change_wanted = Signal(object)  # Change

    def __init__(self, labels: FacetLabels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._way_out: Change | None = None
        self._title = LargeLabel(factor=1.3, bold=True)
        self._title.setMargin(TIGHT)  # as the sentence below it
        self._sentence = PlainLabel(calm=True, read=True)
        self._button = QPushButton()
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._ask_without)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, WIDE + NEAR, WIDE, APART)
        column.setSpacing(APART)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        row = QHBoxLayout()
        row.setContentsMargins(TIGHT, 0, 0, 0)
        row.addWidget(self._button)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(1)

    @property
    def sentence(self) -> str:
        """What is said here, for a screen reader."""
        return f"{self._title.text()} {self._sentence.text()}"

    def show_query(self, query: Query, relief: Relief | None) -> None:
        """Say what hinders this query."""
        self._title.setText(self.tr("Nothing found."))
        self._way_out = _way_out(query, relief)
        self._button.setVisible(self._way_out is not None)
        if relief is not None:
            without = self._condition(query, relief.condition)
            said = self.tr("Without {condition} there would be %n.", None, relief.found)
            self._sentence.setText(said.format(condition=without))
            button = self.tr("Search without {condition}").format(condition=without)
            self._button.setText(as_button_text(button))
        elif self._way_out is not None:
            self._sentence.setText(self.tr("Several conditions together leave nothing."))
            self._button.setText(self.tr("Take away every condition"))
        elif query.asks_something:
            self._sentence.setText(self.tr("Take away a condition or a word, or try other words."))
        else:
            self._sentence.setText(self.tr("This directory holds no listings."))

    def take_focus(self) -> None:
        """Go to the way out, or to the sentence where there is none."""
        first = self._sentence if self._button.isHidden() else self._button
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _condition(self, query: Query, condition: str) -> str:
        """Name the condition as the person asked it."""
        if condition == "text":
            return self.tr("the words typed")
        if condition == "near":
            place = query.serves or query.near
            if place is None:
                return self.tr("the place")
            return self.tr("“{value}”").format(value=place.label(query.language))
        asked = query.values_chosen(condition) | query.values_excluded(condition)
        labels = self._labels.values(condition, asked, query.language)
        return self.tr("“{value}”").format(value=", ".join(labels))

    def _ask_without(self) -> None:
        if self._way_out is not None:
            self.change_wanted.emit(self._way_out)


def _way_out(query: Query, relief: Relief | None) -> Change | None:
    """Where no condition helps alone all of them go, and the words stay."""
    if relief is not None:
        return AskInstead(relief.query)
    without = ClearConditions()
    return without if without.applied_to(query) != query else None
