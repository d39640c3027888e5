"""Paints the ground of the map from vector tiles: land, waters, roads, borders, without any web engine."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from peer_desktop.tile_features import LINE, POINT, Fact, Feature, features_of
from peer_desktop.tiles import TileFile, TilesUnreadable
from peer_desktop.ui.map_colours import MapColours
from peer_desktop.ui.map_frame import MapFrame

MOST_TILES = 96

# fmt: off
PARKS = frozenset((
    "park", "national_park", "nature_reserve", "protected_area", "cemetery", "golf_course", "village_green",
    "playground", "allotments", "recreation_ground", "garden", "zoo",
))
WOODS = frozenset(("forest", "wood", "scrub", "grassland", "grass", "meadow", "orchard"))
BUILT = frozenset(("residential", "commercial", "industrial"))
# fmt: on


@dataclass(frozen=True)
class Look:
    """What decides how a feature is drawn; all features of one look in a tile are drawn together."""

    layer: str
    shape: int
    kind: str
    detail: int | str
    least: int
    """The display zoom from which it is drawn."""


@dataclass(frozen=True)
class GroundTile:
    """A tile made ready, in tile widths (0 to 1)."""

    areas: dict[Look, QPainterPath]
    lines: dict[Look, list[QPolygonF]]
    named: tuple[tuple[str, Feature], ...]
    """The points that bear names, with their layer."""
    streets: tuple[Feature, ...] = ()
    """The roads that bear names."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return not self.areas and not self.lines


@dataclass(frozen=True)
class PlacedTile:
    """A tile with its place in the view: left and top in pixels, and its width."""

    tile: GroundTile
    left: float
    top: float
    side: float


NOTHING = GroundTile({}, {}, ())


class Ground:
    """The tiles of one file, kept ready while they are in use."""

    def __init__(self, tiles: TileFile, least_zoom: int = 0) -> None:
        self._tiles = tiles
        self._least_zoom = least_zoom
        self._ready: OrderedDict[tuple[int, int, int], GroundTile] = OrderedDict()

    def tiles_of(self, frame: MapFrame) -> Iterator[PlacedTile]:
        """The tiles that are in view. A map at zoom Z is drawn from the data of Z - 1."""
        if frame.zoom < self._least_zoom:
            return
        header = self._tiles.header
        zoom = max(0, min(header.max_zoom, int(np.floor(frame.zoom)) - 1))
        count = 1 << zoom
        side = frame.scale / count
        columns = range(int(frame.left // side), int((frame.left + frame.width) // side) + 1)
        rows = range(int(frame.top // side), int((frame.top + frame.height) // side) + 1)
        for column in columns:
            for row in rows:
                if 0 <= column < count and 0 <= row < count:
                    tile = self._tile(zoom, column, row)
                    yield PlacedTile(tile, column * side - frame.left, row * side - frame.top, side)

    def _tile(self, zoom: int, column: int, row: int) -> GroundTile:
        key = (zoom, column, row)
        known = self._ready.get(key)
        if known is None:
            try:
                raw = self._tiles.tile(zoom, column, row)
                known = _made_ready(features_of(raw)) if raw else NOTHING
            except (TilesUnreadable, OSError, ValueError):
                known = NOTHING
            self._ready[key] = known
            if len(self._ready) > MOST_TILES:
                self._ready.popitem(last=False)
        self._ready.move_to_end(key)
        return known


def paint_ground(painter: QPainter, placed: list[PlacedTile], zoom: float, colours: MapColours) -> None:
    """Fills first, then lines, each kind over all tiles: seams between tiles do not show."""
    for layer, pick in _fills(zoom, colours):
        _fill(painter, placed, layer, pick)
        if layer == "landuse":
            _stroke(painter, placed, "water", _river_pen(zoom, colours), zoom)
    for layer, pick_pen in _lines(zoom, colours):
        _stroke(painter, placed, layer, pick_pen, zoom)


def _fill(
    painter: QPainter, placed: list[PlacedTile], layer: str, pick: Callable[[Look], QColor | None]
) -> None:
    for put in placed:
        for look, path in put.tile.areas.items():
            colour = pick(look) if look.layer == layer else None
            if colour is not None:
                with _within(painter, put):
                    painter.fillPath(path, colour)


def _stroke(
    painter: QPainter,
    placed: list[PlacedTile],
    layer: str,
    pick: Callable[[Look], QPen | None],
    zoom: float,
) -> None:
    for put in placed:
        for look, lines in put.tile.lines.items():
            pen = pick(look) if look.layer == layer and look.least <= zoom else None
            if pen is None:
                continue
            with _within(painter, put):
                pen.setWidthF(pen.widthF() / put.side)
                painter.setPen(pen)
                # Line by line: one path of all streets takes ten times as long to stroke.
                for line in lines:
                    painter.drawPolyline(line)


@contextmanager
def _within(painter: QPainter, put: PlacedTile) -> Iterator[None]:
    """Paint in tile widths."""
    painter.save()
    painter.translate(put.left, put.top)
    painter.scale(put.side, put.side)
    yield
    painter.restore()


def _fills(zoom: float, colours: MapColours) -> list[tuple[str, Callable[[Look], QColor | None]]]:
    cover = {"urban_area": "urban", "farmland": "farm", "glacier": "ice", "barren": "sand"}

    def use(look: Look) -> QColor | None:
        if zoom < 8 and look.kind != "glacier":
            return None
        for kinds, colour in (
            (PARKS, "park"),
            (WOODS, "wood"),
            (BUILT, "urban"),
            ({"sand", "beach"}, "sand"),
        ):
            if look.kind in kinds:
                return colours[colour]
        return colours["ice"] if look.kind == "glacier" else None

    return [
        ("earth", lambda _look: colours["land"]),
        ("landcover", lambda look: colours[cover.get(look.kind, "wood")]),
        ("landuse", use),
        ("water", lambda _look: colours["water"]),
        ("buildings", lambda _look: colours["building"] if zoom >= 15 else None),
    ]


def _river_pen(zoom: float, colours: MapColours) -> Callable[[Look], QPen | None]:
    def pick(look: Look) -> QPen | None:
        if zoom < 3 or (look.kind == "stream" and zoom < 14):
            return None
        return _pen(colours["water"], max(0.6, min(6.0, 0.5 + (zoom - (look.least or 6)) * 0.28)))

    return pick


def _lines(zoom: float, colours: MapColours) -> list[tuple[str, Callable[[Look], QPen | None]]]:
    growth = 1.5 ** max(0.0, zoom - 7)
    highway, major, minor = 1.2 * growth**0.5, 0.9 * growth**0.5, 0.4 * growth**0.5

    def road(kinds: tuple[str, ...], colour: str, width: float, first: int) -> Callable[[Look], QPen | None]:
        def pick(look: Look) -> QPen | None:
            return _pen(colours[colour], width) if look.kind in kinds and zoom >= first else None

        return pick

    def border(look: Look) -> QPen | None:
        detail = look.detail if isinstance(look.detail, int) else (2 if look.kind == "country" else 4)
        if detail <= 2:
            return _pen(colours["country"], min(2.2, 0.8 + 0.18 * zoom))
        if detail <= 4 and zoom >= 3:
            pen = _pen(colours["region"], min(1.1, 0.4 + 0.1 * zoom))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([4, 2.5])
            return pen
        return None

    majors = ("major_road", "medium_road")
    return [
        ("roads", road(("minor_road",), "minor_edge", minor + 1, 13)),
        ("roads", road(majors, "major_edge", major + 1.2, 7)),
        ("roads", road(("highway",), "highway_edge", highway + 1.2, 4)),
        ("roads", road(("minor_road",), "minor", minor, 12)),
        ("roads", road(majors, "major", major, 7)),
        ("roads", road(("highway",), "highway", highway, 4)),
        ("roads", road(("rail",), "rail", 0.8, 6)),
        ("boundaries", border),
    ]


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _made_ready(layers: dict[str, list[Feature]]) -> GroundTile:
    areas: dict[Look, QPainterPath] = defaultdict(_empty_path)
    lines: dict[Look, list[QPolygonF]] = defaultdict(list)
    named, streets = [], []
    for layer, features in layers.items():
        for feature in features:
            if feature.shape == POINT:
                if layer in ("places", "water"):
                    named.append((layer, feature))
            elif feature.shape == LINE:
                lines[_look_of(layer, feature)] += [_polygon(part) for part in feature.parts]
                if layer == "roads" and feature.facts.get("name"):
                    streets.append(feature)
            else:
                path = areas[_look_of(layer, feature)]
                for part in feature.parts:
                    path.addPolygon(_polygon(part))
                    path.closeSubpath()
    return GroundTile(dict(areas), dict(lines), tuple(named), tuple(streets))


def _look_of(layer: str, feature: Feature) -> Look:
    facts = feature.facts
    detail = facts.get("kind_detail")
    return Look(
        layer,
        feature.shape,
        str(facts.get("kind") or ""),
        int(detail) if isinstance(detail, int | float) else str(detail or ""),
        least_zoom(facts) if layer == "water" and feature.shape == LINE else 0,
    )


def least_zoom(facts: Mapping[str, Fact]) -> int:
    """The display zoom a feature asks for, 0 when it asks for none."""
    least = facts.get("min_zoom")
    return int(least) if isinstance(least, int | float) else 0


def _empty_path() -> QPainterPath:
    path = QPainterPath()
    # Rings of features beside each other may overlap at the edges of tiles: they add up, holes stay holes.
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _polygon(points: NDArray[np.float64]) -> QPolygonF:
    """Points to Qt's own list by its stream format: a loop over them in Python takes ten times as long."""
    raw = len(points).to_bytes(4, "big") + points.astype(">f8").tobytes()
    polygon = QPolygonF()
    stream = QDataStream(QByteArray(raw))
    stream >> polygon
    return polygon
