"""Draws the icon in the sizes that desktops ask for: PNG files, and one .ico for Windows.

python packaging/icons.py FOLDER
"""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parent.parent / "resources" / "peer-desktop.svg"
PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""In pixels; 20 and 40 are what Windows asks for at 125 %."""

_LARGEST_BITMAP = 64


def draw(side: int) -> QImage:
    """The drawing in a square of `side` pixels, on nothing."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return picture


def png(picture: QImage) -> bytes:
    """The picture as a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know str and want bytes
    return bytes(content.data())


def ico(sizes: tuple[int, ...] = ICO_SIZES) -> bytes:
    """An icon file of several sizes. Small ones are plain bitmaps: old parts of Windows read no PNG there."""
    pictures = [(side, _bitmap(draw(side)) if side <= _LARGEST_BITMAP else png(draw(side))) for side in sizes]
    offset = 6 + 16 * len(pictures)
    header = struct.pack("<HHH", 0, 1, len(pictures))
    for side, content in pictures:
        header += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(content), offset)
        offset += len(content)
    return header + b"".join(content for _, content in pictures)


def _bitmap(picture: QImage) -> bytes:
    """A 32-bit bitmap as icons hold it: rows from the bottom, then a mask that hides nothing."""
    side = picture.width()
    pixels = bytes(picture.constBits())
    rows = b"".join(pixels[4 * side * row : 4 * side * (row + 1)] for row in reversed(range(side)))
    mask = bytes((side + 31) // 32 * 4 * side)
    return struct.pack("<IiiHHIIiiII", 40, side, 2 * side, 1, 32, 0, len(rows), 0, 0, 0, 0) + rows + mask


def main(folder: Path) -> None:
    """Write everything into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication.instance() or QGuiApplication([])
    for side in PNG_SIZES:
        (folder / f"{side}.png").write_bytes(png(draw(side)))
    (folder / "peer-desktop.ico").write_bytes(ico())
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
