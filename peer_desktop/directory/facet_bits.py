"""Counts what every value of every facet would leave, in one pass over their bits."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory import bits
from peer_desktop.directory.bits import Bits
from peer_desktop.directory.freshness import CHECKED, SOURCE_AGE, checked_codes, source_age_codes
from peer_desktop.directory.index_file import Array
from peer_desktop.directory.query import NOT_STATED, Query, ValueCount

Counts = dict[str, tuple[ValueCount, ...]]
"""Every value of every facet with its count, by facet."""
Values = dict[str, tuple[str, ...]]
"""What is known of one listing: its values by facet, each in the order of its letters."""


class FacetBits:
    """The listings of every facet value of one directory, on one day."""

    def __init__(
        self, facets: Mapping[str, Sequence[str]], arrays: Mapping[str, Array], size: int, today: date
    ) -> None:
        self._matrices: list[NDArray[np.uint64]] = [
            arrays["bits"],
            _rows(checked_codes(arrays["checked_days"], today), CHECKED, size),
            _rows(source_age_codes(arrays["source_days"], today), SOURCE_AGE, size),
        ]
        self._where: dict[str, tuple[int, int]] = {}
        """By facet: its matrix, and the row of its first value there."""
        row = 0
        self.facets: dict[str, tuple[str, ...]] = {}
        for facet, values in facets.items():
            self.facets[facet] = tuple(values)
            self._where[facet] = 0, row
            row += len(values)
        self._stated = [(facet, value) for facet, value, _ in stated_values(facets)]
        self._value_starts: NDArray[np.int64] = arrays["listing_value_starts"]
        self._values: NDArray[np.uint16] = arrays["listing_values"]
        for matrix, (facet, names) in enumerate((("checked", CHECKED), ("source_age", SOURCE_AGE)), 1):
            self.facets[facet] = names
            self._where[facet] = matrix, 0
        self.nobody = np.zeros(bits.words_for(size), np.uint64)

    def of(self, facet: str, value: str) -> Bits:
        """The listings of one value; nobody for a value the directory does not know."""
        values = self.facets.get(facet, ())
        return self._rows_of(facet)[values.index(value)] if value in values else self.nobody

    def values_of(self, numbers: Sequence[int]) -> list[Values]:
        """What is known of each of these listings."""
        starts = self._value_starts
        ends = np.asarray(numbers, np.int64)
        parts = zip(starts.take(ends - 1).tolist(), starts.take(ends).tolist(), strict=True)
        codes, stated = self._values.data, self._stated
        found: list[Values] = []
        for start, end in parts:
            values: Values = {}
            for code in codes[start:end]:
                facet, value = stated[code]
                values[facet] = (*values[facet], value) if facet in values else (value,)
            found.append(values)
        return found

    def _rows_of(self, facet: str) -> NDArray[np.uint64]:
        matrix, start = self._where[facet]
        return self._matrices[matrix][start : start + len(self.facets[facet])]

    def narrow(self, base: Bits, query: Query) -> tuple[Bits, Counts]:
        """The listings of `base` that the ticks leave, and the count of every value.

        A count is the number of rows there would be with this value alone ticked in its facet.
        """
        conditions = {
            facet: self._condition(query, facet)
            for facet in {choice.facet for choice in query.chosen | query.excluded}
        }
        found = base
        for condition in conditions.values():
            found = found & condition
        everywhere = [bits.count_rows(matrix, found).tolist() for matrix in self._matrices]
        counts = {}
        for facet, values in self.facets.items():
            if facet in conditions:
                counts[facet] = self._own_counts(facet, base, conditions, query)
            else:
                matrix, start = self._where[facet]
                counts[facet] = tuple(map(ValueCount, values, everywhere[matrix][start:]))
        return found, counts

    def _condition(self, query: Query, facet: str) -> Bits:
        chosen = query.values_chosen(facet)
        condition = ~self.nobody
        if chosen:
            condition = self.nobody
            for value in chosen:
                condition = condition | self.of(facet, value)
        for value in query.values_excluded(facet):
            condition = condition & ~self.of(facet, value)
        return condition

    def _own_counts(
        self, facet: str, base: Bits, conditions: Mapping[str, Bits], query: Query
    ) -> tuple[ValueCount, ...]:
        others = base
        for other, condition in conditions.items():
            if other != facet:
                others = others & condition
        values = self.facets[facet]
        chosen, excluded = query.values_chosen(facet), query.values_excluded(facet)
        rest = self._without(others, facet, excluded)
        counts: list[int] = bits.count_rows(self._rows_of(facet), rest).tolist()
        for gone in excluded.intersection(values):
            # a value that is ticked is no longer excluded
            within = self._without(others, facet, excluded - {gone}) & self.of(facet, gone)
            counts[values.index(gone)] = bits.count(within)
        states = dict.fromkeys(excluded, "excluded") | dict.fromkeys(chosen, "chosen")
        return tuple(map(ValueCount, values, counts, (states.get(value, "") for value in values)))

    def _without(self, listings: Bits, facet: str, excluded: frozenset[str]) -> Bits:
        for value in excluded:
            listings = listings & ~self.of(facet, value)
        return listings


def stated_values(facets: Mapping[str, Sequence[str]]) -> list[tuple[str, str, int]]:
    """What can be stated of a listing, as `listing_values` counts it: facet, value, its row in the bits."""
    rows, start = [], 0
    for facet, names in facets.items():
        rows += [(facet, value, row) for row, value in enumerate(names, start) if value != NOT_STATED]
        start += len(names)
    return sorted(one for one in rows if one[0] != "kind")


def _rows(codes: NDArray[np.intp], names: Sequence[str], size: int) -> NDArray[np.uint64]:
    rows = [bits.pack(codes == code) for code in range(len(names))]
    return np.stack(rows) if size else np.zeros((len(names), 0), np.uint64)
