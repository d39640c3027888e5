"""Gives every icon by its name: Lucide drawings, tinted from the palette at the moment they are painted."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from peer_desktop.paths import resources_folder

_GROUPS = {
    QIcon.Mode.Normal: (QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Active: (QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Disabled: (QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Selected: (QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText),
}


def icon(name: str, tint: QColor | None = None) -> QIcon:
    """The drawing `resources/icons/<name>.svg`, always shown beside words.

    Without a tint it has the colour of the text around it. Raises FileNotFoundError for an unknown name.
    """
    return QIcon(_Tinted(_drawing(name), tint))


@cache
def _drawing(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=200)
def _renderer(drawing: str, colour: str) -> QSvgRenderer:
    """Reading a drawing takes longer than painting it, and each is painted again and again."""
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


class _Tinted(QIconEngine):
    """Paints one drawing in the colour of the palette at that moment: a change of theme needs nothing."""

    def __init__(self, drawing: str, tint: QColor | None) -> None:
        super().__init__()
        self._drawing = drawing
        self._tint = tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        colour = self._tint or QGuiApplication.palette().color(*_GROUPS[mode])
        _renderer(self._drawing, colour.name()).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> "_Tinted":
        return _Tinted(self._drawing, self._tint)
