"""Remembers what this program put on the clipboard, and takes it away when the desk is cleared."""

from typing import Protocol

from PySide6.QtGui import QClipboard


class Clipboard(Protocol):
    """What is asked of the clipboard of the system."""

    def text(self) -> str:
        """What is on it."""

    def clear(self, mode: QClipboard.Mode = ..., /) -> None:
        """Take it off."""

    def ownsClipboard(self) -> bool:
        """Whether this program put it there; some systems cannot tell."""

    def ownsSelection(self) -> bool:
        """The same of what was only selected, where that is enough to paste it: on X11."""


class CopiedTexts:
    """The texts copied by a button, and whatever was copied by hand."""

    def __init__(self, clipboard: Clipboard) -> None:
        self._clipboard = clipboard
        self._texts: set[str] = set()

    def add(self, text: str) -> None:
        """A button put this on the clipboard."""
        self._texts.add(text)

    def forget(self) -> None:
        """Clear the clipboard if it still holds something of this program; another's is left alone."""
        if self._clipboard.ownsClipboard() or self._clipboard.text() in self._texts:
            self._clipboard.clear()
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)
        self._texts.clear()
