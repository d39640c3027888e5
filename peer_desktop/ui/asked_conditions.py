"""Names each condition of a query in a word or two, with the change that takes it away."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from peer_desktop.directory.folding import fold
from peer_desktop.directory.query import NOT_STATED, Choice, Query, Results
from peer_desktop.models.changes import Change, Drop, NearChoice, SearchExactly
from peer_desktop.ui.facet_words import FacetLabels

translate = QCoreApplication.translate

_UNCLEAR_ALONE = frozenset({"identity", "serves", "checked", "source_age", "kind", "peer_evidence"})
"""Facets whose values say nothing without them: General, Never, Older, Stated."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked, in words, and how it goes."""

    words: str
    removal: Change


def conditions(results: Results, labels: FacetLabels) -> tuple[Condition, ...]:
    """Everything that is asked beside the words: place, values, exclusions, words kept as typed."""
    query = results.query
    return (*_places(results), *_values(query, labels), *_words_kept(query))


def _places(results: Results) -> Iterator[Condition]:
    query = results.query
    if query.serves is not None:
        words = translate("AskedConditions", "Serves {place}")
        removal = NearChoice(query.near, query.within_km, serves=False)
        yield Condition(words.format(place=query.serves.label(query.language)), removal)
    if query.near is not None:
        place = query.near.label(query.language)
        if query.within_km is None:
            words = translate("AskedConditions", "Near {place}").format(place=place)
        else:
            words = translate("AskedConditions", "Within {number} km of {place}")
            words = words.format(number=f"{query.within_km:g}", place=place)
        yield Condition(words, NearChoice(query.serves))
    if results.found_place is not None:
        words = translate("AskedConditions", "Serves {place}")
        removal_of_words = SearchExactly(results.found_place.words)
        yield Condition(words.format(place=results.found_place.place.label(query.language)), removal_of_words)


def _values(query: Query, labels: FacetLabels) -> Iterator[Condition]:
    for facet in labels.order:
        asked = query.values_chosen(facet) | query.values_excluded(facet)
        for value in labels.in_order(facet, asked):
            choice = Choice(facet, value)
            label = labels.value(facet, value, query.language)
            if value == NOT_STATED or facet in _UNCLEAR_ALONE:
                both = translate("AskedConditions", "{facet}: {value}")
                label = both.format(facet=labels.facet(facet, query.language), value=label)
            if choice in query.excluded:
                label = translate("AskedConditions", "not: {value}").format(value=label)
            yield Condition(label, Drop(choice))


def _words_kept(query: Query) -> Iterator[Condition]:
    text = fold(query.text)
    kept = tuple(sorted(word for word in query.exactly if fold(word) in text))
    if kept:
        words = translate("AskedConditions", "exactly: {words}").format(words=", ".join(kept))
        yield Condition(words, SearchExactly(kept, wanted=False))
