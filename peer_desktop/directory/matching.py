"""Turns words into the listings that match them: forms, synonyms, slips and partial words included."""

import math
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory import bits
from peer_desktop.directory.bits import Bits
from peer_desktop.directory.index_file import Array
from peer_desktop.directory.stop_words import STOP_WORDS
from peer_desktop.directory.synonyms import Synonyms
from peer_desktop.directory.tokens import LONGEST_TEXT, words_of
from peer_desktop.directory.vocabulary import Vocabulary

Impacts = NDArray[np.uint8]
"""What a word weighs in every listing, 0…255; shape (size,)."""

ENOUGH = 12
"""When at least this many listings hold all the words, those that hold only some are left out."""

_KEPT = 48
"""Words whose impacts are kept: typing asks for the same ones again and again."""
_WIDENED, _OTHER_FORM, _CORRECTED = 0.72, 0.85, 0.8
_PARTIAL = 0.45
"""The share of what was asked that a listing must hold to be shown without holding all of it."""


@dataclass(frozen=True, eq=False)
class Wanted:
    """One thing the words ask for: a word or a phrase, with everything that means the same."""

    words: tuple[str, ...]
    impacts: Impacts
    members: Bits
    weight: float
    ranks: frozenset[int]
    """The ranks in the vocabulary of the words that count as these words themselves."""


@dataclass(frozen=True, eq=False)
class Match:
    """The listings that hold the words."""

    wanted: tuple[Wanted, ...]
    members: Bits
    whole: Bits
    """Those among `members` that hold all the words."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    widened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def scores(self, positions: NDArray[np.intp]) -> NDArray[np.float32]:
        """How well the listings at these positions answer the words; shape of `positions`."""
        total = np.zeros(len(positions), np.float32)
        for part in self.wanted:
            total += part.impacts[positions] * np.float32(part.weight)
        return total


@dataclass(frozen=True, eq=False)
class _Word:
    impacts: Impacts
    members: Bits
    ranks: frozenset[int]
    corrected: str | None = None


class Matcher:
    """Answers words from the postings of one directory."""

    def __init__(
        self, arrays: Mapping[str, Array], size: int, vocabulary: Vocabulary, synonyms: Synonyms
    ) -> None:
        self._size = size
        self._vocabulary = vocabulary
        self._synonyms = synonyms
        self._starts: NDArray[np.int64] = arrays["word_starts"]
        self._rows: NDArray[np.int32] = arrays["posting_rows"]
        self._impacts: Impacts = arrays["posting_impacts"]
        self._first_letters = {chr(c): i for i, c in enumerate(arrays["first_letters"].tolist())}
        self._first: NDArray[np.uint8] = arrays["first"]
        self._kept: OrderedDict[tuple[str, bool, bool], _Word] = OrderedDict()

    def match(
        self, text: str, *, exactly: frozenset[str] = frozenset(), beside: frozenset[str] = frozenset()
    ) -> Match | None:
        """The listings for these words, or None when nothing is asked.

        `exactly`: words that are neither corrected nor widened. `beside`: words (of a place that was
        recognised) that add to a listing's score but are not asked for.
        """
        words = words_of(text)[:LONGEST_TEXT]
        if not words:
            return None
        typing = text[-1:].isalnum()
        asked = [word for word in words if word not in STOP_WORDS and word not in beside]
        last = words[-1]
        if typing and last not in beside and last not in asked and len(words) > 1:
            typing = False
        if not asked:
            asked = [word for word in words if word not in beside]
        corrections: dict[str, str] = {}
        widened: dict[str, tuple[str, ...]] = {}
        wanted = [
            self._want(phrase, exactly, typing and phrase[-1] == last, widened)
            for phrase in self._phrases(tuple(asked), exactly, typing=typing, corrections=corrections)
        ]
        extra = [self._want((word,), exactly, False, {}) for word in dict.fromkeys(words) if word in beside]
        return self._gather(wanted, extra, corrections, widened)

    def _phrases(
        self, words: tuple[str, ...], exactly: frozenset[str], *, typing: bool, corrections: dict[str, str]
    ) -> list[tuple[str, ...]]:
        """Cut the words where a synonym is known for several of them; mend slips on the way."""
        mended = []
        for place, word in enumerate(words):
            being_typed = typing and place == len(words) - 1
            better = None if word in exactly else self._correction(word, being_typed=being_typed)
            if better is not None:
                corrections[word] = better
            mended.append(better or word)
        phrases, place = [], 0
        while place < len(mended):
            length = self._synonyms.longest_at(mended, place)
            phrases.append(tuple(mended[place : place + length]))
            place += length
        return list(dict.fromkeys(phrases))

    def _correction(self, word: str, *, being_typed: bool) -> str | None:
        vocabulary = self._vocabulary
        if vocabulary.same(word) or self._synonyms.knows(word) or vocabulary.of_the_same_stem(word):
            return None
        if being_typed and vocabulary.beginning_with(word):
            return None
        if vocabulary.is_right_spelling(word):
            return None
        near = vocabulary.nearest(word, being_typed=False)
        if not near and being_typed:
            near = vocabulary.nearest(word, being_typed=True)
        return vocabulary.words[near[0]] if near else None

    def _want(
        self,
        phrase: tuple[str, ...],
        exactly: frozenset[str],
        being_typed: bool,
        widened: dict[str, tuple[str, ...]],
    ) -> Wanted:
        plain = bool(exactly.intersection(phrase))
        own = self._all_of(phrase, being_typed=being_typed, plain=plain)
        impacts, members, ranks = own.impacts, own.members, own.ranks
        others = () if plain else self._synonyms.of(phrase)
        if others:
            widened[" ".join(phrase)] = tuple(" ".join(other) for other in others)
            impacts = impacts.copy()
            for other in others:
                means = self._all_of(other, being_typed=False, plain=False)
                np.maximum(impacts, (means.impacts * np.float32(_WIDENED)).astype(np.uint8), out=impacts)
                members = members | means.members
        found = bits.count(members)
        weight = math.log1p(self._size / (1 + found))
        return Wanted(phrase, impacts, members, weight, ranks)

    def _all_of(self, phrase: tuple[str, ...], *, being_typed: bool, plain: bool) -> _Word:
        """A phrase is held by the listings that hold all its words."""
        words = [
            self._word(word, being_typed and place == len(phrase) - 1, plain)
            for place, word in enumerate(phrase)
        ]
        if len(words) == 1:
            return words[0]
        impacts = words[0].impacts
        for word in words[1:]:
            impacts = np.minimum(impacts, word.impacts)
        members = bits.pack(impacts != 0)
        return _Word(impacts, members, frozenset().union(*(word.ranks for word in words)))

    def _word(self, word: str, being_typed: bool, plain: bool) -> _Word:
        key = (word, being_typed, plain)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self._look_up(word, being_typed, plain)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept

    def _look_up(self, word: str, being_typed: bool, plain: bool) -> _Word:
        vocabulary = self._vocabulary
        same = vocabulary.beginning_with(word) if being_typed else vocabulary.same(word)
        if being_typed and word in self._first_letters:
            impacts = self._first[self._first_letters[word]]
            return _Word(impacts, bits.pack(impacts != 0), frozenset(same))
        impacts = np.zeros(self._size, np.uint8)
        forms = set() if plain else vocabulary.of_the_same_stem(word).difference(same)
        for rank in sorted(forms, key=vocabulary.listings_with, reverse=True):
            part = slice(self._starts[rank], self._starts[rank + 1])
            impacts[self._rows[part]] = (self._impacts[part] * np.float32(_OTHER_FORM)).astype(np.uint8) | 1
        if len(same):
            # backwards: the word itself comes first among those that begin with it, and is written last
            part = slice(self._starts[same[0]], self._starts[same[-1] + 1])
            impacts[self._rows[part][::-1]] = self._impacts[part][::-1]
        return _Word(impacts, bits.pack(impacts != 0), frozenset(same) | forms)

    def _gather(
        self,
        wanted: Sequence[Wanted],
        extra: Sequence[Wanted],
        corrections: dict[str, str],
        widened: dict[str, tuple[str, ...]],
    ) -> Match:
        everyone = bits.pack(np.ones(self._size, bool))
        whole = everyone
        for part in wanted:
            whole = whole & part.members
        members = whole
        if len(wanted) > 1 and bits.count(whole) < ENOUGH:
            held = np.zeros(self._size, np.float32)
            for part in wanted:
                held += (part.impacts != 0) * np.float32(part.weight)
            asked = sum(part.weight for part in wanted if part.members.any())
            best = float(held.max(initial=0))
            members = whole | bits.pack((held > 0) & (held >= min(best, _PARTIAL * asked)))
        return Match((*wanted, *extra), members, whole, corrections, widened)
