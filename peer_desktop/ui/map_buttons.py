"""The buttons on the painted map: closer, farther, everything found."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from peer_desktop.ui.icons import icon
from peer_desktop.ui.map_words import map_words
from peer_desktop.ui.theme import NEAR, TIGHT

SIDE = 30
"""Pixels."""


class MapButtons(QWidget):
    """A small column in the upper left corner of its parent."""

    zoomed = Signal(int)
    """1 closer, -1 farther."""
    all_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._closer, self._farther, self._all = (
            self._button(picture) for picture in ("plus", "minus", "maximize-2")
        )
        self._closer.clicked.connect(lambda: self.zoomed.emit(1))
        self._farther.clicked.connect(lambda: self.zoomed.emit(-1))
        self._all.clicked.connect(self.all_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(NEAR, NEAR, 0, 0)
        column.setSpacing(TIGHT)
        for button in (self._closer, self._farther, self._all):
            column.addWidget(button)
        self.grow(1.0)

    def grow(self, factor: float) -> None:
        """Larger buttons for larger text."""
        side = round(SIDE * factor)
        for button in (self._closer, self._farther, self._all):
            button.setFixedSize(side, side)
            button.setIconSize(QSize(side // 2, side // 2))
        self.adjustSize()

    def say_words(self) -> None:
        """Names and tooltips in the language of the program."""
        words = map_words()
        for button, said in (
            (self._closer, words["closer"]),
            (self._farther, words["farther"]),
            (self._all, words["show_all"]),
        ):
            button.setAccessibleName(said)
            button.setToolTip(said)

    def _button(self, picture: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
