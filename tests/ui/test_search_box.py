"""The search box: every letter at once, and ways out of it by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from peer_desktop.ui.search_box import LONGEST, SearchBox

_Key = Qt.Key


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    box = SearchBox()
    qtbot.addWidget(box)
    box.show()
    return box


def heard(spy: QSignalSpy) -> list[object]:
    return [spy.at(call)[0] for call in range(spy.count())]


def test_every_letter_is_said_at_once(box: SearchBox, qtbot: QtBot) -> None:
    said = QSignalSpy(box.text_changed)
    qtbot.keyClicks(box, "osi")
    assert heard(said) == ["o", "os", "osi"]


def test_down_goes_to_the_results_and_alt_walks_them(box: SearchBox, qtbot: QtBot) -> None:
    down, steps = QSignalSpy(box.results_wanted), QSignalSpy(box.row_step_wanted)
    qtbot.keyClick(box, _Key.Key_Down)
    qtbot.keyClick(box, _Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(box, _Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert down.count() == 1
    assert heard(steps) == [1, -1]


def test_escape_clears_the_words_and_only_then_asks_for_more(box: SearchBox, qtbot: QtBot) -> None:
    said, escaped = QSignalSpy(box.text_changed), QSignalSpy(box.escape_pressed)
    qtbot.keyClicks(box, "x")
    qtbot.keyClick(box, _Key.Key_Escape)
    assert heard(said) == ["x", ""]
    assert escaped.count() == 0
    qtbot.keyClick(box, _Key.Key_Escape)
    assert escaped.count() == 1


def test_forgotten_words_do_not_come_back_by_undo(box: SearchBox, qtbot: QtBot) -> None:
    said = QSignalSpy(box.text_changed)
    qtbot.keyClicks(box, "x")
    qtbot.keyClick(box, _Key.Key_Escape)
    box.forget()
    box.undo()
    assert box.text() == ""
    assert heard(said) == ["x", ""]


@pytest.mark.parametrize("text", ["a\0b", "🎗️ 𝕏", '"NEAR( *', "x" * 10_000])
def test_anything_can_be_typed(box: SearchBox, text: str) -> None:
    said = QSignalSpy(box.text_changed)
    box.setText(text)
    assert heard(said) == [text]


def test_what_is_pasted_is_cut_at_a_limit(box: SearchBox) -> None:
    QGuiApplication.clipboard().setText("y" * (LONGEST + 50))
    box.paste()
    assert len(box.text()) == LONGEST


def test_a_screen_reader_can_name_it(box: SearchBox) -> None:
    assert box.accessibleName()
    assert box.placeholderText()


def test_words_that_are_taken_away_from_outside_take_the_clear_button_with_them(
    box: SearchBox, qtbot: QtBot
) -> None:
    (cross,) = box.findChildren(QToolButton)
    box.setText("grief")
    qtbot.waitUntil(lambda: cross.property("opacity") == 1.0)
    with qtbot.assertNotEmitted(box.text_changed):
        box.forget()
    assert box.text() == ""
    qtbot.waitUntil(lambda: cross.property("opacity") == 0.0)
