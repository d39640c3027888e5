"""Cuts text into the words that are compared: folded, without marks, in both languages alike."""

import re
from functools import lru_cache

import snowballstemmer

from peer_desktop.directory.folding import fold

_WORD = re.compile(r"[a-z0-9]+")
# "vétéran(e)s" and "policiers(ères)" stand for both forms, and so does "vétéran·e·s"
_BOTH_FORMS = re.compile(r"(\w{3,})\((\w{1,5})\)(s?)")
_MIDDLE_DOT = re.compile(r"(\w{3,})·(\w{1,5})(?:·(s))?")

LONGEST_TEXT = 300
"""Words beyond this many are not searched: nobody says more, and a pasted book must not block the window."""

_ENGLISH = snowballstemmer.stemmer("english")
_FRENCH = snowballstemmer.stemmer("french")


def words_of(text: str) -> list[str]:
    """The words of a text, in order, folded. Both forms of "vétéran(e)s" are given."""
    if "(" in text:
        text = _BOTH_FORMS.sub(r"\1\3 \1\2\3", text)
    if "·" in text:
        text = _MIDDLE_DOT.sub(r"\1\3 \1\2\3", text)
    return _WORD.findall(fold(text))


@lru_cache(maxsize=4096)
def stems_of(word: str) -> tuple[str, str]:
    """The English and the French stem of a folded word; short words and numbers are their own stems."""
    if len(word) < 4 or not word.isalpha():
        return word, word
    return _ENGLISH.stemWord(word), _FRENCH.stemWord(word)
