"""Keeps which listings hold a word, and how much of it: in a list, or a byte a listing for usual words."""

from bisect import bisect_left
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory.index_file import Array

Impacts = NDArray[np.uint8]
"""What a word weighs in every listing, 0…255; shape (size,)."""

_USUAL = 5
"""Every fifth listing: from there on a byte a listing is less than five for each that holds the word."""


def posting_arrays(starts: NDArray[np.int64], rows: Array, impacts: Impacts, size: int) -> dict[str, Array]:
    """Arrays that `Postings` reads; word `rank` stands in the rows of starts[rank] … starts[rank + 1]."""
    listings = np.diff(starts)
    is_usual = listings * _USUAL > size
    usual = np.flatnonzero(is_usual)
    whole = np.zeros((len(usual), size), np.uint8)
    for answer, rank in zip(whole, usual, strict=True):
        part = slice(starts[rank], starts[rank + 1])
        answer[rows[part]] = impacts[part]
    listed = np.repeat(~is_usual, listings)
    return {
        "word_listings": listings.astype(np.int32),
        "word_starts": np.concatenate([[0], np.cumsum(np.where(is_usual, 0, listings))]),
        "posting_rows": rows[listed].astype(np.int32),
        "posting_impacts": impacts[listed],
        "usual_ranks": usual.astype(np.int32),
        "usual_impacts": whole,
    }


class Postings:
    """The listings of every word of one directory."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._starts: NDArray[np.int64] = arrays["word_starts"]
        self._rows: NDArray[np.int32] = arrays["posting_rows"]
        self._impacts: Impacts = arrays["posting_impacts"]
        self._usual: list[int] = arrays["usual_ranks"].tolist()
        self._whole: Impacts = arrays["usual_impacts"]

    def of(self, rank: int) -> Impacts:
        """What one word weighs; not to be written to."""
        place = bisect_left(self._usual, rank)
        if place < len(self._usual) and self._usual[place] == rank:
            whole: Impacts = self._whole[place]
            return whole
        impacts = np.zeros(self._whole.shape[1], np.uint8)
        self.write(impacts, range(rank, rank + 1))
        return impacts

    def write(self, impacts: Impacts, ranks: range, weight: float = 1) -> None:
        """Note what neighbouring words weigh; of several that a listing holds, one of them stays."""
        if not ranks:
            return
        part = slice(self._starts[ranks.start], self._starts[ranks.stop])
        # in the width of an address: NumPy would turn them one by one
        impacts[self._rows[part].astype(np.intp)] = lighter(self._impacts[part], weight)
        for place in range(bisect_left(self._usual, ranks.start), bisect_left(self._usual, ranks.stop)):
            whole = lighter(self._whole[place], weight)
            impacts *= whole == 0  # five times as fast as writing where something is held
            impacts |= whole


def lighter(impacts: Impacts, weight: float) -> Impacts:
    """The impacts times a weight; what was more than nothing stays more than nothing."""
    if weight == 1:
        return impacts
    less: Impacts = (impacts.astype(np.uint16) * np.uint16(weight * 256) >> np.uint16(8)).astype(np.uint8)
    np.maximum(less, impacts != 0, out=less)
    return less
