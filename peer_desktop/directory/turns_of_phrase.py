"""Understands what words say together: an age, a loss, a woman, what it is not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from peer_desktop.directory.stop_words import STOP_WORDS
from peer_desktop.directory.tokens import Phrase

_SAYS_AN_AGE = frozenset(("m", "im", "am", "is", "aged", "age", "ai", "a"))
_YOUNG = frozenset(map(str, range(5, 20)))
"""The ages of children."""
_SHE = re.compile(r"shes?|elles?|veteranes?|(?:polici|pompi|ambulanci|infirmi|offici)eres?")
"""Words that speak of a woman, also by what she does."""
_LOST_WORDS = "lost lose loses losing perdu perdue perdus perdues perd perds perdre"
_LOST = frozenset(_LOST_WORDS.split())
_PEOPLE = """
    dad daddy father mom mum mommy mother parent brother brothers sister sisters son sons daughter daughters
    husband hubby wife spouse partner boyfriend girlfriend fiance fiancee friend buddy kid child baby
    grandson granddaughter grandfather grandmother grandpa grandma uncle aunt nephew niece twin colleague
    coworker comrade pere papa mere maman frere freres soeur soeurs fils mari femme epoux epouse conjoint
    conjointe chum blonde ami amie enfant bebe collegue camarade compagnon guy guys soldier soldiers gars
    confrere confreres consoeur consoeurs
"""
_SOMEBODY = frozenset(_PEOPLE.split())
"""Whom a person can lose; friends and children in the plural may only be far away."""
_WORDS_BETWEEN = """
    best only own little older younger big one two three four deux trois quatre
    petit petite meilleur meilleure
"""
_BETWEEN = STOP_WORDS.union(_WORDS_BETWEEN.split())
_AT_MOST_BETWEEN = 2
_ARTICLES = "a an un une des par by"
_NOT, _ONE = frozenset(("not", "pas")), frozenset(_ARTICLES.split())
_NOT_WANTED = 2
"""Words behind "not a": not a crisis line."""

_CHILDREN = frozenset(("kid", "child", "baby", "enfant", "bebe"))
_ARTICLES_OF_A_CHILD = "a an the that this some un une le la l ce cet cette"
_ANY = frozenset(_ARTICLES_OF_A_CHILD.split())
_WORDS_OF_CARE = "for pour with avec have has had got having is am was ai as avons ont est de"
_OF_ONES_OWN = frozenset(_WORDS_OF_CARE.split())
"""Words before "a child" that make it one's own, or the one who needs help."""

YOUTH, BEREAVED, WOMEN = "youth", "bereaved", "women"
"""Words of the labels that listings have in both languages."""


@dataclass(frozen=True, slots=True)
class Told:
    """What words say together."""

    asks: tuple[tuple[Phrase, str], ...]
    """Label words that are asked for besides, each behind the words that say so."""
    adds: tuple[str, ...]
    """Label words that add to the rank."""
    not_meant: frozenset[str]
    """Typed words that are not searched: whom somebody lost, a child that is told of, what is not wanted."""


def told_by(words: Sequence[str]) -> Told:
    """What these folded words say together."""
    lost, age = _lost(words), _age_of_a_child(words)
    asks = ((age, YOUTH),) * bool(age) + ((lost, BEREAVED),) * bool(lost)
    adds = (WOMEN,) if any(map(_SHE.fullmatch, words)) else ()
    return Told(asks, adds, _not_wanted(words).union(lost, _a_child_somewhere(words)))


def _age_of_a_child(words: Sequence[str]) -> Phrase:
    """I'm 15; j'ai 12 ans; an 8 year old: the number."""
    for place, word in enumerate(words):
        if word in _YOUNG:
            before, after = words[max(place - 1, 0)], tuple(words[place + 1 : place + 3])
            if before in _SAYS_AN_AGE or after in {("year", "old"), ("years", "old")}:
                return (word,)
    return ()


def _lost(words: Sequence[str]) -> Phrase:
    """They lost their dad; j'ai perdu ma meilleure amie: the words for it, none where nobody was lost."""
    for place, word in enumerate(words):
        if word in _LOST:
            for behind in range(place + 1, min(place + 2 + _AT_MOST_BETWEEN, len(words))):
                if words[behind] in _SOMEBODY:
                    return (word, words[behind])
                if words[behind] not in _BETWEEN:
                    break
    return ()


def _a_child_somewhere(words: Sequence[str]) -> frozenset[str]:
    """When a kid drowned; the baby stopped breathing: a child of whom is told, and not one who needs help."""
    return frozenset(
        child
        for before, article, child in zip(("", *words), words, words[1:], strict=False)
        if child in _CHILDREN and article in _ANY and before not in _OF_ONES_OWN
    )


def _not_wanted(words: Sequence[str]) -> frozenset[str]:
    """Not a crisis line; pas par des psys. Else it is what somebody lacks, or how one changed.

    No money; not the man I married.
    """
    for place in range(len(words) - 2):
        if words[place] in _NOT and words[place + 1] in _ONE:
            behind = [word for word in words[place + 2 :] if word not in STOP_WORDS]
            return frozenset(behind[:_NOT_WANTED])
    return frozenset()
