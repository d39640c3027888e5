"""Knows which words mean the same to a person who looks for help, from the directory's own table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from peer_desktop.directory.stop_words import STOP_WORDS
from peer_desktop.directory.tokens import stems_of, words_of

Phrase = tuple[str, ...]


class Synonyms:
    """Phrases that people type, and what the listings say instead. Any form of a word is recognised."""

    def __init__(self, rows: Iterable[tuple[str, str, bool]]) -> None:
        self._means: defaultdict[Phrase, dict[Phrase, None]] = defaultdict(dict)
        self._longest = 1
        for said, means, both_ways in rows:
            self._add(_content(said), _content(means))
            if both_ways:
                self._add(_content(means), _content(said))
        self._single = {key[0] for key in self._means if len(key) == 1}

    def _add(self, said: Phrase, means: Phrase) -> None:
        if not said or not means or said == means:
            return
        self._longest = max(self._longest, len(said))
        for which in (0, 1):
            self._means[tuple(stems_of(word)[which] for word in said)][means] = None
        self._means[said][means] = None

    def of(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """What else to search for this phrase."""
        found: dict[Phrase, None] = {}
        for key in _keys(phrase):
            found |= self._means.get(key, {})
        found.pop(phrase, None)
        return tuple(found)

    def knows(self, word: str) -> bool:
        """Whether this single word has synonyms."""
        return any(key[0] in self._single for key in _keys((word,)))

    def longest_at(self, words: Sequence[str], place: int) -> int:
        """How many words from this place on make the longest phrase that has synonyms; at least 1."""
        for length in range(min(self._longest, len(words) - place), 1, -1):
            if any(key in self._means for key in _keys(tuple(words[place : place + length]))):
                return length
        return 1


def _keys(phrase: Phrase) -> tuple[Phrase, Phrase, Phrase]:
    stems = [stems_of(word) for word in phrase]
    return phrase, tuple(stem[0] for stem in stems), tuple(stem[1] for stem in stems)


def _content(text: str) -> Phrase:
    words = words_of(text)
    return tuple(word for word in words if word not in STOP_WORDS) or tuple(words)
