"""Puts the listings found in order, and says why a listing stands where it does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory import bits
from peer_desktop.directory.bits import Bits
from peer_desktop.directory.index_file import Array
from peer_desktop.directory.language import Language
from peer_desktop.directory.matching import Match
from peer_desktop.directory.nearby import EARTH_RADIUS_KM
from peer_desktop.directory.query import Query, Sort
from peer_desktop.directory.serving import LOCAL, NOT_THERE, PROVINCIAL
from peer_desktop.directory.suiting import CHILDREN, LOSS, WORKPLACE, Suiting

EVIDENCE_FACTORS = np.array([1.0, 0.88, 0.7], np.float32)
"""Peer support stated, by referral, not confirmed."""
REACH_FACTORS = np.array([1.0, 0.8, 0.62, 0.56, 0.2], np.float32)
"""Local, provincial, Canada-wide, online; not for people of that place."""
REGIONAL_FACTOR = np.float32(0.85)
"""For what serves only a part of Canada, when no place was named."""
ELSEWHERE_FACTOR = np.float32(0.5)
"""For a team inside a workplace that is in another town than the one that was named."""
OLDEST_FACTOR = np.float32(0.94)
"""For a page of ten years or more, and for one without a date."""
NEAR_BONUS = np.float32(0.3)
"""For a listing next door to the starting point; a third of it at 100 km."""

_LOOKED_AT = 64
"""The best rows, whose names are compared with the words as a whole."""
_IN_SIGHT, _OF_TOWN = 5, 2
"""The rows that are seen at once, and how many of them belong to the town that was named."""
_NAME_BONUS, _WHOLE_NAME_BONUS = 0.6, 0.5
_CALLED_SO, _PARTLY_CALLED_SO = 2.0, 1.0
"""For a listing whose name, or a part of whose name, was typed and nothing else."""
_ONE = np.float32(1)
_FAR = np.float32(9)
"""A squared chord longer than any on the globe."""
_BLOCK = 256
_MOST_DAYS = 99_999
"""The age of a page without a date, older than any other."""
_NAME_LENGTH = 31
_NAME_BITS = (1 << _NAME_LENGTH) - 1
_MOST = np.int32(0x7F800000)
"""The bits of infinity: those of finite scores are smaller, and grow with the score."""


@dataclass(frozen=True, eq=False)
class Candidates:
    """The listings found, before they are in order. `chords` and `reaches` are of all listings."""

    positions: NDArray[np.intp]
    """Rising."""
    match: Match | None
    chords: NDArray[np.float32] | None
    """Squared chords from where kilometres begin, NaN where a listing has no place; shape (size,)."""
    reaches: NDArray[np.uint8] | None
    """How each serves the place that was named, a position in REACH_FACTORS; shape (size,)."""
    only_serving: bool = False
    """Whether only those that serve the place were to be found; else it is where kilometres begin."""
    in_town: Bits | None = None
    """The listings of the very town that was named, where none of them holds all the words."""
    called_so: Mapping[int, bool] = field(default_factory=dict)
    """Positions of listings that were asked by name; False where it is only a part of their name."""


@dataclass(frozen=True, slots=True)
class Factor:
    """What a score was multiplied with.

    words, evidence, freshness, workplace, loss, children, reach, nearness or name.
    """

    name: str
    value: float


class Order(NamedTuple):
    """The listings found as they are shown."""

    positions: NDArray[np.intp]
    whole: int | None = None
    """How many hold all the words; None where all do."""
    of_town: int = 0
    """How many of the first rows are in the town that was named and do not hold all the words."""


class Ranking:
    """Orders the listings of one directory, on one day."""

    def __init__(self, arrays: Mapping[str, Array], suiting: Suiting, size: int, today: date) -> None:
        # the numbers of listings are their order by English name: rank and position are the same there
        self._arrays = arrays
        self._evidence: NDArray[np.uint8] = arrays["prior_evidence"]
        self._suiting = suiting
        age = (today - date(1970, 1, 1)).days - arrays["source_days"].astype(np.float32)
        age[arrays["source_days"] < 0] = 3650
        self._freshness = 1 - (1 - OLDEST_FACTOR) * np.clip(age / 3650, 0, 1).astype(np.float32)
        self._prior = EVIDENCE_FACTORS[self._evidence] * self._freshness
        self._size = size
        self._standing = self._standings(age)
        everywhere = bits.unpack(suiting.everywhere, size)
        self._everywhere = np.where(everywhere, np.float32(1), REGIONAL_FACTOR)
        self._of_one_town = bits.unpack(suiting.workplace, size) & ~np.isnan(arrays["coordinates"][:, 0])

    def _standings(self, age: NDArray[np.float32]) -> NDArray[np.int64]:
        """What comes first when no words are asked: what is sure, for anyone, fresh; then by name."""
        workplace = bits.unpack(self._suiting.workplace, self._size)
        days = np.clip(age, 0, _MOST_DAYS).astype(np.int64)
        days[self._arrays["source_days"] < 0] = _MOST_DAYS
        sure = 2 * self._evidence.astype(np.int64) + workplace
        return (sure * (_MOST_DAYS + 1) + days) << _NAME_LENGTH

    def order(self, found: Candidates, query: Query) -> Order:
        """Put them in the order that is asked for."""
        if query.sort is not Sort.BEST:
            return Order(self._plain(found, query))
        if found.match is None:
            return Order(self._best_without_words(found, query.language))
        return self._best(found, found.match, query.language)

    def _names(self, language: Language) -> NDArray[np.int32]:
        names: NDArray[np.int32] = self._arrays[f"rank_name_{language.value}"]
        return names

    def _plain(self, found: Candidates, query: Query) -> NDArray[np.intp]:
        language, positions = query.language, found.positions
        names = self._names(language)[positions]
        keys: NDArray[Any]
        if query.sort is Sort.DISTANCE:
            keys = _known_distances(found)
        elif query.sort is Sort.CHECKED:
            # the newest first: a telephone check counts before the date of a page
            checked = self._arrays["checked_days"][positions].astype(np.int64)
            keys = -(checked * 1_000_000 + self._arrays["source_days"][positions])
        elif query.sort is Sort.NAME:
            keys = names
        else:
            ranks = {
                Sort.ORGANIZATION: f"rank_organization_{language.value}",
                Sort.COST: "rank_cost",
                Sort.HOW: "rank_how",
            }
            keys = self._arrays[ranks[query.sort]][positions]
        return positions[np.lexsort((names, -keys if query.descending else keys))]

    def _best(self, found: Candidates, match: Match, language: Language) -> Order:
        positions, names = found.positions, self._names(language)
        scores = self._scores(found, match)
        # what is of no use where the person lives stands behind what is, as if it held only some of the words
        partly: NDArray[np.bool_] | None = None
        if match.whole is not match.members or found.in_town is not None:
            partly = ~bits.unpack(match.whole, self._size)[positions]
        if found.reaches is not None and not found.only_serving:
            away = found.reaches[positions] == NOT_THERE
            partly = away if partly is None else partly | away
        ranks = names[positions]
        keys = _keys(scores, partly, ranks)
        top = self._worth_looking_at(found, keys)
        scores[top] *= self._name_factors(found, top)
        keys[top] = _keys(scores[top], None if partly is None else partly[top], ranks[top])
        # values sort faster than places; the end of each key, the rank of a name, leads back to its place
        keys.sort()
        keys &= _NAME_BITS
        held = len(positions) - (0 if partly is None else int(np.count_nonzero(partly)))
        ordered = keys if language is Language.ENGLISH else self._arrays["by_name_fr"][keys]
        order = Order(ordered, held if held < len(positions) else None)
        return order if found.in_town is None else self._with_town_in_sight(order, found.in_town)

    def _with_town_in_sight(self, order: Order, in_town: Bits) -> Order:
        """Who names a town sees what is in it: two of its listings end the first rows, whatever they hold."""
        ordered = order.positions
        rows = np.flatnonzero(bits.unpack(in_town, self._size)[ordered])[:_OF_TOWN]
        below = rows[rows >= _IN_SIGHT]
        above = np.arange(min(_IN_SIGHT - len(below), len(ordered)))
        rest = np.setdiff1d(np.arange(len(ordered)), np.concatenate([above, below]))
        lifted = ordered.take(np.concatenate([above, below, rest]))
        return order._replace(positions=lifted, of_town=len(rows))

    def _worth_looking_at(self, found: Candidates, keys: NDArray[np.int64]) -> NDArray[np.intp]:
        """The best rows so far, and those that were asked by name."""
        best = _smallest(keys, _LOOKED_AT)
        if not found.called_so:
            return best
        called_so = np.flatnonzero(np.isin(found.positions, list(found.called_so)))
        return np.union1d(best, called_so)

    def _best_without_words(self, found: Candidates, language: Language) -> NDArray[np.intp]:
        """Nearest ways of serving first, then the nearest; else, and among these, by standing."""
        positions, names = found.positions, self._names(language)[found.positions]
        if found.reaches is None:
            keys = self._standing[positions]
            keys |= names
            keys.sort()  # values sort faster than places; the rank of a name leads back to its place
            keys &= _NAME_BITS
            return keys if language is Language.ENGLISH else self._arrays["by_name_fr"][keys]
        away = _known_distances(found)
        if not found.only_serving:
            return positions[np.lexsort((names, away))]
        reaches = found.reaches[positions]
        local = np.where(reaches == LOCAL, away, 0)
        return positions[np.lexsort((self._standing[positions] | names, local, reaches))]

    def _scores(self, found: Candidates, match: Match) -> NDArray[np.float32]:
        positions = found.positions
        # it costs less to go through all listings in a row than to fetch most of them one by one
        dense = 2 * len(positions) > self._size
        chosen = slice(None) if dense else positions
        scores = match.scores(None if dense else positions)
        scores *= self._prior[chosen]
        self._suiting.scale(scores, match, None if dense else positions)
        scores *= self._reach_factors(found, chosen)
        if found.chords is not None:
            scores *= _nearness(found.chords[chosen])
        return scores[positions] if dense else scores

    def _reach_factors(self, found: Candidates, chosen: Any) -> NDArray[np.float32]:
        """More for what serves the place that was named; without a place, for what serves all of Canada.

        A team of another town's workplace is there for those who work in it.
        """
        if found.reaches is None:
            everywhere: NDArray[np.float32] = self._everywhere[chosen]
            return everywhere
        reaches = found.reaches[chosen]
        factors: NDArray[np.float32] = REACH_FACTORS.take(reaches)
        factors[(reaches == PROVINCIAL) & self._of_one_town[chosen]] *= ELSEWHERE_FACTOR
        return factors

    def factors(self, found: Candidates, position: int) -> tuple[Factor, ...]:
        """What the score of the candidate at this position is made of; their product is the score."""
        match = found.match
        if match is None:
            return ()
        at = int(np.searchsorted(found.positions, position))
        scores = self._scores(found, match)
        top = self._worth_looking_at(found, _keys(scores, None, found.positions.astype(np.int32)))
        by_name = self._name_factors(found, top)[top == at] if at in top else np.ones(1)
        factors = {
            "words": match.scores(found.positions)[at],
            "evidence": EVIDENCE_FACTORS[self._evidence[position]],
            "freshness": self._freshness[position],
            **dict.fromkeys((WORKPLACE, LOSS, CHILDREN), 1.0),
            **self._suiting.factors(match, position),
            "reach": self._reach_factors(found, [position])[0],
            "nearness": 1.0 if found.chords is None else _nearness(found.chords[[position]])[0],
            "name": by_name[0],
        }
        return tuple(Factor(name, float(value)) for name, value in factors.items())

    def _name_factors(self, found: Candidates, top: NDArray[np.intp]) -> NDArray[np.float32]:
        """More for listings whose name holds what was asked, most for those that are asked by their name."""
        positions = found.positions[top]
        factors = np.ones(len(top))
        for position, whole in found.called_so.items():
            factors[positions == position] += _CALLED_SO if whole else _PARTLY_CALLED_SO
        wanted = [part for part in found.match.wanted if part.ranks] if found.match else []
        if not wanted:
            return factors.astype(np.float32)
        rows, words, lengths = self._words_of_names(positions)
        in_name, said = np.zeros(len(top)), np.zeros(len(words), bool)
        for part in wanted:
            among = part.is_among(words)
            in_name += part.weight * (np.bincount(rows, among, len(top)) > 0)
            said |= among
        factors += _NAME_BONUS * in_name / sum(part.weight for part in wanted)
        factors += _WHOLE_NAME_BONUS * np.bincount(rows, said, len(top)) / np.maximum(lengths, 1)
        return factors.astype(np.float32)

    def _words_of_names(self, positions: NDArray[np.intp]) -> tuple[Array, Array, Array]:
        """Of every word of these names: which name holds it, and its rank; how many each name has."""
        starts = self._arrays["name_starts"]
        begins = starts.take(positions)
        lengths = starts.take(positions + 1) - begins
        rows = np.arange(len(positions)).repeat(lengths)
        places = np.arange(len(rows)) + (begins - (lengths.cumsum() - lengths)).take(rows)
        return rows, self._arrays["name_terms"].take(places), lengths


def _smallest(keys: NDArray[np.int64], count: int) -> NDArray[np.intp]:
    """The places of the smallest keys: they are in those blocks whose own smallest are the smallest."""
    blocks = len(keys) // _BLOCK
    if blocks <= count:
        return np.argpartition(keys, count)[:count] if len(keys) > count else np.arange(len(keys))
    least = keys[: blocks * _BLOCK].reshape(blocks, _BLOCK).min(axis=1)
    chosen = np.argpartition(least, count)[:count]
    near = (chosen[:, np.newaxis] * _BLOCK + np.arange(_BLOCK)).ravel()
    near = np.concatenate([near, np.arange(blocks * _BLOCK, len(keys))])
    return near[np.argpartition(keys[near], count)[:count]]


def _nearness(chords: NDArray[np.float32]) -> NDArray[np.float32]:
    """More for what is close to where kilometres begin."""
    away = np.sqrt(chords) * np.float32(EARTH_RADIUS_KM / 100)
    return 1 + NEAR_BONUS * np.nan_to_num(np.exp(-away), copy=False)


def _known_distances(found: Candidates) -> NDArray[np.float32]:
    """Squared chords, with a very long way for listings that have no place."""
    if found.chords is None:
        return np.zeros(len(found.positions), np.float32)
    chords = found.chords[found.positions]
    return np.where(np.isnan(chords), _FAR, chords)


def _keys(
    scores: NDArray[np.float32], partly: NDArray[np.bool_] | None, names: NDArray[np.int32]
) -> NDArray[np.int64]:
    """One number a row: whole matches first, then by falling score, then by name. Scores are not negative."""
    keys = (_MOST - scores.view(np.int32)).astype(np.int64)
    keys <<= _NAME_LENGTH
    keys |= names
    if partly is not None:
        keys |= partly.astype(np.int64) << (2 * _NAME_LENGTH)
    return keys
