"""Lays roads from a file that somebody has: no package holds roads of Canada under a clear licence."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapefile
import shapely
from features import Features, clipped, lines_of
from shapely.geometry import shape


def add_roads(features: Features, path: Path) -> int:
    """Roads of a GeoJSON file or shapefile shaped like Natural Earth's (type, scalerank, name, label)."""
    routes: dict[tuple[str, str, int, str | None, str | None], list[Any]] = defaultdict(list)
    for feature in _features_of(path):
        facts = {key.lower(): fact for key, fact in feature["properties"].items()}
        sort = _sort(str(facts.get("type") or "").lower(), float(facts.get("scalerank") or 7))
        route = (*sort, facts.get("label") or facts.get("ref"), facts.get("name"))
        routes[route].extend(lines_of(clipped(shape(feature["geometry"]))))
    count = 0
    for (kind, detail, first, ref, name), lines in routes.items():
        # One long line per route, or every short piece would get a shield of its own.
        for line in lines_of(shapely.line_merge(shapely.MultiLineString(lines))):
            facts = {"kind": kind, "kind_detail": detail, "min_zoom": first, "ref": ref, "name": name}
            features.add("roads", line, facts, first)
            count += 1
    return count


def _features_of(path: Path) -> Iterator[dict[str, Any]]:
    if path.suffix in (".json", ".geojson"):
        yield from (f for f in json.loads(path.read_text(encoding="utf-8"))["features"] if f["geometry"])
    else:
        rows = shapefile.Reader(str(path), encoding="utf-8", encodingErrors="replace").iterShapeRecords()
        yield from (row.__geo_interface__ for row in rows if row.shape.points)


def _sort(described: str, rank: float) -> tuple[str, str, int]:
    """Protomaps' kind and detail, and the display zoom from which it is drawn."""
    if "ferry" in described:
        return "ferry", "ferry", 7
    if "major" in described or "freeway" in described or rank <= 4:
        return "highway", "motorway", 4
    return ("major_road", "trunk", 6) if rank <= 7 else ("major_road", "primary", 8)
