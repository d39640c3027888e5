"""Says why a listing stands where it does: which words it holds and where, and what its score is made of."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peer_desktop.directory.index_texts import TEXTS, words_of_fields
from peer_desktop.directory.matching import Match, Matcher, Ranks, Wanted
from peer_desktop.directory.ranking import Factor
from peer_desktop.directory.vocabulary import Vocabulary

_LABELS = """
    SELECT v.label_en || ' ' || v.label_fr
    FROM listing_facet AS f
    JOIN listing AS l ON l.id = f.listing_id
    JOIN facet_value AS v ON v.facet = f.facet AND v.value = f.value
    WHERE l.number = ? AND f.facet NOT IN ('peer_evidence', 'confidence')
    ORDER BY v.facet, v.position
"""


@dataclass(frozen=True, slots=True)
class WordFound:
    """One part of what was typed, and what a listing has of it."""

    said: str
    """The word or phrase, after slips were mended."""
    fields: tuple[str, ...]
    """Where the listing holds it or what means the same: name, organization, place, labels, text."""
    through: tuple[str, ...]
    """Words of the same meaning that the listing holds."""
    asked: bool
    """False for words that only add to the rank: places, and words of any conversation."""
    impact: int
    """How much the listing says of it, 0…255; nothing when 0."""
    rarity: float
    """What the part weighs among the others: the fewer listings hold it, the more."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a listing stands where it does."""

    number: int
    row: int | None
    """Its row in the results, from 0; None when the query leaves it out."""
    holds_all: bool
    """Whether it holds everything that was asked; such listings stand before the others."""
    words: tuple[WordFound, ...]
    corrections: Mapping[str, str]
    """Words typed → words searched instead."""
    factors: tuple[Factor, ...]
    """words, evidence, freshness, workplace, loss, children, reach, nearness, name; empty without words."""
    score: float
    """Their product; 0 without words."""


class WordFinder:
    """Finds in which fields of a listing the words of a search stand."""

    def __init__(self, connection: sqlite3.Connection, matcher: Matcher, vocabulary: Vocabulary) -> None:
        self._connection = connection
        self._matcher = matcher
        self._vocabulary = vocabulary

    def words_found(self, match: Match, number: int) -> tuple[WordFound, ...]:
        """What the listing has of every part of a search."""
        labels = [label for (label,) in self._connection.execute(_LABELS, (number,))]
        row = self._connection.execute(TEXTS, (number, number)).fetchone()
        fields = {field: frozenset(words) for field, words in words_of_fields(row, labels).items()}
        return tuple(self._found(wanted, fields, number) for wanted in match.wanted)

    def _found(self, wanted: Wanted, fields: Mapping[str, frozenset[str]], number: int) -> WordFound:
        part = wanted.part
        forms = self._words(wanted.ranks)
        through = []
        for meaning in part.means:
            forms_of_words = [self._forms(word) for word in meaning.words]
            if all(any(words & some for words in fields.values()) for some in forms_of_words):
                through.append(meaning.said)
                forms.update(*forms_of_words)
        impact = int(wanted.impacts[number - 1])
        return WordFound(
            said=part.said,
            fields=tuple(field for field, words in fields.items() if impact and words & forms),
            through=tuple(through),
            asked=part.asked,
            impact=impact,
            rarity=round(wanted.weight, 3),
        )

    def _forms(self, word: str) -> set[str]:
        return self._words(self._matcher.held(word).ranks)

    def _words(self, ranks: Iterable[Ranks]) -> set[str]:
        return {self._vocabulary.words[rank] for some in ranks for rank in some}
