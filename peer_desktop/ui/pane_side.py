"""Holds one side of the panes; where it is shown alone, a way back to the results stands above it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from peer_desktop.ui.icons import icon
from peer_desktop.ui.theme import TIGHT


class PaneSide(QWidget):
    """A pane, and the way back that it needs only while it hides the list."""

    went_back = Signal()

    def __init__(self, pane: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = 0
        self.back = QPushButton(icon("arrow-left"), "")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.went_back)
        self._way_back = QWidget()
        row = QHBoxLayout(self._way_back)
        row.setContentsMargins(0, 0, 0, TIGHT)
        row.addWidget(self.back)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._way_back)
        column.addWidget(pane, 1)
        self.offer_way_back(False)
        self._say()

    def offer_way_back(self, offered: bool) -> None:
        """Show the way back, or not."""
        self._way_back.setVisible(offered)

    def show_found(self, found: int) -> None:
        """How many listings it leads back to."""
        self._found = found
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.back.setText(self.tr("Back to the results (%n)", None, self._found))
