"""Writes the names on the painted map: the most telling first, and none over another."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from peer_desktop.directory.language import Language
from peer_desktop.tile_features import Feature
from peer_desktop.ui.map_colours import MapColours
from peer_desktop.ui.map_frame import MapFrame
from peer_desktop.ui.map_ground import PlacedTile, least_zoom

GAP = 6.0
"""Pixels between a town's dot and its name."""
AROUND = 3.0
"""Pixels kept clear around a name."""


@dataclass(frozen=True)
class Label:
    """A name with its place in the view and how it is written."""

    order: tuple[float, ...]
    """The lowest is placed first."""
    text: str
    x: float
    y: float
    ink: str
    halo: str
    pixels: int
    bold: bool = False
    italic: bool = False
    dot: float = 0.0
    """Radius of the dot, 0 for none."""
    dot_on_the_right: bool = False


def paint_labels(
    painter: QPainter,
    placed: list[PlacedTile],
    frame: MapFrame,
    language: Language,
    colours: MapColours,
    text_scale: float = 1.0,
) -> list[QRectF]:
    """Place the names from the most to the least telling; what finds no room is left out.

    Answers where they stand, to be kept clear.
    """
    view = QRectF(0, 0, frame.width, frame.height)
    taken: list[QRectF] = []
    for label in sorted(_labels(placed, frame, language), key=lambda label: label.order):
        font = QFont(painter.font())
        font.setPixelSize(max(1, round(label.pixels * text_scale)))
        font.setBold(label.bold)
        font.setItalic(label.italic)
        metrics = QFontMetricsF(font)
        width, rise, fall = metrics.horizontalAdvance(label.text), metrics.ascent(), metrics.descent()
        for box in _boxes(label, width, rise + fall):
            clear = box.adjusted(-AROUND, 1, AROUND, -1)
            dot = QRectF(label.x - 4, label.y - 4, 8, 8) if label.dot else box
            if not view.contains(clear) or any(clear.intersects(t) or dot.intersects(t) for t in taken):
                continue
            taken += [clear, dot]
            _write(painter, label, font, QPointF(box.left(), box.top() + rise), colours, text_scale)
            break
    return taken


def _boxes(label: Label, width: float, height: float) -> Iterator[QRectF]:
    """Where the name may stand: beside its dot on either side, above, below; or on its point."""
    top = label.y - height / 2
    if not label.dot:
        yield QRectF(label.x - width / 2, top, width, height)
        return
    right = QRectF(label.x + GAP, top, width, height)
    left = QRectF(label.x - GAP - width, top, width, height)
    yield from (left, right) if label.dot_on_the_right else (right, left)
    yield QRectF(label.x - width / 2, label.y - GAP - height, width, height)
    yield QRectF(label.x - width / 2, label.y + GAP, width, height)


def _write(
    painter: QPainter, label: Label, font: QFont, at: QPointF, colours: MapColours, text_scale: float
) -> None:
    halo = colours[label.halo]
    if label.dot:
        painter.setPen(QPen(halo, 1.6))
        painter.setBrush(colours["town_dot"])
        painter.drawEllipse(QPointF(label.x, label.y), label.dot, label.dot)
    letters = QPainterPath()
    letters.addText(at, font, label.text)
    painter.strokePath(letters, QPen(halo, 3.2 * text_scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.fillPath(letters, colours[label.ink])


def _labels(placed: list[PlacedTile], frame: MapFrame, language: Language) -> Iterator[Label]:
    for put in placed:
        for layer, feature in put.tile.named:
            if least_zoom(feature.facts) > frame.zoom or not feature.parts:
                continue
            x, y = (float(value) for value in feature.parts[0][0])
            # A tile repeats what stands in its margin; its own points alone are within 0 and 1.
            if not (0 <= x < 1 and 0 <= y < 1):
                continue
            at = (put.left + x * put.side, put.top + y * put.side)
            label = (
                _water_label(feature, at, frame.zoom, language)
                if layer == "water"
                else _place_label(feature, at, frame.zoom, language)
            )
            if label:
                yield label


def _place_label(feature: Feature, at: tuple[float, float], zoom: float, language: Language) -> Label | None:
    facts = feature.facts
    kind = facts.get("kind")
    name = _named(feature, "name", language)
    if kind == "country" and zoom <= 5:
        return Label((2,), name.upper(), *at, "country", "halo", 13 if zoom < 4 else 16, bold=True)
    if kind == "region" and 4 <= zoom <= 7:
        text = (_named(feature, "ref", language) or name) if zoom < 5 else name
        return Label((3,), text, *at, "region_text", "halo", 12 if zoom < 5 else 13, bold=True)
    if kind in ("neighbourhood", "macrohood") and zoom >= 13 and name:
        return Label((6,), name, *at, "region_text", "halo", 12)
    if kind != "locality" or not name:
        return None
    rank, population = _number(facts.get("population_rank")), _number(facts.get("population"))
    least = _number(facts.get("min_zoom")) or 9
    capital = facts.get("capital")
    bold = rank >= 10 or bool(capital)
    pixels = (15 if rank >= 13 else 14 if rank >= 12 else 13 if rank >= 10 else 12) + (1 if zoom >= 8 else 0)
    dot = 0.0 if zoom >= 10 else 3.4 if bold else 2.6
    order = (1 if least <= 4.9 else 4, 0 if capital == "yes" else 1, least, -rank, -population)
    on_the_right = facts.get("side") == "left"
    return Label(order, name, *at, "text", "halo", pixels, bold, dot=dot, dot_on_the_right=on_the_right)


def _water_label(feature: Feature, at: tuple[float, float], _zoom: float, language: Language) -> Label | None:
    name = _named(feature, "name", language)
    if not name:
        return None
    pixels = 14 if feature.facts.get("kind") == "ocean" else 12
    order = (5, _number(feature.facts.get("min_zoom")))
    return Label(order, name, *at, "water_text", "water", pixels, italic=True)


def _named(feature: Feature, fact: str, language: Language) -> str:
    said = feature.facts.get(f"{fact}:{language.value}") or feature.facts.get(fact)
    return said if isinstance(said, str) else ""


def _number(fact: object) -> float:
    return float(fact) if isinstance(fact, int | float) else 0.0
