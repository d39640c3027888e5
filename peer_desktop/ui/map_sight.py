"""Decides what part of the painted map is looked at: everything found, one pin, or where a hand moved it."""

from dataclasses import replace

import numpy as np

from peer_desktop.map_page import FAR
from peer_desktop.ui.map_content import MapContent
from peer_desktop.ui.map_drawing import country_frame
from peer_desktop.ui.map_frame import MapFrame
from peer_desktop.ui.map_groups import Group

FITTED_ZOOM, ADDRESS_ZOOM, AREA_ZOOM = 10, 10, 8
"""The closest zoom that shows all, and the farthest that shows one pin of each kind."""
START_ZOOM = 8
"""A start with nothing found around it says little without its surroundings."""
MARGIN = 30
"""Pixels: a pin nearer to the edge counts as out of view."""
KM_OF_A_DEGREE = 111.2


class MapSight:
    """The frame in view, and how it changes."""

    def __init__(self, closest: int) -> None:
        self.closest = closest
        self.frame = country_frame(400, 300)
        self.is_moved_by_hand = False

    def resized(self, width: float, height: float, content: MapContent) -> None:
        """Keep the middle; before anyone has moved the map, keep everything in view."""
        self.frame = replace(self.frame, width=width, height=height)
        if not self.is_moved_by_hand:
            self.fit(content)

    def fit(self, content: MapContent) -> None:
        """Look at everything found with its starting point, or at the whole of the circle around it."""
        self.is_moved_by_hand = False
        self.frame = country_frame(self.frame.width, self.frame.height)
        places = content.points.coordinates
        if content.origin:
            origin = (content.origin.latitude, content.origin.longitude)
            if content.within_km:
                high = content.within_km / KM_OF_A_DEGREE
                wide = high / max(0.05, float(np.cos(np.radians(origin[0]))))
                places = np.array((origin, origin), np.float32) + np.array(((-high, -wide), (high, wide)))
            else:
                places = np.vstack((places, np.array(origin, np.float32)))
        if len(places):
            (south, west), (north, east) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
            closest = FITTED_ZOOM if len(content.points.coordinates) else START_ZOOM
            self.frame = self.frame.fitted(south, west, north, east, closest)

    def bring_into_view(self, content: MapContent, index: int) -> None:
        """Look at one point, unless it is well in view already."""
        latitude, longitude = content.points.coordinates[index].tolist()
        least = ADDRESS_ZOOM if content.points.exact[index] else AREA_ZOOM
        x, y = self.frame.pixel(latitude, longitude)
        in_view = MARGIN < x < self.frame.width - MARGIN and MARGIN < y < self.frame.height - MARGIN
        if self.frame.zoom < least or not in_view:
            zoom = max(self.frame.zoom, least)
            self._go(replace(self.frame, latitude=latitude, longitude=longitude, zoom=zoom))

    def open(self, group: Group) -> None:
        """Come as close as lets the points of a group stand apart."""
        room = 0.6 * min(self.frame.width, self.frame.height)
        zoom = self.frame.zoom + 1
        while zoom < self.closest and group.width * 256 * 2 ** (zoom + 1) < room:
            zoom += 1
        x = group.x * self.frame.scale - self.frame.left
        y = group.y * self.frame.scale - self.frame.top
        middle = self.frame.moved(x - self.frame.width / 2, y - self.frame.height / 2)
        self._go(replace(middle, zoom=min(zoom, self.closest)))

    def shift(self, right: float, down: float) -> None:
        """Move by pixels."""
        self._go(self.frame.moved(right, down))

    def zoom_by(self, steps: int, x: float | None = None, y: float | None = None) -> None:
        """Zoom around a pixel, or around the middle."""
        zoom = max(FAR, min(self.closest, self.frame.zoom + steps))
        self._go(self.frame.zoomed(zoom, x, y))

    def _go(self, frame: MapFrame) -> None:
        self.frame = frame
        self.is_moved_by_hand = True
