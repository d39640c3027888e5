"""Two buttons that are always in view: forget this person, and hide everything at once."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.theme import TIGHT


class DeskButtons(QWidget):
    """They stand at the end of the row of tabs."""

    clearing_wanted = Signal()
    hiding_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clear = QPushButton(icon("eraser"), "")
        self.hide_all = QPushButton(icon("eye-off"), "")
        flow = FlowLayout(self, gap=TIGHT)
        for button, wanted in ((self.clear, self.clearing_wanted), (self.hide_all, self.hiding_wanted)):
            button.setAutoDefault(False)
            button.clicked.connect(wanted)
            flow.addWidget(button)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.clear.setText(self.tr("Clear the desk"))
        self.clear.setAccessibleDescription(self.tr("Forgets this person: search, ticks, shortlist, copies"))
        self.hide_all.setText(self.tr("Hide"))
        self.hide_all.setAccessibleDescription(self.tr("Shows a neutral screen at once"))
