"""The icon is drawn in every size that desktops ask for."""

import struct

import icons
import pytest
from PySide6.QtWidgets import QApplication

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_windows_icon_holds_every_size(qapp: QApplication) -> None:
    content = icons.ico()
    count = struct.unpack_from("<HHH", content)[2]
    entries = [struct.unpack_from("<BBBBHHII", content, 6 + 16 * place) for place in range(count)]
    assert [entry[0] or 256 for entry in entries] == list(icons.ICO_SIZES)
    assert entries[-1][7] + entries[-1][6] == len(content)


def test_the_drawing_fills_its_square_and_leaves_the_corners_free() -> None:
    picture = icons.draw(64)
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(32, 50).name() == "#ffffff"
    assert picture.pixelColor(8, 32).name() == "#1b5e8f"
