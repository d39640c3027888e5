"""Says how listings suit whom the words speak of: a workplace, relatives, children, the bereaved."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory import bits
from peer_desktop.directory.bits import Bits
from peer_desktop.directory.facet_bits import FacetBits
from peer_desktop.directory.matching import Match
from peer_desktop.directory.query import NOT_STATED

WORKPLACE, LOSS, CHILDREN = "workplace", "loss", "children"
"""The names of the factors."""

WORKPLACE_FACTOR = np.float32(0.65)
"""For a team inside a workplace, when the words do not ask for one."""
COLLEAGUES_FACTOR = np.float32(0.05)
"""For a team of colleagues that takes no relatives in, when the words ask for relatives."""
NARROW_FACTOR = np.float32(0.4)
"""For what is only for the bereaved, or only for children, when the words speak of neither."""

_MOSTLY = 0.5
"""The share of listings of a kind among those that hold a word which asks for that kind."""
_RELATIVES = ("spouses-partners", "children-youth", "parents", "caregivers", "bereaved")
"""Values of the facet audience."""
_WITH_CHILDREN = ("children-youth", "families", "bereaved", NOT_STATED)
"""Whom else a listing names that is only for children."""

_COLLEAGUES = "colleagues"


class Suiting:
    """Whom the listings of one directory are for."""

    def __init__(self, facets: FacetBits, size: int) -> None:
        self._facets = facets
        self.workplace = facets.of("setting", "workplace")
        """Teams inside a workplace."""
        self.everywhere = facets.of("serves", "CA")
        """What serves all of Canada."""
        self._relatives = self._for_any_of("audience", *_RELATIVES)
        self._bereaved = facets.of("audience", "bereaved") | facets.of("topic", "grief-loss")
        self._children = facets.of("audience", "children-youth")
        loss = facets.of("audience", "bereaved") & facets.of("topic", "grief-loss")
        kinds = {
            WORKPLACE: self.workplace,
            _COLLEAGUES: self.workplace & ~(self._relatives | facets.of("audience", "families")),
            LOSS: loss & ~self._for_others("topic", "grief-loss"),
            CHILDREN: self._children & ~self._for_others("audience", *_WITH_CHILDREN),
        }
        self._kinds = np.zeros(size, np.uint8)
        """Bit i: the listing is of the kind i; a byte a listing, so that all factors are one look-up."""
        for place, members in enumerate(kinds.values()):
            self._kinds |= bits.unpack(members, size).view(np.uint8) << np.uint8(place)
        self._of_kind = {name: 1 << place for place, name in enumerate(kinds)}

    def scale(self, scores: NDArray[np.float32], match: Match, positions: NDArray[np.intp] | None) -> None:
        """Multiply the scores of the listings at these positions, None for all, with what suits the words."""
        every = np.ones(1 << len(self._of_kind), np.float32)
        kinds = np.arange(len(every))
        for kind, _, factor in self._against(match):
            every[kinds & self._of_kind[kind] != 0] *= factor
        scores *= every.take(self._kinds if positions is None else self._kinds.take(positions))

    def factors(self, match: Match, position: int) -> Mapping[str, float]:
        """What the score of one listing is multiplied with, by the name of the factor; 1 is left out."""
        kinds = int(self._kinds[position])
        return {
            name: float(factor) for kind, name, factor in self._against(match) if kinds & self._of_kind[kind]
        }

    def _against(self, match: Match) -> list[tuple[str, str, np.float32]]:
        """The kinds that stand behind for these words: kind, name of the factor, factor.

        A word asks for what most listings are that hold it: police for a workplace, wife for relatives.
        """
        asked = [part.members for part in match.wanted if part.part.asked]
        against = []
        if not _ask_for(self._bereaved, asked):
            against.append((LOSS, LOSS, NARROW_FACTOR))
        if not _ask_for(self._children, asked):
            against.append((CHILDREN, CHILDREN, NARROW_FACTOR))
        if _ask_for(self._relatives, asked):
            against.append((_COLLEAGUES, WORKPLACE, COLLEAGUES_FACTOR))
        elif not _ask_for(self.workplace, asked):
            against.append((WORKPLACE, WORKPLACE, WORKPLACE_FACTOR))
        return against

    def _for_any_of(self, facet: str, *values: str) -> Bits:
        found = self._facets.nobody
        for value in values:
            found = found | self._facets.of(facet, value)
        return found

    def _for_others(self, facet: str, *values: str) -> Bits:
        """The listings of any other value."""
        known = self._facets.facets.get(facet, ())
        return self._for_any_of(facet, *(value for value in known if value not in values))


def _ask_for(kind: Bits, asked: Sequence[Bits]) -> bool:
    """Whether one of the words is held mostly by listings of this kind."""
    for members in asked:
        held = bits.count(members)
        if held and bits.count(members & kind) >= _MOSTLY * held:
            return True
    return False
