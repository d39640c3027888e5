"""Finds the words of the glossary that a text uses."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from peer_desktop.directory.folding import fold
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Term

_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_NOT_WORDS = re.compile(r"[^a-z0-9+]+")
_LONGEST = 8
"""Words of the longest name that is looked for."""


class TermFinder:
    """Knows the names of all terms, with their acronyms and plurals."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._names = {language: dict(_names(terms, language)) for language in Language}

    def terms_in(self, texts: Iterable[str], language: Language) -> tuple[Term, ...]:
        """The terms that these texts use, in the order they come; the longest name wins."""
        found: dict[str, Term] = {}
        for text in texts:
            for term in _walk(_words(text), self._names[language]):
                found.setdefault(term.id, term)
        return tuple(found.values())


def _walk(words: Sequence[str], names: Mapping[tuple[str, ...], Term]) -> Iterator[Term]:
    singular = tuple(map(_singular, words))
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            term = names.get(singular[at : at + length])
            if term is not None:
                yield term
                at += length
                break
        else:
            at += 1


def _names(terms: Sequence[Term], language: Language) -> Iterator[tuple[tuple[str, ...], Term]]:
    """Every way a term is named, in singular words: operational stress injury (OSI) has two."""
    for term in terms:
        name = term.name.said_in(language)
        for said in (_IN_BRACKETS.sub(" ", name), *_IN_BRACKETS.findall(name)):
            words = tuple(_singular(word) for word in _words(said))
            if words:
                yield words, term


def _words(text: str) -> list[str]:
    return [word for word in _NOT_WORDS.split(fold(text)) if word]


def _singular(word: str) -> str:
    """Drop the s or x of a plural, in both languages; short words keep it."""
    return word[:-1] if len(word) > 4 and word[-1] in "sx" else word
