"""Draws a whole map on any paint device, screen or paper, from the same tiles as the page."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Points
from peer_desktop.map_page import BASE_MAP, CREDIT, map_folder
from peer_desktop.tiles import TileFile
from peer_desktop.ui.map_colours import MapColours, map_colours
from peer_desktop.ui.map_frame import MapFrame
from peer_desktop.ui.map_ground import Ground, paint_ground
from peer_desktop.ui.map_labels import paint_labels
from peer_desktop.ui.map_pins import draw_address, draw_around
from peer_desktop.ui.map_streets import paint_street_names


@cache
def shipped_ground() -> Ground:
    """The base map of Canada, opened once for whoever draws. Raises OSError and TilesUnreadable."""
    return Ground(TileFile(map_folder() / BASE_MAP))


def draw(
    painter: QPainter,
    rect: QRectF,
    center: tuple[float, float],
    zoom: float,
    points: Points,
    language: Language,
    dark: bool = False,
) -> None:
    """Draw the map with its points into a rectangle of the painter's own units (96 to the inch look right).

    `center` is latitude and longitude. All is vector: a printer or a PDF gets its full resolution.
    """
    colours = map_colours(dark=dark)
    frame = MapFrame(*center, zoom, rect.width(), rect.height())
    painter.save()
    painter.translate(rect.topLeft())
    painter.setClipRect(QRectF(0, 0, rect.width(), rect.height()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_ground(painter, [shipped_ground()], frame, language, colours)
    for (latitude, longitude), exact in zip(points.coordinates.tolist(), points.exact.tolist(), strict=True):
        x, y = frame.pixel(latitude, longitude)
        (draw_address if exact else draw_around)(painter, x, y, colours)
    draw_credit(painter, QRectF(0, 0, rect.width(), rect.height()), colours, (CREDIT,))
    painter.restore()


def draw_ground(
    painter: QPainter,
    grounds: Sequence[Ground],
    frame: MapFrame,
    language: Language,
    colours: MapColours,
    text_scale: float = 1.0,
) -> None:
    """The sea, then every ground over the one before it, then the names of all."""
    painter.fillRect(QRectF(0, 0, frame.width, frame.height), colours["water"])
    placed = [list(ground.tiles_of(frame)) for ground in grounds]
    for tiles in placed:
        paint_ground(painter, tiles, frame.zoom, colours)
    # Where a region's streets are drawn, its own names say more than those of the country.
    covered = [tile for tiles in placed[1:] for tile in tiles if not tile.tile.is_empty]
    names = [tile for tiles in placed for tile in tiles]
    named = paint_labels(painter, covered or names, frame, language, colours, text_scale)
    paint_street_names(painter, covered, frame, named, language, colours, text_scale)


def draw_credit(
    painter: QPainter, view: QRectF, colours: MapColours, credits_shown: Sequence[str], size: float = 1.0
) -> None:
    """The line that names the sources, at the lower right."""
    font = painter.font()
    font.setPixelSize(round(11 * size))
    font.setBold(False)
    painter.setFont(font)
    words = " · ".join(credits_shown)
    flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
    box = painter.boundingRect(view.adjusted(6, 6, -6, -2), flags, words)
    panel = QColor(colours["panel"])
    panel.setAlphaF(0.82)
    painter.fillRect(box.adjusted(-6, -1, 6, 2), panel)
    painter.setPen(colours["panel_text"])
    painter.drawText(box, flags, words)


def country_frame(width: float, height: float) -> MapFrame:
    """The view of the whole country: a little of the far corners may be cut."""
    frame = MapFrame(55.0, -96.0, 3, width, height)
    fitted = frame.fitted(42.0, -138.0, 66.0, -54.0, 4)
    return replace(fitted, zoom=fitted.zoom + 1) if width > 330 * 2 ** (fitted.zoom - 2) else fitted
