"""Journeys go through the real main(): a person's steps run in its event loop, then the window closes."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from peer_desktop import app
from peer_desktop.ui.main_window import MainWindow

Steps = Callable[[MainWindow], None]
Journey = Callable[..., int]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything the program keeps goes to a folder of this test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("PEER_DESKTOP_HOME", str(folder))
    return folder


def until(true: Callable[[], bool]) -> None:
    """Let the window work until this is true."""
    ends = time.monotonic() + 10
    while not true():
        assert time.monotonic() < ends, "waited in vain"
        QTest.qWait(10)


def wait_for_the_keyboard(window: MainWindow) -> None:
    ends = time.monotonic() + 10
    while not (window.isActiveWindow() and QApplication.focusWidget()):
        assert time.monotonic() < ends, "the window never got the keyboard"
        window.activateWindow()
        QTest.qWait(10)


@pytest.fixture
def journey(qapp: QApplication) -> Iterator[Journey]:
    """`journey(steps, "--directory", file)` runs main() with these arguments and takes the steps in it."""
    before = dict(os.environ)

    def run(steps: Steps, *arguments: str | Path) -> int:
        failures: list[BaseException] = []

        def take() -> None:
            window = next(
                w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()
            )
            try:
                wait_for_the_keyboard(window)
                steps(window)
            except BaseException as error:  # noqa: BLE001 - told to the test below, outside the event loop
                failures.append(error)
            finally:
                window.close()

        QTimer.singleShot(0, take)
        code = app.main([str(argument) for argument in arguments])
        if failures:
            raise failures[0]
        return code

    hook = sys.excepthook
    yield run
    sys.excepthook = hook
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.system())
    os.environ.clear()
    os.environ.update(before)
