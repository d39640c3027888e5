"""Finds places: by name in either language, by postal code, and inside what a person types."""

import re
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from peer_desktop.directory.folding import fold, fold_place
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.query import FoundPlace, Place
from peer_desktop.directory.tokens import words_of
from peer_desktop.directory.vocabulary import Vocabulary

_POSTAL = re.compile(r"^\s*([A-Za-z]\d[A-Za-z])\s*-?\s*(\d[A-Za-z]\d)?\s*$")
_POSTAL_IN_TEXT = re.compile(r"\b([A-Za-z]\d[A-Za-z])(?:\s*\d[A-Za-z]\d)?\b")
_LONGEST_NAME = 5
_LOOKED_THROUGH = 500
"""Characters in which a place is looked for: who pastes a page names no place to search near."""
_LEAST_POPULATION = 1_000
"""Smaller places are recognised in a text only when a listing is there, or the province follows."""
_COMMON_WORD_POPULATION = 20_000
"""A place whose name is also a word of the language is recognised from this size on."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province or territory: how people write it, and a point in the middle of its people."""

    code: str
    name: Bilingual
    latitude: float
    longitude: float
    also: tuple[str, ...] = ()


PROVINCES = (
    Province("AB", Bilingual("Alberta", "Alberta"), 52.27, -113.81, ("alta", "alb")),
    Province("BC", Bilingual("British Columbia", "Colombie-Britannique"), 49.25, -122.8, ("bc", "cb")),
    Province("MB", Bilingual("Manitoba", "Manitoba"), 49.9, -97.3, ("man",)),
    Province("NB", Bilingual("New Brunswick", "Nouveau-Brunswick"), 46.1, -65.9, ("n b",)),
    Province(
        "NL",
        Bilingual("Newfoundland and Labrador", "Terre-Neuve-et-Labrador"),
        48.0,
        -54.0,
        ("newfoundland", "terre neuve", "labrador", "nfld"),
    ),
    Province("NS", Bilingual("Nova Scotia", "Nouvelle-Écosse"), 44.9, -63.4, ("n s", "ne")),
    Province("NT", Bilingual("Northwest Territories", "Territoires du Nord-Ouest"), 62.45, -114.4, ("nwt",)),
    Province("NU", Bilingual("Nunavut", "Nunavut"), 63.75, -68.52),
    Province("ON", Bilingual("Ontario", "Ontario"), 44.0, -79.3, ("ont",)),
    Province("PE", Bilingual("Prince Edward Island", "Île-du-Prince-Édouard"), 46.3, -63.2, ("pei", "ipe")),
    Province("QC", Bilingual("Quebec", "Québec"), 46.0, -72.6, ("que",)),
    Province("SK", Bilingual("Saskatchewan", "Saskatchewan"), 51.0, -105.8, ("sask",)),
    Province("YT", Bilingual("Yukon", "Yukon"), 60.72, -135.06),
)

_BY_NAME = {
    fold_place(name): province
    for province in PROVINCES
    for name in (province.name.en, province.name.fr, *province.also)
    if name
}
_BY_CODE = {province.code.lower(): province for province in PROVINCES}


class Gazetteer:
    """The places and postal prefixes of one directory."""

    def __init__(
        self, connection: sqlite3.Connection, vocabulary: Vocabulary, listing_towns: Collection[str]
    ) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._listing_towns = listing_towns
        self._named = lru_cache(maxsize=512)(self._read_named)

    def places(self, text: str, limit: int = 8) -> tuple[Place, ...]:
        """Places for what was typed into Near, the likeliest first: names, beginnings, postal codes."""
        postal = _POSTAL.match(text)
        if postal:
            place = self._postal(postal[1].upper())
            return (place,) if place else ()
        name, province = _name_and_province(text)
        if not name:
            return (_place_of(province),) if province else ()
        exact = self._named(name)
        found = list(exact)
        whole = _BY_NAME.get(name) or (_BY_CODE.get(name) if len(text.strip()) == 2 else None)
        if whole and province is None:
            found.insert(0, _place_of(whole))
        if len(found) < limit:
            found += [place for place in self._beginning_with(name, limit * 3) if place not in found]
        if province:
            found = [place for place in found if place.province == province.code]
        return tuple(found[:limit])

    def recognise(self, text: str, corrections: dict[str, str]) -> FoundPlace | None:
        """The place named inside a search, if there is one that is surely meant as a place."""
        postal = _POSTAL_IN_TEXT.search(text)
        if postal and (place := self._postal(postal[1].upper())):
            return FoundPlace(tuple(words_of(postal[0])), place)
        raw = re.findall(r"[^\s,;:!?()\"]+", text[:_LOOKED_THROUGH])
        for length in range(min(_LONGEST_NAME, len(raw)), 0, -1):
            for start in range(len(raw) - length, -1, -1):
                said = " ".join(raw[start : start + length])
                following = raw[start + length] if start + length < len(raw) else ""
                if found := self._surely(said, following):
                    return found
        for word, better in corrections.items():
            if found := self._surely(better, ""):
                return FoundPlace((word, *found.words), found.place, found.others)
        return None

    def _surely(self, said: str, following: str) -> FoundPlace | None:
        name = fold_place(said)
        if len(name) < 3:
            return None
        words = tuple(words_of(said))
        province = _BY_CODE.get(fold(following)) or _BY_NAME.get(fold_place(following))
        named = self._named(name)
        if province:
            here = [place for place in named if place.province == province.code]
            if here:
                return FoundPlace((*words, *words_of(following)), here[0])
        if name in _BY_NAME and len(name) > 3:
            others = tuple(place for place in named if place.name.en and fold_place(place.name.en) == name)
            return FoundPlace(words, _place_of(_BY_NAME[name]), others[:3])
        likely = [place for place in named if self._is_meant(words, name, place)]
        if not likely:
            return None
        first = likely[0]
        return FoundPlace(words, first, self._alike(name, likely))

    def _alike(self, name: str, likely: Sequence[Place]) -> tuple[Place, ...]:
        """Other places a person may have meant: of the same name, or Saint John for St. John's."""
        others = list(likely[1:4])
        twins = {name + "s", name.removesuffix("s"), name.replace("saint ", "st ")} - {name}
        if name.startswith("saint"):
            for twin in twins:
                others += [place for place in self._named(twin) if (place.population or 0) > 10_000]
        return tuple(others)

    def _is_meant(self, words: Sequence[str], name: str, place: Place) -> bool:
        population = place.population or 0
        if name not in self._listing_towns and population < _LEAST_POPULATION:
            return False
        if all(self._vocabulary.is_common(word) for word in words):
            return False
        if len(words) == 1 and population < _COMMON_WORD_POPULATION and name not in self._listing_towns:
            return not self._vocabulary.is_right_spelling(words[0])
        return True

    def _read_named(self, name: str) -> tuple[Place, ...]:
        rows = self._connection.execute(
            "SELECT name_en, name_fr, province, latitude, longitude, population FROM place "
            "WHERE folded_en = ? OR folded_fr = ? ORDER BY coalesce(population, 0) DESC, number",
            (name, name),
        )
        return tuple(_place(row) for row in rows)

    def _beginning_with(self, name: str, limit: int) -> list[Place]:
        last = name + "\U0010ffff"
        rows = self._connection.execute(
            "SELECT name_en, name_fr, province, latitude, longitude, population FROM place "
            "WHERE folded_en >= ? AND folded_en < ? OR folded_fr >= ? AND folded_fr < ? "
            "ORDER BY coalesce(population, 0) DESC, number LIMIT ?",
            (name, last, name, last, limit),
        )
        return [_place(row) for row in rows]

    def _postal(self, prefix: str) -> Place | None:
        row = self._connection.execute(
            "SELECT prefix, place, province, latitude, longitude FROM postal_prefix WHERE prefix = ?",
            (prefix,),
        ).fetchone()
        if row is None:
            return None
        name = f"{row[0]} ({row[1]})"
        return Place(Bilingual(name, name), row[2], row[3], row[4], "postal")

    def nearest_names(self, text: str, limit: int = 3) -> tuple[Place, ...]:
        """Places whose names are spelled almost like this, for a sentence that says what is right."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        name, _ = _name_and_province(text)
        rows = self._connection.execute(
            "SELECT name_en, name_fr, province, latitude, longitude, population, folded_en FROM place "
            "WHERE population >= 500 ORDER BY population DESC"
        ).fetchall()
        near = process.extract(
            name, [row[6] for row in rows], scorer=OSA.normalized_similarity, limit=limit, score_cutoff=0.6
        )
        return tuple(_place(rows[place]) for _, _, place in near)


def _place(row: tuple[str, str | None, str, float, float, int | None]) -> Place:
    name_en, name_fr, province, latitude, longitude, population = row[:6]
    return Place(Bilingual(name_en, name_fr or name_en), province, latitude, longitude, "town", population)


def _place_of(province: Province) -> Place:
    return Place(province.name, province.code, province.latitude, province.longitude, "province")


def _name_and_province(text: str) -> tuple[str, Province | None]:
    """Split "Moncton, NB" or "Moncton (Nouveau-Brunswick)" into a folded name and a province."""
    parts = [part for part in re.split(r"[,;()]", text) if part.strip()]
    if len(parts) > 1:
        last = fold_place(parts[-1])
        province = _BY_CODE.get(last) or _BY_NAME.get(last)
        if province:
            return fold_place(" ".join(parts[:-1])), province
    words = text.split()
    if len(words) > 1 and len(words[-1]) == 2 and (province := _BY_CODE.get(fold(words[-1]))):
        return fold_place(" ".join(words[:-1])), province
    return fold_place(text), None
