"""Collects the words of every listing and turns them into postings: who holds a word, and how much."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory.folding import fold
from peer_desktop.directory.freshness import day_number
from peer_desktop.directory.index_file import Array, as_lines
from peer_desktop.directory.names import initials_of, name_keys, parts_of_name
from peer_desktop.directory.nearby import unit_vectors
from peer_desktop.directory.postings import posting_arrays
from peer_desktop.directory.slips import signatures
from peer_desktop.directory.tokens import stems_of, uncapitalized_in, words_of

WEIGHTS = {"name": 12, "organization": 5, "place": 5, "labels": 4, "text": 2}
"""What a word weighs by where it stands."""

_HALF, _FREE = 10.0, 0.4
"""The weight that fills half of an impact in a listing of usual length, and the share of it that does not
grow with the length of a listing."""
_CHUNK = 20_000

TEXTS = """
    SELECT l.number, l.name_en, l.name_fr, o.name_en, o.name_fr,
           coalesce(a.city, ''), coalesce(a.address, ''), coalesce(a.province, ''),
           coalesce(l.description_en, ''), coalesce(l.description_fr, ''),
           coalesce(l.eligibility_en, ''), coalesce(l.eligibility_fr, ''),
           coalesce(l.hours_en, ''), coalesce(l.hours_fr, ''),
           l.source_date, l.checked_on, a.latitude, a.longitude, a.precision, l.kind
    FROM listing AS l
    JOIN organization AS o ON o.id = l.organization_id
    LEFT JOIN location AS a ON a.listing_id = l.id
    WHERE l.number BETWEEN ? AND ?
    ORDER BY l.number
"""
"""What `Texts.add` takes in, row by row; asked with the first and the last number."""

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


def words_of_fields(row: tuple[Any, ...], labels: Iterable[str]) -> dict[str, list[str]]:
    """The words of one row of `TEXTS`, and of the labels of its facet values, by where they stand."""
    names, organizations = [row[1] or "", row[2] or ""], [row[3] or "", row[4] or ""]
    city, address, province = row[5:8]
    initials = set().union(*map(initials_of, names), *map(_initials_of_organization, organizations))
    return {
        "name": words_of(" ".join(names)),
        "organization": [*_words_said_often(" ".join(organizations)), *sorted(initials)],
        "place": [*_words_said_often(f"{city} {PROVINCE_WORDS.get(province, '')}")],
        "labels": [word for label in labels for word in _words_said_often(label)],
        "text": words_of("\n".join((*row[8:14], address))),
    }


# an organization has several listings
_initials_of_organization = lru_cache(maxsize=8192)(initials_of)


@lru_cache(maxsize=8192)
def _words_said_often(text: str) -> tuple[str, ...]:
    return tuple(words_of(text))


class Texts:
    """The words of all listings of a directory, and what else is told by their rows."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._ids: defaultdict[str, int] = defaultdict(count().__next__)
        self._labels: set[str] = set()
        self._uncapitalized: set[str] = set()
        self._headwords: set[str] = set()
        self._keys: list[NDArray[np.int64]] = []
        self._pending_words: list[int] = []
        self._pending_places: list[tuple[int, int]] = []
        self._pending_rows = 0
        self._lengths = np.zeros(size)
        self._name_words: list[list[str]] = []
        self._known_as: list[list[str]] = []
        self.french_names: list[str] = []
        self.organizations_en: list[str] = []
        self.organizations_fr: list[str] = []
        self.towns: list[str] = []
        self._days = np.zeros((2, size), np.int32)
        self._coordinates = np.full((size, 2), np.nan, np.float32)
        self._exact = np.zeros(size, bool)
        self._of_place = np.zeros(size, bool)

    def add(self, row: tuple[Any, ...], labels: Iterable[str]) -> None:
        """Take one row of `TEXTS` in."""
        position = row[0] - 1
        names, organizations = [row[1] or "", row[2] or ""], [row[3] or "", row[4] or ""]
        fields = words_of_fields(row, labels)
        for field, words in fields.items():
            self._put(position, words, WEIGHTS[field])
            if field != "text":
                self._headwords.update(words)
        self._labels.update(fields["labels"])
        self._uncapitalized.update(uncapitalized_in(" ".join(row[8:14])))
        self._name_words.append(list(dict.fromkeys(fields["name"])))
        parts = (part for name in names for part in parts_of_name(name) if part not in names)
        self._known_as.append([*names, *parts])
        self.french_names.append(fold(names[1] or names[0]))
        self.organizations_en.append(fold(organizations[0] or organizations[1]))
        self.organizations_fr.append(fold(organizations[1] or organizations[0]))
        self.towns.append(fold(row[5]))
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
        norm = _HALF * (_FREE + (1 - _FREE) * self._lengths / mean)
        impacts = np.clip(255 * weights / (weights + norm[rows]), 1, 255).astype(np.uint8)
        pointers = np.zeros(len(names) + 1, np.int64)
        np.add.at(pointers, terms + 1, 1)
        starts = np.cumsum(pointers)
        ranks = {name: rank for rank, name in enumerate(names)}
        # a word is folded once here, not wherever it stands
        uncapitalized = self._labels.union(*map(words_of, self._uncapitalized))
        return {
            "words": as_lines(names),
            **posting_arrays(starts, rows, impacts, self._size),
            "uncapitalized": np.array([name in uncapitalized for name in names], bool),
            "headwords": np.array([name in self._headwords for name in names], bool),
            "signatures": signatures(names),
            "word_weights": np.bincount(terms, impacts, len(names)).astype(np.int64),
            **_stem_arrays(names),
            **_first_letters(names, starts, rows, impacts, self._size),
            "name_starts": np.cumsum([0, *map(len, self._name_words)]).astype(np.int64),
            "name_terms": np.array([ranks[word] for words in self._name_words for word in words], np.int32),
            **name_keys(self._known_as),
            "coordinates": self._coordinates,
            "vectors": unit_vectors(self._coordinates[:, 0], self._coordinates[:, 1]),
            "exact": self._exact,
            "of_place": self._of_place,
            "source_days": self._days[0],
            "checked_days": self._days[1],
        }

    def _put(self, position: int, words: Sequence[str], weight: int) -> None:
        self._pending_words.extend(map(self._ids.__getitem__, words))
        self._pending_places.append((position << 12 | weight, len(words)))
        self._lengths[position] += weight * len(words)

    def _flush(self) -> None:
        if self._pending_words:
            places, counts = np.array(self._pending_places, np.int64).T
            keys = np.sort(np.array(self._pending_words, np.int64) << 40 | np.repeat(places, counts))
            starts = np.flatnonzero(np.diff(keys >> 12, prepend=-1))
            weights = np.minimum(np.add.reduceat(keys & 0xFFF, starts), 0xFFF)
            self._keys.append((keys[starts] & ~np.int64(0xFFF)) | weights)
        self._pending_words, self._pending_places, self._pending_rows = [], [], 0


def _stem_arrays(names: Sequence[str]) -> dict[str, Array]:
    """For each language: the sorted stems, and the words of every stem."""
    arrays: dict[str, Array] = {}
    pairs = map(stems_of, names)  # dear: once a word, for both languages
    of_words = zip(*pairs, strict=True) if names else ((), ())
    for language, of_word in zip(("english", "french"), of_words, strict=True):
        members: dict[str, list[int]] = defaultdict(list)
        for rank, stem in enumerate(of_word):
            members[stem].append(rank)
        stems = sorted(members)
        arrays[f"stems_{language}"] = as_lines(stems)
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
