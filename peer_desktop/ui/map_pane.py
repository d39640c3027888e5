"""Shows where the listings found are, with what the signs mean and what cannot be shown."""

from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Place, Results
from peer_desktop.ui.map_area import MapArea
from peer_desktop.ui.map_content import MapContent, MapLook, Names
from peer_desktop.ui.map_legend import MapLegend
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.theme import NEAR, TIGHT

USUAL_TEXT = 13
"""Pixels: the size of text at which the map is drawn as it was designed."""


class MapPane(QWidget):
    """The map of the results. It is loaded after the pane has been painted once: the window never waits.

    `use_engine` False, or a web engine that is missing or dies, gives the painted map, and a line says so.
    """

    listing_selected = Signal(int)
    """A pin was clicked, or Enter pressed on it."""
    ready = Signal()
    """The first picture of the map is drawn."""

    def __init__(
        self,
        language: Language,
        dark: bool,
        regions_folder: Path,
        use_engine: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = MapLook(language, dark, self._text_scale())
        self._content = MapContent()
        self._area = MapArea(self._look, regions_folder, use_engine=use_engine, parent=self)
        self._area.listing_activated.connect(self._on_listing_activated)
        self._area.drawn.connect(self.ready)
        self._area.changed.connect(self._say_words)
        self._legend = MapLegend()
        self._legend.show_dark(dark)
        self._notice = PlainLabel()
        self._notice.setContentsMargins(NEAR, TIGHT, NEAR, TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(self._legend)
        column.addWidget(self._notice)
        self._say_words()

    @property
    def is_ready(self) -> bool:
        """Whether a picture of the map is on screen."""
        return self._area.is_drawn

    @property
    def is_painted(self) -> bool:
        """Whether the map is drawn without the web engine."""
        return not self._area.has_engine

    @property
    def refused_requests(self) -> int:
        """How many requests the web map made outside the program, all refused; 0 in a sound program."""
        return self._area.refused_requests

    @property
    def notice(self) -> str:
        """What is said beneath the map, nothing in normal life."""
        return self._notice.text()

    def show_results(self, results: Results, names: Names) -> None:
        """Show the places of the results; `names` is asked only for pins in view."""
        points = results.points
        exact = int(np.count_nonzero(points.exact))
        self._legend.show_counts(exact, len(points) - exact, results.total - len(points))
        self._show(replace(self._content, points=points, names=names))

    def select(self, number: int | None) -> None:
        """Mark the pin of a listing and bring it into view; a listing without a place has none."""
        self._show(replace(self._content, chosen=number))

    def show_origin(self, place: Place | None, within_km: float | None) -> None:
        """Show the starting point, with the circle of the distance asked for."""
        if (place, within_km) != (self._content.origin, self._content.within_km):
            self._show(replace(self._content, origin=place, within_km=within_km))

    def set_language(self, language: Language) -> None:
        """Call after the program speaks this language."""
        self._look = replace(self._look, language=language)
        self._area.show_look(self._look)
        self._say_words()

    def set_dark(self, dark: bool) -> None:
        """Dark or light colours on the map."""
        self._look = replace(self._look, dark=dark)
        self._area.show_look(self._look)
        self._legend.show_dark(dark)

    def take_focus(self) -> None:
        """Give the keyboard to the map."""
        self._area.take_focus()

    def shut_down(self) -> None:
        """Call before the window goes: the web page must be gone before its profile."""
        self._area.shut_down()

    def changeEvent(self, event: QEvent) -> None:
        """The names on the map grow with the text of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._look.text_scale != self._text_scale():
            self._look = replace(self._look, text_scale=self._text_scale())
            self._area.show_look(self._look)

    def _text_scale(self) -> float:
        return round(max(1.0, min(2.2, QFontInfo(self.font()).pixelSize() / USUAL_TEXT)), 2)

    def _show(self, content: MapContent) -> None:
        self._content = content
        self._area.show_content(content)

    def _on_listing_activated(self, number: int) -> None:
        self.select(number)
        self.listing_selected.emit(number)

    def _say_words(self) -> None:
        self.setAccessibleName(self.tr("Map"))
        self._area.say(self.tr("The map is being drawn."))
        self._legend.say_words()
        said = []
        sources = self._area.sources
        if sources and not sources.has_base:
            said.append(
                self.tr(
                    "The file of the base map is missing or damaged. "
                    "Install the program again to see land and towns."
                )
            )
        elif not self._area.has_engine:
            said.append(self.tr("This is the simple map: the web engine is missing or has stopped."))
        if sources:
            said += [problem.said_in(self._look.language) for problem in sources.refused]
        self._notice.setText("\n".join(said))
        self._notice.setVisible(bool(said))
