"""Slow work is done beside the window, and a window that closes starts none."""

import pytest
from pytestqt.qtbot import QtBot

from peer_desktop.models.background import Background


def test_the_answer_comes_back_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    background = Background()
    answers: list[int] = []
    background.run(lambda: 6 * 7, answers.append, pytest.fail)
    qtbot.waitUntil(lambda: answers == [42])
    background.stop()


def test_what_fails_is_told(qtbot: QtBot) -> None:
    background = Background()
    failures: list[BaseException] = []
    background.run(lambda: 1 // 0, pytest.fail, failures.append)
    qtbot.waitUntil(lambda: len(failures) == 1)
    assert isinstance(failures[0], ZeroDivisionError)
    background.stop()


def test_after_the_end_nothing_is_run_and_nothing_fails(qtbot: QtBot) -> None:
    background = Background()
    background.stop()
    future = background.run(lambda: 1, pytest.fail, pytest.fail)
    assert future.cancelled()
    background.stop()
