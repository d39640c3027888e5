"""Whatever is wrong with the directory file: the window opens, says so, and shows whom to call."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from peer_desktop.directory.language import Language
from peer_desktop.ui.main_window import MainWindow
from tests.journeys.conftest import Journey, until


def missing(good: bytes, file: Path) -> None:
    """There is no file."""


def empty(good: bytes, file: Path) -> None:
    file.write_bytes(b"")


def truncated(good: bytes, file: Path) -> None:
    file.write_bytes(good[: len(good) // 2])


def short_of_a_byte(good: bytes, file: Path) -> None:
    file.write_bytes(good[:-1])


def foreign(good: bytes, file: Path) -> None:
    file.write_bytes(b"%PDF-1.7 a sheet of paper\n" * 100)


def another_database(good: bytes, file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE listing (id)")


def newer(good: bytes, file: Path) -> None:
    file.write_bytes(good)
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")


CODES = {
    missing: "E-DIRECTORY-MISSING",
    empty: "E-DIRECTORY-EMPTY",
    truncated: "E-DIRECTORY-DAMAGED",
    short_of_a_byte: "E-DIRECTORY-DAMAGED",
    foreign: "E-DIRECTORY-FOREIGN",
    another_database: "E-DIRECTORY-FOREIGN",
    newer: "E-DIRECTORY-NEWER",
}


@pytest.mark.parametrize("spoil", CODES, ids=lambda spoil: spoil.__name__)
def test_the_window_opens_says_what_is_wrong_and_shows_whom_to_call(
    spoil, journey: Journey, small_directory: Path, tmp_path: Path
) -> None:
    file = tmp_path / "directory.sqlite"
    spoil(small_directory.read_bytes(), file)
    before = file.read_bytes() if file.exists() else None

    def steps(window: MainWindow) -> None:
        labels = window.problem_screen.findChildren(QLabel)
        until(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels))
        said = " ".join(label.text() for label in window.problem_screen.findChildren(QLabel))
        assert CODES[spoil] in said
        assert "The directory cannot be shown" in said
        assert "Le répertoire ne peut pas être affiché" in said
        buttons = [button.text() for button in window.crisis_bar.findChildren(QPushButton)]
        assert any("9-8-8" in text for text in buttons)
        assert any("1-800-268-7708" in text for text in buttons)
        window.speak(Language.FRENCH)
        window.clear_desk()

    assert journey(steps, "--directory", file) == 0
    assert (file.read_bytes() if file.exists() else None) == before
    assert [name.name for name in tmp_path.iterdir() if name.name.startswith("directory")] == (
        ["directory.sqlite"] if before is not None else []
    )
