"""Icons take the colour of the palette at the moment they are painted."""

import ast
import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import peer_desktop
from peer_desktop import paths
from peer_desktop.ui import theme
from peer_desktop.ui.icons import icon

SIZE = QSize(24, 24)
FOLDER = paths.resources_folder() / "icons"


def darkest_ink(image: QImage) -> QColor:
    """The colour where the drawing covers a pixel whole."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda pixel: pixel.alpha())


def painted(drawing: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    ink = darkest_ink(drawing.pixmap(SIZE, mode).toImage())
    assert ink.alpha() == 255
    return QColor(ink.rgb())


def test_one_icon_follows_every_change_of_colours(qapp: QApplication) -> None:
    drawing = icon("phone")
    for colours in ("light", "dark", "contrast"):
        theme.apply(qapp, theme.Appearance(colours))
        for mode, group, role in (
            (QIcon.Mode.Normal, QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
            (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
            (QIcon.Mode.Selected, QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText),
        ):
            assert painted(drawing, mode) == qapp.palette().color(group, role)
    theme.apply(qapp, theme.Appearance())


def test_a_tint_wins_over_the_palette(qapp: QApplication) -> None:
    assert painted(icon("phone", QColor("#ff00aa"))) == QColor("#ff00aa")


def test_a_copy_outlives_its_first_owner(qapp: QApplication) -> None:
    copies = [QIcon(icon("phone", QColor("#123456"))) for _ in range(50)]
    gc.collect()
    assert {painted(copy).name() for copy in copies} == {"#123456"}


def test_an_unknown_name_is_a_slip_of_ours(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-drawing")


def test_every_drawing_can_be_painted_and_tinted(qapp: QApplication) -> None:
    drawings = sorted(FOLDER.glob("*.svg"))
    assert drawings
    for file in drawings:
        assert QSvgRenderer(str(file)).isValid(), file.name
        assert "currentColor" in file.read_text(encoding="utf-8"), file.name


def test_every_drawing_is_used_and_every_drawing_named_is_there() -> None:
    code = [ast.parse(file.read_text("utf-8")) for file in Path(peer_desktop.__file__).parent.rglob("*.py")]
    nodes = [node for tree in code for node in ast.walk(tree)]
    written = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    named = {
        node.args[0].value
        for node in nodes
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", "") == "icon" or getattr(node.func, "attr", "") == "icon")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    drawings = {file.stem for file in FOLDER.glob("*.svg")}
    assert drawings - written == set(), "drawings that nothing shows"
    assert named - drawings == set(), "names without a drawing"
    assert len(named) > 10
