"""Writes the names of countries, provinces and towns, and the zoom from which each is worth reading."""

import csv
import json
import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import shapefile
from features import MOST_DISPLAY_ZOOM, NEAR, Features
from shapely.geometry import Point
from sources import Sources

NAMES = Path(__file__).parent / "names"

COUNTRIES = (
    ("Canada", "Canada", -101.0, 59.6),
    ("United States", "États-Unis", -99.0, 41.2),
    ("Greenland", "Groenland", -44.0, 71.0),
)
CENSUS_TRACT = re.compile(r"Ct \d|Rural |.* Core$|.*-Downtown$")
"""Names of statistics, not of towns."""
PARTS_OF_A_CITY = {"Etobicoke"}
"""Parts so large that their population alone would make them towns."""
LABEL_WIDTH = 58
"""Pixels."""
POPULATION_RANKS = (0, 200, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 5e6, 1e7)
"""Protomaps' steps: the rank is the number of those reached."""


@dataclass(frozen=True)
class Town:
    """A town with the display zoom from which it is shown."""

    name: str
    longitude: float
    latitude: float
    population: int
    zoom: int
    capital: str | None = None
    """yes for a country's, 4 for a province's"""


def add_places(features: Features, sources: Sources) -> int:
    """Countries, provinces and states, then towns; says how many towns."""
    for en, fr, longitude, latitude in COUNTRIES:
        facts = {"kind": "country", "name": en, "name:en": en, "name:fr": fr, "min_zoom": 2}
        features.add("places", Point(longitude, latitude), facts, 2, 6)
    for row in _table("regions"):
        facts = {
            "kind": "region",
            "name": row["en"],
            "name:en": row["en"],
            "name:fr": row["fr"],
            "ref": row["short_en"],
            "ref:en": row["short_en"],
            "ref:fr": row["short_fr"],
            "min_zoom": 4 if row["country"] == "CA" else 5,
        }
        features.add("places", Point(float(row["longitude"]), float(row["latitude"])), facts, 3, 8)
    said = {row["name"]: (row["en"], row["fr"], row["side"]) for row in _table("towns")}
    towns = _towns(sources)
    for town in towns:
        en, fr, side = said.get(town.name, (town.name, town.name, ""))
        rank = sum(1 for least in POPULATION_RANKS if town.population >= least)
        facts = {
            "kind": "locality",
            "name": town.name,
            "name:en": en,
            "name:fr": fr,
            "population": town.population,
            "population_rank": rank,
            "min_zoom": town.zoom,
            "capital": town.capital,
            "side": side,
        }
        features.add("places", Point(town.longitude, town.latitude), facts, town.zoom)
    return len(towns)


def _towns(sources: Sources) -> list[Town]:
    """GeoNames' towns in Canada and large ones south of it, weighed by Natural Earth."""
    known = _geonames(sources, "cities500", "CA", 0) + _geonames(sources, "cities15000", "US", 40_000)
    by_cell: dict[tuple[int, int], list[int]] = defaultdict(list)
    for position, town in enumerate(known):
        by_cell[round(town.longitude), round(town.latitude)].append(position)
    extra = []
    for chosen, country in _natural_earth(sources):
        position = _same_town(chosen, known, by_cell)
        if position is not None:
            town = known[position]
            zoom = chosen.zoom if country != "CAN" or town.population >= 2000 else max(6, chosen.zoom)
            known[position] = replace(town, zoom=min(town.zoom, zoom), capital=chosen.capital)
        elif chosen.population > 0:
            extra.append(replace(chosen, zoom=max(7, chosen.zoom)))
    return _with_parts_of_cities_later(_with_lonely_towns_earlier(known)) + extra


def _geonames(sources: Sources, file: str, country: str, least: int) -> list[Town]:
    rows = json.loads((sources.geonames / f"{file}.json").read_text(encoding="utf-8")).values()
    west, south, east, north = NEAR
    return [
        Town(
            row["name"],
            row["longitude"],
            row["latitude"],
            row["population"],
            _zoom(row["population"], country),
        )
        for row in sorted(rows, key=lambda row: (-row["population"], row["geonameid"]))
        if row["countrycode"] == country
        and row["population"] >= least
        and west < row["longitude"] < east
        and south < row["latitude"] < north
        and not CENSUS_TRACT.match(row["name"])
    ]


def _zoom(population: int, country: str) -> int:
    steps = ((400_000, 6), (90_000, 7), (25_000, 8), (6000, 9), (1500, 10))
    zoom = next((zoom for least, zoom in steps if population >= least), 11)
    return zoom if country == "CA" else max(7, zoom + 1)


def _natural_earth(sources: Sources) -> list[tuple[Town, str]]:
    """Natural Earth's places, largest first, with their country."""
    path = sources.natural_earth_names / "ne_10m_populated_places_simple"
    found = []
    for row in shapefile.Reader(str(path), encoding="cp1252").iterRecords():
        country = row["adm0_a3"]
        if country not in ("CAN", "USA", "GRL", "SPM") or row["featurecla"].startswith("Historic"):
            continue
        capital = {"Admin-0 capital": "yes", "Admin-1 capital": "4"}.get(row["featurecla"])
        population = int(row["pop_max"])
        zoom = {0: 3, 1: 3, 2: 3, 3: 4, 4: 5}.get(row["scalerank"], int(row["scalerank"]))
        if country == "CAN":
            zoom = {"yes": 3, "4": min(zoom, 4)}.get(capital or "", zoom)
            if capital is None and population < 20_000:
                zoom = max(zoom, 5)
        else:
            zoom = max(5, zoom + 1)
        town = Town(row["name"], row["longitude"], row["latitude"], population, zoom, capital)
        if NEAR[0] < town.longitude < NEAR[2] and NEAR[1] < town.latitude < NEAR[3]:
            found.append((town, country))
    return sorted(found, key=lambda pair: -pair[0].population)


def _same_town(chosen: Town, known: list[Town], by_cell: dict[tuple[int, int], list[int]]) -> int | None:
    """The position of the known town of about this name near this point, the largest first."""
    letters = _letters(chosen.name)
    column, row = round(chosen.longitude), round(chosen.latitude)
    near = [p for x in (-1, 0, 1) for y in (-1, 0, 1) for p in by_cell[column + x, row + y]]
    for position in sorted(near, key=lambda p: -known[p].population):
        town = known[position]
        distance = _degrees(chosen, town)
        other = _letters(town.name)
        if distance < 0.5 and (other.startswith(letters) or letters.startswith(other) or letters in other):
            return position
        if distance < 0.02 and chosen.population < 5000:
            return position
    return None


def _with_lonely_towns_earlier(towns: list[Town]) -> list[Town]:
    """The largest town for miles around is read sooner than its population alone would say.

    Expects the largest towns of each country first.
    """
    told: list[Town] = []
    by_cell: dict[tuple[int, int], list[Town]] = defaultdict(list)
    for town in sorted(towns, key=lambda town: -town.population):
        column, row = round(town.longitude), round(town.latitude)
        near = [t for x in range(-2, 3) for y in range(-2, 3) for t in by_cell[column + x, row + y]]
        apart = min((_degrees(town, larger) for larger in near), default=2.0)
        least = next(
            zoom for most, zoom in ((10_000, 7), (4000, 8), (1000, 9), (0, 10)) if town.population >= most
        )
        # The zoom at which the next larger town is a name's width away, by the size of a degree on the map.
        width = math.ceil(
            math.log2(LABEL_WIDTH * 360 / 256 * math.cos(math.radians(town.latitude)) / max(apart, 1e-3))
        )
        told.append(replace(town, zoom=min(town.zoom, max(width, least))))
        by_cell[column, row].append(town)
    return told


def _with_parts_of_cities_later(towns: list[Town]) -> list[Town]:
    """A borough or suburb beside a far larger city waits until the map is close."""
    cities = [town for town in towns if town.population >= 150_000]
    told = []
    for town in towns:
        large = town.population >= 200_000 and town.name not in PARTS_OF_A_CITY
        part = not large and any(
            city.population >= 3 * town.population
            and _degrees(city, town) < (0.25 if city.population > 4e5 else 0.12)
            for city in cities
        )
        least = next(
            zoom
            for zoom, most in ((9, 80_000), (10, 40_000), (11, 10_000), (12, 0))
            if town.population >= most
        )
        told.append(replace(town, zoom=max(town.zoom, least)) if part and town.zoom > 4 else town)
    return [town for town in told if town.zoom <= MOST_DISPLAY_ZOOM]


def _degrees(one: Town, other: Town) -> float:
    across = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return math.hypot(across, one.latitude - other.latitude)


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("St.", "Saint").replace("St-", "Saint"))
    return "".join(letter for letter in plain.casefold() if "a" <= letter <= "z")


def _table(name: str) -> list[dict[str, str]]:
    with (NAMES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
