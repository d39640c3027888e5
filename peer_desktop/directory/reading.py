"""Reads what a person typed: what is asked for, what it may mean, and which slips were mended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from peer_desktop.directory.folding import fold
from peer_desktop.directory.language import Language
from peer_desktop.directory.slips import Slips
from peer_desktop.directory.stop_words import STOP_WORDS, WEAK_WORDS, is_small, languages_of
from peer_desktop.directory.synonyms import SAME, Meaning, Synonyms
from peer_desktop.directory.tokens import LONGEST_TEXT, Phrase, words_of
from peer_desktop.directory.turns_of_phrase import told_by
from peer_desktop.directory.vocabulary import Vocabulary

_LEAST_HALF = 3
"""Letters of each word that a person may have run together: "warmline" is "warm line"."""
_SHORT_NUMBER = 2
"""Digits up to which a number is rather an age or an hour than something to ask for."""
_BEGUN_FROM = 4
"""Letters of a word that may be left unfinished before the next one: "firefi nova scotia"."""
_ALIKE = 0.6
"""What words like one that the directory does not have weigh."""
_NAMED_ALIKE = 4
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the words say: a word or a phrase, with everything that means the same."""

    words: Phrase
    """Without its small words; a listing must hold them all. Empty when it has only small words."""
    said: str
    means: tuple[Meaning, ...] = ()
    asked: bool = True
    """Otherwise it only adds to the rank of the listings that hold it."""
    being_typed: bool = False
    """The last word may go on: it stands for all words that begin like it."""
    plain: bool = False
    """Only exactly these words, in no other form."""
    pieces: tuple["Part", ...] = ()
    """The words of a phrase one by one, for when nothing holds the phrase."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, understood."""

    parts: tuple[Part, ...]
    corrections: Mapping[str, str]
    """Words typed → words searched instead."""
    languages: frozenset[Language]
    """What it may be written in."""


class Reader:
    """Reads text with the vocabulary and the synonyms of one directory."""

    def __init__(self, vocabulary: Vocabulary, slips: Slips, synonyms: Synonyms) -> None:
        self._vocabulary = vocabulary
        self._slips = slips
        self._synonyms = synonyms

    def read(
        self, text: str, *, exactly: frozenset[str] = frozenset(), beside: frozenset[str] = frozenset()
    ) -> Reading | None:
        """Understand a text; None when it has no word.

        `exactly`: words that are neither mended nor widened. `beside`: words (of a place that was
        recognised) that add to a listing's rank but are not asked for.
        """
        typed = words_of(text)[:LONGEST_TEXT]
        if not typed:
            return None
        languages = languages_of(typed)
        being_typed = _goes_on(text, typed, beside)
        acronyms = _acronyms_in(text)
        corrections: dict[str, str] = {}
        words: list[str] = []
        for place, word in enumerate(typed):
            if word in exactly or word in STOP_WORDS:
                words.append(word)
                continue
            goes_on = being_typed and place == len(typed) - 1
            better = self._mended(word, languages, goes_on=goes_on, is_acronym=word in acronyms)
            if better != (word,):
                corrections[word] = " ".join(better)
            words += better
        told = told_by([word for word in words if word not in exactly])
        spans = self._spans(words, exactly | beside | told.not_meant)
        meant = [span for span in spans if told.not_meant.isdisjoint(span)]
        if not told.asks and all(map(STOP_WORDS.issuperset, meant)):
            meant = spans
        parts = [self._part(span, exactly, beside, languages) for span in meant]
        if being_typed and meant and meant[-1] == spans[-1]:
            parts[-1] = replace(parts[-1], being_typed=True)
        parts += [Part((), " ".join(said), (Meaning((label,), label, SAME),)) for said, label in told.asks]
        parts += [Part((label,), label, asked=False) for label in told.adds]
        return Reading(_worth_asking(parts, beside), corrections, languages)

    def _mended(
        self, word: str, languages: frozenset[Language], *, goes_on: bool, is_acronym: bool
    ) -> Phrase:
        """The word as it was meant: itself, the nearest right one, or two that were run together."""
        vocabulary, slips = self._vocabulary, self._slips
        if vocabulary.has_but_for_s(word) or vocabulary.known.is_right(word):
            return (word,)
        if goes_on and vocabulary.beginning_with(word):
            return (word,)
        if near := slips.one_from(word):
            better = vocabulary.words[near[0]]
            return (word,) if is_acronym and vocabulary.known.is_right(better) else (better,)
        if self._holds(word, languages):
            return (word,)
        if halves := self._halves(word):
            return halves
        near = slips.two_from(word) or (slips.one_from_beginning(word) if goes_on else [])
        return (vocabulary.words[near[0]],) if near else (word,)

    def _is_of_any_talk(self, word: str, languages: frozenset[Language]) -> bool:
        """Whether this is a word of any conversation, and none by which listings are called or labelled."""
        return word in WEAK_WORDS or (
            self._vocabulary.known.is_usual(word) and not self._vocabulary.is_headword(word, languages)
        )

    def _holds(self, word: str, languages: frozenset[Language]) -> bool:
        """Whether the directory has this word in some form, or its table knows it."""
        return bool(
            self._vocabulary.same(word)
            or self._synonyms.knows(word)
            or self._vocabulary.of_the_same_stem(word, languages)
        )

    def _alike(self, word: str) -> tuple[Meaning, ...]:
        """Words of the directory that are almost this one, which it does not have."""
        ranks = self._vocabulary.related_to(word)[:_NAMED_ALIKE]
        words = [self._vocabulary.words[rank] for rank in ranks]
        return tuple(Meaning((other,), other, _ALIKE) for other in words)

    def _halves(self, word: str) -> Phrase:
        vocabulary = self._vocabulary
        for cut in range(len(word) - _LEAST_HALF, _LEAST_HALF - 1, -1):
            halves = word[:cut], word[cut:]
            if all(vocabulary.same(half) and vocabulary.known.is_right(half) for half in halves):
                return halves
        return ()

    def _spans(self, words: Sequence[str], apart: frozenset[str]) -> list[Phrase]:
        """Cut the words where the table knows several of them together."""
        spans: list[Phrase] = []
        place = 0
        while place < len(words):
            end = place
            while end < len(words) and words[end] not in apart:
                end += 1
            length = self._synonyms.longest_at(words[:end], place) if end > place else 1
            if length == 1 and self._written_as_one(words[place : min(place + 2, end)]):
                length = 2
            spans.append(tuple(words[place : place + length]))
            place += length
        return list(dict.fromkeys(spans))

    def _written_as_one(self, pair: Sequence[str]) -> bool:
        """Whether the directory writes these two words as one: fire fighter."""
        return (
            len(pair) == 2
            and not STOP_WORDS.intersection(pair)
            and bool(self._vocabulary.same("".join(pair)))
        )

    def _part(
        self, span: Phrase, exactly: frozenset[str], beside: frozenset[str], languages: frozenset[Language]
    ) -> Part:
        said = " ".join(span)
        if exactly.intersection(span):
            return Part(span, said, plain=True)
        if beside.intersection(span):
            return Part(tuple(word for word in span if word not in STOP_WORDS), said, asked=False)
        content = tuple(word for word in span if word not in STOP_WORDS)
        means = () if len(span) == 1 and is_small(said, languages) else self._synonyms.of(span)
        if self._written_as_one(span):
            one = "".join(span)
            means = (Meaning((one,), one, SAME), *means, *self._synonyms.of((one,)))
        number = said.isdigit() and len(said) <= _SHORT_NUMBER
        asked = bool(means) or not (number or all(self._is_of_any_talk(word, languages) for word in content))
        if len(content) == 1 and not means and not self._holds(said, languages):
            begun = len(said) >= _BEGUN_FROM and bool(self._vocabulary.beginning_with(said))
            return Part(content, said, self._alike(said), asked, being_typed=begun)
        pieces = (
            [self._part((word,), exactly, beside, languages) for word in content] if len(content) > 1 else ()
        )
        return Part(content, said, means, asked, pieces=tuple(pieces))


def _goes_on(text: str, typed: Sequence[str], beside: frozenset[str]) -> bool:
    """Whether the last word may not be whole yet. A small word at the end is taken as it is."""
    last = typed[-1]
    whole = last in beside or (last in STOP_WORDS and len(typed) > 1)
    return text[-1:].isalnum() and not whole


def _acronyms_in(text: str) -> frozenset[str]:
    """Words in capitals, where not everything is: they are mended to other acronyms only."""
    written = text.split()
    capital = [word for word in written if word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM]
    return frozenset(map(fold, capital)) if len(capital) < len(written) or len(written) == 1 else frozenset()


def _worth_asking(parts: Sequence[Part], beside: frozenset[str]) -> tuple[Part, ...]:
    """Leave out words like "the"; ask for words of any conversation only where nothing else was typed."""
    kept = [part for part in parts if part.words or part.means]
    own = [part for part in kept if not beside.intersection(part.words)]
    if not kept:
        return tuple(replace(part, words=tuple(part.said.split()), asked=True) for part in parts)
    if any(part.asked for part in own):
        return tuple(kept)
    return tuple(replace(part, asked=part in own) for part in kept)
