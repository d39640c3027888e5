"""Keeps the last picture of the ground, so that moving pins or the mouse paints no map anew."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPixmap

from peer_desktop.ui.map_colours import map_colours
from peer_desktop.ui.map_content import MapLook
from peer_desktop.ui.map_drawing import draw_ground
from peer_desktop.ui.map_frame import MapFrame
from peer_desktop.ui.map_ground import Ground


class GroundPicture:
    """The ground as a pixmap in the resolution of the screen."""

    def __init__(self, grounds: list[Ground]) -> None:
        self._grounds = grounds
        self._last: tuple[MapFrame, MapLook, QPixmap] | None = None

    def of(
        self, frame: MapFrame, look: MapLook, size: QSize, ratio: float, *, dragged: bool
    ) -> tuple[QPointF, QPixmap]:
        """The picture and where to put it: while the map is dragged, the one there is moves along."""
        if dragged and self._last and self._last[0].zoom == frame.zoom:
            before, _, pixmap = self._last
            return QPointF(before.left - frame.left, before.top - frame.top), pixmap
        if self._last is None or self._last[:2] != (frame, look):
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours = map_colours(dark=look.dark)
            draw_ground(painter, self._grounds, frame, look.language, colours, look.text_scale)
            painter.end()
            self._last = (frame, look, pixmap)
        return QPointF(), self._last[2]
