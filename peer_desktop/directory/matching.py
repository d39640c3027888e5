"""Finds the listings that hold what a text asks for, and how well each of them answers it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory import bits
from peer_desktop.directory.bits import Bits
from peer_desktop.directory.index_file import Array
from peer_desktop.directory.language import Language
from peer_desktop.directory.postings import Impacts, Postings, lighter
from peer_desktop.directory.reading import Part, Reading
from peer_desktop.directory.vocabulary import Vocabulary

Ranks = range | frozenset[int]
"""Words by their ranks in the vocabulary: neighbours, or any."""

ENOUGH = 12
"""When at least this many listings hold all the words, those that hold only some are left out."""

OTHER_FORM, GOES_ON = 0.85, 0.35
"""What a word weighs in another form, and a longer word that begins like the one being typed."""
_PARTIAL = 0.45
"""The share of what was asked that a listing must hold to be shown without holding all of it; less where
too few hold so much."""
_NOTHING_HELD = np.float32(1e-6)
"""The share that counts for a listing that holds none of the words, but is in the town that was named: it
stands behind all that hold some."""
COMMON = 0.5
"""Words that so many of the listings hold are not asked for beside rarer ones: all of them offer support."""
_KEPT = 48
"""Words whose impacts are kept: typing asks for the same ones again and again."""
_SAID, _SAID_AT_MOST = 4, 8
"""Words of the same meaning that are named for one that was typed, and for all."""


_BOTH, _NO_FORM = frozenset(Language), frozenset[Language]()


@dataclass(frozen=True, eq=False)
class Wanted:
    """One part of the text with the listings that hold it."""

    part: Part
    impacts: Impacts
    members: Bits
    weight: float
    """The rarer, the heavier."""
    ranks: tuple[Ranks, ...]
    """The ranks in the vocabulary of the words that count as these words themselves."""

    def is_among(self, ranks: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Which of these words count as the words of this part; shape of `ranks`."""
        found = np.zeros(len(ranks), bool)
        for some in self.ranks:
            if isinstance(some, range):
                found |= (ranks >= some.start) & (ranks < some.stop)
            else:
                for rank in some:
                    found |= ranks == rank
        return found


@dataclass(frozen=True, eq=False)
class Match:
    """The listings that hold the words."""

    wanted: tuple[Wanted, ...]
    size: int
    """How many listings the directory has."""
    members: Bits
    whole: Bits
    """Those among `members` that hold everything that was asked; the same object where all do."""
    most: float
    """The weight of what was asked and is held by any listing."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    widened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def scores(self, positions: NDArray[np.intp] | None) -> NDArray[np.float32]:
        """How well the listings at these positions answer the words; shape of `positions`, None for all."""
        total = np.zeros(self.size if positions is None else len(positions), np.float32)
        held = np.zeros_like(total)
        for part in self.wanted:
            impacts = part.impacts if positions is None else part.impacts.take(positions)
            total += impacts * np.float32(part.weight)
            if part.part.asked and self.whole is not self.members:
                held += (impacts != 0) * np.float32(part.weight)
        if self.whole is not self.members:
            total *= np.sqrt(np.maximum(held / self.most, _NOTHING_HELD))
        return total


@dataclass(frozen=True, eq=False)
class Held:
    """The listings that hold a word, and how much it weighs in each."""

    impacts: Impacts
    members: Bits
    ranks: tuple[Ranks, ...]


class Matcher:
    """Finds what a text asks for in the postings of one directory."""

    def __init__(self, arrays: Mapping[str, Array], size: int, vocabulary: Vocabulary) -> None:
        self._size = size
        self._vocabulary = vocabulary
        self._postings = Postings(arrays)
        self._first_letters = {chr(c): i for i, c in enumerate(arrays["first_letters"].tolist())}
        self._first: NDArray[np.uint8] = arrays["first"]
        self._kept = lru_cache(maxsize=_KEPT)(self._look_up)

    def match(self, reading: Reading, within: Bits | None = None) -> Match:
        """The listings for a text that was read.

        `within`: those that are in question, as they serve a place; where too few of them hold everything,
        those that hold the most are found among them.
        """
        widened: dict[str, tuple[str, ...]] = {}
        wanted = [found for part in reading.parts for found in self._wanted(part, reading.languages, widened)]
        held = [found for found in wanted if found.members.any()]
        if held and not any(found.part.asked for found in held):
            # nothing holds what was asked: what only adds to the rank is better than nothing
            wanted = [
                replace(found, part=replace(found.part, asked=bool(found.members.any()))) for found in wanted
            ]
        asked = self._worth_asking([found for found in wanted if found.part.asked])
        whole = bits.pack(np.ones(self._size, bool))
        for part in asked:
            whole = whole & part.members
        members = whole
        if len(asked) > 1 and bits.count(whole if within is None else whole & within) < ENOUGH:
            members = whole | self._holding_much_of(asked, within)
            if np.array_equal(members, whole):
                members = whole
        most = sum(one.weight for one in wanted if one.part.asked and one.members.any()) or 1.0
        return Match(tuple(wanted), self._size, members, whole, most, reading.corrections, widened)

    def _wanted(
        self, part: Part, languages: frozenset[Language], widened: dict[str, tuple[str, ...]]
    ) -> list[Wanted]:
        found = self._want(part, languages, widened)
        if part.pieces and not found.members.any():
            return [self._want(piece, languages, widened) for piece in part.pieces]
        return [found]

    def _worth_asking(self, asked: list[Wanted]) -> list[Wanted]:
        """Without the words that most listings hold, unless no others are held by any."""
        rare = [part for part in asked if bits.count(part.members) <= COMMON * self._size]
        return rare if any(part.members.any() for part in rare) else asked

    def _want(
        self, part: Part, languages: frozenset[Language], widened: dict[str, tuple[str, ...]]
    ) -> Wanted:
        forms = _NO_FORM if part.plain else languages
        own = self._all_of(part.words, forms, goes_on=part.being_typed)
        impacts, members = own.impacts, own.members
        said: list[str] = []
        if part.means:
            impacts = impacts.copy()
        for meaning in part.means:
            found = self._all_of(meaning.words)
            if bits.count(found.members & ~members):
                said.append(meaning.said)
            np.maximum(impacts, lighter(found.impacts, meaning.weight), out=impacts)
            members = members | found.members
        said = said[: min(_SAID, _SAID_AT_MOST - sum(map(len, widened.values())))]
        if said:
            widened[part.said] = tuple(said)
        weight = math.log1p(self._size / (1 + bits.count(members)))
        return Wanted(part, impacts, members, weight, own.ranks)

    def _holding_much_of(self, asked: Sequence[Wanted], within: Bits | None) -> Bits:
        held = np.zeros(self._size, np.float32)
        for part in asked:
            held += (part.impacts != 0) * np.float32(part.weight)
        if within is not None:
            held *= bits.unpack(within, self._size)
        least = _PARTIAL * sum(part.weight for part in asked if part.members.any())
        if np.count_nonzero(held >= least) < ENOUGH <= self._size:
            least = min(least, float(np.partition(held, -ENOUGH)[-ENOUGH]))
        return bits.pack((held > 0) & (held >= least))

    def _all_of(
        self, words: Sequence[str], languages: frozenset[Language] = _BOTH, *, goes_on: bool = False
    ) -> Held:
        """A phrase is held by the listings that hold all its words."""
        if not words:
            nothing = np.zeros(self._size, np.uint8)
            return Held(nothing, bits.pack(nothing != 0), ())
        found = [
            self.held(word, languages, goes_on=goes_on and place == len(words) - 1)
            for place, word in enumerate(words)
        ]
        if len(found) == 1:
            return found[0]
        impacts = found[0].impacts
        for word in found[1:]:
            impacts = np.minimum(impacts, word.impacts)
        ranks = tuple(some for word in found for some in word.ranks)
        return Held(impacts, bits.pack(impacts != 0), ranks)

    def held(self, word: str, languages: frozenset[Language] = _BOTH, *, goes_on: bool = False) -> Held:
        """The listings that hold a word, in its forms of these languages; kept for the next letter."""
        return self._kept(word, languages, goes_on)

    def _look_up(self, word: str, languages: frozenset[Language], goes_on: bool) -> Held:
        vocabulary = self._vocabulary
        same = vocabulary.same(word)
        longer = vocabulary.beginning_with(word) if goes_on else same
        if goes_on and word in self._first_letters:
            impacts = self._first[self._first_letters[word]]
            return Held(impacts, bits.pack(impacts != 0), (longer,))
        forms = vocabulary.of_the_same_stem(word, languages).difference(same)
        ranks = (same or longer, frozenset(forms))
        if same and longer == same and not forms:
            impacts = self._postings.of(same.start)
            return Held(impacts, bits.pack(impacts != 0), ranks)
        impacts = np.zeros(self._size, np.uint8)
        write = self._postings.write
        if len(longer) > len(same):
            write(impacts, range(longer.start + len(same), longer.stop))
            if same:
                impacts = lighter(impacts, GOES_ON)
        for rank in sorted(forms, key=vocabulary.listings_with, reverse=True):
            write(impacts, range(rank, rank + 1), OTHER_FORM)
        write(impacts, same)
        return Held(impacts, bits.pack(impacts != 0), ranks)


def _asked_if_held(wanted: Wanted) -> Wanted:
    return replace(wanted, part=replace(wanted.part, asked=bool(wanted.members.any())))
