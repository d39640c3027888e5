"""Explains the words of the glossary that a listing uses, in place: nobody loses the listing over a word."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Term
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import TIGHT
from peer_desktop.ui.wording import marked
from peer_desktop.ui.wrapped_button import WrappedButton


class ExplainedTerms(QWidget):
    """A button for each word; one of them at a time is explained below, with the way to the glossary."""

    term_wanted = Signal(str)
    """The id of a term that somebody wants to read whole."""

    def __init__(self, terms: Sequence[Term], language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: Term | None = None
        self._buttons: dict[str, WrappedButton] = {}
        flow = FlowLayout(gap=TIGHT)
        flow.setContentsMargins(TIGHT, 0, 0, 0)
        for term in terms:
            flow.addWidget(self._button(term))
        self._plain = PlainLabel(read=True)
        self._whole = WrappedButton(icon("book-a"), self.tr("Read more in the glossary"))
        self._whole.clicked.connect(self._want)
        way_on = QHBoxLayout()
        way_on.setContentsMargins(TIGHT, 0, 0, 0)
        way_on.addWidget(self._whole)
        way_on.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(flow)
        column.addWidget(self._plain)
        column.addLayout(way_on)
        self._show(None)

    def _button(self, term: Term) -> WrappedButton:
        name = term.name.said_in(self._language)
        button = WrappedButton(icon("book-open"), name)
        button.setCheckable(True)
        button.setAccessibleName(self.tr("Explain: {term}").format(term=name))
        button.clicked.connect(lambda wanted: self._show(term if wanted else None))
        self._buttons[term.id] = button
        return button

    def _show(self, term: Term | None) -> None:
        self._shown = term
        for id_, button in self._buttons.items():
            button.setChecked(term is not None and term.id == id_)
        self._plain.setVisible(term is not None)
        self._whole.setVisible(term is not None)
        if term is not None:
            name, plain = term.name.said_in(self._language), marked(term.plain, self._language)
            self._plain.setText(self.tr("{term}: {explained}").format(term=name, explained=plain))
            announce(self._plain, self._plain.text())

    def _want(self) -> None:
        if self._shown is not None:
            self.term_wanted.emit(self._shown.id)
