"""Writes the fingerprint of a key so that a person can read it from paper and type it."""

import hashlib
import re

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: no I, L, O, U
_READ_AS = str.maketrans("OIL", "011")
_GROUPS, _OF = 8, 4


def fingerprint_of(key_material: bytes) -> str:
    """The first 160 bits of SHA-256 as eight groups of four: `1A2B-3C4D-…`."""
    digest = hashlib.sha256(key_material).digest()
    number = int.from_bytes(digest[: _GROUPS * _OF * 5 // 8], "big")
    letters = [_ALPHABET[(number >> shift) & 31] for shift in range((_GROUPS * _OF - 1) * 5, -1, -5)]
    return "-".join("".join(letters[at : at + _OF]) for at in range(0, len(letters), _OF))


def read_fingerprint(typed: str) -> str | None:
    """What was typed, as `fingerprint_of` writes it; None unless it is eight groups of four.

    Case, spaces and hyphens do not matter; O is read as 0, I and L as 1.
    """
    letters = re.sub(r"[\s\-–]", "", typed).upper().translate(_READ_AS)
    if len(letters) != _GROUPS * _OF or any(letter not in _ALPHABET for letter in letters):
        return None
    return "-".join(letters[at : at + _OF] for at in range(0, len(letters), _OF))
