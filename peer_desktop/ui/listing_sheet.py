"""Lays out one listing to be read: the name and the phone large, every fact a part to stop at."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Term
from peer_desktop.ui.copy_button import CopyButton
from peer_desktop.ui.explained_terms import ExplainedTerms
from peer_desktop.ui.fact_grid import FactGrid
from peer_desktop.ui.fitted_label import FittedLabel
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.listing_words import Fact, ListingInWords, PhoneInWords
from peer_desktop.ui.plain_text import LargeLabel, PlainField, PlainLabel
from peer_desktop.ui.theme import APART, NEAR, TIGHT, WIDE

_LETTERS_BESIDE_CAPTIONS = 56
"""In a narrower sheet the captions stand above what they name."""


class ListingSheet(QWidget):
    """One listing. Its parts are made once: another listing has another sheet."""

    term_wanted = Signal(str)
    text_copied = Signal(str)

    def __init__(self, words: ListingInWords, keep_button: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._facts = FactGrid()
        self._rows: list[QBoxLayout] = []
        """A text and its button: side by side, or one above the other in a narrow pane."""
        self._name = _part(LargeLabel(words.name, factor=1.5, bold=True, read=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, APART, WIDE, WIDE)
        column.setSpacing(TIGHT)
        column.addLayout(self._headline(keep_button))
        column.addWidget(_part(PlainLabel(words.about, calm=True, read=True)))
        column.addWidget(_part(PlainLabel(words.freshness, read=True)))
        column.addSpacing(NEAR)
        for phone in words.phones:
            column.addLayout(self._phone(phone))
        column.addSpacing(NEAR)
        column.addWidget(self._facts)
        column.addStretch(1)

    def add_facts(self, facts: Iterable[Fact]) -> None:
        """Put more below what is there."""
        for fact in facts:
            self._facts.add(fact.caption, self._fact(fact))

    def explain(self, terms: Sequence[Term], language: Language) -> None:
        """Put the words of the glossary below what is there."""
        if terms:
            self._facts.add(self.tr("Words explained"), self._terms(terms, language))

    def take_focus(self) -> None:
        """Go to where reading begins."""
        self._name.setFocus(Qt.FocusReason.TabFocusReason)

    def fit(self, room: int) -> None:
        """Lay it out for a pane of this width, in pixels."""
        narrow = room < self.fontMetrics().averageCharWidth() * _LETTERS_BESIDE_CAPTIONS
        self._facts.set_narrow(narrow)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(down if narrow else across)
        for label in self.findChildren(FittedLabel):
            label.fit(room - APART - WIDE)

    def measure(self, room: int) -> None:
        """Find out, before it is seen, how high everything is in a pane of this width."""
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        self.fit(room)
        self.resize(room, self.heightForWidth(room))

    def _headline(self, keep_button: QWidget) -> QBoxLayout:
        headline = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        headline.setSpacing(NEAR)
        headline.addWidget(self._name, 1)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        headline.addWidget(keep_button, 0, top)
        self._rows.append(headline)
        return headline

    def _phone(self, phone: PhoneInWords) -> FlowLayout:
        number = FittedLabel(phone.number, factor=1.6, bold=True, read=True)
        said = self.tr("Phone: {number}, {note}") if phone.note else self.tr("Phone: {number}")
        number.setAccessibleName(said.format(number=phone.number, note=phone.note))
        row = FlowLayout()
        row.addWidget(_part(number))
        if phone.note:
            row.addWidget(FittedLabel(phone.note, calm=True))
        row.addWidget(self._copy_button(phone.number))
        return row

    def _fact(self, fact: Fact) -> QWidget:
        if not fact.is_address:
            text = _part(PlainLabel(fact.text, read=True))
            text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            text.setAccessibleName(self.tr("{caption}: {text}").format(caption=fact.caption, text=fact.text))
            return text
        row = QWidget()
        address = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
        address.setContentsMargins(TIGHT, 0, 0, 0)
        address.setSpacing(NEAR)
        address.addWidget(PlainField(fact.text, fact.caption), 1)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        address.addWidget(self._copy_button(fact.copied or fact.text, named=fact.caption), 0, top)
        self._rows.append(address)
        return row

    def _terms(self, terms: Sequence[Term], language: Language) -> QWidget:
        explained = ExplainedTerms(terms, language)
        explained.term_wanted.connect(self.term_wanted)
        return explained

    def _copy_button(self, text: str, named: str = "") -> CopyButton:
        """`named` is said of a text of several lines, which nobody would hear to its end."""
        button = CopyButton(self.tr("Copy"), text)
        spoken = named if named and "\n" in text else text
        button.setAccessibleName(self.tr("Copy {text}").format(text=spoken))
        button.copied.connect(self.text_copied)
        return button


def _part(label: PlainLabel) -> PlainLabel:
    label.setMargin(TIGHT)  # the focus ring must not touch the letters
    return label
