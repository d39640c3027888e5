"""Knows which words are spelled right in English or French: a right spelling is never corrected away."""

import gzip
import importlib.resources
import json
import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory.folding import fold

_USUAL_FROM = 1_500
"""How often a word stands in pyspellchecker's texts to be a usual one: hope and trail, but not Banff."""


def known_word_hashes() -> NDArray[np.uint32]:
    """The CRC-32 of every folded English and French word of pyspellchecker's lists, sorted.

    One unknown word in 15,000 is taken for a known one by chance; it is then only not corrected.
    """
    return _all_and_usual()[0]


def usual_word_hashes() -> NDArray[np.uint32]:
    """The same of the words that people use often."""
    return _all_and_usual()[1]


@cache
def _all_and_usual() -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    known: set[int] = set()
    usual: set[int] = set()
    for language in ("en", "fr"):
        packed = importlib.resources.files("spellchecker") / "resources" / f"{language}.json.gz"
        for word, count in json.loads(gzip.decompress(packed.read_bytes())).items():
            written = zlib.crc32((word if word.isascii() else fold(word)).encode())
            known.add(written)
            if count >= _USUAL_FROM:
                usual.add(written)
    return _sorted(known), _sorted(usual)


def _sorted(hashes: set[int]) -> NDArray[np.uint32]:
    return np.sort(np.fromiter(hashes, np.uint32, len(hashes)))


def is_among(word: str, hashes: NDArray[np.uint32]) -> bool:
    """Whether a folded word is in such a list."""
    wanted = np.uint32(zlib.crc32(word.encode()))
    place = int(np.searchsorted(hashes, wanted))
    return place < len(hashes) and bool(hashes[place] == wanted)
