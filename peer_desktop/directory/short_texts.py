"""Ranks a few hundred short texts by words: the glossary and the resources."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from peer_desktop.directory.stop_words import STOP_WORDS
from peer_desktop.directory.synonyms import Synonyms
from peer_desktop.directory.tokens import LONGEST_TEXT, stems_of, words_of

_SYNONYM = 0.6


class ShortTexts:
    """Texts few enough to be weighed one by one. A text is a mapping: weight of a field → its words."""

    def __init__(self, texts: Sequence[Mapping[int, str]], synonyms: Synonyms) -> None:
        self._synonyms = synonyms
        self._weights: defaultdict[str, dict[int, float]] = defaultdict(dict)
        self._first_fields = [words_of(next(iter(text.values()), "")) for text in texts]
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
        asked = [word for word in words if word not in STOP_WORDS] or words
        typing = bool(words) and text[-1:].isalnum()
        scores: defaultdict[int, float] = defaultdict(float)
        for place, word in enumerate(asked):
            held = self._holding(word, being_typed=typing and place == len(asked) - 1)
            for phrase in self._synonyms.of((word,)):
                parts = [self._holding(part, being_typed=False) for part in phrase]
                for found in set(parts[0]).intersection(*parts[1:]):
                    weight = _SYNONYM * min(part[found] for part in parts)
                    held[found] = max(held.get(found, 0), weight)
            rarity = math.log1p(self._size / (1 + len(held)))
            for found, weight in held.items():
                scores[found] += weight * rarity
        for found in scores:
            name = self._first_fields[found]
            said = sum(word in asked for word in name)
            scores[found] *= 1 + said / max(len(name), 1)
        return sorted(scores, key=lambda found: (-scores[found], found))

    def _holding(self, word: str, *, being_typed: bool) -> dict[int, float]:
        held: dict[int, float] = {}
        forms = {word, *stems_of(word)}
        if being_typed:
            forms.update(form for form in self._forms if form.startswith(word))
        for form in forms:
            for place, weight in self._weights.get(form, {}).items():
                held[place] = max(held.get(place, 0), weight)
        if not held and len(word) > 3:
            near = process.extractOne(
                word, self._forms, scorer=OSA.distance, score_cutoff=2 if len(word) > 7 else 1
            )
            if near:
                held = dict(self._weights[near[0]])
        return held
