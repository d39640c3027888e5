"""Puts in words why a listing stands where it does: the words it holds, and what its score is made of."""

from collections.abc import Iterator

from peer_desktop.directory.explanation import Explanation, WordFound
from peer_desktop.terminal import wording
from peer_desktop.terminal.in_words import InWords

_AS_IT_IS = 0.005
"""A factor that differs from 1 by less changes nothing that anyone could see."""


def reasons(why: Explanation, words: InWords) -> Iterator[str]:
    """One line for each word, one for the score."""
    for word in why.words:
        yield f"{word.said}: {_held(word, words)}"
    if not why.factors:
        return
    held = words.said(wording.ALL_WORDS if why.holds_all else wording.SOME_WORDS)
    factors = [
        f"{words.said(wording.FACTORS[factor.name])} {factor.value:.4g}"
        for factor in why.factors
        if factor.name == "words" or abs(factor.value - 1) > _AS_IT_IS
    ]
    yield f"{held} · {why.score:.4g} = {' × '.join(factors)}"


def _held(word: WordFound, words: InWords) -> str:
    if not word.fields:
        return words.said(wording.NOWHERE)
    places = ", ".join(words.said(wording.FIELDS[field]) for field in word.fields)
    facts = [words.said(wording.IMPACT, impact=word.impact, rarity=word.rarity)]
    if word.through:
        facts.insert(0, ", ".join(word.through))
    if not word.asked:
        facts.append(words.said(wording.ONLY_ADDS))
    return f"{places} ({'; '.join(facts)})"
