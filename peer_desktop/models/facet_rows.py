"""Knows which rows a tree of facets has, and the count and state of each value."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from peer_desktop.directory.listing import Facet
from peer_desktop.directory.query import Choice, ValueCount

LONG = 8
"""A facet with more values than this has a row to look for a value in."""

CHOSEN, EXCLUDED, EMPTY = "chosen", "excluded", ""


class Row(IntEnum):
    """What a row of the tree is."""

    FACET = 0
    LOOK_FOR = 1
    VALUE = 2


class FacetRows:
    """Facets by position, and the rows under each: first the one to look in, where there is one."""

    def __init__(self, facets: Sequence[Facet]) -> None:
        self.facets = tuple(facets)
        self._counts: list[tuple[ValueCount, ...]] = [_in_order(facet, {}) for facet in self.facets]

    def update(self, counts: Mapping[str, tuple[ValueCount, ...]]) -> dict[int, bool]:
        """Take other counts, by facet; the positions of the facets in which something differs.

        Each with whether another number of its values is asked for.
        """
        changed = {}
        for position, facet in enumerate(self.facets):
            new = _in_order(facet, counts)
            if new != self._counts[position]:
                asked = self.asked(position)
                self._counts[position] = new
                changed[position] = asked != self.asked(position)
        return changed

    def rows_under(self, position: int) -> int:
        """How many rows a facet has under it."""
        return len(self.facets[position].values) + self._first_value(position)

    def kind(self, position: int, row: int) -> Row:
        """What a row under a facet is."""
        return Row.VALUE if row >= self._first_value(position) else Row.LOOK_FOR

    def count(self, position: int, row: int) -> ValueCount:
        """The count and state of a value."""
        return self._counts[position][row - self._first_value(position)]

    def choice(self, position: int, row: int) -> Choice:
        """The facet and value of a row."""
        return Choice(self.facets[position].id, self.count(position, row).value)

    def asked(self, position: int) -> int:
        """How many values of a facet are asked for or left out."""
        return sum(count.state != EMPTY for count in self._counts[position])

    def _first_value(self, position: int) -> int:
        return int(len(self.facets[position].values) > LONG)


def _in_order(facet: Facet, counts: Mapping[str, tuple[ValueCount, ...]]) -> tuple[ValueCount, ...]:
    """The counts in the order of the facet's values, whatever order they arrived in."""
    by_value = {count.value: count for count in counts.get(facet.id, ())}
    return tuple(by_value.get(value.value) or ValueCount(value.value, 0) for value in facet.values)
