"""The desk that nobody uses is cleared, after a warning that anybody can answer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from peer_desktop.ui.idle_watch import IdleWatch

SHORT = 0.05 / 60  # minutes


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[QLineEdit]:
    line = QLineEdit()
    qtbot.addWidget(line)
    yield line


def shown(qtbot: QtBot, line: QLineEdit) -> None:
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.isActiveWindow)


def test_it_warns_and_then_says_that_nobody_is_there(qapp, qtbot: QtBot, line: QLineEdit) -> None:
    watch = IdleWatch(qapp, line, idle_minutes=SHORT, warning_seconds=0.05)
    shown(qtbot, line)
    with qtbot.waitSignals([watch.warned, watch.left], order="strict"):
        watch.watch(True)


def test_a_key_during_the_warning_keeps_the_desk(qapp, qtbot: QtBot, line: QLineEdit) -> None:
    watch = IdleWatch(qapp, line, idle_minutes=SHORT, warning_seconds=60)
    shown(qtbot, line)
    with qtbot.waitSignal(watch.warned):
        watch.watch(True)
    with qtbot.waitSignal(watch.returned):
        qtbot.keyClick(line.windowHandle(), Qt.Key.Key_A)


def test_a_desk_that_is_not_watched_is_left_alone(qapp, qtbot: QtBot, line: QLineEdit) -> None:
    watch = IdleWatch(qapp, line, idle_minutes=SHORT, warning_seconds=0.01)
    shown(qtbot, line)
    watch.watch(True)
    watch.watch(False)
    with qtbot.assertNotEmitted(watch.warned, wait=200):
        pass


def test_a_first_key_begins_the_count_wherever_it_went(qapp, qtbot: QtBot, line: QLineEdit) -> None:
    watch = IdleWatch(qapp, line, idle_minutes=SHORT, warning_seconds=60)
    shown(qtbot, line)
    with qtbot.waitSignal(watch.warned):
        qtbot.keyClick(line.windowHandle(), Qt.Key.Key_A)


def test_the_mouse_that_only_moves_begins_no_count(qapp, qtbot: QtBot, line: QLineEdit) -> None:
    watch = IdleWatch(qapp, line, idle_minutes=SHORT, warning_seconds=0.01)
    shown(qtbot, line)
    with qtbot.assertNotEmitted(watch.warned, wait=200):
        qtbot.mouseMove(line.windowHandle())


def test_its_patience_can_be_changed(qapp, qtbot: QtBot, line: QLineEdit) -> None:
    watch = IdleWatch(qapp, line, idle_minutes=15, warning_seconds=60)
    shown(qtbot, line)
    watch.allow(SHORT)
    with qtbot.waitSignal(watch.warned):
        watch.watch(True)
