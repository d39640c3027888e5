"""Holds what is needed and where: beside each other, or below where both would be cut off."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from peer_desktop.ui.theme import NEAR

_LETTERS_OF_WORDS = 36
"""With less room for the words, the place stands below them."""


class AskingRow(QWidget):
    """The line for words takes the room that the place leaves."""

    def __init__(self, words: QWidget, place: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(NEAR)
        self._row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """Room for the wider of both: they can stand above each other."""
        hint = super().minimumSizeHint()
        return QSize(max(part.minimumSizeHint().width() for part in self._parts()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether both fit."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Larger text, or longer words, need more room."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutRequest):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        _, place = self._parts()
        wanted = self.fontMetrics().averageCharWidth() * _LETTERS_OF_WORDS + NEAR + place.sizeHint().width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if self.width() >= wanted else down)

    def _parts(self) -> list[QWidget]:
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]
