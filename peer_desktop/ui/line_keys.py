"""Keeps the keys of the window working from a line for words, which on some systems takes Ctrl+U itself."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_CTRL_AND_A_LETTER = re.compile(r"Ctrl\+[A-Z]")


class LineKeys(QObject):
    """Watches only the line that has the focus. Keys for copying and the like are none of the window's."""

    def __init__(self, window: QWidget, keys: Iterable[str]) -> None:
        super().__init__(window)
        self._keys = frozenset(key for key in keys if _CTRL_AND_A_LETTER.fullmatch(key))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - any line
        """A line is asked whether it wants a key before the menus are: it does not."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        is_ours = QKeySequence(event.keyCombination()).toString() in self._keys
        if is_ours:
            event.ignore()
        return is_ours

    def _follow(self, left: QWidget | None, reached: QWidget | None) -> None:
        if isinstance(left, QLineEdit):
            left.removeEventFilter(self)
        if isinstance(reached, QLineEdit):
            reached.installEventFilter(self)
