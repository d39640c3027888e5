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
NARROW_FACTOR = np.float32(0.5)
"""For what is only for the bereaved, or only for children, when the words speak of neither."""

_MOSTLY = 0.5
"""The share of listings of a kind among those that hold a word which asks for that kind."""
_RELATIVES = ("spouses-partners", "children-youth", "parents", "caregivers", "bereaved")
"""Values of the facet audience."""
_WITH_CHILDREN = ("children-youth", "families", "bereaved", NOT_STATED)
"""Whom else a listing names that is only for children."""

Factors = Mapping[str, NDArray[np.float32]]
"""By name, one factor a listing; what changes nothing is absent."""


class Suiting:
    """Whom the listings of one directory are for."""

    def __init__(self, facets: FacetBits, size: int) -> None:
        self._facets = facets
        self._size = size
        self.workplace = facets.of("setting", "workplace")
        """Teams inside a workplace."""
        self._relatives = self._for_any_of("audience", *_RELATIVES)
        colleagues = self.workplace & ~(self._relatives | facets.of("audience", "families"))
        self._no_workplace_asked = self._factor(self.workplace, WORKPLACE_FACTOR)
        self._relatives_asked = self._factor(colleagues, COLLEAGUES_FACTOR)
        bereaved, loss = facets.of("audience", "bereaved"), facets.of("topic", "grief-loss")
        children = facets.of("audience", "children-youth")
        only_loss = bereaved & loss & ~self._for_others("topic", "grief-loss")
        only_children = children & ~self._for_others("audience", *_WITH_CHILDREN)
        self._narrow = {
            LOSS: (bereaved | loss, self._factor(only_loss, NARROW_FACTOR)),
            CHILDREN: (children, self._factor(only_children, NARROW_FACTOR)),
        }

    def factors(self, match: Match) -> Factors:
        """What scores are multiplied with for these words.

        A word asks for what most listings are that hold it: police for a workplace, wife for relatives.
        """
        asked = [part.members for part in match.wanted if part.part.asked]
        factors = {name: factor for name, (kind, factor) in self._narrow.items() if not _ask_for(kind, asked)}
        if _ask_for(self._relatives, asked):
            factors[WORKPLACE] = self._relatives_asked
        elif not _ask_for(self.workplace, asked):
            factors[WORKPLACE] = self._no_workplace_asked
        return factors

    def _factor(self, listings: Bits, factor: np.float32) -> NDArray[np.float32]:
        return np.where(bits.unpack(listings, self._size), factor, np.float32(1))

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
