"""Knows which words are spelled right in English or French: a right spelling is never corrected away."""

import gzip
import importlib.resources
import json
import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory.folding import fold


@cache
def known_word_hashes() -> NDArray[np.uint32]:
    """The CRC-32 of every folded English and French word of pyspellchecker's lists, sorted.

    One unknown word in 15,000 is taken for a known one by chance; it is then only not corrected.
    """
    hashes: set[int] = set()
    for language in ("en", "fr"):
        packed = importlib.resources.files("spellchecker") / "resources" / f"{language}.json.gz"
        words = json.loads(gzip.decompress(packed.read_bytes()))
        hashes.update(zlib.crc32(fold(word).encode()) for word in words)
    return np.sort(np.fromiter(hashes, np.uint32, len(hashes)))


def is_known(word: str, hashes: NDArray[np.uint32]) -> bool:
    """Whether a folded word is in the lists."""
    wanted = np.uint32(zlib.crc32(word.encode()))
    place = int(np.searchsorted(hashes, wanted))
    return place < len(hashes) and bool(hashes[place] == wanted)
