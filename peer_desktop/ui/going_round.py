"""Takes the keyboard from one part of the window to the next: F6 and Shift+F6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_round(parts: Sequence[QWidget], step: int) -> None:
    """Focus the part after (step 1) or before (step -1) the one that has the focus."""
    focused = QApplication.focusWidget()
    here = next((place for place, part in enumerate(parts) if _holds(part, focused)), None)
    start = here if here is not None else (-1 if step > 0 else 0)
    for distance in range(1, len(parts) + 1):
        if _take_focus(parts[(start + step * distance) % len(parts)]):
            return


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))


def _take_focus(part: QWidget) -> bool:
    """Focus a part, or the first thing inside it that the Tab key reaches."""
    take = getattr(part, "take_focus", None)
    if callable(take):
        take()
        return True
    for widget in (part, *part.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
