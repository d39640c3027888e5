"""Finds words of the directory: the same, those that begin alike, of one stem, or nearest by spelling."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from peer_desktop.directory.index_file import Array
from peer_desktop.directory.known_words import is_among
from peer_desktop.directory.language import Language
from peer_desktop.directory.tokens import stems_of

_LAST = "\U0010ffff"
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_TWO_EDITS_FROM = 8
"""Letters a word must have before two slips are forgiven."""
_SHORTEST_MENDED, _LONGEST_MENDED = 3, 40
"""Letters of words that are mended: nobody misses one key in a word of a hundred letters."""
_RELATED_FROM = 6
"""Letters a word must have to be found by its beginning."""


class Vocabulary:
    """The sorted words of a directory. A word is spoken of by its rank."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.words: Sequence[str] = _lines(arrays["words"])
        self._starts = arrays["word_starts"]
        self._signatures = arrays["signatures"]
        self._known = arrays["known_words"]
        self._usual = arrays["usual_words"]
        self._uncapitalized = arrays["uncapitalized"]
        self._stems = [
            (_lines(arrays[f"stems_{name}"]), arrays[f"stem_starts_{name}"], arrays[f"stem_words_{name}"])
            for name in ("english", "french")
        ]

    def same(self, word: str) -> range:
        """The word itself, if the directory has it."""
        rank = bisect_left(self.words, word)
        return range(rank, rank + (rank < len(self.words) and self.words[rank] == word))

    def beginning_with(self, start: str) -> range:
        """All words that begin like this; their ranks are neighbours."""
        low = bisect_left(self.words, start)
        return range(low, bisect_left(self.words, start + _LAST, low))

    def of_the_same_stem(self, word: str, languages: Collection[Language] = tuple(Language)) -> set[int]:
        """Words that are another form of this one, in English or in French.

        A name is found from its plural only: who carries (porter) something does not ask for Port Stanley.
        """
        if len(word) < 3:
            return set()
        found: set[int] = set()
        for language, (stems, starts, members), stem in zip(
            tuple(Language), self._stems, stems_of(word), strict=True
        ):
            place = bisect_left(stems, stem)
            if language in languages and place < len(stems) and stems[place] == stem:
                found.update(members[starts[place] : starts[place + 1]].tolist())
        words, common = self.words, self._uncapitalized
        return {rank for rank in found if common[rank] or _same_but_for_s(word, words[rank])}

    def related_to(self, word: str) -> list[int]:
        """Words that share most of this one, the commonest first: paramedic for paramédique."""
        if len(word) < _RELATED_FROM:
            return []
        start = word[: max(_RELATED_FROM - 1, len(word) - 3)]
        found = [rank for rank in self.beginning_with(start) if len(self.words[rank]) <= len(word) + 3]
        return sorted(found, key=self.listings_with, reverse=True)

    def is_right_spelling(self, word: str) -> bool:
        """Whether this is a word of English or French: it is then never corrected."""
        return is_among(word, self._known)

    def is_usual(self, word: str) -> bool:
        """Whether people use this word often, in English or French."""
        return is_among(word, self._usual)

    def is_common(self, word: str) -> bool:
        """Whether the listings also use this word as no name: Hope is a town, and hope is not."""
        return any(self._uncapitalized[rank] for rank in self.same(word))

    def nearest(self, word: str, *, being_typed: bool) -> list[int]:
        """The words that are one slip away, or two from eight letters; the likeliest first.

        While a word is being typed, those that begin with something one slip away.
        """
        if not _SHORTEST_MENDED <= len(word) <= _LONGEST_MENDED or word.isdigit():
            return []
        found: set[int] = set()
        for near in _one_edit_from(word, swaps_only=len(word) == 3):
            found.update(self.beginning_with(near) if being_typed and len(word) > 3 else self.same(near))
        if not found and len(word) >= _TWO_EDITS_FROM:
            found = self._two_edits_from(word)
        return sorted(found, key=lambda rank: self._unlikeliness(word, rank))

    def _two_edits_from(self, word: str) -> set[int]:
        letters, pairs = (np.uint64(part) for part in _signature(word))
        near = (np.bitwise_count(self._signatures[0] ^ letters) <= 4) & (
            np.bitwise_count(self._signatures[1] ^ pairs) <= 12
        )
        ranks: list[int] = np.flatnonzero(near).tolist()
        return {rank for rank in ranks if OSA.distance(word, self.words[rank], score_cutoff=2) <= 2}

    def _unlikeliness(self, word: str, rank: int) -> tuple[bool, bool, bool, int, int]:
        other = self.words[rank]
        listings = int(self._starts[rank + 1] - self._starts[rank])
        swapped = sorted(other) == sorted(word)
        same_stem_letters = other.startswith(word[:2])
        return other[0] != word[0], not swapped, not same_stem_letters, -listings, rank

    def listings_with(self, rank: int) -> int:
        """In how many listings a word stands."""
        return int(self._starts[rank + 1] - self._starts[rank])


def signatures(words: Sequence[str]) -> NDArray[np.uint64]:
    """Two bit sets a word, of its letters and its letter pairs: a slip changes few of them; shape (2, n)."""
    return np.array([_signature(word) for word in words], np.uint64).reshape(-1, 2).T.copy()


def _signature(word: str) -> tuple[int, int]:
    letters = pairs = 0
    for letter in word:
        letters |= 1 << ord(letter) % 37
    for first, second in pairwise(word):
        pairs |= 1 << (ord(first) * 31 + ord(second) & 63)
    return letters, pairs


def _one_edit_from(word: str, *, swaps_only: bool) -> Iterator[str]:
    for cut in range(len(word) + 1):
        before, after = word[:cut], word[cut:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        if swaps_only:
            continue
        if after:
            yield before + after[1:]
        for letter in _LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


def _same_but_for_s(one: str, other: str) -> bool:
    return one.removesuffix("s") == other.removesuffix("s")


def _lines(array: Array) -> list[str]:
    text = array.tobytes().decode()
    return text.split("\n") if text else []
