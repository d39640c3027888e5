"""Ctrl+U updates also from a line for words, where some systems would clear the line."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.ui.line_keys import LineKeys


class GreedyLine(QLineEdit):
    """Takes every key, as a line of some systems takes Ctrl+U."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def is_taken(line: QLineEdit, key: Qt.Key, modifier: Qt.KeyboardModifier) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    event.ignore()
    QApplication.sendEvent(line, event)
    return event.isAccepted()


def test_a_line_leaves_the_keys_of_the_window_to_it_and_keeps_its_own(qtbot: QtBot) -> None:
    window = QWidget()
    first, second = GreedyLine(), GreedyLine()
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    keys = LineKeys(window, ["Ctrl+U", "/", "F1", "Ctrl+Down"])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    control, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    assert not is_taken(first, Qt.Key.Key_U, control)
    assert is_taken(first, Qt.Key.Key_C, control)
    assert is_taken(first, Qt.Key.Key_Slash, none)
    assert is_taken(second, Qt.Key.Key_U, control)  # it has not the focus
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    assert not is_taken(second, Qt.Key.Key_U, control)
    assert is_taken(first, Qt.Key.Key_U, control)
    assert keys.parent() is window
