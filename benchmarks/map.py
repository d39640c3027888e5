"""Measures the map: how soon it is drawn, and how long many points and a picture take.

    python -m benchmarks.map

Needs no display. As root it switches Chromium's sandbox off, as the tests do.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Points, Query, Results
from peer_desktop.map_page import build_page
from peer_desktop.ui.map_colours import map_colours
from peer_desktop.ui.map_drawing import draw_ground
from peer_desktop.ui.map_engine import prepare_engine
from peer_desktop.ui.map_frame import MapFrame, world_of
from peer_desktop.ui.map_ground import Ground
from peer_desktop.ui.map_groups import groups_in_view
from peer_desktop.ui.map_pane import MapPane
from peer_desktop.ui.map_sources import MapSources

SIZES = (5_000, 100_000)
LONGEST_MS = 60_000
VIEWS = {"Canada": (55.0, -96.0, 4), "Maritimes": (45.8, -63.5, 7), "Montréal": (45.5, -73.6, 10)}


def main() -> None:
    """Print one JSON object of milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    prepare_engine()
    app = QApplication(sys.argv)
    measured: dict[str, object] = {"page": _page(), "painted": _painted(), "groups": _groups()}
    measured["web"] = _web()
    print(json.dumps(measured, indent=2, ensure_ascii=False))
    app.quit()


def _page() -> dict[str, float]:
    start = time.perf_counter()
    files = build_page()
    return {"build": _since(start), "bytes": sum(len(content) for content in files.values())}


def _painted() -> dict[str, dict[str, float]]:
    """A picture of 1100 × 750, the first time and again elsewhere nearby."""
    grounds = MapSources(Path("none")).grounds()
    times = {}
    for name, (latitude, longitude, zoom) in VIEWS.items():
        frame = MapFrame(latitude, longitude, zoom, 1100, 750)
        times[name] = {"first": _picture(grounds, frame), "again": _picture(grounds, frame.moved(20, 0))}
    return times


def _picture(grounds: list[Ground], frame: MapFrame) -> float:
    image = QImage(int(frame.width), int(frame.height), QImage.Format.Format_RGB32)
    start = time.perf_counter()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_ground(painter, grounds, frame, Language.FRENCH, map_colours(dark=False))
    painter.end()
    return _since(start)


def _groups() -> dict[str, float]:
    times = {}
    for size in SIZES:
        world = world_of(_scattered(size).points.coordinates)
        start = time.perf_counter()
        groups_in_view(world, MapFrame(55.0, -96.0, 4, 1100, 750))
        times[str(size)] = _since(start)
    return times


def _web() -> dict[str, float]:
    """From showing the pane to its first picture; from new results to markers on the map."""
    pane = MapPane(Language.ENGLISH, False, Path("none"))
    pane.resize(1100, 750)
    start = time.perf_counter()
    pane.show()
    _wait(pane.ready.connect)
    times = {"first picture": _since(start)}
    if pane.is_painted:
        return {**times, "web engine": 0}
    from peer_desktop.ui.map_view import MapView

    view = pane.findChild(MapView)
    for size in (*SIZES, *SIZES):
        results = _scattered(size)
        start = time.perf_counter()
        pane.show_results(results, lambda numbers: [f"Listing {number}" for number in numbers])
        _wait(view.points_shown.connect)
        times[f"{size} points"] = _since(start)
    pane.shut_down()
    return times


def _scattered(count: int) -> Results:
    random = np.random.default_rng(count)
    places = np.column_stack((random.uniform(43, 60, count), random.uniform(-128, -55, count)))
    numbers = np.arange(count, dtype=np.int32)
    points = Points(numbers, places.astype(np.float32), random.random(count) < 0.5)
    return Results(Query(), numbers, {}, points)


def _wait(connect: Callable[[Callable[..., None]], object]) -> None:
    loop = QEventLoop()
    connect(lambda *_told: loop.quit())
    QTimer.singleShot(LONGEST_MS, loop.quit)
    loop.exec()


def _since(start: float) -> float:
    return round((time.perf_counter() - start) * 1000, 1)


if __name__ == "__main__":
    main()
