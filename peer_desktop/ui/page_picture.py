"""Shows one page of the sheet as it will be printed: black on white in every theme."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from peer_desktop.ui import colours


class PagePicture(QWidget):
    """Paints the drawing of a page (SVG) as large as there is room, anew at every size: never blurred."""

    def __init__(self, drawing: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QSvgRenderer(QByteArray(drawing), self)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """The size of the paper at 96 dots an inch."""
        return self._page.defaultSize() * 96 / 72

    def heightForWidth(self, width: int) -> int:
        """In the proportions of the paper."""
        paper = self._page.defaultSize()
        return round(width * paper.height() / max(1, paper.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt clips what is not seen
        """Paint the paper, the page and an edge that shows on any ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        self._page.render(painter, QRectF(self.rect()))
        painter.setPen(QPen(colours.frame(self.palette()), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
