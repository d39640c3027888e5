"""Holds a list and the page it leads to: side by side, or one at a time where there is no room for both."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from peer_desktop.ui import theme
from peer_desktop.ui.icons import icon

_LETTERS_FOR_BOTH = 75
"""Average letters across; with fewer the page would be a column of single words."""


class TwoSides(QSplitter):
    """In a narrow window, or with very large text, the list is shown first and `read` turns to the page."""

    went_back = Signal()
    """The person turned from the page to the list."""

    def __init__(self, choosing: QWidget, reading: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._narrow = False
        self._reads = False
        self.choosing = choosing
        self._list = QScrollArea()  # in a low window with large text the fields above the list need the room
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setWidget(choosing)
        self.back = QPushButton(icon("arrow-left"), "")
        self.back.clicked.connect(self._go_back)
        self._way_back = QWidget()
        way_back = QHBoxLayout(self._way_back)
        way_back.setContentsMargins(theme.APART, theme.NEAR, theme.APART, theme.NEAR)
        way_back.addWidget(self.back)
        way_back.addStretch()
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._way_back)
        column.addWidget(reading, stretch=1)
        self.addWidget(self._list)
        self.addWidget(self._page)
        self.setStretchFactor(1, 1)
        self.setSizes([340, 800])
        self.setChildrenCollapsible(False)
        self._show_what_fits()

    def say(self, back: str) -> None:
        """The words of the way back to the list."""
        self.back.setText(back)

    def read(self) -> None:
        """The person wants to read now."""
        self._reads = True
        self._show_what_fits()

    def choose(self) -> None:
        """The person wants the list again."""
        self._reads = False
        self._show_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again whether both fit."""
        super().resizeEvent(event)
        self._measure()

    def event(self, event: QEvent) -> bool:
        """Larger text, or longer words, need more room."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutRequest):
            self._measure()
        return super().event(event)

    def _measure(self) -> None:
        self._narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_FOR_BOTH
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        self._way_back.setVisible(self._narrow)
        self._list.setVisible(not (self._narrow and self._reads))
        self._page.setVisible(not self._narrow or self._reads)
        bar = self._list.verticalScrollBar().sizeHint().width()  # takes room in a low window
        self._list.setMinimumWidth(0 if self._narrow else self.choosing.minimumSizeHint().width() + bar)

    def _go_back(self) -> None:
        self.choose()
        self.went_back.emit()
