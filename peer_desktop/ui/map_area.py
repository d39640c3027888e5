"""Puts a map on screen once the window is there: the web map, else the painted one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from peer_desktop.ui.map_content import MapContent, MapLook
from peer_desktop.ui.map_engine import engine_present
from peer_desktop.ui.map_sources import MapSources
from peer_desktop.ui.painted_map import PaintedMap
from peer_desktop.ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from peer_desktop.ui.map_view import MapView

AFTER_PAINT_MS = 60
"""Time for the rest of the window to be painted before the engine is loaded."""
WHILE_A_DIALOG_MS = 200
"""Time until the next look whether a dialog or a menu is still open."""


class MapArea(QWidget):
    """A calm placeholder first; then a map, which is replaced by the painted one when its engine dies."""

    listing_activated = Signal(int)
    drawn = Signal()
    """The first picture is there."""
    changed = Signal()
    """Another kind of map is shown, or something about its files is known."""

    def __init__(self, look: MapLook, regions_folder: Path, *, use_engine: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._content = MapContent()
        self._regions_folder = regions_folder
        self._use_engine = use_engine
        self.sources: MapSources | None = None
        self.has_engine = use_engine
        """False as soon as it is known that the painted map must do."""
        self.is_drawn = False
        self._map: MapView | PaintedMap | None = None
        self._in_tab_order: QWidget | None = None
        self._closed = False
        self._placeholder = _Placeholder(self)
        self._placeholder.painted_first.connect(self._load_soon)
        self._layers = QStackedLayout(self)
        self._layers.setStackingMode(QStackedLayout.StackingMode.StackAll)
        self._layers.addWidget(self._placeholder)

    @property
    def refused_requests(self) -> int:
        """How many requests the wall around the web map has refused."""
        return getattr(self._map, "refused_requests", 0)

    def show_content(self, content: MapContent) -> None:
        """Show these points, now or as soon as there is a map."""
        self._content = content
        if self._map and not self._closed:
            self._map.show_content(content)

    def show_look(self, look: MapLook) -> None:
        """Language, colours and size of text."""
        self._look = look
        if self._map and not self._closed:
            self._map.show_look(look)

    def say(self, words: str) -> None:
        """What stands here until the map is drawn."""
        self._placeholder.setText(words)

    def take_focus(self) -> None:
        """Give the keyboard to the map. (A focus proxy here would break the circle of the Tab key.)"""
        (self._map or self._placeholder).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut_down(self) -> None:
        """Let go of the engine and of the files."""
        self._closed = True
        if self._map:
            self._map.shut_down()
        if self.sources:
            self.sources.close()

    def _load_soon(self) -> None:
        QTimer.singleShot(AFTER_PAINT_MS, self, self._load)

    def _load(self) -> None:
        if self._closed or self._map:
            return
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            # With the web map Qt makes the window of the system anew. On Windows, dialogs and menus of the
            # old one would go with it: out of sight, but still in everybody's way.
            QTimer.singleShot(WHILE_A_DIALOG_MS, self, self._load)
            return
        self.sources = MapSources(self._regions_folder)
        if not self._use_engine or not self.sources.has_base or not self._load_web_map(self.sources):
            self._paint_instead()
        self.changed.emit()

    def _load_web_map(self, sources: MapSources) -> bool:
        if not engine_present():
            return False
        try:
            from peer_desktop.ui.map_view import MapView
        except ImportError:
            return False  # a library of the system that the engine needs is missing
        view = MapView(sources, self._look)
        view.engine_lost.connect(self._on_engine_lost)
        self._put(view)
        return True

    def _paint_instead(self) -> None:
        self.has_engine = False
        assert self.sources is not None
        self._put(PaintedMap(self.sources, self._look))

    def _on_engine_lost(self) -> None:
        if self._closed or not self._map or not self.has_engine:
            return
        lost = self._map
        had_focus = lost.isAncestorOf(self.focusWidget()) if self.focusWidget() else lost.hasFocus()
        self._layers.removeWidget(lost)
        lost.hide()
        lost.shut_down()
        lost.deleteLater()
        self._paint_instead()
        if had_focus:
            self.take_focus()
        self.changed.emit()

    def _put(self, new: "MapView | PaintedMap") -> None:
        self._map = new
        new.listing_activated.connect(self.listing_activated)
        new.drawn.connect(self._on_drawn)
        self._layers.addWidget(new)
        # The engine paints beneath the placeholder until it has something to show; a painted map would not.
        waits = not self.is_drawn and not isinstance(new, PaintedMap)
        self._layers.setCurrentWidget(self._placeholder if waits else new)
        self._placeholder.setVisible(waits)
        new.show_content(self._content)

    def _put_in_tab_order(self, new: QWidget) -> None:
        """A widget that comes late stands last in the window; this one belongs where the placeholder is."""
        self._in_tab_order = new
        before: QWidget = self._placeholder
        for stop in (new, *(() if new.focusProxy() else new.findChildren(QWidget))):
            if stop.focusPolicy() != Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(before, stop)
                before = stop

    def _on_drawn(self) -> None:
        if self._map is None or self._map is self._in_tab_order:
            return
        # The engine makes the widget that takes its keys only when it draws.
        self._put_in_tab_order(self._map)
        if self.is_drawn:
            return
        self.is_drawn = True
        self._layers.setCurrentWidget(self._map)
        self._placeholder.hide()
        self.drawn.emit()


class _Placeholder(PlainLabel):
    """What is seen until the map is there; tells when it has been seen."""

    painted_first = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent, calm=True)
        self._is_painted = False
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted_first.emit()
