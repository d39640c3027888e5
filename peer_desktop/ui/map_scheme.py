"""Serves the map page under a scheme of our own, read only, and refuses every other address."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from peer_desktop.map_page import PARTS, POLICY, map_folder
from peer_desktop.tiles import TileFile, TilesUnreadable

SCHEME = b"peermap"
HOST = "map"
START = "peermap://map/index.html"

_KINDS = {
    "html": b"text/html; charset=utf-8",
    "js": b"text/javascript; charset=utf-8",
    "css": b"text/css; charset=utf-8",
    "json": b"application/json",
}
_BYTES = b"application/octet-stream"
_CHANNEL = ":/qtwebchannel/qwebchannel.js"
_TILE = re.compile(r"/tiles/([a-z0-9]{1,20})/(\d{1,2})/(\d{1,7})/(\d{1,7})")
_POINTS = re.compile(r"/points/(\d{1,9})")


def register_scheme() -> None:
    """Make the scheme known. Call before any web profile or page exists; more than once does no harm."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    flag = QWebEngineUrlScheme.Flag
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    # Not local: a local scheme could read other files of the computer.
    scheme.setFlags(flag.SecureScheme | flag.CorsEnabled | flag.FetchApiAllowed)
    QWebEngineUrlScheme.registerScheme(scheme)


class MapScheme(QWebEngineUrlSchemeHandler):
    """Answers GET for the page, its parts, the tiles and the points; anything else fails."""

    def __init__(self, page: Mapping[str, bytes], tiles: Mapping[str, TileFile], parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._tiles = tiles
        self.options = b"{}"
        self.points = b""
        self.version = 0

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Find what is asked for, and nothing by its path on the disk."""
        address = job.requestUrl()
        path = address.path()
        if job.requestMethod().data() not in (b"GET", b"HEAD") or address.host() != HOST:
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif path in self._page:
            headers = {
                QByteArray(b"Content-Security-Policy"): [QByteArray(POLICY.encode())],
                QByteArray(b"Cache-Control"): [QByteArray(b"no-store")],
            }
            job.setAdditionalResponseHeaders(headers)  # type: ignore[arg-type] # a multi-map takes lists
            self._answer(job, self._page[path], _KINDS[path.rpartition(".")[2]])
        elif path in PARTS:
            self._answer_file(job, str(map_folder() / PARTS[path]), _KINDS[path.rpartition(".")[2]])
        elif path == "/qwebchannel.js":
            self._answer_file(job, _CHANNEL, _KINDS["js"])
        elif path == "/options.json":
            self._answer(job, self.options, _KINDS["json"])
        elif tile := _TILE.fullmatch(path):
            self._answer(job, self._tile(tile[1], int(tile[2]), int(tile[3]), int(tile[4])), _BYTES)
        elif (points := _POINTS.fullmatch(path)) and int(points[1]) == self.version:
            self._answer(job, self.points, _BYTES)
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _tile(self, source: str, zoom: int, column: int, row: int) -> bytes:
        """A tile; empty where there is none, or where the file went away or went bad meanwhile."""
        tiles = self._tiles.get(source)
        try:
            return (tiles.tile(zoom, column, row) if tiles else None) or b""
        except (TilesUnreadable, OSError, ValueError):
            return b""

    def _answer(self, job: QWebEngineUrlRequestJob, content: bytes, kind: bytes) -> None:
        buffer = QBuffer(job)
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(kind), buffer)

    def _answer_file(self, job: QWebEngineUrlRequestJob, path: str, kind: bytes) -> None:
        file = QFile(path, job)
        if file.open(QIODevice.OpenModeFlag.ReadOnly):
            job.reply(QByteArray(kind), file)
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


class RequestWall(QWebEngineUrlRequestInterceptor):
    """The second wall, behind the page's policy: refuses what is not ours, and counts it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.refused = 0

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Called for every request before it is made."""
        if info.requestUrl().scheme() not in (SCHEME.decode(), "data", "blob"):
            self.refused += 1
            info.block(True)
