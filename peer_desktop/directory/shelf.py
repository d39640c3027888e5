"""Keeps what explains the listings, the glossary and the resources, and finds among them by words."""

import sqlite3
from functools import cached_property

from peer_desktop.directory import records
from peer_desktop.directory.folding import fold
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import Resource, Term
from peer_desktop.directory.names import initials_of
from peer_desktop.directory.short_texts import ShortTexts
from peer_desktop.directory.synonyms import Synonyms


class Shelf:
    """The terms and resources of one directory, read when they are first asked for."""

    def __init__(self, connection: sqlite3.Connection, synonyms: Synonyms) -> None:
        self._connection = connection
        self._synonyms = synonyms

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The glossary, by English name."""
        return records.read_terms(self._connection)

    @cached_property
    def resources(self) -> tuple[Resource, ...]:
        """What there is to read, the newest first."""
        return records.read_resources(self._connection)

    def find_terms(self, text: str, language: Language) -> tuple[Term, ...]:
        """Terms for these words, names first; all of them, by name in this language, for no words."""
        if not text.strip():
            return tuple(sorted(self.terms, key=lambda term: fold(term.name.said_in(language))))
        return tuple(self.terms[place] for place in self._texts_of_terms.find(text))

    def find_resources(self, text: str) -> tuple[Resource, ...]:
        """Resources for these words; all of them, the newest first, for no words."""
        if not text.strip():
            return self.resources
        return tuple(self.resources[place] for place in self._texts_of_resources.find(text))

    @cached_property
    def _texts_of_terms(self) -> ShortTexts:
        texts = [
            {
                10: _both(term.name),
                9: _initials(term.name),
                3: _both(term.plain),
                1: _both(term.academic),
                4: term.note or "",
            }
            for term in self.terms
        ]
        return ShortTexts(texts, self._synonyms)

    @cached_property
    def _texts_of_resources(self) -> ShortTexts:
        texts = [
            {
                6: _both(resource.title),
                4: " ".join((*resource.authors, *resource.topics, resource.year or "", resource.type)),
                2: f"{_both(resource.annotation)} {resource.publisher or ''}",
            }
            for resource in self.resources
        ]
        return ShortTexts(texts, self._synonyms)


def _initials(name: Bilingual) -> str:
    """The acronyms of a term: PPTE of potentially psychologically traumatic event."""
    return " ".join(sorted(initials_of(name.en or "") | initials_of(name.fr or "")))


def _both(text: Bilingual) -> str:
    return f"{text.en or ''} {text.fr or ''}"
