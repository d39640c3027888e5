"""The Qt binding is the one that was tried: it survives long use, and no other is beside it."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_twenty_thousand_calls_that_return_nothing_lose_no_reference(qtbot: QtBot) -> None:
    # PySide6 6.12 with Python 3.11 aborts after about 7,000: it lets go of None each time.
    label = QLabel()
    qtbot.addWidget(label)
    for number in range(20_000):
        label.setText(str(number))
    assert label.text() == "19999"


def test_no_other_qt_is_loaded() -> None:
    assert [name for name in sys.modules if name.partition(".")[0] in ("PyQt5", "PyQt6", "PySide2")] == []
