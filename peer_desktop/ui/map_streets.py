"""Writes the names of streets along them, where a straight piece is long enough to bear its name."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from peer_desktop.directory.language import Language
from peer_desktop.ui.map_colours import MapColours
from peer_desktop.ui.map_frame import MapFrame
from peer_desktop.ui.map_ground import PlacedTile

LARGE_FROM, SMALL_FROM = 14, 15
"""Display zooms."""
APART = 260.0
"""Pixels between two mentions of one street."""
STRAIGHT = 0.985
"""The least share of a piece's length that its ends must be apart."""


@dataclass(frozen=True)
class Stretch:
    """A straight piece of a street in the view; the angle is in degrees, the length in pixels."""

    name: str
    x: float
    y: float
    angle: float
    length: float
    is_large: bool


def paint_street_names(
    painter: QPainter,
    placed: list[PlacedTile],
    frame: MapFrame,
    kept_clear: Sequence[QRectF],
    language: Language,
    colours: MapColours,
    text_scale: float = 1.0,
) -> None:
    """The longest pieces first; a name neither covers what is kept clear nor comes twice close by."""
    taken = list(kept_clear)
    said: dict[str, list[QPointF]] = {}
    view = QRectF(0, 0, frame.width, frame.height)
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(12 * text_scale)))
    metrics = QFontMetricsF(font)
    stretches = sorted(
        _stretches(placed, frame.zoom, language), key=lambda piece: (not piece.is_large, -piece.length)
    )
    for piece in stretches:
        width = metrics.horizontalAdvance(piece.name)
        middle = QPointF(piece.x, piece.y)
        if width > piece.length * 0.95 or not view.contains(middle):
            continue
        if any((middle - other).manhattanLength() < APART for other in said.get(piece.name, ())):
            continue
        turn = QTransform().translate(piece.x, piece.y).rotate(piece.angle)
        box = turn.mapRect(QRectF(-width / 2 - 4, -metrics.height() / 2, width + 8, metrics.height()))
        if any(box.intersects(other) for other in taken):
            continue
        taken.append(box)
        said.setdefault(piece.name, []).append(middle)
        letters = QPainterPath()
        letters.addText(QPointF(-width / 2, (metrics.ascent() - metrics.descent()) / 2), font, piece.name)
        letters = turn.map(letters)
        painter.strokePath(letters, QPen(colours["halo"], 3 * text_scale, Qt.PenStyle.SolidLine))
        painter.fillPath(letters, colours["road_text"])


def _stretches(placed: list[PlacedTile], zoom: float, language: Language) -> Iterator[Stretch]:
    if zoom < LARGE_FROM:
        return
    for put in placed:
        for street in put.tile.streets:
            is_large = street.facts.get("kind") in ("highway", "major_road", "medium_road")
            name = street.facts.get(f"name:{language.value}") or street.facts.get("name")
            if not isinstance(name, str) or (not is_large and zoom < SMALL_FROM):
                continue
            for part in street.parts:
                steps = np.hypot(*np.diff(part, axis=0).T)
                start, end = part[0], part[-1]
                if math.dist(start, end) < STRAIGHT * float(steps.sum()):
                    longest = int(np.argmax(steps))
                    start, end = part[longest], part[longest + 1]
                across, down = (float(value) for value in end - start)
                angle = math.degrees(math.atan2(down, across))
                angle += 180 if angle < -90 else -180 if angle > 90 else 0
                x, y = (float(value) for value in (start + end) / 2 * put.side)
                length = math.hypot(across, down) * put.side
                yield Stretch(name, put.left + x, put.top + y, angle, length, is_large)
