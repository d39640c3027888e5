"""Hide: one key or click, and nothing of the person is on the screen; one more, and all is as it was."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from peer_desktop.ui.cover import Cover
from peer_desktop.ui.lone_shift import LoneShift

KEY = Qt.Key


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLineEdit("a secret"))
    window.menuBar().addMenu("File")
    window.statusBar().addWidget(QLabel("3 found"))
    window.resize(500, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window


def words_in_view(window: QMainWindow) -> set[str]:
    every = QApplication.allWidgets()
    return {part.text() for part in every if isinstance(part, QLabel | QLineEdit) and part.isVisible()}


def test_everything_is_hidden_dialogs_too_and_comes_back(window: QMainWindow, qtbot: QtBot) -> None:
    cover = Cover(window)
    dialog = QDialog(window)
    QLabel("his name", dialog)
    dialog.open()
    dialog.setFocus()
    before = words_in_view(window)
    assert before >= {"a secret", "his name", "3 found"}
    began = time.monotonic()
    cover.drop()
    assert time.monotonic() - began < 0.1
    assert not words_in_view(window) & before
    assert not window.menuBar().isVisible()
    assert cover.screen.geometry() == window.rect()
    cover.screen.go_on.click()
    assert words_in_view(window) == before
    assert dialog.isModal()
    dialog.close()


def test_the_numbers_to_call_stay_in_view(window: QMainWindow) -> None:
    Cover(window).drop()
    said = " ".join(words_in_view(window))
    assert "9-1-1" in said
    assert "9-8-8" in said


def test_the_neutral_screen_grows_with_the_window(window: QMainWindow, qtbot: QtBot) -> None:
    cover = Cover(window)
    cover.drop()
    window.resize(700, 400)
    qtbot.waitUntil(lambda: cover.screen.geometry() == window.rect())


def test_a_dialog_of_a_person_who_left_does_not_come_back(window: QMainWindow) -> None:
    cover = Cover(window)
    dialog = QDialog(window)
    dialog.open()
    cover.drop()
    cover.forget_dialogs()
    cover.lift()
    assert not dialog.isVisible()


def test_the_keyboard_comes_back_to_where_it_was(window: QMainWindow, qtbot: QtBot) -> None:
    cover = Cover(window)
    window.centralWidget().setFocus()
    cover.drop()
    assert cover.screen.go_on.hasFocus()
    qtbot.keyClick(cover.screen.go_on, KEY.Key_Space)
    assert window.centralWidget().hasFocus()


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shift(qapp: QApplication, clock: Clock, window: QMainWindow) -> LoneShift:
    return LoneShift(qapp, window, clock=clock)


def test_shift_three_times_asks_to_hide(shift: LoneShift, window: QMainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shift.pressed_three_times):
        for _ in range(3):
            qtbot.keyClick(window.windowHandle(), KEY.Key_Shift)


@pytest.mark.parametrize("between", [KEY.Key_A, KEY.Key_Tab, KEY.Key_Escape])
def test_a_key_in_between_means_writing(
    shift: LoneShift, window: QMainWindow, qtbot: QtBot, between: Qt.Key
) -> None:
    with qtbot.assertNotEmitted(shift.pressed_three_times):
        for key in (KEY.Key_Shift, KEY.Key_Shift, between, KEY.Key_Shift, KEY.Key_Shift):
            qtbot.keyClick(window.windowHandle(), key)


def test_slow_presses_mean_nothing(shift: LoneShift, window: QMainWindow, qtbot: QtBot, clock: Clock) -> None:
    with qtbot.assertNotEmitted(shift.pressed_three_times):
        for _ in range(5):
            qtbot.keyClick(window.windowHandle(), KEY.Key_Shift)
            clock.now += 1
