"""Finds the word that was meant when keys were missed, doubled or hit in the wrong order."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from peer_desktop.directory.index_file import Array
from peer_desktop.directory.vocabulary import Vocabulary

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_SHORTEST, _LONGEST = 3, 40
"""Letters of words that are mended: nobody misses one key in a word of a hundred letters."""
_TWO_FROM = 8
"""Letters a word must have before two slips are forgiven."""

_ANOTHER_FIRST_LETTER, _ANOTHER_LETTER, _MISSED_OR_ADDED, _DOUBLED, _SWAPPED = 4.0, 1.8, 0.8, 0.3, 0.0
"""How unlikely each slip is, in halvings: the first letter is nearly always right."""
_WORD_ITSELF = 60
"""What a word weighs apart from the listings that hold it: words of the synonyms stand in none."""


class Slips:
    """The words of one directory, to be found from others that are spelled almost alike."""

    def __init__(self, arrays: Mapping[str, Array], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._signatures: NDArray[np.uint64] = arrays["signatures"]
        self._weights: NDArray[np.int64] = arrays["word_weights"]

    def one_from(self, word: str) -> list[int]:
        """The ranks of the words that are one slip away, the likeliest first."""
        return self._likeliest(word, (rank for near in _around(word) for rank in self._vocabulary.same(near)))

    def one_from_beginning(self, word: str) -> list[int]:
        """The same while the word is still being typed: words that begin with something one slip away."""
        if len(word) <= _SHORTEST:
            return self.one_from(word)
        begun = self._vocabulary.beginning_with
        return self._likeliest(word, (rank for near in _around(word) for rank in begun(near)))

    def two_from(self, word: str) -> list[int]:
        """The ranks of the words that are two slips away from a long word, the likeliest first."""
        if not _TWO_FROM <= len(word) <= _LONGEST or word.isdigit():
            return []
        letters, pairs = (np.uint64(part) for part in _signature(word))
        near = (np.bitwise_count(self._signatures[0] ^ letters) <= 4) & (
            np.bitwise_count(self._signatures[1] ^ pairs) <= 12
        )
        ranks: list[int] = np.flatnonzero(near).tolist()
        words = self._vocabulary.words
        return self._likeliest(
            word, (rank for rank in ranks if OSA.distance(word, words[rank], score_cutoff=2) <= 2)
        )

    def _likeliest(self, word: str, ranks: Iterator[int]) -> list[int]:
        return sorted(set(ranks), key=lambda rank: (self._unlikeliness(word, rank), rank))

    def _unlikeliness(self, word: str, rank: int) -> float:
        other = self._vocabulary.words[rank]
        rarity = -math.log2(int(self._weights[rank]) + _WORD_ITSELF)
        return rarity + _slip(word, other) + (_ANOTHER_FIRST_LETTER if word[0] != other[0] else 0)


def _slip(word: str, other: str) -> float:
    if sorted(word) == sorted(other):
        return _SWAPPED
    if len(word) == len(other):
        return _ANOTHER_LETTER
    return _DOUBLED if _once_each(word) == _once_each(other) else _MISSED_OR_ADDED


def _once_each(word: str) -> str:
    """The word with letters that follow themselves written once."""
    return word[:1] + "".join(after for before, after in pairwise(word) if before != after)


def _around(word: str) -> Iterator[str]:
    """Everything that is one slip away; of words with three letters only what has them in another order."""
    if not _SHORTEST <= len(word) <= _LONGEST or word.isdigit():
        return
    for cut in range(len(word) + 1):
        before, after = word[:cut], word[cut:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        if len(word) == _SHORTEST:
            continue
        if after:
            yield before + after[1:]
        for letter in _LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


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
