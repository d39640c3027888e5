"""Shows every line a person can call or text, the most urgent first, for the province that matters."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.directory.crisis_lines import ROLES, by_number
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import CrisisLine
from peer_desktop.ui import crisis_words, theme
from peer_desktop.ui.crisis_card import CrisisCard
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel

_WIDTH, _HEIGHT = 760, 640


class CrisisDialog(QDialog):
    """All lines, grouped: crisis now, peer lines, information."""

    text_copied = Signal(str)

    def __init__(
        self, lines: Iterable[CrisisLine], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who to call or text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cards = tuple(CrisisCard(shared, language) for shared in by_number(lines))
        self._headings = {
            "crisis": LargeLabel(self.tr("In crisis now"), factor=1.25, bold=True),
            "peer": LargeLabel(self.tr("To talk with a peer: not crisis lines"), factor=1.25, bold=True),
            "information": LargeLabel(self.tr("Information: not crisis lines"), factor=1.25, bold=True),
        }
        self.province = QComboBox()
        self.province.addItem(self.tr("Anywhere in Canada"), "")
        for code, name in crisis_words.provinces().items():
            self.province.addItem(name, code)
        self.province.currentIndexChanged.connect(self._show_those_that_serve)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._sheet())
        self._lay_out()
        self._show_those_that_serve()

    def show_line(self, line_id: str) -> None:
        """Go to one line and put the focus there."""
        for card in self.cards:
            if any(line.id == line_id for line in card.shared.lines):
                card.setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(card)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, theme.NEAR, 0)
        column.setSpacing(theme.APART)
        for role in ROLES:
            column.addWidget(self._headings[role])
            for card in self.cards:
                if card.shared.role == role:
                    column.addWidget(card)
                    card.text_copied.connect(self.text_copied)
        column.addStretch()
        return sheet

    def _lay_out(self) -> None:
        danger = self.tr("If a life is in danger, call 9-1-1 now. Stay with the person if you can.")
        label = QLabel(self.tr("&Lines for a person in:"))
        label.setBuddy(self.province)
        where = FlowLayout()
        where.addWidget(label)
        where.addWidget(self.province)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        column.setSpacing(theme.APART)
        column.addWidget(PlainLabel(danger, bold=True))
        column.addLayout(where)
        column.addWidget(self._scroll, stretch=1)
        column.addWidget(close)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))

    def _show_those_that_serve(self) -> None:
        province = self.province.currentData()
        for card in self.cards:
            card.setVisible(not province or card.shared.serves(province))
        for role, heading in self._headings.items():
            heading.setVisible(any(card.shared.role == role and not card.isHidden() for card in self.cards))
