"""Shows the map page in the web engine, walled in; importing this loads the engine."""

import json
from dataclasses import asdict

import numpy as np
import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from peer_desktop.map_page import build_page, page_options
from peer_desktop.ui.map_bridge import MapBridge
from peer_desktop.ui.map_content import MapContent, MapLook
from peer_desktop.ui.map_scheme import SCHEME, START, MapScheme, RequestWall, register_scheme
from peer_desktop.ui.map_sources import MapSources
from peer_desktop.ui.map_words import map_words

LOADING_MS = 30_000
"""An engine that has drawn nothing by then is taken for broken."""


class _Page(QWebEnginePage):
    """Goes nowhere, opens nothing, and keeps what scripts say to itself: it may hold record text."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self.complaints = 0
        attribute = QWebEngineSettings.WebAttribute
        for unwanted in (
            attribute.LocalContentCanAccessFileUrls,
            attribute.LocalContentCanAccessRemoteUrls,
            attribute.PluginsEnabled,
            attribute.JavascriptCanOpenWindows,
            attribute.JavascriptCanAccessClipboard,
            attribute.HyperlinkAuditingEnabled,
            attribute.DnsPrefetchEnabled,
            attribute.NavigateOnDropEnabled,
            attribute.FullScreenSupportEnabled,
            attribute.ScreenCaptureEnabled,
            attribute.ErrorPageEnabled,
            attribute.LocalStorageEnabled,
            attribute.WebGLEnabled,
            attribute.PdfViewerEnabled,
        ):
            self.settings().setAttribute(unwanted, False)
        self.permissionRequested.connect(lambda permission: permission.deny())

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, *_said: object
    ) -> None:
        """Count errors; never write down what they say."""
        if level == QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel:
            self.complaints += 1

    def acceptNavigationRequest(
        self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, _is_main: bool
    ) -> bool:
        """Only the one page."""
        return QUrl(url).toString() == START

    def createWindow(self, _kind: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override] # None refuses
        """No second window."""
        return None


class MapView(QWebEngineView):
    """The Folium map. Give it content and look at any time; the page gets them when it listens."""

    listing_activated = Signal(int)
    drawn = Signal()
    points_shown = Signal(int)
    engine_lost = Signal()

    def __init__(self, sources: MapSources, look: MapLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        register_scheme()
        self._look = look
        self._content = MapContent()
        self._listening = False
        self._closed = False
        # A profile without a name is off the record: nothing of it reaches the disk.
        self._profile = QWebEngineProfile()
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self._profile.downloadRequested.connect(lambda download: download.cancel())
        base_zoom = sources.tiles["base"].header.max_zoom
        self._scheme = MapScheme(build_page(), sources.tiles, self)
        self._scheme.options = page_options(sources.regions, base_zoom, self._look_told())
        self._profile.installUrlSchemeHandler(SCHEME, self._scheme)
        self._wall = RequestWall(self)
        self._profile.setUrlRequestInterceptor(self._wall)
        self._page = _Page(self._profile, self)
        # Children go in the order they came: the page before its profile, even without shut_down.
        self._profile.setParent(self)
        self._page.setBackgroundColor(QColor("#17252f" if look.dark else "#cfe2ec"))
        self._bridge = MapBridge(self)
        self._channel = QWebChannel(self)
        self._channel.registerObject("bridge", self._bridge)
        self._page.setWebChannel(self._channel)
        self.setPage(self._page)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        # Only with a policy of its own has the view a place in the tab order; what is in it takes the keys.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(map_words()["map"])
        self._bridge.page_ready.connect(self._on_page_ready)
        self._bridge.page_drawn.connect(self._on_page_drawn)
        self._bridge.points_shown.connect(self.points_shown)
        self._bridge.point_activated.connect(self.listing_activated)
        self._page.renderProcessTerminated.connect(lambda *_how: self._lose_engine())
        self._page.loadFinished.connect(self._on_load_finished)
        self._waiting = QTimer(self, singleShot=True, interval=LOADING_MS)
        self._waiting.timeout.connect(self._lose_engine)
        self._waiting.start()
        self.setUrl(QUrl(START))

    @property
    def refused_requests(self) -> int:
        """How many requests went outside the program, and were refused."""
        return self._wall.refused

    @property
    def complaints(self) -> int:
        """How many errors the page's scripts have met."""
        return self._page.complaints

    def show_content(self, content: MapContent) -> None:
        """Send what has changed since the last content: points, names, starting point, chosen listing."""
        before, self._content = self._content, content
        self._bridge.content = content
        if not self._listening:
            return
        if (content.origin, content.within_km) != (before.origin, before.within_km):
            self._send_origin()
        if not content.has_points_of(before):
            self._send_points(is_other_set=not content.has_listings_of(before))
        elif content.names != before.names:
            self._bridge.names_changed.emit()
        self._send_chosen()

    def show_look(self, look: MapLook) -> None:
        """Language, colours and size of text, at once."""
        self._look = look
        self._page.setBackgroundColor(QColor("#17252f" if look.dark else "#cfe2ec"))
        self.setAccessibleName(map_words()["map"])
        if self._listening:
            self._bridge.look_changed.emit(json.dumps(self._look_told()))

    def shut_down(self) -> None:
        """Let go of the engine: the page must be gone before its profile, or Qt may crash at the end."""
        if self._closed:
            return
        self._closed = True
        self._waiting.stop()
        self._page.setWebChannel(None)  # type: ignore[arg-type] # Qt takes none
        self.setPage(None)  # type: ignore[arg-type] # Qt takes none
        shiboken6.delete(self._page)

    def _on_page_ready(self) -> None:
        self._listening = True
        self._bridge.look_changed.emit(json.dumps(self._look_told()))
        self._send_origin()
        self._send_points(is_other_set=True)
        self._send_chosen()

    def _on_page_drawn(self) -> None:
        self._waiting.stop()
        self.drawn.emit()

    def _on_load_finished(self, loaded: bool) -> None:
        # A way out that was refused ends as a failed load too; only the first load must succeed.
        if not loaded and not self._listening:
            self._lose_engine()

    def _lose_engine(self) -> None:
        self._waiting.stop()
        if not self._closed:
            # Whoever hears this deletes the page, which must not happen inside the page's own signal.
            QTimer.singleShot(0, self, self.engine_lost.emit)

    def _send_points(self, *, is_other_set: bool) -> None:
        points = self._content.points
        self._bridge.version += 1
        self._scheme.version = self._bridge.version
        self._scheme.points = (
            np.ascontiguousarray(points.coordinates, "<f4").tobytes()
            + np.ascontiguousarray(points.exact, np.uint8).tobytes()
        )
        self._bridge.points_changed.emit(self._bridge.version, is_other_set)

    def _send_chosen(self) -> None:
        chosen = self._content.index_of(self._content.chosen)
        self._bridge.chosen_changed.emit(self._bridge.version, chosen)

    def _send_origin(self) -> None:
        origin = self._content.origin
        told = origin and {
            "name": origin.label(self._look.language),
            "latitude": origin.latitude,
            "longitude": origin.longitude,
            "within_km": self._content.within_km,
        }
        self._bridge.origin_changed.emit(json.dumps(told))

    def _look_told(self) -> dict[str, object]:
        return {**asdict(self._look), "words": map_words()}
