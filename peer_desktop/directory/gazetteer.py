"""Finds places by name in either language and by postal code, as people write them."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from peer_desktop.directory.folding import fold_place
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.provinces import LONGEST_NAME, Province, province_behind
from peer_desktop.directory.query import Place

_POSTAL = re.compile(r"^\s*([A-Za-z]\d[A-Za-z])\s*-?\s*(\d[A-Za-z]\d)?\s*$")
_TOWN_WITH_A_LISTING = 5_000
"""A town where a listing is counts as so large at least, where people mean one of several of its name."""
_LARGE_TWIN = 10_000
_TIMES_AS_LARGE, _QUARTER_DEGREES = 5, 0.12
"""How much larger, and how near (13 km), the town is that another place is only a part of."""
_TOWN_OF = re.compile(r"^(?:city of|town of|ville de|ville d|municipalite de|village of) (?=\w)")

_PLACES = "SELECT name_en, name_fr, province, latitude, longitude, population FROM place "


class Gazetteer:
    """The places and postal prefixes of one directory."""

    def __init__(self, connection: sqlite3.Connection, listing_towns: Collection[str]) -> None:
        self._connection = connection
        self._listing_towns = listing_towns
        self.named = lru_cache(maxsize=512)(self._read_named)

    def places(self, text: str, limit: int = 8) -> tuple[Place, ...]:
        """Places for what was typed into Near, the likeliest first: names, beginnings, postal codes."""
        postal = _POSTAL.match(text)
        if postal:
            place = self.postal(postal[1])
            return (place,) if place else ()
        name = fold_place(text)
        if not name:
            return ()
        found = [province.place] if (province := province_behind(name)) else []
        found += self._towns_in_a_province(text) or self._towns(name)
        if len(found) < limit:
            found += [place for place in self._beginning_with(name, limit * 3) if place not in found]
        return tuple(found[:limit])

    def _towns(self, name: str) -> list[Place]:
        """Places of this name, and of one that people confuse with it; spaces do not matter at last."""
        known = (
            self.named(name) or self.named(_TOWN_OF.sub("", name)) or self.named(name.removesuffix(" city"))
        )
        return [*known, *self.twins(name)] if known else self._squeezed[name.replace(" ", "")]

    def _towns_in_a_province(self, text: str) -> list[Place]:
        """Places for "Moncton, NB", "london ontario" or "Moncton (Nouveau-Brunswick)"."""
        words = re.findall(r"[^\s,;()]+", text)
        for length in range(min(LONGEST_NAME, len(words) - 1), 0, -1):
            province = province_behind(" ".join(words[-length:]))
            if province and (here := self.in_province(" ".join(words[:-length]), province)):
                return here
        return []

    def in_province(self, name: str, province: Province) -> list[Place]:
        """Places of this name in one province."""
        return [place for place in self._towns(fold_place(name)) if place.province == province.code]

    def has_listing(self, folded: str) -> bool:
        """Whether a listing is in a town of this folded name."""
        return folded in self._listing_towns

    def twins(self, name: str) -> list[Place]:
        """Large places of almost the same folded name: Saint John for St. John's, and the other way."""
        if not name.startswith("saint "):
            return []
        twins = {f"{name}s", name.removesuffix("s")} - {name}
        return [
            place for twin in twins for place in self.named(twin) if (place.population or 0) > _LARGE_TWIN
        ]

    def is_quarter(self, place: Place) -> bool:
        """Whether a town with many more people is so near that this is a part of it, or beside it."""
        if place.kind != "town":
            return False
        row = self._connection.execute(
            "SELECT max(population) FROM place WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?",
            (
                place.latitude - _QUARTER_DEGREES,
                place.latitude + _QUARTER_DEGREES,
                place.longitude - 1.5 * _QUARTER_DEGREES,
                place.longitude + 1.5 * _QUARTER_DEGREES,
            ),
        ).fetchone()
        return (row[0] or 0) > _TIMES_AS_LARGE * (place.population or 0)

    def postal(self, prefix: str) -> Place | None:
        """The middle of the area whose postal codes begin so (three characters)."""
        row = self._connection.execute(
            "SELECT prefix, place, province, latitude, longitude FROM postal_prefix WHERE prefix = ?",
            (prefix.upper(),),
        ).fetchone()
        if row is None:
            return None
        name = f"{row[0]} ({row[1]})"
        return Place(Bilingual(name, name), row[2], row[3], row[4], "postal")

    def nearest_names(self, text: str, limit: int = 3) -> tuple[Place, ...]:
        """Places whose names are spelled almost like this, for a sentence that says what is right."""
        rows = self._connection.execute(
            "SELECT name_en, name_fr, province, latitude, longitude, population, folded_en FROM place "
            "WHERE population >= 500 ORDER BY population DESC"
        ).fetchall()
        near = process.extract(
            fold_place(text.split(",", 1)[0]),
            [row[6] for row in rows],
            scorer=OSA.normalized_similarity,
            limit=limit,
            score_cutoff=0.6,
        )
        return tuple(_place(rows[place]) for _, _, place in near)

    def _read_named(self, name: str) -> tuple[Place, ...]:
        """Places of exactly this folded name, the likeliest first."""
        rows = self._connection.execute(
            _PLACES + "WHERE folded_en = ? OR folded_fr = ? ORDER BY number", (name, name)
        )
        least = _TOWN_WITH_A_LISTING if self.has_listing(name) else 0
        found = [_place(row) for row in rows]
        return tuple(sorted(found, key=lambda place: -max(place.population or least, 0)))

    def _beginning_with(self, name: str, limit: int) -> list[Place]:
        last = name + "\U0010ffff"
        rows = self._connection.execute(
            _PLACES + "WHERE folded_en >= ? AND folded_en < ? OR folded_fr >= ? AND folded_fr < ? "
            "ORDER BY coalesce(population, 0) DESC, number LIMIT ?",
            (name, last, name, last, limit),
        )
        return [_place(row) for row in rows]

    @cached_property
    def _squeezed(self) -> defaultdict[str, list[Place]]:
        """Folded names without their spaces: val d or for Val-d'Or. Read when first needed."""
        found: defaultdict[str, list[Place]] = defaultdict(list)
        rows = self._connection.execute(
            "SELECT name_en, name_fr, province, latitude, longitude, population, folded_en, folded_fr "
            "FROM place ORDER BY coalesce(population, 0) DESC, number"
        )
        for row in rows:
            for folded in {row[6], row[7]} - {None}:
                found[folded.replace(" ", "")].append(_place(row))
        return found


def _place(row: tuple[str, str | None, str, float, float, int | None]) -> Place:
    name_en, name_fr, province, latitude, longitude, population = row[:6]
    return Place(Bilingual(name_en, name_fr or name_en), province, latitude, longitude, "town", population)
