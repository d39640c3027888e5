"""Stands where nothing was found, and offers the one condition whose removal helps most."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from peer_desktop.directory.query import Query, Relief
from peer_desktop.models.changes import AskInstead
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.theme import APART, TIGHT, WIDE
from peer_desktop.ui.wording import as_button_text


class EmptyState(QWidget):
    """No dead end: a sentence, and a button that leads out of it."""

    change_wanted = Signal(object)  # Change

    def __init__(self, labels: FacetLabels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._relief: Relief | None = None
        self._title = PlainLabel(factor=1.3, bold=True)
        self._title.setMargin(TIGHT)  # as the sentence below it
        self._sentence = PlainLabel(calm=True, read=True)
        self._button = QPushButton()
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._ask_without)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE * 2, WIDE, WIDE)
        column.setSpacing(APART)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        way_out = QHBoxLayout()
        way_out.setContentsMargins(TIGHT, 0, 0, 0)
        way_out.addWidget(self._button)
        way_out.addStretch()
        column.addLayout(way_out)
        column.addStretch(1)

    @property
    def sentence(self) -> str:
        """What is said here, for a screen reader."""
        return f"{self._title.text()} {self._sentence.text()}"

    def show_query(self, query: Query, relief: Relief | None) -> None:
        """Say what hinders this query."""
        self._relief = relief
        self._title.setText(self.tr("Nothing found."))
        self._button.setVisible(relief is not None)
        if relief is not None:
            without = self._condition(query, relief.condition)
            said = self.tr("Without {condition} there would be %n.", None, relief.found)
            self._sentence.setText(said.format(condition=without))
            button = self.tr("Search without {condition}").format(condition=without)
            self._button.setText(as_button_text(button))
        elif query.asks_something:
            self._sentence.setText(self.tr("Take away a condition or a word, or try other words."))
        else:
            self._sentence.setText(self.tr("This directory holds no listings."))

    def take_focus(self) -> None:
        """Go to the way out, or to the sentence where there is none."""
        way_out = self._sentence if self._button.isHidden() else self._button
        way_out.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        if self._relief is not None:
            self.change_wanted.emit(AskInstead(self._relief.query))
