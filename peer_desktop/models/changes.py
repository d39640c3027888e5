"""Says how the next query differs from the one on screen: a tick, a condition taken away, another order.

A pane asks for a change and not for a whole query: what was typed in the meantime is never lost.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from peer_desktop.directory.query import Choice, Place, Query, Sort


class Change(Protocol):
    """What a pane asks for."""

    def applied_to(self, query: Query) -> Query:
        """The query that follows."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Ask for a value of a facet."""

    choice: Choice

    def applied_to(self, query: Query) -> Query:
        """The query with it."""
        return query.choosing(self.choice.facet, self.choice.value)


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Ask for listings without this value."""

    choice: Choice

    def applied_to(self, query: Query) -> Query:
        """The query without its listings."""
        return query.excluding(self.choice.facet, self.choice.value)


@dataclass(frozen=True, slots=True)
class Drop:
    """Neither ask for a value of a facet nor leave it out."""

    choice: Choice

    def applied_to(self, query: Query) -> Query:
        """The query that no longer mentions it."""
        return query.dropping(self.choice.facet, self.choice.value)


@dataclass(frozen=True, slots=True)
class NearChoice:
    """Where help is wanted. With `serves`: what a person living there can use; else what lies `within_km`.

    Without a place nothing is near; without `within_km` distances are only measured.
    """

    place: Place | None
    within_km: float | None = None
    serves: bool = True

    @classmethod
    def of(cls, query: Query) -> "NearChoice":
        """What a query asks of places."""
        if query.serves is not None:
            return cls(query.serves)
        if query.near is not None:
            return cls(query.near, query.within_km, serves=False)
        return cls(None)

    def applied_to(self, query: Query) -> Query:
        """The query near there, or near nowhere."""
        if self.place is None or self.serves:
            return _ordered(replace(query, near=None, within_km=None, serves=self.place))
        return replace(query, near=self.place, within_km=self.within_km, serves=None)


@dataclass(frozen=True, slots=True)
class SortBy:
    """Ask for another order."""

    sort: Sort
    descending: bool = False

    def applied_to(self, query: Query) -> Query:
        """The query in that order."""
        return replace(query, sort=self.sort, descending=self.descending)


@dataclass(frozen=True, slots=True)
class SearchExactly:
    """Search words as typed: not corrected, not taken for a place. `wanted` False takes that back."""

    words: tuple[str, ...]
    wanted: bool = True

    def applied_to(self, query: Query) -> Query:
        """The query with the words as they stand, or open to correction again."""
        typed = frozenset(self.words)
        return replace(query, exactly=query.exactly | typed if self.wanted else query.exactly - typed)


@dataclass(frozen=True, slots=True)
class AskInstead:
    """Ask another query altogether: what is left when the one condition that hinders is gone."""

    query: Query

    def applied_to(self, query: Query) -> Query:  # noqa: ARG002 - nothing of it stays
        """That query."""
        return self.query


@dataclass(frozen=True, slots=True)
class ClearConditions:
    """Take away every condition; what was typed, the order and the language stay."""

    def applied_to(self, query: Query) -> Query:
        """The query for the words alone."""
        kept = Query(text=query.text, sort=query.sort, descending=query.descending, language=query.language)
        return _ordered(kept)


def _ordered(query: Query) -> Query:
    """The query, best first where it was ordered by a distance that can no longer be measured."""
    measured = query.near or query.serves
    return (
        query
        if measured or query.sort is not Sort.DISTANCE
        else replace(query, sort=Sort.BEST, descending=False)
    )
