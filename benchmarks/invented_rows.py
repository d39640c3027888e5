"""Writes the rows of invented listings, table by table, with texts that are like the real ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from benchmarks.invention import Invention
from benchmarks.likeness import drawn, skewed

Rows = Iterator[tuple[object, ...]]

_PART = 50_000
_UNLOCATED, _WITHOUT_POINT = 0.2, 0.05
_PRECISIONS = ("town", "address", "postal")
_PRECISION_SUMS = np.array([0.6, 0.9, 1.0])
_PIECES_OF_A_TEXT = 0.3
_AREA_CODES = (204, 250, 306, 403, 416, 418, 506, 514, 519, 604, 613, 705, 709, 780, 807, 819, 867, 902)


@dataclass(frozen=True, eq=False)
class Part:
    """The rows of some listings that follow each other, by table."""

    listings: Rows
    locations: Rows
    service_areas: Rows
    facets: Rows
    phones: Rows
    sources: Rows


def organizations(invention: Invention) -> Rows:
    """The rows of all organizations."""
    for number, (english, french) in enumerate(invention.organization_names, 1):
        yield _organization_id(number), english, french


def parts(invention: Invention) -> Iterator[Part]:
    """All listings in the order of their numbers, some at a time."""
    size = len(invention.names)
    for start in range(0, size, _PART):
        random = np.random.default_rng([invention.seed, 2, start])
        yield _Writer(invention, range(start, min(start + _PART, size)), random).part()


def _organization_id(number: int) -> str:
    """The id of an organization by its number."""
    return f"organization-{number:07d}"


class _Writer:
    """Writes the rows of some listings that follow each other."""

    def __init__(self, invention: Invention, span: range, random: np.random.Generator) -> None:
        self._invention, self._likeness, self._span, self._random = (
            invention,
            invention.likeness,
            span,
            random,
        )
        self._size = len(span)
        self._ids = [f"listing-{position + 1:07d}" for position in span]

    def part(self) -> Part:
        """The rows of every table. Tables are drawn one after the other, always in the same order."""
        return Part(self._listings(), self._locations(), *self._facets(), self._phones(), self._sources())

    def _slice(self) -> slice:
        return slice(self._span.start, self._span.stop)

    def _listings(self) -> Rows:
        random, size, likeness = self._random, self._size, self._likeness
        organizations = self._invention.organization_names
        owners = (drawn(random, skewed(len(organizations)), size) + 1).tolist()
        kinds = drawn(random, likeness.place_kind_weights, size).tolist()
        english = self._texts(french=False, units=random.integers(4, 17, size))
        french = self._texts(french=True, units=random.integers(4, 19, size))
        eligible = random.random(size) < 0.3
        eligible_en = self._texts(french=False, units=np.where(eligible, 4, 0))
        eligible_fr = self._texts(french=True, units=np.where(eligible, 4, 0))
        referral = drawn(random, np.array([0.25, 0.3, 1.0]), size).tolist()
        sure = (random.random(size) < 0.25).tolist()
        web = (random.random(size) < 0.4).tolist()
        written, checked = self._source_dates(), self._checks()
        names = self._invention.names[self._slice()]
        programs = self._invention.is_program[self._slice()].tolist()
        return (
            (
                self._span[row] + 1,
                self._ids[row],
                "program" if programs[row] else "place",
                None if programs[row] else likeness.place_kinds[kinds[row]],
                _organization_id(owners[row]),
                *names[row],
                english[row],
                french[row],
                eligible_en[row],
                eligible_fr[row],
                "24/7" if row % 11 == 0 else None,
                "24 heures sur 24, 7 jours sur 7" if row % 11 == 0 else None,
                ("no", "yes", None)[referral[row]],
                f"https://{self._ids[row]}.example.ca" if web[row] else None,
                f"info@{self._ids[row]}.example.ca" if row % 17 == 0 else None,
                written[row],
                checked[row],
                "high" if sure[row] else "medium",
            )
            for row in range(size)
        )

    def _texts(self, *, french: bool, units: NDArray[np.integer]) -> list[str | None]:
        """One text a listing, of so many pieces of real texts and general words; None for none."""
        words = self._likeness.words
        pool = words.french if french else words.english
        weights = words.french_weights if french else words.english_weights
        total = int(units.sum())
        general = words.pieces + drawn(self._random, weights, total)
        pieces = self._random.integers(0, words.pieces, total)
        from_a_text = self._random.random(total) < _PIECES_OF_A_TEXT
        said = pool[np.where(from_a_text, pieces, general)].tolist()
        ends = np.cumsum(units).tolist()
        return [
            " ".join(said[start:end]) if end > start else None
            for start, end in zip([0, *ends], ends, strict=False)
        ]

    def _source_dates(self) -> list[str | None]:
        """Days, months, years and nothing, as pages are dated."""
        first = self._likeness.as_of - timedelta(days=12 * 365)
        days = (self._random.random(self._size) ** 0.6 * 12 * 365).astype(int).tolist()
        lengths = self._random.choice([10, 7, 4, 0], self._size, p=[0.4, 0.12, 0.11, 0.37]).tolist()
        calendar = [(first + timedelta(days=day)).isoformat() for day in range(12 * 365 + 1)]
        return [calendar[day][:length] or None for day, length in zip(days, lengths, strict=True)]

    def _checks(self) -> list[str | None]:
        days = self._random.integers(0, 1000, self._size).tolist()
        called = (self._random.random(self._size) < 0.2).tolist()
        calendar = [(self._likeness.as_of - timedelta(days=day)).isoformat() for day in range(1000)]
        return [calendar[day] if was else None for day, was in zip(days, called, strict=True)]

    def _locations(self) -> Rows:
        random, size = self._random, self._size
        located = random.random(size) >= _UNLOCATED
        pointed = (random.random(size) >= _WITHOUT_POINT).tolist()
        precisions = drawn(random, _PRECISION_SUMS, size)
        scatter = np.where(precisions[:, None] == 0, 0, random.normal(0, 0.04, (size, 2))).tolist()
        streets = self._likeness.words.english_names
        street = random.integers(0, len(streets), size).tolist()
        towns = self._invention.towns[self._slice()].tolist()
        for row in np.flatnonzero(located).tolist():
            town, precision = self._likeness.towns[towns[row]], _PRECISIONS[precisions[row]]
            address = f"{row % 900 + 1} {streets[street[row]].capitalize()} Street"
            point = (
                round(town.latitude + scatter[row][0], 5),
                round(town.longitude + scatter[row][1] * 1.4, 5),
                precision,
            )
            yield (
                self._ids[row],
                address if precision == "address" else None,
                town.name,
                town.province,
                None,
                *(point if pointed[row] else (None, None, None)),
            )

    def _facets(self) -> tuple[Rows, Rows]:
        """The rows of service_area and of listing_facet, both sorted as their tables are."""
        habits = self._likeness.habits["program"]
        answers: list[tuple[str, str]] = []
        keys = []
        areas: Rows = iter(())
        for facet, held in self._invention.codes.items():
            values = habits[facet].values
            rows, columns = np.nonzero(held[self._slice()] >= 0)
            codes = held[self._slice()][rows, columns].astype(np.int64)
            if facet == "serves":
                order = np.lexsort((codes, rows))  # codes rise as values do
                served = zip(rows[order].tolist(), codes[order].tolist(), strict=True)
                areas = iter([(self._ids[row], values[code]) for row, code in served])
                continue
            keys.append(rows << 20 | (codes + len(answers)))
            answers += [(facet, value) for value in values]
        every = np.sort(np.concatenate(keys)).tolist()
        return areas, ((self._ids[key >> 20], *answers[key & 0xFFFFF]) for key in every)

    def _phones(self) -> Rows:
        chances = self._random.random((self._size, 3)).tolist()
        for row, (has, kind, line) in enumerate(chances):
            if has < 0.4:
                area = 800 if kind < 0.4 else _AREA_CODES[row % len(_AREA_CODES)]
                number = f"+1{area}5550{100 + int(line * 100)}"
                called = "toll-free" if area == 800 else "voice"
                yield self._ids[row], None, 1, called, number, None, None, None
            if has < 0.08:
                number = f"+18005550{100 + int(line * 100)}"
                yield self._ids[row], None, 2, "text", number, None, None, None

    def _sources(self) -> Rows:
        for row, second in enumerate((self._random.random(self._size) < 0.7).tolist()):
            yield self._ids[row], 1, f"https://pages.example.ca/{self._ids[row]}", None
            if second:
                yield self._ids[row], 2, f"https://news.example.ca/{self._ids[row]}", "p. 2"
