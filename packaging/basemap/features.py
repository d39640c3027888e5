"""Writes features for the tiler: geometry, what it is, and the zooms at which it is drawn."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import shapely
from shapely.geometry.base import BaseGeometry

Bounds = tuple[float, float, float, float]

WORLD: Bounds = (-180.0, -60.0, 180.0, 84.0)
AROUND: Bounds = (-180.0, 8.0, -8.0, 84.0)
"""What a wide window shows around the country at country level."""
NEAR: Bounds = (-172.0, 36.0, -40.0, 84.0)
"""Canada with its neighbours: what can be looked at closely."""

MOST_DATA_ZOOM = 9
MOST_DISPLAY_ZOOM = 13

Facts = Mapping[str, str | int | float | None]


class Features:
    """One GeoJSON file per layer. Zooms are display zooms: zoom Z is drawn from the data of Z - 1."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, TextIO] = {}

    def add(
        self, layer: str, geometry: BaseGeometry | None, facts: Facts, first: float, last: float | None = None
    ) -> None:
        """Draw this from display zoom `first` to `last` (or to the end)."""
        if geometry is None or geometry.is_empty:
            return
        least = min(MOST_DATA_ZOOM, max(0, int(first) - 1))
        most = MOST_DATA_ZOOM if last is None else min(MOST_DATA_ZOOM, int(last) - 1)
        feature = {
            "type": "Feature",
            "tippecanoe": {"minzoom": least, "maxzoom": most},
            "properties": {key: fact for key, fact in facts.items() if fact not in (None, "")},
            "geometry": json.loads(shapely.to_geojson(geometry)),
        }
        self._file(layer).write(json.dumps(feature, ensure_ascii=False) + "\n")

    def paths(self) -> dict[str, Path]:
        """The file of every layer, in the order of their first feature."""
        return {layer: Path(file.name) for layer, file in self._files.items()}

    def __enter__(self) -> "Features":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()

    def _file(self, layer: str) -> TextIO:
        if layer not in self._files:
            path = self._folder / f"{layer}.geojsonl"
            self._files[layer] = path.open("w", encoding="utf-8")
        return self._files[layer]


def clipped(geometry: BaseGeometry, bounds: Bounds = NEAR) -> BaseGeometry | None:
    """The part of a geometry that lies in the bounds, mended when it crosses itself."""
    west, south, east, north = geometry.bounds
    if west > bounds[2] or east < bounds[0] or south > bounds[3] or north < bounds[1]:
        return None
    whole = geometry if geometry.is_valid else shapely.make_valid(geometry)
    part = shapely.clip_by_rect(whole, *bounds)
    return None if part.is_empty else part


def polygons_of(geometry: BaseGeometry | None) -> Iterator[Any]:
    """Every polygon inside a geometry of any kind."""
    yield from _parts(geometry, "Polygon")


def lines_of(geometry: BaseGeometry | None) -> Iterator[Any]:
    """Every line inside a geometry of any kind."""
    yield from _parts(geometry, "LineString")


def _parts(geometry: BaseGeometry | None, kind: str) -> Iterator[Any]:
    if geometry is None or geometry.is_empty:
        return
    if geometry.geom_type == kind:
        yield geometry
    for part in getattr(geometry, "geoms", ()):
        yield from _parts(part, kind)
