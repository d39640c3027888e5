"""Ranks a few hundred short texts by words: the glossary and the resources."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from peer_desktop.directory.stop_words import STOP_WORDS, WEAK_WORDS
from peer_desktop.directory.synonyms import Synonyms
from peer_desktop.directory.tokens import LONGEST_TEXT, Phrase, stems_of, words_of

_BEGUN = 0.6
"""What a text weighs that holds a word beginning like the one being typed."""
_LIGHT = 0.3
"""What a word of any conversation weighs beside others."""


class ShortTexts:
    """Texts few enough to be weighed one by one. A text is a mapping: weight of a field → its words."""

    def __init__(self, texts: Sequence[Mapping[int, str]], synonyms: Synonyms) -> None:
        self._synonyms = synonyms
        self._weights: defaultdict[str, dict[int, float]] = defaultdict(dict)
        self._names = [words_of(next(iter(text.values()), "")) for text in texts]
        for place, text in enumerate(texts):
            for weight, field in text.items():
                for word in words_of(field):
                    for form in {word, *stems_of(word)}:
                        known = self._weights[form]
                        known[place] = max(known.get(place, 0), weight)
        self._size = len(texts)
        self._forms = list(self._weights)

    def find(self, text: str) -> list[int]:
        """The places of the texts that hold these words, the best first."""
        words = words_of(text)[:LONGEST_TEXT]
        typing = text[-1:].isalnum()
        scores: defaultdict[int, float] = defaultdict(float)
        for span, at_the_end in self._spans(words):
            held = self._meant_by(span, being_typed=typing and at_the_end)
            rarity = math.log1p(self._size / (1 + len(held)))
            if len(span) == 1 and span[0] in STOP_WORDS | WEAK_WORDS:
                rarity *= _LIGHT
            for found, weight in held.items():
                scores[found] += weight * rarity
        typed = {form for word in words for form in stems_of(word)}
        for found in scores:
            name = [word for word in self._names[found] if word not in STOP_WORDS]
            said = sum(not typed.isdisjoint(stems_of(word)) for word in name)
            scores[found] *= 1 + said / max(len(name), 1)
        return sorted(scores, key=lambda found: (-scores[found], found))

    def _spans(self, words: Sequence[str]) -> list[tuple[Phrase, bool]]:
        """The phrases and words to look for, and whether each is the last; small words only by themselves."""
        spans: list[tuple[Phrase, bool]] = []
        place = 0
        while place < len(words):
            length = self._synonyms.longest_at(words, place)
            spans.append((tuple(words[place : place + length]), place + length == len(words)))
            place += length
        said = [span for span in spans if len(span[0]) > 1 or span[0][0] not in STOP_WORDS]
        return said or spans

    def _meant_by(self, span: Phrase, *, being_typed: bool) -> dict[int, float]:
        """How much every text holds of a phrase, or of what means the same."""
        content = tuple(word for word in span if word not in STOP_WORDS) or span
        held = self._holding_all(content, being_typed=being_typed)
        for meaning in self._synonyms.of(span):
            for found, weight in self._holding_all(meaning.words, being_typed=False).items():
                held[found] = max(held.get(found, 0), weight * meaning.weight)
        return held

    def _holding_all(self, words: Phrase, *, being_typed: bool) -> dict[int, float]:
        parts = [
            self._holding(word, being_typed=being_typed and place == len(words) - 1)
            for place, word in enumerate(words)
        ]
        together = set(parts[0]).intersection(*parts[1:])
        return {found: min(part[found] for part in parts) for found in together}

    def _holding(self, word: str, *, being_typed: bool) -> dict[int, float]:
        held: dict[int, float] = {}
        for form in {word, *stems_of(word)}:
            for place, weight in self._weights.get(form, {}).items():
                held[place] = max(held.get(place, 0), weight)
        if being_typed:
            share = _BEGUN if held else 1.0
            for form in self._forms:
                if form.startswith(word):
                    for place, weight in self._weights[form].items():
                        held[place] = max(held.get(place, 0), weight * share)
        if not held and len(word) > 3 and not self._synonyms.knows(word):
            near = process.extractOne(
                word, self._forms, scorer=OSA.distance, score_cutoff=2 if len(word) > 7 else 1
            )
            if near:
                held = dict(self._weights[near[0]])
        return held
