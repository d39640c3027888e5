"""Draws an address as a QR code: a telephone opens it, this computer does not."""

import segno
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_QUIET = 4
"""Light modules around the code, which readers need."""
_MODULE = 4
"""Pixels of one module."""


class QrPicture(QWidget):
    """Dark on light in every theme: many readers fail on the inverse."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(bytes(row) for row in segno.make(text, micro=False).matrix)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The code with its quiet zone."""
        side = (len(self._rows) + 2 * _QUIET) * _MODULE
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole code is painted
        """Paint every dark module."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for down, row in enumerate(self._rows):
            for across, is_dark in enumerate(row):
                if is_dark:
                    left, top = (across + _QUIET) * _MODULE, (down + _QUIET) * _MODULE
                    painter.fillRect(QRect(left, top, _MODULE, _MODULE), Qt.GlobalColor.black)
