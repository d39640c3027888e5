"""Explains words: every term of the glossary, for everyone and for readers of the literature."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Term
from peer_desktop.models.glossary_list import GlossaryList
from peer_desktop.ui import wording
from peer_desktop.ui.going_round import Stop
from peer_desktop.ui.reading_page import ReadingPage
from peer_desktop.ui.searched_list import SearchedList
from peer_desktop.ui.two_sides import TwoSides


class GlossaryTab(QWidget):
    """The list of terms on the left, one term to read on the right."""

    text_copied = Signal(str)

    def __init__(
        self, directory: Directory | None, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._directory = directory
        self._language = language
        self._model = GlossaryList(language, self)
        self.list = SearchedList(self._model)
        self.page = ReadingPage()
        self.page.text_copied.connect(self.text_copied)
        self.list.text_changed.connect(self._find)
        self.list.row_chosen.connect(self._read)
        self.list.clearing_wanted.connect(self._clear)
        self.sides = TwoSides(self.list, self.page)
        self.list.reading_wanted.connect(self._turn_to_page)
        self.sides.went_back.connect(self.list.focus_rows)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sides)
        self.set_language(language)

    def show_directory(self, directory: Directory | None) -> None:
        """Explain the words of another directory, or of none."""
        self._directory = directory
        self._find("")

    def set_language(self, language: Language) -> None:
        """Speak this language from now on."""
        self._language = language
        self.list.say(
            label=self.tr("F&ind a word, English or French"),
            rows=self.tr("Terms"),
            nothing=self.tr("No term holds these words."),
            everything=self.tr("Show all terms"),
        )
        self.sides.say(self.tr("Back to the terms"))
        self._find(self.list.field.text())

    def open_term(self, term_id: str) -> bool:
        """Go to a term and put the focus on it; False where the glossary has no such term."""
        if self._model.row_of(term_id) is None:
            self.list.forget_text()
        row = self._model.row_of(term_id)
        if row is None:
            return False
        self.list.choose(row)
        self._turn_to_page(True)
        return True

    def stops(self) -> Sequence[Stop]:
        """What F6 goes through: the list, and the page."""
        return (
            Stop(self.sides.choosing, self.take_focus),
            Stop(self.page, lambda: self._turn_to_page(True)),
        )

    def clear(self) -> None:
        """Look as at the start: nothing typed, the first term."""
        self.list.forget_text()
        self._find("")
        self.sides.choose()

    def take_focus(self) -> None:
        """Go to the line to look for words in."""
        self.sides.choose()
        self.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to_page(self, with_focus: bool) -> None:
        self.sides.read()
        if with_focus:
            self.page.focus_title()

    def _clear(self) -> None:
        self.clear()
        self.list.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, text: str) -> None:
        if self._directory is None:
            self._model.show_terms((), self._language)
            self.list.show_count("", can_show_more=False)
            self._read_nothing(self.tr("No directory is open, and the glossary is kept in it."))
            return
        self._model.show_terms(self._directory.find_terms(text, self._language), self._language)
        count = self._model.rowCount()
        self.list.show_count(self.tr("%n terms", None, count))
        if self._model.rowCount():
            self.list.choose(0)
        else:
            self._read_nothing(self.tr("Try another word, or fewer letters of it."))

    def _read_nothing(self, why: str) -> None:
        self.page.begin(self.tr("Glossary"))
        self.page.text(why)
        self.page.end()

    def _read(self, row: int) -> None:
        term = self._model.term(row)
        language = self._language
        page = self.page
        page.begin(wording.marked(term.name, language), self._other_name(term))
        for heading, definition in (
            (self.tr("For everyone"), term.plain),
            (self.tr("For readers of the research"), term.academic),
        ):
            page.heading(heading)
            page.text(wording.marked(definition, language), under=heading)
        if term.note:
            page.text(self.tr("Note: {note}").format(note=term.note), calm=True)
        if ways := self._see_also(term):
            page.heading(self.tr("See also"))
            page.links(ways, "book-a")
        if term.sources:
            page.heading(self.tr("Sources"))
            page.field("\n".join(term.sources), self.tr("Sources"))
            page.copying((self.tr("Copy term and sources"), self._to_copy(term)))
        page.end()

    def _other_name(self, term: Term) -> str:
        other = term.name.written_in(self._language.other)
        if not other or other == term.name.said_in(self._language):
            return ""
        if self._language is Language.ENGLISH:
            return self.tr("In French: {name}").format(name=other)
        return self.tr("In English: {name}").format(name=other)

    def _see_also(self, term: Term) -> list[tuple[str, Callable[[], None]]]:
        if self._directory is None:
            return []
        names = {other.id: other.name.said_in(self._language) for other in self._directory.terms()}
        return [
            (names[term_id], partial(self._follow, term_id)) for term_id in term.see_also if term_id in names
        ]

    def _follow(self, term_id: str) -> None:
        self.open_term(term_id)

    def _to_copy(self, term: Term) -> str:
        parts = (term.name, term.plain, term.academic)
        return "\n".join((*(part.said_in(self._language) for part in parts), *term.sources))
