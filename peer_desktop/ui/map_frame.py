"""Says where a place is on the map in view, and back: Web Mercator, as the tiles are."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

EDGE = 85.0511
"""Degrees of latitude at which the square world ends."""
KM_AROUND = 40_075.0
_MARGIN = 0.12
"""The share of a side that stays free around what is shown, within limits: a low map has no room to give."""


@dataclass(frozen=True)
class MapFrame:
    """What is in view: the middle in WGS 84 degrees, the zoom (a world of 256 × 2^zoom pixels), the size."""

    latitude: float
    longitude: float
    zoom: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels around the world."""
        return float(256 * 2**self.zoom)

    @property
    def left(self) -> float:
        """Pixels from the west edge of the world to the left edge of the view."""
        return world_x(self.longitude) * self.scale - self.width / 2

    @property
    def top(self) -> float:
        """Pixels from the north edge of the world to the upper edge of the view."""
        return world_y(self.latitude) * self.scale - self.height / 2

    def pixel(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a place is in the view."""
        return world_x(longitude) * self.scale - self.left, world_y(latitude) * self.scale - self.top

    def moved(self, right: float, down: float) -> "MapFrame":
        """The view so many pixels further on, within the world."""
        x = min(1.0, max(0.0, world_x(self.longitude) + right / self.scale))
        y = min(0.98, max(0.02, world_y(self.latitude) + down / self.scale))
        return replace(self, latitude=latitude_of(y), longitude=x * 360 - 180)

    def zoomed(self, zoom: float, x: float | None = None, y: float | None = None) -> "MapFrame":
        """The view at another zoom; what is under this pixel stays where it is."""
        x = self.width / 2 if x is None else x
        y = self.height / 2 if y is None else y
        right, down = x - self.width / 2, y - self.height / 2
        return replace(self.moved(right, down), zoom=zoom).moved(-right, -down)

    def fitted(self, south: float, west: float, north: float, east: float, most_zoom: float) -> "MapFrame":
        """The closest view of whole zoom that shows all of this, with a margin."""
        wide = max(1e-9, world_x(east) - world_x(west))
        high = max(1e-9, world_y(south) - world_y(north))
        margins = [2 * max(18.0, min(36.0, _MARGIN * side)) for side in (self.width, self.height)]
        room = (max(48.0, self.width - margins[0]), max(48.0, self.height - margins[1]))
        zoom = math.floor(min(math.log2(room[0] / (256 * wide)), math.log2(room[1] / (256 * high))))
        middle = latitude_of((world_y(south) + world_y(north)) / 2)
        zoom = max(1, min(zoom, int(most_zoom)))
        return replace(self, latitude=middle, longitude=(west + east) / 2, zoom=zoom)

    def pixels_of_km(self, km: float, latitude: float) -> float:
        """How long a distance is on the map at this latitude."""
        return km * self.scale / (KM_AROUND * math.cos(math.radians(latitude)))


def world_x(longitude: float) -> float:
    """0 at 180° west, 1 at 180° east."""
    return longitude / 360 + 0.5


def world_y(latitude: float) -> float:
    """0 at the north edge of the square world, 1 at the south edge."""
    sine = math.sin(math.radians(max(-EDGE, min(EDGE, latitude))))
    return 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def latitude_of(y: float) -> float:
    """The latitude at this height of the square world."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))


def world_of(coordinates: NDArray[np.float32]) -> NDArray[np.float64]:
    """Latitudes and longitudes, shape (n, 2) → x and y in the square world, shape (n, 2)."""
    latitudes = np.clip(coordinates[:, 0].astype(np.float64), -EDGE, EDGE)
    sines = np.sin(np.radians(latitudes))
    y = 0.5 - np.log((1 + sines) / (1 - sines)) / (4 * np.pi)
    return np.column_stack((coordinates[:, 1].astype(np.float64) / 360 + 0.5, y))
