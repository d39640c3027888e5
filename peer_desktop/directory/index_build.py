"""Derives from a directory what answers a search: bits per facet value, postings per word, ranks.

Nothing here is the truth: the file can be deleted at any time and is made again from the directory.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory.bits import pack, positions, words_for
from peer_desktop.directory.facet_bits import stated_values
from peer_desktop.directory.folding import fold_place
from peer_desktop.directory.index_file import Array
from peer_desktop.directory.index_texts import TEXTS, Texts
from peer_desktop.directory.known_words import known_word_arrays, name_hashes
from peer_desktop.directory.query import NOT_STATED
from peer_desktop.directory.synonym_arrays import synonym_arrays
from peer_desktop.directory.tokens import words_of

INDEX_VERSION = 15
"""Raised whenever what is derived, or how, changes: older index files are made again."""

DATED_FACETS = ("checked", "source_age")
"""Facets that depend on the day the directory is opened; they are not in the index."""

EVIDENCE = {"stated": 0, "referral": 1, "not-confirmed": 2}

_SAID_FROM, _SHORTEST_NAME = 500, 5
"""People of a place, and letters of its name, from which on its name is a right spelling."""

_REMOTE = {"online", "phone", "text-chat", "mobile-app"}

Ticked = tuple[int, str, str]
"""Position of a listing, facet, value."""

_FACETS = """
    SELECT l.number - 1, f.facet, f.value
    FROM listing_facet AS f JOIN listing AS l ON l.id = f.listing_id
"""
_VALUES = """
    SELECT v.facet, v.value, v.label_en, v.label_fr
    FROM facet_value AS v JOIN facet AS f ON f.id = v.facet
    ORDER BY f.position, v.position, v.value
"""


def build_index(connection: sqlite3.Connection) -> tuple[dict[str, Any], dict[str, Array]]:
    """Derive the facts and arrays of an index from an open directory."""
    size: int = connection.execute("SELECT count(*) FROM listing").fetchone()[0]
    values = connection.execute(_VALUES).fetchall()
    ticked: list[Ticked] = connection.execute(_FACETS).fetchall()
    rows, facets = _facet_rows([*ticked, *_known_without_ticks(connection)], size, values)
    arrays: dict[str, Array] = {"bits": rows, **_values_of_listings(facets, rows, size)}
    texts = Texts(size)
    labels = _labels_of_listings(ticked, size, values)
    for row in connection.execute(TEXTS, (1, size)):
        texts.add(row, labels[row[0] - 1])
    for phrase in (*_phrases(connection), *_large_places(connection)):
        texts.know(words_of(phrase))
    arrays |= texts.arrays()
    arrays |= _ranks(size, facets, rows, texts)
    arrays["prior_evidence"] = _evidence(facets, rows, size)
    arrays["remote"] = _remote(facets, rows)
    arrays |= known_word_arrays()
    arrays["place_words"] = name_hashes(_words_of_places(connection))
    arrays |= synonym_arrays(connection.execute("SELECT said, means, both_ways FROM synonym ORDER BY number"))
    facts = {
        "version": INDEX_VERSION,
        "size": size,
        "facets": facets,
        "towns": sorted(set(map(fold_place, texts.towns)) - {""}),
    }
    return facts, arrays


def _facet_rows(
    ticked: Sequence[Ticked], size: int, values: Sequence[tuple[str, str, str, str]]
) -> tuple[NDArray[np.uint64], dict[str, list[str]]]:
    facets: dict[str, list[str]] = {}
    for facet, value, *_ in values:
        if facet not in DATED_FACETS:
            facets.setdefault(facet, []).append(value)
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, facet, value in ticked:
        found[facet, value].append(position)
    rows = []
    for facet, names in facets.items():
        known = np.zeros(size, bool)
        for value in names:
            known[found[facet, value]] = True
        for value in names:
            members = ~known if value == NOT_STATED else np.zeros(size, bool)
            members[found[facet, value]] = True
            rows.append(pack(members))
    return np.stack(rows) if rows else np.zeros((0, words_for(size)), np.uint64), facets


def _values_of_listings(
    facets: Mapping[str, Sequence[str]], rows: NDArray[np.uint64], size: int
) -> dict[str, Array]:
    """The bits once more, listing by listing: a row is read from one place, and not from every value's."""
    of_value = [positions(rows[row], size) for _, _, row in stated_values(facets)]
    holders = np.concatenate([np.zeros(0, np.intp), *of_value])
    values = np.repeat(np.arange(len(of_value), dtype=np.uint16), [len(held) for held in of_value])
    return {
        "listing_value_starts": np.concatenate([[0], np.cumsum(np.bincount(holders, minlength=size))]),
        "listing_values": values[np.argsort(holders, kind="stable")],
    }


def _known_without_ticks(connection: sqlite3.Connection) -> Iterator[Ticked]:
    yield from connection.execute(
        "SELECT l.number - 1, 'serves', s.code "
        "FROM service_area AS s JOIN listing AS l ON l.id = s.listing_id"
    )
    yield from connection.execute("SELECT number - 1, 'kind', kind FROM listing")


def _phrases(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute("SELECT said, means FROM synonym"):
        yield from row


def _large_places(connection: sqlite3.Connection) -> Iterator[str]:
    for (name,) in connection.execute("SELECT name_en FROM place WHERE population >= 20000"):
        yield name


def _words_of_places(connection: sqlite3.Connection) -> Iterator[str]:
    """Words of the names of places that are so large that people say them."""
    places = connection.execute("SELECT name_en, name_fr FROM place WHERE population >= ?", (_SAID_FROM,))
    for name in chain.from_iterable(places):
        yield from (word for word in words_of(name or "") if len(word) >= _SHORTEST_NAME)


def _labels_of_listings(
    ticked: Sequence[Ticked], size: int, values: Sequence[tuple[str, str, str, str]]
) -> list[list[str]]:
    words = {(facet, value): f"{english} {french}" for facet, value, english, french in values}
    said: list[list[str]] = [[] for _ in range(size)]
    for position, facet, value in ticked:
        if facet not in ("peer_evidence", "confidence"):
            said[position].append(words[facet, value])
    return said


def _ranks(
    size: int, facets: dict[str, list[str]], rows: NDArray[np.uint64], texts: Texts
) -> dict[str, Array]:
    """The place of every listing in each plain order; equal things have equal ranks."""
    cost = _first_value(facets, rows, "cost", size)
    how = _first_value(facets, rows, "format", size)
    by_french_name = np.lexsort((np.arange(size), np.array(texts.french_names or [""])[:size]))
    towns = np.unique(np.array(texts.towns or [""]), return_inverse=True)[1][:size]
    return {
        "rank_name_en": np.arange(size, dtype=np.int32),
        "by_name_fr": by_french_name,
        "rank_name_fr": _places(by_french_name),
        "rank_organization_en": _rank(texts.organizations_en),
        "rank_organization_fr": _rank(texts.organizations_fr),
        "rank_cost": cost,
        "rank_how": (how.astype(np.int64) * (size + 1) + towns).astype(np.int64),
    }


def _places(order: NDArray[np.intp]) -> NDArray[np.int32]:
    """Where each listing stands in an order: no two at the same place."""
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return places


def _rank(values: Sequence[str]) -> NDArray[np.int32]:
    return np.unique(np.array(values or [""]), return_inverse=True)[1][: len(values)].astype(np.int32)


def _first_value(
    facets: dict[str, list[str]], rows: NDArray[np.uint64], facet: str, size: int
) -> NDArray[np.int32]:
    """The position of the first value each listing has; those that state none come last."""
    start, names = _rows_of(facets, facet)
    first = np.full(size, len(names), np.int32)
    for offset in reversed(range(len(names))):
        members = np.unpackbits(rows[start + offset].view(np.uint8), count=size, bitorder="little")
        first[members.view(np.bool_)] = offset
    return first


def _evidence(facets: dict[str, list[str]], rows: NDArray[np.uint64], size: int) -> NDArray[np.uint8]:
    start, names = _rows_of(facets, "peer_evidence")
    evidence = np.zeros(size, np.uint8)
    for offset, name in enumerate(names):
        members = np.unpackbits(rows[start + offset].view(np.uint8), count=size, bitorder="little")
        evidence[members.view(np.bool_)] = EVIDENCE.get(name, 0)
    return evidence


def _remote(facets: dict[str, list[str]], rows: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The listings that are used from anywhere: online, by phone or by text, and never in person."""
    start, names = _rows_of(facets, "format")
    remote = np.zeros(rows.shape[1], np.uint64)
    met = np.zeros(rows.shape[1], np.uint64)
    for offset, name in enumerate(names):
        if name in _REMOTE:
            remote |= rows[start + offset]
        elif name != NOT_STATED:
            met |= rows[start + offset]
    return remote & ~met


def _rows_of(facets: dict[str, list[str]], facet: str) -> tuple[int, list[str]]:
    start = 0
    for name, values in facets.items():
        if name == facet:
            return start, values
        start += len(values)
    return start, []
