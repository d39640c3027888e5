"""Knows which words mean the same to a person who looks for help, from the directory's own table."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from peer_desktop.directory.stop_words import NEGATIONS, STOP_WORDS, WEAK_WORDS
from peer_desktop.directory.tokens import stems_of, words_of

Phrase = tuple[str, ...]

SAME, RELATED = 0.9, 0.72
"""What a word found through the table weighs: for one of the same meaning (a row that goes both ways: a
translation, an acronym), and for what an everyday word stands for."""

_GAP = 2
"""Small words that may stand inside a phrase: "took his own life" is known from "took his life"."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Something else to search for."""

    words: Phrase
    said: str
    """As the table writes it."""
    weight: float


class Synonyms:
    """Phrases that people type, and what the listings say instead. Any form of a word is recognised.

    Rows that go both ways make a group in which every phrase finds all the others. A row of one direction
    leads from a phrase, and from all of its group, to another group; it is followed once.
    """

    def __init__(
        self,
        rows: Iterable[tuple[str, str, bool]],
        stems: Mapping[str, tuple[str, str]] = MappingProxyType({}),
    ) -> None:
        self._stems = stems
        self._groups, self._onward, self._written = _read(rows)
        self._phrases: defaultdict[Phrase, list[Phrase]] = defaultdict(list)
        self._phrases_by_stem: defaultdict[Phrase, list[Phrase]] = defaultdict(list)
        self._meanings: dict[Phrase, tuple[Meaning, ...]] = {}
        for phrase, group in self._groups.items():
            if len(group) > 1 or self._onward.get(phrase):
                for key in {phrase, *_worth_alone(phrase)}:
                    self._phrases[key].append(phrase)
                    for stems_of_key in self._in_stems(key):
                        self._phrases_by_stem[stems_of_key].append(phrase)
        self._longest = max(map(len, self._groups), default=1) + _GAP

    def _meanings_of(self, phrase: Phrase) -> tuple[Meaning, ...]:
        """What a phrase of the table stands for: its group, and where its group leads on to."""
        if phrase not in self._meanings:
            group = self._groups[phrase]
            related = dict.fromkeys(
                member
                for leading in group
                for target in self._onward.get(leading, ())
                for member in self._groups[target]
            )
            self._meanings[phrase] = tuple(
                Meaning(_content(other), self._written[other], weight)
                for others, weight in ((group, SAME), (related, RELATED))
                for other in others
                if other != phrase
            )
        return self._meanings[phrase]

    def of(self, phrase: Sequence[str]) -> tuple[Meaning, ...]:
        """What else to search for this phrase, the nearest in meaning first."""
        typed = tuple(phrase)
        own = _content(typed)
        best: dict[Phrase, Meaning] = {}
        for meaning in self._found(typed) or self._found(own):
            known = best.get(meaning.words)
            if meaning.words != own and (known is None or known.weight < meaning.weight):
                best[meaning.words] = meaning
        return tuple(sorted(best.values(), key=lambda meaning: -meaning.weight))

    def _found(self, key: Phrase) -> tuple[Meaning, ...]:
        """The meanings of exactly these words, else of other forms of them; not of words of any talk.

        French *temps* is no form of *temper*, though both lose their ends to the same stem.
        """
        phrases = self._phrases.get(key, [])
        if not phrases and not WEAK_WORDS.issuperset(key):
            phrases = [
                phrase for stems in self._in_stems(key) for phrase in self._phrases_by_stem.get(stems, ())
            ]
        return tuple({meaning: None for phrase in phrases for meaning in self._meanings_of(phrase)})

    def _in_stems(self, phrase: Phrase) -> set[Phrase]:
        """The phrase in English stems and in French stems, each marked with its language."""
        stems = [self._stems.get(word) or stems_of(word) for word in phrase]
        english, french = zip(*stems, strict=True)
        return {("en", *english), ("fr", *french)}

    def knows(self, word: str) -> bool:
        """Whether this single word has synonyms."""
        return bool(self._found((word,)))

    def longest_at(self, words: Sequence[str], place: int) -> int:
        """How many words from this place on make the longest phrase that has synonyms; at least 1."""
        for length in range(min(self._longest, len(words) - place), 1, -1):
            window = tuple(words[place : place + length])
            if self._found(window):
                return length
            content = _content(window)
            inside = window[0] not in STOP_WORDS and window[-1] not in STOP_WORDS
            if inside and 1 < len(content) < length and self._found(content):
                return length
        return 1


def _read(
    rows: Iterable[tuple[str, str, bool]],
) -> tuple[dict[Phrase, list[Phrase]], defaultdict[Phrase, list[Phrase]], dict[Phrase, str]]:
    """Every phrase with its group, what leads on from it, and how it is written."""
    groups: dict[Phrase, list[Phrase]] = {}
    onward: defaultdict[Phrase, list[Phrase]] = defaultdict(list)
    written: dict[Phrase, str] = {}
    for said, means, both_ways in rows:
        one, other = tuple(words_of(said)), tuple(words_of(means))
        if not one or not other or one == other:
            continue
        for phrase, text in ((one, said), (other, means)):
            groups.setdefault(phrase, [phrase])
            written.setdefault(phrase, text)
        if not both_ways:
            onward[one].append(other)
        elif groups[one] is not groups[other]:
            groups[one].extend(groups[other])
            for phrase in groups[other]:
                groups[phrase] = groups[one]
    return groups, onward, written


def _content(words: Phrase) -> Phrase:
    return tuple(word for word in words if word not in STOP_WORDS) or words


def _worth_alone(phrase: Phrase) -> tuple[Phrase, ...]:
    """The phrase without its small words, where what is left still says as much: *came home* does not."""
    if not NEGATIONS.isdisjoint(phrase):
        return ()
    content = _content(phrase)
    return (content,) if len(content) > 1 else ()
