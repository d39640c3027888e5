"""Keeps a line free for what comes and goes while somebody types: nothing below it jumps."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from peer_desktop.ui.theme import NEAR, TARGET

_LINES_TO_SPARE_ONE = 40


class SteadyLine(QWidget):
    """As high as one line of buttons, or as its content; in a low window no higher than that."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(content)
        column.addStretch()

    def fit(self, height: int) -> None:
        """How high the page is that it belongs to, in pixels."""
        line = self.fontMetrics().lineSpacing()
        spare = height >= _LINES_TO_SPARE_ONE * line
        self.setMinimumHeight(max(TARGET, line + NEAR) if spare else 0)
