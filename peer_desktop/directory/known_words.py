"""Knows which words are spelled right in English or French, and of which language a word is."""

import gzip
import importlib.resources
import json
import zlib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory.folding import fold
from peer_desktop.directory.index_file import Array
from peer_desktop.directory.language import Language

_USUAL_FROM = 1_500
"""How often a word stands in pyspellchecker's texts to be a usual one: hope and trail, but not Banff."""
_RARELY = 100
"""A word that the other language has so many times as often is a stray here: *ont* in English."""


_KEPT = 512
"""Words whose languages are kept: one search asks for the same ones several times."""


@cache
def known_word_arrays() -> dict[str, Array]:
    """What `KnownWords` reads: of pyspellchecker's lists, the CRC-32 of every folded word, sorted.

    One unknown word in 15,000 is taken for a known one by chance; it is then only not corrected.
    """
    counts = {language: _counts(language) for language in Language}
    known: dict[Language, list[int]] = {language: [] for language in Language}
    usual: set[int] = set()
    for language, own in counts.items():
        elsewhere = counts[language.other]
        for written, count in own.items():
            if count * _RARELY >= elsewhere.get(written, 0):
                known[language].append(written)
            if count >= _USUAL_FROM:
                usual.add(written)
    return {
        **{f"known_words_{language.value}": _sorted(hashes) for language, hashes in known.items()},
        "usual_words": _sorted(usual),
    }


def _counts(language: Language) -> dict[int, int]:
    packed = importlib.resources.files("spellchecker") / "resources" / f"{language.value}.json.gz"
    counts: dict[int, int] = {}
    for word, count in json.loads(gzip.decompress(packed.read_bytes())).items():
        written = _hash(word if word.isascii() else fold(word))
        counts[written] = counts.get(written, 0) + count
    return counts


def name_hashes(names: Iterable[str]) -> NDArray[np.uint32]:
    """The same of words that are names: they are spelled right too."""
    return _sorted(set(map(_hash, names)))


def _sorted(hashes: Iterable[int]) -> NDArray[np.uint32]:
    return np.sort(np.array(list(hashes), np.uint32))


def _hash(word: str) -> int:
    return zlib.crc32(word.encode())


class KnownWords:
    """The right spellings of both languages, folded, and the names of places."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._of_language = {language: arrays[f"known_words_{language.value}"] for language in Language}
        self._usual = arrays["usual_words"]
        self._names = arrays["place_words"]
        self.languages_of = lru_cache(maxsize=_KEPT)(self._languages_of)
        """The languages this is a word of; none for a name, an acronym or a slip."""

    def is_right(self, word: str) -> bool:
        """Whether this is a word of English or French, or the name of a place: it is never corrected."""
        return bool(self.languages_of(word)) or _is_among(word, self._names)

    def is_usual(self, word: str) -> bool:
        """Whether people use this word often, in English or French."""
        return _is_among(word, self._usual)

    def _languages_of(self, word: str) -> frozenset[Language]:
        return frozenset(language for language, known in self._of_language.items() if _is_among(word, known))


def _is_among(word: str, hashes: NDArray[np.uint32]) -> bool:
    wanted = np.uint32(_hash(word))
    place = int(np.searchsorted(hashes, wanted))
    return place < len(hashes) and bool(hashes[place] == wanted)
