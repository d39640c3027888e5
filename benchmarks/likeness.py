"""Reads from a real directory what invented listings must be like: its words, facets, phones and places."""

import gzip
import importlib.resources
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float64]
"""Rising sums of shares, the last one 1: what `drawn` needs."""

NEVER_SEEN = 0.5
"""What a value weighs that the real directory knows but no listing has."""

_PIECE = 5
"""Words of a real text that stay together, in either language."""
_GENERAL_WORDS = slice(150, 30_000)
"""Which words of a language are general, by frequency; the most frequent come with the real texts."""
_RARE_WORDS = slice(8_000, 30_000)
"""Which words make names."""


@dataclass(frozen=True, eq=False)
class Habit:
    """How the listings of one kind answer one facet."""

    values: Sequence[str]
    weights: Weights
    stated: float
    """The share of listings of which anything is known."""
    how_many: Weights
    """Of one value, of two, …"""


@dataclass(frozen=True, eq=False)
class Town:
    """A place of the gazetteer."""

    name: str
    province: str
    latitude: float
    longitude: float


@dataclass(frozen=True, eq=False)
class Words:
    """Words to write texts with: pieces of real texts in two languages, and general words."""

    english: NDArray[np.object_]
    """First the pieces, then the general words; shape (pieces + general,)."""
    french: NDArray[np.object_]
    """The pieces stand at the same positions as their English ones."""
    pieces: int
    english_weights: Weights
    french_weights: Weights
    english_names: NDArray[np.object_]
    french_names: NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Likeness:
    """What an invented directory copies from a real one."""

    habits: Mapping[str, Mapping[str, Habit]]
    """By kind, by facet; serves is one of them."""
    labels: Mapping[tuple[str, str], tuple[str, str]]
    """English and French label of every value, by facet and value."""
    place_kinds: Sequence[str]
    place_kind_weights: Weights
    towns: Sequence[Town]
    town_weights: Weights
    words: Words
    as_of: date
    """No date is later."""


def read_likeness(connection: sqlite3.Connection) -> Likeness:
    """What the directory of this connection is like."""
    labels = {
        (facet, value): (english, french)
        for facet, value, english, french in connection.execute(
            "SELECT facet, value, label_en, label_fr FROM facet_value ORDER BY facet, value"
        )
    }
    place_kinds = connection.execute(
        "SELECT place_kind, count(*) FROM listing WHERE kind = 'place' GROUP BY 1 ORDER BY 1"
    ).fetchall()
    towns = connection.execute(
        "SELECT name_en, province, latitude, longitude, coalesce(population, 50) FROM place ORDER BY number"
    ).fetchall()
    return Likeness(
        habits={kind: _habits(connection, kind, labels) for kind in ("program", "place")},
        labels=labels,
        place_kinds=[name for name, _ in place_kinds],
        place_kind_weights=_sums([count for _, count in place_kinds]),
        towns=[Town(*row[:4]) for row in towns],
        town_weights=_sums([row[4] ** 0.9 for row in towns]),
        words=_words(connection),
        as_of=date.fromisoformat(connection.execute("SELECT data_as_of FROM directory").fetchone()[0]),
    )


def drawn(random: np.random.Generator, weights: Weights, shape: int | tuple[int, ...]) -> NDArray[np.intp]:
    """Positions drawn by weight."""
    return np.minimum(np.searchsorted(weights, random.random(shape)), len(weights) - 1)


def skewed(count: int) -> Weights:
    """Weights for things of which a few are met everywhere and most only once."""
    return _sums(1 / np.arange(1, count + 1) ** 0.8)


def _sums(shares: Sequence[float] | NDArray[np.float64]) -> Weights:
    sums = np.cumsum(np.asarray(shares, np.float64))
    return sums / sums[-1]


def _habits(
    connection: sqlite3.Connection, kind: str, labels: Mapping[tuple[str, str], tuple[str, str]]
) -> dict[str, Habit]:
    (size,) = connection.execute("SELECT count(*) FROM listing WHERE kind = ?", (kind,)).fetchone()
    answers: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for facet, listing, value in connection.execute(
        "SELECT f.facet, f.listing_id, f.value FROM listing_facet AS f "
        "JOIN listing AS l ON l.id = f.listing_id WHERE l.kind = ?1 UNION ALL "
        "SELECT 'serves', s.listing_id, s.code FROM service_area AS s "
        "JOIN listing AS l ON l.id = s.listing_id WHERE l.kind = ?1 ORDER BY 1, 2, 3",
        (kind,),
    ):
        answers[facet][listing].append(value)
    habits = {}
    for facet, listings in sorted(answers.items()):
        values = [value for one, value in labels if one == facet and value != "not-stated"]
        seen = Counter(value for held in listings.values() for value in held)
        sizes = Counter(len(held) for held in listings.values())
        habits[facet] = Habit(
            values=values,
            weights=_sums([seen[value] + NEVER_SEEN for value in values]),
            stated=len(listings) / size,
            how_many=_sums([sizes[count] for count in range(1, max(sizes) + 1)]),
        )
    return habits


def _words(connection: sqlite3.Connection) -> Words:
    pieces: list[tuple[str, str]] = []
    for english, french in connection.execute(
        "SELECT description_en, description_fr FROM listing "
        "WHERE description_en IS NOT NULL AND description_fr IS NOT NULL ORDER BY number"
    ):
        count = max(1, round(len(english.split()) / _PIECE))
        pieces += zip(_cut(english, count), _cut(french, count), strict=True)
    general_en, shares_en, names_en = _of_the_language("en")
    general_fr, shares_fr, names_fr = _of_the_language("fr")
    return Words(
        english=np.array([piece for piece, _ in pieces] + general_en, object),
        french=np.array([piece for _, piece in pieces] + general_fr, object),
        pieces=len(pieces),
        english_weights=_sums(shares_en),
        french_weights=_sums(shares_fr),
        english_names=np.array(names_en, object),
        french_names=np.array(names_fr, object),
    )


def _cut(text: str, count: int) -> list[str]:
    words = text.split()
    ends = [round(len(words) * part / count) for part in range(count + 1)]
    return [" ".join(words[start:end]) for start, end in pairwise(ends)]


def _of_the_language(language: str) -> tuple[list[str], list[int], list[str]]:
    """General words with their frequencies, and rare ones for names, from pyspellchecker's lists."""
    packed = importlib.resources.files("spellchecker") / "resources" / f"{language}.json.gz"
    frequencies: dict[str, int] = json.loads(gzip.decompress(packed.read_bytes()))
    by_frequency = sorted(
        (word for word in frequencies if word.isalpha() and len(word) > 2),
        key=lambda word: (-frequencies[word], word),
    )
    general = by_frequency[_GENERAL_WORDS]
    return general, [frequencies[word] for word in general], by_frequency[_RARE_WORDS]
