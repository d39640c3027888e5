"""Takes the keyboard from one part of the window to the next: F6 and Shift+F6."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True)
class Stop:
    """A part of the window, and how the keyboard gets there: it may have to be shown first."""

    part: QWidget
    go: Callable[[], object] | None = None
    """Without it, the first thing inside takes the keyboard."""


def go_round(stops: Sequence[Stop], step: int) -> None:
    """Go to the stop after (step 1) or before (step -1) the one that has the focus."""
    focused = QApplication.focusWidget()
    here = next((place for place, stop in enumerate(stops) if _holds(stop.part, focused)), None)
    start = here if here is not None else (-1 if step > 0 else 0)
    for distance in range(1, len(stops) + 1):
        if _take_focus(stops[(start + step * distance) % len(stops)]):
            return


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))


def _take_focus(stop: Stop) -> bool:
    if stop.go is not None:
        stop.go()
        return True
    for widget in (stop.part, *stop.part.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
