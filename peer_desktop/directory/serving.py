"""Says how each listing serves a place: from there, from the province, from anywhere in Canada, or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory import bits, nearby
from peer_desktop.directory.bits import Bits
from peer_desktop.directory.facet_bits import FacetBits
from peer_desktop.directory.index_file import Array
from peer_desktop.directory.nearby import Floats
from peer_desktop.directory.query import Place

LOCAL, PROVINCIAL, NATIONAL, ONLINE, NOT_THERE = range(5)
"""Positions in `Reach`; the last is for listings that people of the place cannot use."""

_NEXT_TO_KM = 25.0
_KEPT = 2
"""Places: one search asks for the same one several times, and so does the next letter."""


@dataclass(frozen=True, eq=False)
class Served:
    """How a place is served."""

    reaches: NDArray[np.uint8]
    """LOCAL … NOT_THERE of every listing, shape (size,)."""
    members: Bits
    """The listings that serve it."""


class Serving:
    """Where the listings of one directory are, and whom they serve."""

    def __init__(self, arrays: Mapping[str, Array], facets: FacetBits, size: int) -> None:
        self._facets = facets
        self._size = size
        self._of_place = bits.pack(arrays["of_place"])
        self._remote: Bits = arrays["remote"]
        self.chords_from = lru_cache(maxsize=_KEPT)(partial(nearby.squared_chords, arrays["vectors"]))
        """Squared chords of all listings from a latitude and a longitude; the last ones are kept."""

    def squared_chords(self, origin: Place | None) -> Floats | None:
        """How far away every listing is; None from a whole province. See `nearby`. Not to be written to."""
        if origin is None or origin.kind == "province":
            return None
        return self.chords_from(origin.latitude, origin.longitude)

    def around(self, place: Place) -> Bits:
        """The listings in this very place and next to it."""
        chords = self.squared_chords(place)
        if chords is None:
            return self._facets.of("serves", place.province) & self._of_place
        return bits.pack(chords <= nearby.squared_chord_of(_NEXT_TO_KM))

    def in_town_itself(self, place: Place, served: Served, whole: Bits) -> Bits | None:
        """The listings of this very town, where none of them is among those that hold all the words.

        None where one is, and for a whole province.
        """
        if place.kind == "province":
            return None
        town = self.around(place) & served.members
        return None if (town & whole).any() or not town.any() else town

    def of(self, place: Place, within_km: float | None = None, chords: Floats | None = None) -> Served:
        """How each listing serves a place; `chords` from that place, where they are known already."""
        in_province = self._facets.of("serves", place.province)
        everywhere = self._facets.of("serves", "CA")
        if chords is None:
            chords = self.squared_chords(place)
        if chords is None:
            local = in_province & self._of_place
        else:
            local = bits.pack(chords <= nearby.squared_chord_of(within_km or nearby.LOCAL_KM))
        # a place that is far away serves those who live there, whatever province it is in
        provincial = in_province & ~self._of_place
        reaches = self._nearest_reach(local, provincial, everywhere & ~self._remote, everywhere)
        return Served(reaches, local | provincial | everywhere)

    def _nearest_reach(self, *members: Bits) -> NDArray[np.uint8]:
        """The position of the first of these sets that each listing is in; NOT_THERE in none."""
        left = ~np.zeros_like(members[0])
        digits = [np.zeros_like(left) for _ in range(NOT_THERE.bit_length())]
        for position, some in enumerate((*members, left)):
            for place, digit in enumerate(digits):
                if position >> place & 1:
                    digit |= some & left
            left = left & ~some
        reaches = np.zeros(self._size, np.uint8)
        for place, digit in enumerate(digits):
            reaches |= bits.unpack(digit, self._size).view(np.uint8) << np.uint8(place)
        return reaches
