"""Says how an update ended: what happened, in one sentence with its code, and what can be done now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.problems import (
    DONE,
    AlreadyInstalled,
    Cancelled,
    EnvironmentProblem,
    PutBackAfterFailure,
)
from peer_desktop.bundle.refusals import KeyUnknown
from peer_desktop.directory.language import Language
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import APART, NEAR, WIDE


class UpdateOutcome(QWidget):
    """The last page."""

    close_wanted = Signal()
    other_bundle_wanted = Signal()
    keys_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._sign = QLabel()
        self.title = LargeLabel(factor=1.25, bold=True, read=True)
        self.sentence = PlainLabel(read=True)
        self.code = PlainLabel(calm=True, read=True)
        self.other = QPushButton(icon("folder-open"), self.tr("Choose &another bundle"))
        self.keys = QPushButton(icon("shield-check"), self.tr("Trusted &keys…"))
        self.history = QPushButton(icon("history"), self.tr("Data &history…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.other.clicked.connect(self.other_bundle_wanted)
        self.keys.clicked.connect(self.keys_wanted)
        self.history.clicked.connect(self.history_wanted)
        self.close_button.clicked.connect(self.close_wanted)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how it ended."""
        done = outcome.exit_code == DONE
        side = round(self.fontMetrics().height() * 2)
        name = "badge-check" if done else "info" if outcome.code == Cancelled.code else "circle-alert"
        self._sign.setPixmap(icon(name, self.palette().windowText().color()).pixmap(side, side))
        self.title.setText(self._title_of(outcome))
        self.sentence.setText(outcome.message.said_in(self._language))
        self.code.setText(self.tr("Code: {code}").format(code=outcome.code))
        self.code.setVisible(not done and outcome.code != Cancelled.code)
        self.other.setVisible(not done)
        self.keys.setVisible(outcome.code == KeyUnknown.code)
        self.history.setVisible(done and outcome.code != AlreadyInstalled.code)
        announce(self, f"{self.title.text()}\n{self.sentence.text()}")

    def take_focus(self) -> None:
        """Begin where reading begins; Enter closes."""
        self.close_button.setDefault(True)
        self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def _title_of(self, outcome: Outcome) -> str:
        if outcome.code == AlreadyInstalled.code:
            return self.tr("Nothing to do")
        if outcome.exit_code == DONE:
            return self.tr("The new directory is in use")
        if outcome.code == Cancelled.code:
            return self.tr("Cancelled")
        if outcome.code == PutBackAfterFailure.code:
            return self.tr("The directory of before is in use again")
        if outcome.outcome == EnvironmentProblem.outcome:
            return self.tr("The update could not be done")
        return self.tr("The bundle was refused")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(APART)
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(NEAR)
        for label in (self.title, self.sentence, self.code):
            text.addWidget(label)
        top.addLayout(text, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        for button in (self.other, self.keys, self.history):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        for button in (self.other, self.keys, self.history, self.close_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(WIDE)
        column.addLayout(top)
        column.addStretch()
        column.addLayout(buttons)
