"""What the tests of the map share: results with places, a pane on screen, a question to the page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.query import Place, Points, Query, Results
from peer_desktop.ui.map_pane import MapPane

LONG = 20_000
"""Milliseconds to wait for the web engine on a busy machine."""

MONCTON = Place(Bilingual("Moncton", "Moncton"), "NB", 46.09, -64.78)
HALIFAX, MONTREAL, VICTORIA = (44.65, -63.58), (45.50, -73.57), (48.43, -123.37)


def found(
    *places: tuple[float, float], exact: bool | Sequence[bool] = True, first: int = 100, without: int = 0
) -> Results:
    """Results of listings 100, 101 … at these places, and some without a place."""
    count = len(places)
    points = Points(
        np.arange(first, first + count, dtype=np.int32),
        np.array(places, np.float32).reshape(-1, 2),
        np.broadcast_to(np.asarray(exact, np.bool_), count).copy(),
    )
    return Results(Query(), np.arange(first, first + count + without, dtype=np.int32), {}, points)


def scattered(count: int) -> Results:
    """Listings all over the country, always the same."""
    random = np.random.default_rng(7)
    south = np.column_stack((random.uniform(43, 60, count), random.uniform(-128, -55, count)))
    return found(*map(tuple, south.tolist()), first=0)


def called(numbers: Sequence[int]) -> list[str]:
    """Listing 100 is called Listing 100."""
    return [f"Listing {number}" for number in numbers]


def pane_on_screen(
    qtbot: QtBot, regions: Path, *, use_engine: bool, width: int = 700, dark: bool = False
) -> MapPane:
    """A map pane that has drawn its first picture."""
    pane = MapPane(Language.ENGLISH, dark, regions, use_engine)
    qtbot.addWidget(pane, before_close_func=lambda pane: pane.shut_down())
    pane.resize(width, 520)
    with qtbot.waitSignal(pane.ready, timeout=LONG):
        pane.show()
    return pane


def view_of(pane: MapPane) -> QWebEngineView:
    """The web view of a pane."""
    view = pane.findChild(QWebEngineView)
    assert view is not None
    return view


def asked(qtbot: QtBot, pane: MapPane, script: str) -> Any:
    """What the page answers to a script."""
    answers: list[Any] = []
    view_of(pane).page().runJavaScript(f"JSON.stringify((() => {script})())", 0, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=LONG)
    import json

    return json.loads(answers[0]) if answers[0] else None


def until(qtbot: QtBot, pane: MapPane, script: str, wanted: Any) -> None:
    """Wait until the page answers as wanted."""

    def answers() -> None:
        assert asked(qtbot, pane, script) == wanted

    qtbot.waitUntil(answers, timeout=LONG)
