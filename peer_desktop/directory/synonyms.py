"""Knows which words mean the same to a person who looks for help, from the directory's own table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from peer_desktop.directory.index_file import Array, lines_of
from peer_desktop.directory.known_words import KnownWords
from peer_desktop.directory.language import Language
from peer_desktop.directory.stop_words import STOP_WORDS, WEAK_WORDS, content_of
from peer_desktop.directory.synonym_arrays import exact_key, plural_key, stem_keys
from peer_desktop.directory.tokens import Phrase, words_of

SAME, RELATED = 0.9, 0.72
"""What a word found through the table weighs: for one of the same meaning (a row that goes both ways: a
translation, an acronym), and for what an everyday word stands for."""

_GAP = 2
"""Small words that may stand inside a phrase: "took his own life" is known from "took his life"."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Something else to search for."""

    words: Phrase
    said: str
    """As the table writes it."""
    weight: float


class Synonyms:
    """Phrases that people type, and what the listings say instead. Any form of a word is recognised.

    Rows that go both ways make a group in which every phrase finds all the others. A row of one direction
    leads from a phrase, and from all of its group, to another group; it is followed once.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self._known = KnownWords(arrays)
        self._phrases = lines_of(arrays["synonym_phrases"])
        self._keys = {key: place for place, key in enumerate(lines_of(arrays["synonym_keys"]))}
        self._longest = int(arrays["synonym_longest"][0]) + _GAP
        self._meanings_of = lru_cache(maxsize=None)(self._read_meanings)

    def _read_meanings(self, place: int) -> tuple[Meaning, ...]:
        """What a phrase of the table stands for: its group, and where its group leads on to."""
        return tuple(
            Meaning(content_of(words_of(self._phrases[other])), self._phrases[other], weight)
            for kind, weight in (("same", SAME), ("related", RELATED))
            for other in self._listed(kind, place)
        )

    def _listed(self, kind: str, place: int) -> list[int]:
        starts = self._arrays[f"synonym_{kind}_starts"]
        listed: list[int] = self._arrays[f"synonym_{kind}"][starts[place] : starts[place + 1]].tolist()
        return listed

    def of(self, phrase: Sequence[str]) -> tuple[Meaning, ...]:
        """What else to search for this phrase, the nearest in meaning first."""
        typed = tuple(phrase)
        own = content_of(typed)
        best: dict[Phrase, Meaning] = {}
        for meaning in self._found(typed) or self._found(own):
            known = best.get(meaning.words)
            if meaning.words != own and (known is None or known.weight < meaning.weight):
                best[meaning.words] = meaning
        return tuple(sorted(best.values(), key=lambda meaning: -meaning.weight))

    def _found(self, words: Phrase) -> tuple[Meaning, ...]:
        """The meanings of exactly these words, else of other forms of them; not of words of any talk.

        English *career* is no form of *care*, though a French stemmer takes its end away.
        """
        phrases = self._kept_by(exact_key(words))
        if not phrases and not WEAK_WORDS.issuperset(words):
            phrases = self._kept_by(plural_key(words)) or self._kept_by_stems(words)
        return tuple({meaning: None for place in phrases for meaning in self._meanings_of(place)})

    def _kept_by_stems(self, words: Phrase) -> list[int]:
        return [
            place
            for language, key in zip(Language, stem_keys(words), strict=True)
            for place in self._kept_by(key)
            if all(language in (self._known.languages_of(word) or Language) for word in words)
        ]

    def _kept_by(self, key: str) -> list[int]:
        place = self._keys.get(key)
        return [] if place is None else self._listed("of_key", place)

    def knows(self, word: str) -> bool:
        """Whether this single word has synonyms."""
        return bool(self._found((word,)))

    def longest_at(self, words: Sequence[str], place: int) -> int:
        """How many words from this place on make the longest phrase that has synonyms; at least 1."""
        for length in range(min(self._longest, len(words) - place), 1, -1):
            window = tuple(words[place : place + length])
            if self._found(window):
                return length
            content = content_of(window)
            inside = window[0] not in STOP_WORDS and window[-1] not in STOP_WORDS
            if inside and 1 < len(content) < length and self._found(content):
                return length
        return 1
