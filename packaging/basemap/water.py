"""Lays lakes and rivers and writes the names of waters; the sea itself is the page's background."""

import csv
from pathlib import Path
from typing import Any

import gshhg
import shapefile
import shapely
from features import AROUND, Features, clipped, lines_of
from land import CLOSE
from shapely.geometry import Point, Polygon, shape
from shapely.strtree import STRtree
from sources import Sources

NAMES = Path(__file__).parent / "names"
LAKE_NEAR_ITS_NAME = 0.12
"""Degrees. A name whose lake is missing from GSHHG is not written on dry land."""


def add_lakes(features: Features, sources: Sources, shores: list[gshhg.Shore]) -> int:
    """Natural Earth's lakes far away, GSHHG's close up, and the reservoirs only Natural Earth knows."""
    coarse: list[tuple[Any, float]] = []
    reader = shapefile.Reader(str(sources.natural_earth_lakes / "ne_10m_lakes"), encoding="utf-8")
    for row in reader.iterShapeRecords():
        lake = clipped(shape(row.shape.__geo_interface__), AROUND)
        if lake is not None:
            first = float(row.record["min_zoom"] or 5)
            coarse.append((lake, first))
            features.add(
                "water",
                lake,
                {"kind": "lake", "min_zoom": first},
                0 if row.record["scalerank"] <= 1 else max(2, first - 2),
                CLOSE - 1,
            )
    fine = _lakes_with_islands(shores)
    for lake, shore in fine:
        features.add(
            "water",
            lake,
            {"kind": "river" if shore.double_line_river else "lake"},
            _first_zoom(shore),
        )
    for shore in shores:
        if shore.level == gshhg.POND_ON_ISLAND:
            features.add("water", shore.ring, {"kind": "lake"}, 9)
    known = STRtree([lake for lake, _ in fine])
    for lake, first in coarse:
        if len(known.query(lake, predicate="intersects")) == 0:
            features.add("water", lake, {"kind": "lake"}, max(CLOSE, first - 1))
    return len(fine)


def _first_zoom(shore: gshhg.Shore) -> int:
    if shore.double_line_river:
        return 4 if shore.area > 300 else 6
    return CLOSE if shore.area > 20 else 8 if shore.area > 4 else 9 if shore.area > 1 else 10


def _lakes_with_islands(shores: list[gshhg.Shore]) -> list[tuple[Polygon, gshhg.Shore]]:
    islands = [shore.ring for shore in shores if shore.level == gshhg.ISLAND_IN_LAKE]
    near = STRtree(islands)
    lakes = []
    for shore in shores:
        if shore.level != gshhg.LAKE:
            continue
        holes = [islands[i].exterior.coords for i in near.query(shore.ring, predicate="contains")]
        lake = Polygon(shore.ring.exterior.coords, holes)
        lakes.append((lake if lake.is_valid else lake.buffer(0), shore))
    return lakes


def add_rivers(features: Features, sources: Sources) -> int:
    """Natural Earth's rivers with their names far away; close up GSHHG's truer lines."""
    names = {row["name"]: (row["en"], row["fr"]) for row in _table("rivers")}
    path = sources.natural_earth_names / "ne_10m_rivers_lake_centerlines"
    count = 0
    for row in shapefile.Reader(str(path), encoding="cp1252").iterShapeRecords():
        if row.record["featurecla"] != "River" or not row.shape.points:
            continue
        name = row.record["name"]
        en, fr = names.get(name, (name, name))
        zoom = max(3.0, float(row.record["scalerank"]) - 1)
        facts = {"kind": "river", "name": en, "name:en": en, "name:fr": fr, "min_zoom": zoom}
        for line in lines_of(clipped(shape(row.shape.__geo_interface__), AROUND)):
            features.add("water", line, facts, zoom, CLOSE)
            count += 1
    for line in gshhg.rivers(sources.gshhg):
        features.add("water", line, {"kind": "river", "min_zoom": 5}, CLOSE + 1)
        count += 1
    return count


def add_names_of_waters(features: Features, shores: list[gshhg.Shore]) -> int:
    """Seas, straits, bays and lakes by their official names in both languages, as points."""
    lakes = [shore.ring for shore in shores if shore.level == gshhg.LAKE]
    near = STRtree(lakes)
    count = 0
    for row in _table("seas") + _table("lakes"):
        point: Any = Point(float(row["longitude"]), float(row["latitude"]))
        if row["kind"] == "lake" and not len(near.query(point, predicate="intersects")):
            lake = lakes[near.nearest(point)]
            if lake.distance(point) > LAKE_NEAR_ITS_NAME:
                continue
            point = shapely.get_point(shapely.maximum_inscribed_circle(lake, tolerance=0.01), 0)
        zoom = int(row["min_zoom"])
        facts = {"kind": row["kind"], "name": row["en"], "name:en": row["en"], "name:fr": row["fr"]}
        features.add("water", point, {**facts, "min_zoom": zoom}, zoom)
        count += 1
    return count


def _table(name: str) -> list[dict[str, str]]:
    with (NAMES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
