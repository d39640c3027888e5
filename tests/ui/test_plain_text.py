"""Text from records is shown letter by letter, whatever it looks like."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.ui import colours, theme
from peer_desktop.ui.copy_button import CopyButton
from peer_desktop.ui.fitted_label import FittedLabel
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import LargeLabel, PlainField, PlainLabel
from peer_desktop.ui.wrapped_button import WrappedButton

HOSTILE = '<img src="file:///etc/passwd"><b>bold</b> & ${alert(1)} C:\\users `'
LONG = "https://example.org/" + "a-very-long-part/" * 12


def test_markup_in_a_label_stays_letters(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_markup_in_a_field_stays_letters(qtbot: QtBot) -> None:
    field = PlainField(HOSTILE, "name")
    qtbot.addWidget(field)
    assert field.toPlainText() == HOSTILE
    assert field.isReadOnly()


def test_a_label_to_read_is_reached_by_tab(qtbot: QtBot) -> None:
    label = PlainLabel("read me", read=True)
    qtbot.addWidget(label)
    assert label.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert PlainLabel("only shown").focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_heading_stays_larger_when_the_text_grows(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, theme.Appearance())
    heading, body = LargeLabel("heading", factor=1.5, bold=True), PlainLabel("body", bold=True)
    for label in (heading, body):
        qtbot.addWidget(label)
        label.show()
    small = heading.font().pointSizeF()
    theme.apply(qapp, theme.Appearance(text_percent=200))
    qtbot.waitUntil(lambda: heading.font().pointSizeF() == pytest.approx(2 * small))
    assert body.font().pointSizeF() == pytest.approx(qapp.font().pointSizeF())
    assert heading.font().bold()
    assert body.font().bold()
    theme.apply(qapp, theme.Appearance())


def test_a_calm_label_is_secondary_in_every_scheme(qapp: QApplication, qtbot: QtBot) -> None:
    label = PlainLabel("calm", calm=True)
    qtbot.addWidget(label)
    label.show()
    for scheme in ("dark", "light"):
        theme.apply(qapp, theme.Appearance(scheme))
        secondary = colours.secondary_text(qapp.palette())
        qtbot.waitUntil(lambda wanted=secondary: label.palette().color(label.foregroundRole()) == wanted)
    theme.apply(qapp, theme.Appearance())


def test_a_long_address_is_broken_and_never_cut_off(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field = PlainField(LONG, "address")
    column.addWidget(field)
    column.addStretch()
    window.resize(200, 400)
    window.show()
    qtbot.waitExposed(window)
    narrow = field.height()
    assert window.width() == 200
    assert field.verticalScrollBar().maximum() == 0
    window.resize(600, 400)
    qtbot.waitUntil(lambda: field.height() < narrow)
    assert field.verticalScrollBar().maximum() == 0


def test_a_fitted_label_becomes_one_line_again_where_there_is_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window)
    label = FittedLabel("Directory of 21 November 2026 · works without internet")
    flow.addWidget(label)
    window.show()
    heights = []
    for room in (600, 100, 600):
        window.resize(room, 200)
        assert window.width() == room, "the label keeps the window from becoming smaller"
        label.fit(room)
        flow.activate()
        assert label.height() >= label.heightForWidth(label.width())
        heights.append(label.height())
    assert heights[1] > 2 * heights[0]
    assert heights[2] == heights[0]


def test_a_copy_button_copies_says_so_and_tells(qapp: QApplication, qtbot: QtBot) -> None:
    button = CopyButton("Copy A & B", HOSTILE)
    qtbot.addWidget(button)
    assert button.text() == "Copy A && B"
    with qtbot.waitSignal(button.copied) as told:
        button.click()
    assert told.args == [HOSTILE]
    assert qapp.clipboard().text() == HOSTILE
    assert button.text() == "Copied"
    qtbot.waitUntil(lambda: button.text() == "Copy A && B", timeout=4000)


def test_a_flow_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window, last_at_the_end=True)
    parts = [QWidget() for _ in range(4)]
    for part in parts:
        part.setFixedSize(100, 20)
        flow.addWidget(part)
    assert flow.heightForWidth(1000) == 20
    assert flow.heightForWidth(220) == 2 * 20 + theme.NEAR
    window.resize(500, 100)
    window.show()
    qtbot.waitExposed(window)
    assert [part.x() for part in parts] == [0, 108, 216, 400]
    parts[1].hide()
    flow.activate()
    assert [part.x() for part in (parts[0], parts[2], parts[3])] == [0, 108, 400]


def test_a_button_breaks_its_words_and_keeps_every_letter(qtbot: QtBot) -> None:
    button = WrappedButton(
        icon("phone"), "événement potentiellement traumatisant sur le plan psychologique & autre"
    )
    qtbot.addWidget(button)
    assert "&&" in button.text()
    one_line = button.sizeHint()
    assert button.heightForWidth(one_line.width()) < button.heightForWidth(one_line.width() // 2)
    assert button.minimumSizeHint().width() < one_line.width()
