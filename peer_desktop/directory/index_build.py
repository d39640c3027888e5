"""Derives from a directory what answers a search: bits per facet value, postings per word, ranks.

Nothing here is the truth: the file can be deleted at any time and is made again from the directory.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory.bits import pack, words_for
from peer_desktop.directory.folding import fold
from peer_desktop.directory.freshness import day_number
from peer_desktop.directory.index_file import Array
from peer_desktop.directory.known_words import known_word_hashes
from peer_desktop.directory.nearby import unit_vectors
from peer_desktop.directory.query import NOT_STATED
from peer_desktop.directory.tokens import stems_of, words_of
from peer_desktop.directory.vocabulary import signatures

INDEX_VERSION = 1
"""Raised whenever what is derived, or how, changes: older index files are made again."""

DATED_FACETS = ("checked", "source_age")
"""Facets that depend on the day the directory is opened; they are not in the index."""

NAME, ORGANIZATION, PLACE, LABEL, BODY = 12, 6, 5, 4, 1
"""What a word weighs by where it stands."""

EVIDENCE = {"stated": 0, "referral": 1, "not-confirmed": 2}

_CHUNK = 20_000
_REMOTE = {"online", "phone", "text-chat", "mobile-app"}

_TEXTS = """
    SELECT l.number, l.name_en, l.name_fr, o.name_en, o.name_fr,
           coalesce(a.city, ''), coalesce(a.address, ''), coalesce(a.province, ''),
           coalesce(l.description_en, ''), coalesce(l.description_fr, ''),
           coalesce(l.eligibility_en, ''), coalesce(l.eligibility_fr, ''),
           coalesce(l.hours_en, ''), coalesce(l.hours_fr, ''),
           l.source_date, l.checked_on, a.latitude, a.longitude, a.precision, l.kind
    FROM listing AS l
    JOIN organization AS o ON o.id = l.organization_id
    LEFT JOIN location AS a ON a.listing_id = l.id
    ORDER BY l.number
"""
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
    rows, facets = _facet_rows(connection, size, values)
    arrays: dict[str, Array] = {"bits": rows}
    texts = _Texts(size)
    labels = _labels_of_listings(connection, size, values)
    for row in connection.execute(_TEXTS):
        texts.add(row, labels[row[0] - 1])
    for phrase in _phrases_people_type(connection):
        texts.know(words_of(phrase))
    arrays |= texts.arrays()
    arrays |= _ranks(size, facets, rows, texts)
    arrays["prior_evidence"] = _evidence(facets, rows, size)
    arrays["remote"] = _remote(facets, rows)
    arrays["known_words"] = known_word_hashes()
    return {"version": INDEX_VERSION, "size": size, "facets": facets}, arrays


def _facet_rows(
    connection: sqlite3.Connection, size: int, values: Sequence[tuple[str, str, str, str]]
) -> tuple[NDArray[np.uint64], dict[str, list[str]]]:
    facets: dict[str, list[str]] = {}
    for facet, value, *_ in values:
        if facet not in DATED_FACETS:
            facets.setdefault(facet, []).append(value)
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, facet, value in _all_facet_rows(connection):
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


def _all_facet_rows(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    yield from connection.execute(_FACETS)
    yield from connection.execute(
        "SELECT l.number - 1, 'serves', s.code "
        "FROM service_area AS s JOIN listing AS l ON l.id = s.listing_id"
    )
    yield from connection.execute("SELECT number - 1, 'kind', kind FROM listing")


def _phrases_people_type(connection: sqlite3.Connection) -> Iterator[str]:
    for said, means in connection.execute("SELECT said, means FROM synonym"):
        yield said
        yield means
    for (name,) in connection.execute("SELECT name_en FROM place WHERE population >= 20000"):
        yield name


def _labels_of_listings(
    connection: sqlite3.Connection, size: int, values: Sequence[tuple[str, str, str, str]]
) -> list[list[str]]:
    words = {(facet, value): f"{english} {french}" for facet, value, english, french in values}
    said: list[list[str]] = [[] for _ in range(size)]
    for position, facet, value in connection.execute(_FACETS):
        if facet not in ("peer_evidence", "confidence"):
            said[position].append(words[facet, value])
    return said


class _Texts:
    """Collects the words of every listing, then turns them into postings with impacts."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._ids: defaultdict[str, int] = defaultdict(count().__next__)
        self._uncapitalized: set[str] = set()
        self._keys: list[NDArray[np.int64]] = []
        self._pending: list[int] = []
        self._pending_rows = 0
        self._lengths = np.zeros(size)
        self._name_words: list[list[str]] = []
        self.french_names: list[str] = []
        self.organizations_en: list[str] = []
        self.organizations_fr: list[str] = []
        self.towns: list[str] = []
        self._days = np.zeros((2, size), np.int32)
        self._coordinates = np.full((size, 2), np.nan, np.float32)
        self._exact = np.zeros(size, bool)
        self._of_place = np.zeros(size, bool)

    def add(self, row: tuple[Any, ...], labels: Iterable[str]) -> None:
        """Take one row of `_TEXTS` in."""
        position = row[0] - 1
        name_en, name_fr, organization_en, organization_fr, city, address, province = row[1:8]
        body = row[8:14]
        name = words_of(name_en or "") + words_of(name_fr or "")
        self._name_words.append(name)
        self._put(position, name, NAME)
        organization = f"{organization_en or ''} {organization_fr or ''}"
        self._put(position, words_of(organization), ORGANIZATION)
        self._put(position, words_of(f"{city} {PROVINCE_WORDS.get(province, '')}"), PLACE)
        for label in labels:
            self._put(position, words_of(label), LABEL)
        for text in (*body, address):
            self._put(position, words_of(text), BODY)
            self._note_uncapitalized(text)
        self.french_names.append(fold(name_fr or name_en))
        self.organizations_en.append(fold(organization_en or organization_fr or ""))
        self.organizations_fr.append(fold(organization_fr or organization_en or ""))
        self.towns.append(fold(city))
        self._days[:, position] = day_number(row[14]), day_number(row[15])
        if row[16] is not None:
            self._coordinates[position] = row[16], row[17]
        self._exact[position] = row[18] == "address"
        self._of_place[position] = row[19] == "place"
        self._pending_rows += 1
        if self._pending_rows == _CHUNK:
            self._flush()

    def know(self, words: Sequence[str]) -> None:
        """Take in words that no listing holds, so that slips in them are mended too."""
        for word in words:
            self._ids[word]

    def arrays(self) -> dict[str, Array]:
        """Postings by word, words sorted; impacts in 1…255; and what else belongs to each listing."""
        self._flush()
        names = sorted(self._ids)
        order = np.zeros(len(names), np.int64)
        for rank, name in enumerate(names):
            order[self._ids[name]] = rank
        keys = np.concatenate(self._keys) if self._keys else np.zeros(0, np.int64)
        terms, rows, weights = order[keys >> 40], (keys >> 12) & 0xFFFFFFF, keys & 0xFFF
        by_term = np.lexsort((rows, terms))
        terms, rows, weights = terms[by_term], rows[by_term], weights[by_term]
        mean = max(float(self._lengths.mean()), 1e-9) if self._size else 1.0
        norm = 10.0 * (0.4 + 0.6 * self._lengths / mean)
        impacts = np.clip(255 * weights / (weights + norm[rows]), 1, 255).astype(np.uint8)
        pointers = np.zeros(len(names) + 1, np.int64)
        np.add.at(pointers, terms + 1, 1)
        name_terms = [[self._rank_of(names, word) for word in words] for words in self._name_words]
        return {
            "words": np.frombuffer("\n".join(names).encode(), np.uint8),
            "word_starts": np.cumsum(pointers),
            "posting_rows": rows.astype(np.int32),
            "posting_impacts": impacts,
            "uncapitalized": np.array([name in self._uncapitalized for name in names], bool),
            "signatures": signatures(names),
            **_stem_arrays(names),
            **_first_letters(names, np.cumsum(pointers), rows, impacts, self._size),
            "name_starts": np.cumsum([0, *map(len, name_terms)]).astype(np.int64),
            "name_terms": np.array([term for terms in name_terms for term in terms], np.int32),
            "coordinates": self._coordinates,
            "vectors": unit_vectors(self._coordinates[:, 0], self._coordinates[:, 1]),
            "exact": self._exact,
            "of_place": self._of_place,
            "source_days": self._days[0],
            "checked_days": self._days[1],
        }

    def _rank_of(self, names: Sequence[str], word: str) -> int:
        if not hasattr(self, "_ranks"):
            self._ranks = {name: rank for rank, name in enumerate(names)}
        return self._ranks[word]

    def _put(self, position: int, words: Sequence[str], weight: int) -> None:
        for word in words:
            self._pending.append(self._ids[word] << 40 | position << 12 | weight)
        self._lengths[position] += weight * len(words)

    def _note_uncapitalized(self, text: str) -> None:
        for word in text.split():
            if word[:1].islower():
                self._uncapitalized.update(words_of(word))

    def _flush(self) -> None:
        if self._pending:
            keys = np.sort(np.array(self._pending, np.int64))
            starts = np.flatnonzero(np.diff(keys >> 12, prepend=-1))
            weights = np.minimum(np.add.reduceat(keys & 0xFFF, starts), 0xFFF)
            self._keys.append((keys[starts] & ~np.int64(0xFFF)) | weights)
        self._pending, self._pending_rows = [], 0


def _stem_arrays(names: Sequence[str]) -> dict[str, Array]:
    """For each language: the sorted stems, and the words of every stem."""
    arrays: dict[str, Array] = {}
    for language, which in (("english", 0), ("french", 1)):
        members: dict[str, list[int]] = defaultdict(list)
        for rank, name in enumerate(names):
            members[stems_of(name)[which]].append(rank)
        stems = sorted(members)
        arrays[f"stems_{language}"] = np.frombuffer("\n".join(stems).encode(), np.uint8)
        arrays[f"stem_starts_{language}"] = np.cumsum([0, *(len(members[stem]) for stem in stems)])
        arrays[f"stem_words_{language}"] = np.array([r for stem in stems for r in members[stem]], np.int32)
    return arrays


def _first_letters(
    names: Sequence[str], starts: NDArray[np.int64], rows: Array, impacts: NDArray[np.uint8], size: int
) -> dict[str, Array]:
    """The answer to the first letter, which matches most and is asked most, is kept whole."""
    letters = sorted({name[0] for name in names})
    answers = np.zeros((len(letters), size), np.uint8)
    bounds = defaultdict(list)
    for rank, name in enumerate(names):
        bounds[name[0]].append(rank)
    for answer, letter in zip(answers, letters, strict=True):
        part = slice(starts[bounds[letter][0]], starts[bounds[letter][-1] + 1])
        np.maximum.at(answer, rows[part], impacts[part])
    return {"first_letters": np.array([ord(letter) for letter in letters], np.int32), "first": answers}


def _ranks(
    size: int, facets: dict[str, list[str]], rows: NDArray[np.uint64], texts: _Texts
) -> dict[str, Array]:
    """The place of every listing in each plain order; equal things have equal ranks."""
    cost = _first_value(facets, rows, "cost", size)
    how = _first_value(facets, rows, "format", size)
    towns = np.unique(np.array(texts.towns or [""]), return_inverse=True)[1][:size]
    return {
        "rank_name_en": np.arange(size, dtype=np.int32),
        "rank_name_fr": _rank(texts.french_names),
        "rank_organization_en": _rank(texts.organizations_en),
        "rank_organization_fr": _rank(texts.organizations_fr),
        "rank_cost": cost,
        "rank_how": (how.astype(np.int64) * (size + 1) + towns).astype(np.int64),
    }


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


PROVINCE_WORDS = {
    "AB": "AB Alberta",
    "BC": "BC British Columbia Colombie-Britannique",
    "MB": "MB Manitoba",
    "NB": "NB New Brunswick Nouveau-Brunswick",
    "NL": "NL Newfoundland Labrador Terre-Neuve",
    "NS": "NS Nova Scotia Nouvelle-Écosse",
    "NT": "NT Northwest Territories Territoires Nord-Ouest",
    "NU": "NU Nunavut",
    "ON": "ON Ontario",
    "PE": "PE Prince Edward Island Île-du-Prince-Édouard",
    "QC": "QC Quebec Québec",
    "SK": "SK Saskatchewan",
    "YT": "YT Yukon",
}
