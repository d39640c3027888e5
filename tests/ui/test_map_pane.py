"""The web map: pins are rows, rows are pins, names are text, and everything works by keyboard."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.directory.language import Language
from peer_desktop.ui.map_area import AFTER_PAINT_MS, WHILE_A_DIALOG_MS
from peer_desktop.ui.map_pane import MapPane
from peer_desktop.ui.map_view import MapView
from peer_desktop.ui.painted_map import PaintedMap
from tests.tile_writer import street_tile, write_tiles
from tests.ui.map_setting import (
    HALIFAX,
    LONG,
    MONCTON,
    MONTREAL,
    VICTORIA,
    asked,
    called,
    found,
    pane_on_screen,
    scattered,
    until,
    view_of,
)

LABELS = (
    "[...document.querySelectorAll('[role=button].pin, .disc')].map(e => e.getAttribute('aria-label')).sort()"
)
CHOSEN = "[...document.querySelectorAll('.pin.chosen')].map(e => e.getAttribute('aria-label'))"
IN_VIEW = "peerMap.map.getBounds().contains([%s, %s])"
HOSTILE = (
    "${alert(1)}",
    "`",
    "<img src=x onerror=\"document.title='broken'\">",
    r"C:\users\new",
    "</script><script>document.title='broken'</script>",
    "a & b &amp; c",
)


@pytest.fixture
def pane(qtbot: QtBot, tmp_path: Path) -> MapPane:
    return pane_on_screen(qtbot, tmp_path, use_engine=True)


def answer(qtbot: QtBot, pane: MapPane, script: str) -> Any:
    return asked(qtbot, pane, f"{{ return {script}; }}")


def awaited(qtbot: QtBot, pane: MapPane, script: str, wanted: Any) -> None:
    until(qtbot, pane, f"{{ return {script}; }}", wanted)


def test_the_listings_found_are_pins_with_spoken_names(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, VICTORIA, exact=(True, False), without=3), called)
    awaited(qtbot, pane, LABELS, ["Listing 100", "Listing 101, somewhere in this area"])
    shapes = "['address', 'around'].map(shape => document.querySelectorAll('.pin.' + shape).length)"
    assert answer(qtbot, pane, shapes) == [1, 1]
    words = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert words == ["an address", "a town or area", "3 not on the map"]


def test_names_are_asked_only_for_the_pins_in_view(qtbot: QtBot, pane: MapPane) -> None:
    numbers: list[int] = []

    def remembered(wanted: list[int]) -> list[str]:
        numbers.extend(wanted)
        return called(wanted)

    pane.show_results(scattered(5000), remembered)
    awaited(qtbot, pane, "document.querySelectorAll('.disc').length > 5", True)
    assert len(numbers) < 200


def test_a_click_on_a_pin_selects_its_listing_and_leaves_the_map_where_it_is(
    qtbot: QtBot, pane: MapPane
) -> None:
    pane.show_results(found(HALIFAX, MONTREAL), called)
    awaited(qtbot, pane, "document.querySelectorAll('.pin').length", 2)
    zoom = answer(qtbot, pane, "peerMap.map.getZoom()")
    with qtbot.waitSignal(pane.listing_selected, timeout=LONG) as selected:
        answer(qtbot, pane, "document.querySelector('.pin[aria-label=\"Listing 101\"]').click()")
    assert selected.args == [101]
    pane.select(101)
    awaited(qtbot, pane, CHOSEN, ["Listing 101"])
    assert answer(qtbot, pane, "peerMap.map.getZoom()") == zoom


def test_a_row_brings_its_pin_into_view_and_marks_it(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, MONTREAL, VICTORIA), called)
    pane.select(102)
    awaited(qtbot, pane, CHOSEN, ["Listing 102"])
    assert answer(qtbot, pane, IN_VIEW % VICTORIA)
    assert not answer(qtbot, pane, IN_VIEW % HALIFAX)
    assert answer(qtbot, pane, "document.querySelector('.leaflet-tooltip.name').textContent") == "Listing 102"
    pane.select(None)
    awaited(qtbot, pane, CHOSEN, [])


def test_a_listing_without_a_place_marks_no_pin(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, without=1), called)
    pane.select(100)
    awaited(qtbot, pane, CHOSEN, ["Listing 100"])
    pane.select(101)
    awaited(qtbot, pane, CHOSEN, [])


def test_other_results_are_all_in_view_but_another_order_moves_nothing(qtbot: QtBot, pane: MapPane) -> None:
    with qtbot.waitSignal(pane.findChild(MapView).points_shown, timeout=LONG):
        pane.show_results(found(HALIFAX, VICTORIA), called)
    assert answer(qtbot, pane, f"{IN_VIEW % HALIFAX} && {IN_VIEW % VICTORIA}")
    answer(qtbot, pane, "(peerMap.moved = true, peerMap.map.setView([50, -100], 8, {animate: false}), 1)")
    results = found(HALIFAX, VICTORIA)
    results.points.numbers[:] = results.points.numbers[::-1].copy()
    results.points.coordinates[:] = results.points.coordinates[::-1].copy()
    with qtbot.waitSignal(pane.findChild(MapView).points_shown, timeout=LONG):
        pane.show_results(results, called)
    assert answer(qtbot, pane, "peerMap.map.getZoom()") == 8


def test_a_start_with_nothing_found_around_it_is_shown_with_its_surroundings(
    qtbot: QtBot, pane: MapPane
) -> None:
    pane.show_results(found(without=2), called)
    pane.show_origin(MONCTON, None)
    awaited(qtbot, pane, "peerMap.map.getZoom()", 8)


def test_several_listings_on_one_spot_open_a_list_for_the_keyboard(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, HALIFAX, HALIFAX), called)
    awaited(qtbot, pane, LABELS, ["3 listings here. Enter shows them."])
    view_of(pane).setFocus()
    answer(qtbot, pane, "(document.querySelector('.disc').focus(), 1)")
    press(qtbot, pane, Qt.Key.Key_Return)
    rows = "[...document.querySelectorAll('.spot button')].map(e => e.textContent)"
    awaited(qtbot, pane, rows, ["Listing 100", "Listing 101", "Listing 102"])
    focused = "document.activeElement.textContent"
    assert answer(qtbot, pane, focused) == "Listing 100"
    press(qtbot, pane, Qt.Key.Key_Down)
    awaited(qtbot, pane, focused, "Listing 101")
    with qtbot.waitSignal(pane.listing_selected, timeout=LONG) as selected:
        press(qtbot, pane, Qt.Key.Key_Return)
    assert selected.args == [101]
    press(qtbot, pane, Qt.Key.Key_Escape)
    awaited(qtbot, pane, "document.querySelectorAll('.spot').length", 0)


def test_the_keyboard_on_the_map_is_seen_and_plus_is_one_step_with_shift_too(
    qtbot: QtBot, pane: MapPane
) -> None:
    pane.show_results(found(HALIFAX, VICTORIA), called)
    awaited(qtbot, pane, "peerMap.points.length", 2)
    pane.take_focus()
    ring = "getComputedStyle(peerMap.map.getContainer(), '::after').borderTopWidth"
    awaited(qtbot, pane, ring, "2px")
    zoom = answer(qtbot, pane, "peerMap.map.getZoom()")
    target = view_of(pane).focusProxy() or view_of(pane)
    qtbot.keyClick(target, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    awaited(qtbot, pane, "peerMap.map.getZoom()", zoom + 1)


def test_arrow_keys_walk_from_pin_to_pin_and_one_of_them_is_in_the_tab_order(
    qtbot: QtBot, pane: MapPane
) -> None:
    pane.show_results(found(HALIFAX, MONTREAL, VICTORIA), called)
    awaited(qtbot, pane, "document.querySelectorAll('.pin[aria-label]').length", 3)
    assert answer(qtbot, pane, "document.querySelectorAll('.pin[tabindex=\"0\"]').length") == 1
    view_of(pane).setFocus()
    answer(qtbot, pane, "(document.querySelector('.pin[aria-label=\"Listing 102\"]').focus(), 1)")
    for name in ("Listing 101", "Listing 100"):
        press(qtbot, pane, Qt.Key.Key_Right)
        awaited(qtbot, pane, "document.activeElement.getAttribute('aria-label')", name)
    with qtbot.waitSignal(pane.listing_selected, timeout=LONG) as selected:
        press(qtbot, pane, Qt.Key.Key_Return)
    assert selected.args == [100]


def test_arrow_plus_and_minus_move_the_map(qtbot: QtBot, pane: MapPane) -> None:
    view_of(pane).setFocus()
    answer(
        qtbot,
        pane,
        "(peerMap.map.setView([50, -100], 6, {animate: false}), peerMap.map.getContainer().focus(), 1)",
    )
    press(qtbot, pane, Qt.Key.Key_Plus)
    awaited(qtbot, pane, "peerMap.map.getZoom()", 7)
    press(qtbot, pane, Qt.Key.Key_Right)
    awaited(qtbot, pane, "peerMap.map.getCenter().lng > -100", True)


def test_the_starting_point_has_its_name_and_circle(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, MONTREAL), called)
    pane.show_origin(MONCTON, 100.0)
    awaited(qtbot, pane, "(document.querySelector('.origin-name') || {}).textContent", "Moncton, NB")
    assert answer(qtbot, pane, "peerMap.circle.getRadius()") == 100_000
    awaited(qtbot, pane, f"!{IN_VIEW % MONTREAL} && {IN_VIEW % (46.09, -64.78)}", True)
    pane.show_origin(None, None)
    awaited(qtbot, pane, "document.querySelectorAll('.origin').length", 0)


def test_language_and_colours_change_at_once(qtbot: QtBot, pane: MapPane) -> None:
    names = "peerMap.grounds[0].labelRules.map(rule => rule.dataLayer).length > 5 && peerMap.look.language"
    water = "getComputedStyle(peerMap.map.getContainer()).backgroundColor"
    light = answer(qtbot, pane, water)
    pane.set_language(Language.FRENCH)
    awaited(qtbot, pane, names, "fr")
    assert answer(qtbot, pane, "document.documentElement.lang") == "fr"
    pane.set_dark(True)
    awaited(qtbot, pane, f"{water} !== '{light}'", True)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_name_is_shown_letter_by_letter(qtbot: QtBot, pane: MapPane, hostile: str) -> None:
    pane.show_results(found(HALIFAX, HALIFAX, VICTORIA), lambda numbers: [hostile] * len(numbers))
    awaited(
        qtbot,
        pane,
        "[...document.querySelectorAll('.pin')].map(e => e.getAttribute('aria-label'))",
        [hostile],
    )
    pane.select(102)
    awaited(qtbot, pane, "(document.querySelector('.leaflet-tooltip.name') || {}).textContent", hostile)
    pane.select(None)
    answer(qtbot, pane, "(peerMap.fit(), document.querySelector('.disc').click(), 1)")
    awaited(
        qtbot, pane, "[...document.querySelectorAll('.spot button')].map(e => e.textContent)", [hostile] * 2
    )
    assert answer(qtbot, pane, "document.querySelectorAll('img:not(.leaflet-tile)').length") == 0
    assert answer(qtbot, pane, "document.title") != "broken"
    assert pane.findChild(MapView).complaints == 0


@pytest.mark.parametrize("count", [5_000, 100_000])
def test_thousands_of_points_are_groups_that_add_up(qtbot: QtBot, pane: MapPane, count: int) -> None:
    with qtbot.waitSignal(pane.findChild(MapView).points_shown, timeout=LONG) as shown:
        pane.show_results(scattered(count), called)
    assert shown.args == [count]
    total = "[...peerMap.points.markers.values()].reduce((sum, marker) => sum + marker.group.count, 0)"
    awaited(qtbot, pane, total, count)
    assert answer(qtbot, pane, "peerMap.points.markers.size") < 400


def test_in_normal_life_nothing_is_asked_outside_the_program(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(scattered(500), called)
    for view in ("[44.7, -63.6], 11", "[48.4, -123.4], 12", "[60, -96], 4"):
        answer(qtbot, pane, f"(peerMap.map.setView({view}, {{animate: false}}), 1)")
        awaited(qtbot, pane, "peerMap.grounds.some(layer => layer.isLoading())", False)
    assert pane.refused_requests == 0
    assert pane.findChild(MapView).complaints == 0


def test_a_region_file_adds_its_streets_and_its_credit(qtbot: QtBot, tmp_path: Path) -> None:
    write_tiles(tmp_path / "halifax.pmtiles", {(13, 2649, 2955): street_tile()}, bounds=(-64, 44, -63, 45))
    (tmp_path / "wrong.pmtiles").write_bytes(b"something else")
    pane = pane_on_screen(qtbot, tmp_path, use_engine=True)
    assert answer(qtbot, pane, "document.querySelector('.credit').textContent").endswith("© Testers")
    assert answer(qtbot, pane, "[peerMap.grounds.length, peerMap.map.getMaxZoom()]") == [2, 18]
    assert "wrong.pmtiles" in pane.notice
    pane.set_language(Language.FRENCH)
    assert "n'est pas une carte des rues" in pane.notice


def test_a_page_whose_process_dies_gives_way_to_the_painted_map(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX), called)
    view_of(pane).page().renderProcessTerminated.emit(
        view_of(pane).page().RenderProcessTerminationStatus.CrashedTerminationStatus, 1
    )
    qtbot.waitUntil(lambda: pane.findChild(PaintedMap) is not None)
    assert pane.is_painted
    assert "simple map" in pane.notice


@pytest.mark.parametrize("use_engine", [False, True])
def test_without_the_web_engine_the_painted_map_is_there_and_says_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, use_engine: bool
) -> None:
    monkeypatch.setattr("peer_desktop.ui.map_area.engine_present", lambda: False)
    pane = pane_on_screen(qtbot, tmp_path, use_engine=use_engine)
    assert pane.is_painted
    assert "simple map" in pane.notice


def test_without_the_base_map_a_line_says_what_to_do(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peer_desktop.ui.map_sources.BASE_MAP", "gone.pmtiles")
    pane = pane_on_screen(qtbot, tmp_path, use_engine=True)
    assert "Install the program again" in pane.notice


def test_importing_the_pane_loads_no_web_engine_and_no_other_qt() -> None:
    code = (
        "import sys; import peer_desktop.ui.map_pane; "
        "print([name for name in sys.modules if 'WebEngine' in name or name.startswith(('PyQt', 'folium'))])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def press(qtbot: QtBot, pane: MapPane, key: Qt.Key) -> None:
    """A key where the web view takes its keys."""
    target = view_of(pane).focusProxy() or view_of(pane)
    qtbot.keyClick(target, key)


@pytest.mark.parametrize("use_engine", [True, False])
def test_the_tab_key_goes_through_the_map_and_out_again(
    qtbot: QtBot, tmp_path: Path, use_engine: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, after = QLineEdit(), QLineEdit()
    pane = MapPane(Language.ENGLISH, False, tmp_path, use_engine)
    column = QVBoxLayout(window)
    for part in (before, pane, after):
        column.addWidget(part)
    window.resize(700, 600)
    with qtbot.waitSignal(pane.ready, timeout=LONG):
        window.show()
    window.activateWindow()
    pane.show_results(found(HALIFAX, MONTREAL, VICTORIA), called)
    before.setFocus()

    def reaches(aim: QLineEdit, key: Qt.Key) -> None:
        def is_there() -> bool:
            if not aim.hasFocus():
                qtbot.keyClick(QApplication.focusWidget(), key)
            return aim.hasFocus()

        qtbot.waitUntil(is_there, timeout=LONG)

    reaches(after, Qt.Key.Key_Tab)
    qtbot.keyClick(after, Qt.Key.Key_Tab)
    assert before.hasFocus()
    qtbot.keyClick(before, Qt.Key.Key_Backtab)
    assert after.hasFocus()
    reaches(before, Qt.Key.Key_Backtab)
    pane.take_focus()
    assert pane.isAncestorOf(QApplication.focusWidget())
    pane.shut_down()


@pytest.mark.parametrize("use_engine", [True, False])
def test_a_map_that_was_shut_down_takes_no_more_orders(
    qtbot: QtBot, tmp_path: Path, use_engine: bool
) -> None:
    pane = MapPane(Language.ENGLISH, False, tmp_path, use_engine)
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    with qtbot.waitSignal(pane.ready, timeout=LONG):
        pane.show()
    pane.shut_down()
    pane.set_dark(True)
    pane.set_language(Language.FRENCH)
    pane.show_results(found(HALIFAX), called)
    pane.select(1)


@pytest.mark.parametrize("kind", [QDialog, QMenu])
def test_the_map_waits_while_a_dialog_or_a_menu_is_open(
    qtbot: QtBot, tmp_path: Path, kind: type[QDialog | QMenu]
) -> None:
    """The window of the system is made anew with the web map; on Windows a dialog of the old one is lost."""
    window = QWidget()
    qtbot.addWidget(window)
    pane = MapPane(Language.ENGLISH, False, tmp_path, use_engine=True)
    QVBoxLayout(window).addWidget(pane)
    window.show()
    over = kind(window)
    if isinstance(over, QMenu):
        over.addAction("Anything")
        over.popup(window.pos())
    else:
        over.open()
    qtbot.waitUntil(over.isVisible)
    handle = window.windowHandle()
    qtbot.wait(3 * (AFTER_PAINT_MS + WHILE_A_DIALOG_MS))
    assert pane.findChild(MapView) is None
    assert window.windowHandle() is handle
    over.close()
    qtbot.waitUntil(lambda: pane.is_ready, timeout=LONG)
    pane.shut_down()
