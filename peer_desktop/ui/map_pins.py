"""Draws what stands on the map: pins, groups, the starting point, and the bubble with a name."""

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from peer_desktop.ui.map_colours import MapColours


def draw_address(
    painter: QPainter, x: float, y: float, colours: MapColours, *, chosen: bool = False, size: float = 1.0
) -> None:
    """A pin that stands with its tip on the point."""
    radius = (12.0 if chosen else 9.5) * size
    rise = radius * 1.45
    drop = QPainterPath(QPointF(x, y))
    drop.cubicTo(x - radius * 0.5, y - radius * 0.7, x - radius, y - radius * 0.85, x - radius, y - rise)
    drop.arcTo(x - radius, y - rise - radius, 2 * radius, 2 * radius, 180, -180)
    drop.cubicTo(x + radius, y - radius * 0.85, x + radius * 0.5, y - radius * 0.7, x, y)
    fill, edge = _pin_colours(colours, chosen)
    painter.setPen(QPen(edge, 1.6 * size))
    painter.setBrush(fill)
    painter.drawPath(drop)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(edge)
    painter.drawEllipse(QPointF(x, y - rise), radius * 0.36, radius * 0.36)


def draw_around(
    painter: QPainter, x: float, y: float, colours: MapColours, *, chosen: bool = False, size: float = 1.0
) -> None:
    """A ring around a diamond: somewhere in this town or postal area."""
    fill, edge = _pin_colours(colours, chosen)
    radius = (19.0 if chosen else 15.0) * size
    veil = QColor(fill)
    veil.setAlphaF(0.2 if chosen else 0.16)
    pen = QPen(fill, (2.6 if chosen else 1.8) * size)
    if not chosen:
        pen.setDashPattern([2.2, 1.8])
    painter.setPen(pen)
    painter.setBrush(veil)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    half = (8.5 if chosen else 6.5) * size
    diamond = QPainterPath(QPointF(x, y - half))
    for dx, dy in ((half, 0.0), (0.0, half), (-half, 0.0)):
        diamond.lineTo(x + dx, y + dy)
    diamond.closeSubpath()
    painter.setPen(QPen(edge, 1.6 * size))
    painter.setBrush(fill)
    painter.drawPath(diamond)


def draw_group(
    painter: QPainter, x: float, y: float, number: str, radius: float, colours: MapColours, size: float = 1.0
) -> None:
    """A disc with the number of listings."""
    painter.setPen(QPen(colours["point_edge"], 1.8 * size))
    painter.setBrush(colours["group"])
    painter.drawEllipse(QPointF(x, y), radius * size, radius * size)
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(12 * size)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colours["group_text"])
    box = QRectF(x - 40 * size, y - 20 * size, 80 * size, 40 * size)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)


def draw_origin(painter: QPainter, x: float, y: float, colours: MapColours, size: float = 1.0) -> None:
    """The starting point: a ring."""
    painter.setPen(QPen(colours["origin"], 4 * size))
    painter.setBrush(colours["point_edge"])
    painter.drawEllipse(QPointF(x, y), 7 * size, 7 * size)


def draw_circle(painter: QPainter, x: float, y: float, radius: float, colours: MapColours) -> None:
    """The distance asked for around the starting point."""
    veil = QColor(colours["origin"])
    veil.setAlphaF(0.05)
    painter.setPen(QPen(colours["origin"], 2, Qt.PenStyle.DashLine))
    painter.setBrush(veil)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def draw_focus(painter: QPainter, x: float, y: float, radius: float, colours: MapColours) -> None:
    """The ring around the pin that the keyboard is on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colours["panel"], 6))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setPen(QPen(colours["focus"], 3))
    painter.drawEllipse(QPointF(x, y), radius, radius)


def draw_name(
    painter: QPainter,
    x: float,
    y: float,
    name: str,
    room: QRectF,
    colours: MapColours,
    *,
    ink: str = "panel_text",
) -> None:
    """A bubble above the point, moved to lie within the room; long names break into lines."""
    font = QFont(painter.font())
    font.setBold(True)
    metrics = QFontMetricsF(font)
    widest = max(60.0, min(260.0, room.width() - 16))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    text = metrics.boundingRect(QRectF(0, 0, widest, 10_000), int(flags), name)
    bubble = text.marginsAdded(QMarginsF(8, 3, 8, 3))
    bubble.moveCenter(QPointF(x, y))
    bubble.moveBottom(y)
    bubble.moveLeft(max(room.left() + 4, min(bubble.left(), room.right() - 4 - bubble.width())))
    bubble.moveTop(max(room.top() + 4, bubble.top()))
    painter.setPen(QPen(colours["panel_edge"], 1))
    painter.setBrush(colours["panel"])
    painter.drawRoundedRect(bubble, 4, 4)
    painter.setFont(font)
    painter.setPen(colours[ink])
    painter.drawText(bubble, int(flags), name)


def _pin_colours(colours: MapColours, chosen: bool) -> tuple[QColor, QColor]:
    return (
        (colours["chosen"], colours["chosen_edge"]) if chosen else (colours["point"], colours["point_edge"])
    )
