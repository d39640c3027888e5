"""Cuts text into the words that are compared: folded, without marks, in both languages alike."""

import re
from functools import lru_cache

import snowballstemmer

from peer_desktop.directory.folding import fold

_WORD = re.compile(r"[^\W_]+")
# "vétéran(e)s" and "policier(ère)s" stand for both forms, and so does "vétéran·e·s"
_BOTH_FORMS = re.compile(r"(\w{3,})(?:\((\w{1,5})\)(s?)|·(\w{1,5})(?:·(s))?)")
_WHOLE_ENDING = 3
"""Letters from which an ending takes the place of another: policier(ère); shorter ones follow: vétéran(e)."""
_FEMININE_ENDINGS = (("ieres", "ières"), ("iere", "ière"), ("ees", "ées"), ("ee", "ée"))

Phrase = tuple[str, ...]
"""Words in their order, folded."""

LONGEST_TEXT = 100
"""Words beyond this many are not searched: nobody says more, and a pasted book must not block the window."""

_SHORTEST_FRENCH = 4
"""Letters: shorter French stems bring together what does not belong together, as cope and cop."""

_ENGLISH = snowballstemmer.stemmer("english")
_FRENCH = snowballstemmer.stemmer("french")


def words_of(text: str) -> list[str]:
    """The words of a text, in order, folded. Both forms of "vétéran(e)s" are given."""
    if "(" in text or "·" in text:
        text = _BOTH_FORMS.sub(_both_forms, text)
    return _WORD.findall(fold(text))


def uncapitalized_in(text: str) -> set[str]:
    """The words that are written without a capital, as they are written: they are no names."""
    return {word for word in set(_WORD.findall(text)) if word[0].islower()}


def _both_forms(match: re.Match[str]) -> str:
    stem, ending, plural = match[1], match[2] or match[4], match[3] or match[5] or ""
    other = stem
    if len(ending) >= _WHOLE_ENDING:
        cut = fold(stem).rfind(fold(ending)[0], len(stem) - len(ending) - 1)
        if cut < 0:
            return f"{stem} {ending} {plural}"
        other = stem[:cut]
    return f"{stem}{plural} {other}{ending}{plural}"


@lru_cache(maxsize=4096)
def stems_of(word: str) -> tuple[str, str]:
    """The English and the French stem of a folded word; short words and numbers are their own stems."""
    if len(word) < 4 or not word.isalpha():
        return word, word
    french = fold(_FRENCH.stemWord(_with_accents(word)))
    return _ENGLISH.stemWord(word), french if len(french) >= _SHORTEST_FRENCH else word


def _with_accents(word: str) -> str:
    """Give "policiere" and "blessee" back the accent by which the French stemmer knows the ending."""
    for bare, accented in _FEMININE_ENDINGS:
        if word.endswith(bare):
            return word.removesuffix(bare) + accented
    return word
