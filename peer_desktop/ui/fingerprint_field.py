"""Takes half a fingerprint from paper: four groups of four, in letters that cannot be taken for others."""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QLineEdit, QWidget

_GROUPS, _OF = 4, 4
_LETTERS = _GROUPS * _OF


def fixed_font(font: QFont) -> QFont:
    """The same size in letters of one width: groups stand below groups."""
    fixed = QFont(font)
    fixed.setFamily(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
    if not QFontInfo(fixed).fixedPitch():
        fixed.setStyleHint(QFont.StyleHint.Monospace)
    return fixed


class FingerprintField(QLineEdit):
    """Writes capitals and hyphens by itself; spaces and hyphens that are typed do no harm."""

    completed = Signal(bool)
    """Whether four whole groups stand there now."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.setFont(fixed_font(self.font()))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("M" * (_LETTERS + _GROUPS + 2)))
        self.textEdited.connect(self._write)

    @property
    def is_complete(self) -> bool:
        """Whether four whole groups stand there."""
        return len(_letters(self.text())) == _LETTERS

    def _write(self, typed: str) -> None:
        behind = len(_letters(typed[self.cursorPosition() :]))
        letters = _letters(typed)[:_LETTERS]
        text = "-".join(letters[at : at + _OF] for at in range(0, len(letters), _OF))
        if text != typed:
            self.setText(text)
            self.setCursorPosition(_before_last(text, behind))
        self.completed.emit(self.is_complete)


def _letters(typed: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", typed.upper())


def _before_last(text: str, letters: int) -> int:
    """Where the cursor stands with so many letters behind it."""
    place = len(text)
    while letters and place:
        place -= 1
        letters -= text[place] != "-"
    return place
