"""Keeps the pins of the painted map: which groups are in view, which one is looked at, what it is called."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QPointF, QRectF
from PySide6.QtGui import QPainter

from peer_desktop.ui.map_colours import MapColours
from peer_desktop.ui.map_content import MapContent, MapLook
from peer_desktop.ui.map_frame import MapFrame, world_of
from peer_desktop.ui.map_groups import Group, groups_in_view
from peer_desktop.ui.map_pins import (
    draw_address,
    draw_around,
    draw_circle,
    draw_focus,
    draw_group,
    draw_name,
    draw_origin,
)
from peer_desktop.ui.map_words import map_words


class PinBoard:
    """The pins of a content, in whatever frame they are asked for."""

    def __init__(self) -> None:
        self.content = MapContent()
        self.grow = 1.0
        """Pins grow with the text, but less."""
        self.world: NDArray[np.float64] = np.empty((0, 2))
        self.chosen = -1
        """The position of the chosen listing among the points, -1 for none."""
        self.current: Group | None = None
        """Where the keyboard is."""
        self.looked_at: Group | None = None
        """What the mouse is over."""
        self._frame: MapFrame | None = None
        self._groups: list[Group] = []

    def show(self, content: MapContent) -> None:
        """Other points, or another choice among them; the keyboard stays where it is on the same points."""
        if not content.has_points_of(self.content):
            self.world = world_of(content.points.coordinates)
            self.current = None
        self.content = content
        self.chosen = content.index_of(content.chosen)
        self.looked_at = self._frame = None

    def groups(self, frame: MapFrame) -> list[Group]:
        """What stands in this view."""
        if frame != self._frame:
            self._groups = groups_in_view(self.world, frame, self.chosen)
            self._frame = frame
            self.looked_at = None
            if self.current not in self._groups:
                self.current = None
        return self._groups

    def at(self, position: QPointF, frame: MapFrame) -> Group | None:
        """The group under a position, the nearest where several overlap."""
        best, least = None, float("inf")
        for group in self.groups(frame):
            middle = self._middle(group, frame)
            away = (middle - position).manhattanLength()
            if away < least and away <= self._radius(group) * 1.35:
                best, least = group, away
        return best

    def nearest(self, frame: MapFrame, way: tuple[int, int] | None) -> Group | None:
        """The next group on that side of the current one; without a side, the one nearest to the middle."""
        start = (
            self._middle(self.current, frame)
            if self.current and way
            else QPointF(frame.width / 2, frame.height / 2)
        )
        best, least = None, float("inf")
        for group in self.groups(frame):
            step = self._middle(group, frame) - start
            away = step.manhattanLength()
            if way:
                ahead = step.x() * way[0] + step.y() * way[1]
                away = ahead + 2 * (abs(step.x() * way[1]) + abs(step.y() * way[0]))
                if group == self.current or ahead <= 0:
                    continue
            if away < least:
                best, least = group, away
        return best

    def name(self, group: Group, look: MapLook) -> str:
        """What a group is called: the listing, or how many they are."""
        if group.count > 1:
            return map_words()["group"].replace("{count}", self._number(group.count, look))
        name = self.content.names([int(self.content.points.numbers[group.index])])[0]
        return (
            name if self.content.points.exact[group.index] else map_words()["around"].replace("{name}", name)
        )

    def paint(self, painter: QPainter, frame: MapFrame, look: MapLook, colours: MapColours) -> None:
        """Starting point, groups from north to south, then the name that is looked at."""
        self._paint_origin(painter, frame, look, colours)
        for group in sorted(self.groups(frame), key=lambda group: (group.index == self.chosen, group.y)):
            x, y = self._point(group, frame)
            if group.count > 1:
                number = self._number(group.count, look)
                draw_group(painter, x, y, number, self._radius(group) / self.grow, colours, self.grow)
            else:
                exact = bool(self.content.points.exact[group.index])
                chosen = group.index == self.chosen
                (draw_address if exact else draw_around)(
                    painter, x, y, colours, chosen=chosen, size=self.grow
                )
        if self.current:
            middle = self._middle(self.current, frame)
            draw_focus(painter, middle.x(), middle.y(), self._radius(self.current) + 4, colours)
        named = self.looked_at or self.current or self._chosen_group(frame)
        if named:
            middle = self._middle(named, frame)
            room = QRectF(0, 0, frame.width, frame.height)
            top = middle.y() - self._radius(named) - 6
            draw_name(painter, middle.x(), top, self.name(named, look), room, colours)

    def _paint_origin(self, painter: QPainter, frame: MapFrame, look: MapLook, colours: MapColours) -> None:
        origin = self.content.origin
        if origin is None:
            return
        x, y = frame.pixel(origin.latitude, origin.longitude)
        if self.content.within_km:
            draw_circle(painter, x, y, frame.pixels_of_km(self.content.within_km, origin.latitude), colours)
        draw_origin(painter, x, y, colours)
        room = QRectF(0, 0, frame.width, frame.height)
        if room.contains(x, y):
            draw_name(painter, x, y - 12, origin.label(look.language), room, colours, ink="origin")

    def _chosen_group(self, frame: MapFrame) -> Group | None:
        return next((g for g in self.groups(frame) if g.count == 1 and g.index == self.chosen), None)

    def _point(self, group: Group, frame: MapFrame) -> tuple[float, float]:
        return group.x * frame.scale - frame.left, group.y * frame.scale - frame.top

    def _middle(self, group: Group, frame: MapFrame) -> QPointF:
        """The middle of what is drawn: the head of a pin stands above its point."""
        x, y = self._point(group, frame)
        if group.count == 1 and self.content.points.exact[group.index]:
            y -= self._radius(group) * 1.45
        return QPointF(x, y)

    def _radius(self, group: Group) -> float:
        if group.count > 1:
            return float(13 + min(13.0, np.log2(group.count) * 1.6)) * self.grow
        return (12.0 if self.content.points.exact[group.index] else 16.0) * self.grow

    def _number(self, count: int, look: MapLook) -> str:
        return QLocale(f"{look.language.value}_CA").toString(count)
