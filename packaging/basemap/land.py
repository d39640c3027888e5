"""Lays the land: coarse shores where the whole country is in view, GSHHG's own shores close up."""

import gshhg
import shapefile
from features import AROUND, WORLD, Features, clipped, polygons_of
from shapely.geometry import shape
from sources import Sources

CLOSE = 7
"""The display zoom from which the fine shores are drawn: coarse ones leave markers standing in the sea."""


def add_land(features: Features, sources: Sources, shores: list[gshhg.Shore]) -> int:
    """Land of the world, of the continent, and of Canada, each at its zooms; says how many polygons."""
    count = 0
    for path, bounds, first, last in (
        (sources.natural_earth_lakes / "ne_50m_land.shp", WORLD, 0, 3),
        (sources.natural_earth_land / "ne_10m_land.shp", AROUND, 4, CLOSE - 1),
    ):
        with path.open("rb") as file:
            for outline in shapefile.Reader(shp=file).iterShapes():
                for part in polygons_of(clipped(shape(outline.__geo_interface__), bounds)):
                    features.add("earth", part, {"kind": "earth"}, first, last)
                    count += 1
    for shore in shores:
        if shore.level == gshhg.LAND:
            first = CLOSE if shore.area > 2 else 8 if shore.area > 0.5 else 9
            features.add("earth", shore.ring, {"kind": "earth"}, first)
            count += 1
    return count
