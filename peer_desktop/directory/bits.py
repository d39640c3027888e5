"""Packs sets of listings into bits, so that counting every facet value is one pass over a few bytes each."""

import numpy as np
from numpy.typing import NDArray

Bits = NDArray[np.uint64]
"""A set of listings: bit i of the words says whether position i belongs to it."""

_BLOCK = 4096
"""Words per step of a count: the working set stays in the processor's cache."""


def words_for(size: int) -> int:
    """How many 64-bit words hold this many listings."""
    return (size + 63) // 64


def pack(members: NDArray[np.bool_]) -> Bits:
    """Pack one truth value per listing."""
    packed = np.packbits(members, bitorder="little")
    padded = np.zeros(words_for(len(members)) * 8, np.uint8)
    padded[: len(packed)] = packed
    return padded.view(np.uint64)


def unpack(bits: Bits, size: int) -> NDArray[np.bool_]:
    """One truth value per listing again."""
    return np.unpackbits(bits.view(np.uint8), count=size, bitorder="little").view(np.bool_)


def positions(bits: Bits, size: int) -> NDArray[np.intp]:
    """The positions in the set, rising."""
    return np.flatnonzero(unpack(bits, size))


def count(bits: Bits) -> int:
    """How many listings are in the set."""
    return int(np.bitwise_count(bits).sum())


def holds(bits: Bits, position: int) -> bool:
    """Whether this listing is in the set."""
    return bool(int(bits[position >> 6]) >> (position & 63) & 1)


def count_rows(rows: NDArray[np.uint64], within: Bits) -> NDArray[np.int64]:
    """For every row of a bit matrix, how many listings it shares with a set."""
    total = np.zeros(len(rows), np.int64)
    for start in range(0, rows.shape[1], _BLOCK):
        part = slice(start, start + _BLOCK)
        total += np.bitwise_count(rows[:, part] & within[part]).sum(axis=1, dtype=np.int64)
    return total
