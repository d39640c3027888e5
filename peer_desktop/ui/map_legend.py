"""Says beneath the map what its signs mean, and how many listings have no place on it."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.map_colours import MapColours, map_colours
from peer_desktop.ui.map_pins import draw_address, draw_around
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.theme import APART, NEAR, TIGHT

SIDE = 20
"""Pixels."""


class MapLegend(QWidget):
    """One line, or more where the room is narrow; signs that are not on the map are not explained."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dark = False
        self._counts = (0, 0, 0)
        self._address = _Explained(draw_address, tip_at_the_bottom=True)
        self._around = _Explained(draw_around, tip_at_the_bottom=False)
        self._elsewhere = PlainLabel(calm=True)
        self._elsewhere.setWordWrap(False)
        line = FlowLayout(self, gap=APART)
        line.setContentsMargins(NEAR, TIGHT, NEAR, TIGHT)
        for part in (self._address, self._around, self._elsewhere):
            line.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_counts(0, 0, 0)

    def show_counts(self, addresses: int, areas: int, without: int) -> None:
        """How many points are addresses, how many stand for an area, how many listings have no point."""
        self._counts = (addresses, areas, without)
        self._address.say(self.tr("an address"))
        self._around.say(self.tr("a town or area"))
        self._elsewhere.setText(self.tr("%n not on the map", "", without))
        self._address.setVisible(bool(addresses))
        self._around.setVisible(bool(areas))
        self._elsewhere.setVisible(bool(without))
        self.setVisible(any(self._counts))

    def show_dark(self, dark: bool) -> None:
        """The signs in the colours of the map."""
        for part in (self._address, self._around):
            part.show_colours(map_colours(dark=dark))

    def say_words(self) -> None:
        """The same in the language the program has now."""
        self.show_counts(*self._counts)

    @property
    def words(self) -> list[str]:
        """What is said now."""
        parts = (
            (self._address, self._address.words),
            (self._around, self._around.words),
            (self._elsewhere, self._elsewhere),
        )
        return [label.text() for part, label in parts if not part.isHidden()]


class _Explained(QWidget):
    """A sign and what it means."""

    def __init__(self, draw: Callable[..., None], *, tip_at_the_bottom: bool) -> None:
        super().__init__()
        self._sign = _Sign(draw, tip_at_the_bottom=tip_at_the_bottom)
        self.words = PlainLabel(calm=True)
        self.words.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self._sign)
        row.addWidget(self.words)

    def say(self, words: str) -> None:
        self.words.setText(words)

    def show_colours(self, colours: MapColours) -> None:
        self._sign.colours = colours
        self._sign.update()


class _Sign(QWidget):
    """A sign of the map, small."""

    def __init__(self, draw: Callable[..., None], *, tip_at_the_bottom: bool) -> None:
        super().__init__()
        self._draw = draw
        self._tip_at_the_bottom = tip_at_the_bottom
        self.colours = map_colours(dark=False)
        self.setFixedSize(QSize(SIDE, SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._tip_at_the_bottom:
            self._draw(painter, SIDE / 2, SIDE - 1.5, self.colours, size=0.72)
        else:
            self._draw(painter, SIDE / 2, SIDE / 2, self.colours, size=0.6)
