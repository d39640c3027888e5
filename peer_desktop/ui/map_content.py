"""Holds what the map shows, apart from how it is drawn: one value for both kinds of map."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Place, Points

Names = Callable[[Sequence[int]], Sequence[str]]
"""Listing numbers → the names to say and show, in the same order."""


def no_points() -> Points:
    """The points of no listing at all."""
    return Points(np.empty(0, np.int32), np.empty((0, 2), np.float32), np.empty(0, np.bool_))


def no_names(numbers: Sequence[int]) -> Sequence[str]:
    """The names before any result is there."""
    return [""] * len(numbers)


@dataclass(frozen=True, eq=False)
class MapContent:
    """Points with their names, the chosen listing, and the starting point with its circle."""

    points: Points = field(default_factory=no_points)
    names: Names = no_names
    chosen: int | None = None
    """A listing number."""
    origin: Place | None = None
    within_km: float | None = None

    def index_of(self, number: int | None) -> int:
        """The position of a listing among the points, -1 when it has none."""
        if number is None:
            return -1
        found = np.flatnonzero(self.points.numbers == number)
        return int(found[0]) if len(found) else -1

    def has_points_of(self, other: "MapContent") -> bool:
        """Whether the same listings stand at the same places in the same order."""
        one, two = self.points, other.points
        return one is two or (
            np.array_equal(one.numbers, two.numbers)
            and np.array_equal(one.coordinates, two.coordinates)
            and np.array_equal(one.exact, two.exact)
        )

    def has_listings_of(self, other: "MapContent") -> bool:
        """Whether the same listings are shown, in whatever order."""
        return np.array_equal(np.sort(self.points.numbers), np.sort(other.points.numbers))


@dataclass(frozen=True)
class MapLook:
    """The language, the flavour of the colours, and the size of the text (1 is 13 pixels)."""

    language: Language
    dark: bool
    text_scale: float = 1.0
