"""Holds what is looked for and what was found: a Query in, Results out, both frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory.language import Bilingual, Language

NOT_STATED = "not-stated"
"""The value of a facet that stands for: nothing is known."""


class Sort(StrEnum):
    """The order of the results. BEST answers the words and the place; the others are plain."""

    BEST = "best"
    NAME = "name"
    DISTANCE = "distance"
    CHECKED = "checked"
    ORGANIZATION = "organization"
    COST = "cost"
    HOW = "how"
    """How and where: format, then town."""


class Reach(StrEnum):
    """How a listing serves a place, nearest first."""

    LOCAL = "local"
    PROVINCIAL = "provincial"
    NATIONAL = "national"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Place:
    """A named point of the gazetteer: a town, a postal prefix, or a whole province."""

    name: Bilingual
    province: str
    latitude: float
    longitude: float
    kind: str = "town"
    """town, postal or province"""
    population: int | None = None

    def label(self, language: Language) -> str:
        """How the place is named in a sentence: Moncton, NB; a province alone."""
        name = self.name.said_in(language)
        return name if self.kind == "province" else f"{name}, {self.province}"


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that was recognised in the words of a search, and the others it may have meant."""

    words: tuple[str, ...]
    """The folded words that name it; searching them `exactly` takes the place back."""
    place: Place
    others: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet that is asked for, or asked away."""

    facet: str
    value: str


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. Values of one facet widen, facets narrow each other, excluded values go.

    `near` measures kilometres from a place and `within_km` keeps what lies that close; `serves` keeps what
    a person living there can use, wherever it is. The order of ticks does not matter: equal sets are equal.
    """

    text: str = ""
    chosen: frozenset[Choice] = frozenset()
    excluded: frozenset[Choice] = frozenset()
    near: Place | None = None
    within_km: float | None = None
    serves: Place | None = None
    sort: Sort = Sort.BEST
    descending: bool = False
    language: Language = Language.ENGLISH
    exactly: frozenset[str] = frozenset()
    """Words that are searched as they are typed, never corrected."""

    def with_text(self, text: str) -> "Query":
        """The same query for other words."""
        return replace(self, text=text)

    def choosing(self, facet: str, value: str) -> "Query":
        """The same query with this value ticked."""
        choice = Choice(facet, value)
        return replace(self, chosen=self.chosen | {choice}, excluded=self.excluded - {choice})

    def excluding(self, facet: str, value: str) -> "Query":
        """The same query without listings of this value."""
        choice = Choice(facet, value)
        return replace(self, chosen=self.chosen - {choice}, excluded=self.excluded | {choice})

    def dropping(self, facet: str, value: str) -> "Query":
        """The same query with this value neither ticked nor excluded."""
        choice = Choice(facet, value)
        return replace(self, chosen=self.chosen - {choice}, excluded=self.excluded - {choice})

    def without_facet(self, facet: str) -> "Query":
        """The same query with nothing ticked or excluded in this facet."""
        return replace(
            self,
            chosen=frozenset(choice for choice in self.chosen if choice.facet != facet),
            excluded=frozenset(choice for choice in self.excluded if choice.facet != facet),
        )

    def values_chosen(self, facet: str) -> frozenset[str]:
        """The ticked values of a facet."""
        return frozenset(choice.value for choice in self.chosen if choice.facet == facet)

    def values_excluded(self, facet: str) -> frozenset[str]:
        """The excluded values of a facet."""
        return frozenset(choice.value for choice in self.excluded if choice.facet == facet)

    @property
    def asks_something(self) -> bool:
        """Whether any listing can be left out by this query."""
        return bool(self.text.strip() or self.chosen or self.excluded or self.within_km or self.serves)


@dataclass(frozen=True, slots=True)
class ValueCount:
    """A value of a facet with the number of rows there would be after ticking it."""

    value: str
    count: int
    state: str = ""
    """chosen, excluded or empty"""


@dataclass(frozen=True, eq=False)
class Points:
    """The places of the listings found, one of each that has coordinates, in the order of the results."""

    numbers: NDArray[np.int32]
    """Listing numbers, shape (k,)."""
    coordinates: NDArray[np.float32]
    """Latitude and longitude in WGS 84 degrees, shape (k, 2)."""
    exact: NDArray[np.bool_]
    """Whether the point is an address; otherwise it stands for a town or a postal area. Shape (k,)."""

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, eq=False)
class Results:
    """What was found: listing numbers in order, and how every facet would go on from here."""

    query: Query
    numbers: NDArray[np.int32]
    """Listing numbers in the order to show, shape (total,)."""
    counts: Mapping[str, tuple[ValueCount, ...]]
    """Every value of every facet, by facet, both in the directory's order."""
    points: Points
    distances_km: NDArray[np.float32] | None = None
    """Kilometres from `origin`, NaN where a listing has no place; shape (total,)."""
    reaches: NDArray[np.uint8] | None = None
    """Position in `Reach` of each row when a place to serve is asked; shape (total,)."""
    origin: Place | None = None
    """Where kilometres are measured from: what was asked, or a place recognised in the words."""
    found_place: FoundPlace | None = None
    """The place that was recognised in the words, when none was asked apart from them."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    """Words typed → words searched instead."""
    widened: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words typed → words searched as well, because they mean the same."""
    partial_from: int | None = None
    """The row from which on the listings hold only some of the words; see also `of_town`."""
    of_town: int = 0
    """How many of the first five rows are there for the town that was named, where nothing in it holds all
    the words. `partial_from` does not count them."""
    relief: "Relief | None" = None
    """Where nothing is found: the one condition whose removal helps most, if any does."""

    @property
    def total(self) -> int:
        """How many listings were found."""
        return len(self.numbers)

    def row_of(self, number: int) -> int | None:
        """The row of a listing, if it was found."""
        rows = np.flatnonzero(self.numbers == number)
        return int(rows[0]) if len(rows) else None


@dataclass(frozen=True, slots=True)
class Relief:
    """The one condition whose removal helps most when nothing is found, and what it would give."""

    condition: str
    """text; near (a distance, or a place to serve); or the id of a facet"""
    query: Query
    """The query without it."""
    found: int
