"""Knows listings by their whole names, and the short forms that people make of names."""

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory.index_file import Array
from peer_desktop.directory.stop_words import STOP_WORDS
from peer_desktop.directory.tokens import words_of

_PARTS = re.compile(r"\s+[–—-]\s+|[():;,/|]")
_AND = re.compile(r"\s+(?:and|et|&)\s+")
"""Behind this a name goes on to somebody else: Vancouver Fire Rescue Services and IAFF Local 18."""
_OTHER_FORM = re.compile(r"(?<=\w)\(\w{1,5}\)|·\w{1,5}")
"""The ending of the other form of a word: vétéran(e)s."""
_LEAST_INITIALS = 3
"""Letters of an acronym; two letters are too often a word or a province."""


def parts_of_name(name: str) -> list[str]:
    """A name without what is in brackets or after a dash, and each of those: Soldier On (CAF)."""
    return [part.strip() for part in _PARTS.split(name) if part.strip()]


def initials_of(name: str) -> set[str]:
    """The acronyms of a name and of its parts, with and without small words: VTN, PSSEO, HMOTF."""
    found = set()
    name = _OTHER_FORM.sub("", name)
    for part in {*parts_of_name(name), *_AND.split(name)[:1]}:
        words = words_of(part)
        for kept in (words, [word for word in words if word not in STOP_WORDS]):
            if len(kept) >= _LEAST_INITIALS and all(word[0].isalpha() for word in kept):
                found.add("".join(word[0] for word in kept))
    return found


def name_keys(names: Sequence[Sequence[str]]) -> dict[str, Array]:
    """Arrays by which `WholeNames` finds listings; `names`: for every listing all names it goes by.

    The first two of a listing (in English and in French) are whole names; its other names are parts of them.
    """
    keys: dict[tuple[int, int], int] = {}
    for position, known_as in enumerate(names):
        for place, name in enumerate(known_as):
            if words := words_of(name):
                key = _key(words), position
                keys[key] = min(keys.get(key, 1), int(place > 1))
    order = sorted(keys)
    return {
        "whole_name_keys": np.array([key for key, _ in order], np.uint32),
        "whole_name_rows": np.array([position for _, position in order], np.int32),
        "whole_name_parts": np.array([keys[key] for key in order], bool),
    }


class WholeNames:
    """The listings of one directory by name."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._keys: NDArray[np.uint32] = arrays["whole_name_keys"]
        self._rows: NDArray[np.int32] = arrays["whole_name_rows"]
        self._parts: NDArray[np.bool_] = arrays["whole_name_parts"]

    def of(self, words: Iterable[str]) -> dict[int, bool]:
        """The positions of the listings of this name, small words included.

        True for listings of which the words are the whole name, False where they are a part of it.
        """
        key = np.uint32(_key(words))
        first, last = (int(np.searchsorted(self._keys, key, side)) for side in ("left", "right"))
        return {int(self._rows[at]): not self._parts[at] for at in range(first, last)}


def _key(words: Iterable[str]) -> int:
    return zlib.crc32(" ".join(words).encode())
