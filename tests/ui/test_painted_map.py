"""The painted map does by mouse and keyboard what the web map does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from peer_desktop.directory.language import Language
from peer_desktop.tiles import TileFile
from peer_desktop.ui.map_colours import map_colours
from peer_desktop.ui.map_drawing import draw
from peer_desktop.ui.map_frame import MapFrame
from peer_desktop.ui.map_ground import Ground
from peer_desktop.ui.map_pane import MapPane
from peer_desktop.ui.map_streets import paint_street_names
from peer_desktop.ui.painted_map import PaintedMap
from tests.tile_writer import street_tile, write_tiles
from tests.ui.map_setting import HALIFAX, MONCTON, MONTREAL, VICTORIA, called, found, pane_on_screen


@pytest.fixture
def pane(qtbot: QtBot, tmp_path: Path) -> MapPane:
    return pane_on_screen(qtbot, tmp_path, use_engine=False)


def painted(pane: MapPane) -> PaintedMap:
    shown = pane.findChild(PaintedMap)
    assert shown is not None
    return shown


def spot(pane: MapPane, place: tuple[float, float]) -> QPoint:
    """Where a place is on the painted map."""
    return QPointF(*painted(pane).frame_shown.pixel(*place)).toPoint()


def has_colour(image: QImage, colour: QColor, around: QPoint | None = None) -> bool:
    area = QRectF(image.rect()) if around is None else QRectF(around.x() - 14, around.y() - 26, 28, 40)
    inside = area.toRect().intersected(image.rect())
    return any(
        image.pixelColor(x, y) == colour
        for x in range(inside.left(), inside.right())
        for y in range(inside.top(), inside.bottom())
    )


def in_view(pane: MapPane, place: tuple[float, float]) -> bool:
    return painted(pane).rect().contains(spot(pane, place))


def test_pins_stand_on_their_places_in_two_shapes(pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, VICTORIA, exact=(True, False)), called)
    image = painted(pane).grab().toImage()
    point = map_colours(dark=False)["point"]
    assert has_colour(image, point, spot(pane, HALIFAX))
    assert has_colour(image, point, spot(pane, VICTORIA))
    assert not has_colour(image, point, spot(pane, MONTREAL))


def test_a_click_on_a_pin_selects_its_listing(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, VICTORIA, exact=False), called)
    with qtbot.waitSignal(pane.listing_selected) as selected:
        qtbot.mouseClick(painted(pane), Qt.MouseButton.LeftButton, pos=spot(pane, VICTORIA))
    assert selected.args == [101]


def test_a_click_beside_every_pin_selects_nothing(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, VICTORIA), called)
    with qtbot.assertNotEmitted(pane.listing_selected):
        qtbot.mouseClick(painted(pane), Qt.MouseButton.LeftButton, pos=QPoint(350, 40))


def test_the_keyboard_walks_the_pins_and_opens_one(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, MONTREAL, VICTORIA), called)
    shown = painted(pane)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    for _step in range(3):
        qtbot.keyClick(shown, Qt.Key.Key_Left)
    with qtbot.waitSignal(pane.listing_selected) as selected:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert selected.args == [102]
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    with qtbot.waitSignal(pane.listing_selected) as selected:
        qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert selected.args == [101]


def test_keys_move_and_zoom_the_map_when_no_pin_is_current(qtbot: QtBot, pane: MapPane) -> None:
    shown = painted(pane)
    before = shown.frame_shown
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.frame_shown.longitude > before.longitude
    qtbot.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.frame_shown.zoom == before.zoom + 1
    for _step in range(30):
        qtbot.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.frame_shown.zoom == 13
    for _step in range(30):
        qtbot.keyClick(shown, Qt.Key.Key_Minus)
    assert shown.frame_shown.zoom == 1
    qtbot.keyClick(shown, Qt.Key.Key_Home)
    assert shown.frame_shown == before


def test_the_buttons_do_the_same_and_have_names(qtbot: QtBot, pane: MapPane) -> None:
    buttons = painted(pane).findChildren(QToolButton)
    assert [button.accessibleName() for button in buttons] == ["Zoom in", "Zoom out", "Show everything found"]
    assert all(min(button.width(), button.height()) >= 24 for button in buttons)
    zoom = painted(pane).frame_shown.zoom
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert painted(pane).frame_shown.zoom == zoom + 1


def test_dragging_moves_the_map_and_selects_nothing(qtbot: QtBot, pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, MONTREAL), called)
    shown = painted(pane)
    before, start = spot(pane, MONTREAL), spot(pane, HALIFAX)
    with qtbot.assertNotEmitted(pane.listing_selected):
        qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(shown, start + QPoint(-30, 10))
        qtbot.mouseMove(shown, start + QPoint(-60, 20))
        qtbot.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=start + QPoint(-60, 20))
    assert (spot(pane, MONTREAL) - before - QPoint(-60, 20)).manhattanLength() <= 2


def test_a_row_brings_its_pin_into_view_and_marks_it(pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, VICTORIA), called)
    pane.select(101)
    assert in_view(pane, VICTORIA)
    assert not in_view(pane, HALIFAX)
    chosen = map_colours(dark=False)["chosen"]
    assert has_colour(painted(pane).grab().toImage(), chosen, spot(pane, VICTORIA))


def test_several_listings_on_one_spot_open_a_list(qtbot: QtBot, pane: MapPane) -> None:
    hostile = "<b>A & B</b>"
    pane.show_results(found(HALIFAX, HALIFAX), lambda numbers: [f"{hostile} {n}" for n in numbers])
    shown = painted(pane)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    menu = shown.findChild(QMenu)
    assert menu is not None
    assert menu.accessibleName() == "2 listings here. Enter shows them."
    assert [action.text() for action in menu.actions()] == ["<b>A && B</b> 100", "<b>A && B</b> 101"]
    with qtbot.waitSignal(pane.listing_selected) as selected:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert selected.args == [101]


def test_a_group_opens_until_its_pins_stand_apart(qtbot: QtBot, pane: MapPane) -> None:
    near = (HALIFAX[0] + 0.02, HALIFAX[1] + 0.02)
    pane.show_results(found(HALIFAX, near, VICTORIA, exact=False), called)
    before = painted(pane).frame_shown.zoom
    with qtbot.assertNotEmitted(pane.listing_selected):
        qtbot.mouseClick(painted(pane), Qt.MouseButton.LeftButton, pos=spot(pane, HALIFAX))
    assert painted(pane).frame_shown.zoom > before
    with qtbot.waitSignal(pane.listing_selected) as selected:
        qtbot.mouseClick(painted(pane), Qt.MouseButton.LeftButton, pos=spot(pane, near))
    assert selected.args == [101]


def test_the_starting_point_is_drawn_and_its_circle_fits(pane: MapPane) -> None:
    pane.show_results(found(HALIFAX, MONTREAL), called)
    pane.show_origin(MONCTON, 50.0)
    origin = map_colours(dark=False)["origin"]
    place = (MONCTON.latitude, MONCTON.longitude)
    assert has_colour(painted(pane).grab().toImage(), origin, spot(pane, place))
    assert in_view(pane, place)
    assert not in_view(pane, MONTREAL)


def test_language_and_colours_change_at_once(pane: MapPane) -> None:
    light = painted(pane).grab().toImage()
    pane.set_language(Language.FRENCH)
    french = painted(pane).grab().toImage()
    assert french != light
    pane.set_dark(True)
    dark = painted(pane).grab().toImage()
    assert has_colour(light, map_colours(dark=False)["water"])
    assert has_colour(dark, map_colours(dark=True)["water"])


def test_a_region_file_brings_its_streets_closer(qtbot: QtBot, tmp_path: Path) -> None:
    write_tiles(tmp_path / "halifax.pmtiles", {(13, 2649, 2955): street_tile()})
    pane = pane_on_screen(qtbot, tmp_path, use_engine=False)
    pane.show_results(found((44.66, -63.58)), called)
    shown = painted(pane)
    for _step in range(30):
        qtbot.keyClick(shown, Qt.Key.Key_Plus)
    assert shown.frame_shown.zoom == 18


@pytest.mark.parametrize(("zoom", "is_written"), [(13, False), (14, True), (15, True)])
def test_the_name_of_a_street_is_written_along_it(
    qapp: object, tmp_path: Path, zoom: int, is_written: bool
) -> None:
    path = write_tiles(tmp_path / "a.pmtiles", {(13, 2649, 2955): street_tile(), (12, 1324, 1477): b""})
    frame = MapFrame(44.7311, -63.5669, zoom, 400, 300)
    image = QImage(QSize(400, 300), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    with TileFile(path) as tiles:
        placed = list(Ground(tiles).tiles_of(frame))
        paint_street_names(painter, placed, frame, [], Language.ENGLISH, map_colours(dark=False))
    painter.end()
    assert has_colour(image, map_colours(dark=False)["road_text"]) == is_written


def test_the_painted_map_has_a_name_that_says_the_keys(pane: MapPane) -> None:
    assert "Enter goes to the pins" in painted(pane).accessibleName()
    assert painted(pane).focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_small_map_is_drawn_on_paper_as_vectors(tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "map.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.Letter), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    painter = QPainter(writer)
    painter.scale(writer.resolution() / 96, writer.resolution() / 96)
    points = found(HALIFAX, exact=True).points
    draw(painter, QRectF(40, 40, 400, 300), HALIFAX, 9, points, Language.FRENCH)
    painter.end()
    written = path.read_bytes()
    assert written.startswith(b"%PDF")
    assert b"/Subtype /Image" not in written


def test_a_drawing_stays_within_its_rectangle(qapp: object) -> None:
    image = QImage(QSize(300, 200), QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    draw(painter, QRectF(50, 50, 200, 100), HALIFAX, 8, found(HALIFAX).points, Language.ENGLISH, True)
    painter.end()
    assert image.pixelColor(49, 100) == QColor("magenta")
    assert image.pixelColor(251, 100) == QColor("magenta")
    assert image.pixelColor(51, 51) != QColor("magenta")
    assert has_colour(image, map_colours(dark=True)["point"])
