"""Folds text so that different ways of writing the same word meet."""

import re
import unicodedata

_COMBINING = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def fold(text: str) -> str:
    """Lower case, accents off, œ as oe, typographic apostrophes as plain ones."""
    text = text.lower()
    if text.isascii():
        return text
    text = text.replace("œ", "oe").replace("æ", "ae").replace("’", "'").replace("ʼ", "'")
    return _COMBINING.sub("", unicodedata.normalize("NFKD", text))


_SAINT = re.compile(r"\b(st|ste)\b")


def fold_place(name: str) -> str:
    """Fold the name of a place: hyphens and points are spaces, st and ste are saint and sainte.

    Used for `place.folded_en` and `folded_fr` and for what a person types.
    """
    spaced = re.sub(r"[^a-z0-9]+", " ", fold(name).replace("'", "")).strip()
    return _SAINT.sub(lambda match: "saint" if match[1] == "st" else "sainte", spaced)
