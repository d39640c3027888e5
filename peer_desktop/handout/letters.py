"""Keeps what can be printed: a letter that no font has must not stop a sheet, nor turn a number around."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Final

_NOT_SHOWN: Final = "\N{REPLACEMENT CHARACTER}"
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
"""Control characters, halves of letters, letters of nobody."""

_ENDLESS = re.compile(r"[^\s/-]{41,}")
"""No word, no part of a web address and hardly an e-mail address is so long without a place to break it."""
_PIECE = 20
_BREAK = "\N{ZERO WIDTH SPACE}"

_LAST_SURE_LETTER = "\u024f"
_SURE = frozenset("\n\u200b–—‘’‚“”„•…‹›€™") | {_NOT_SHOWN}
"""With all letters up to the one above, what the sheet's own fonts surely hold."""


def printable(text: str) -> str:
    """Text that some font may hold, and that no endless word carries over the edge of the sheet."""
    kept = (letter if letter == "\n" or not _is_unprintable(letter) else _NOT_SHOWN for letter in text)
    return _ENDLESS.sub(_in_pieces, "".join(kept))


def surely_printable(text: str) -> str:
    """Text that the sheet's own fonts hold; every other letter becomes a sign that one is missing."""
    return "".join(
        letter if letter <= _LAST_SURE_LETTER or letter in _SURE else _NOT_SHOWN for letter in printable(text)
    )


def with_letters(content: Any, kept: Callable[[str], str]) -> Any:  # Any: what JSON can hold
    """The same content with every text in it passed through `kept`."""
    match content:
        case str():
            return kept(content)
        case Mapping():
            return {name: with_letters(value, kept) for name, value in content.items()}
        case list() | tuple():
            return [with_letters(value, kept) for value in content]
    return content


def _is_unprintable(letter: str) -> bool:
    return letter in _DIRECTION_MARKS or unicodedata.category(letter) in _UNPRINTABLE


def _in_pieces(endless: re.Match[str]) -> str:
    word = endless.group()
    return _BREAK.join(word[start : start + _PIECE] for start in range(0, len(word), _PIECE))
