"""Has a screen reader say a sentence without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Say it politely, after what is being said now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
