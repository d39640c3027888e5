"""Says in words what is being done with a bundle, how far it is, and when the stick may be pulled out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.bundle.steps import Progress, Step
from peer_desktop.models.update import Phase, UpdateState
from peer_desktop.ui import theme
from peer_desktop.ui import update_words as words
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import APART, NEAR, TIGHT, WIDE

_STEPS: tuple[Step, ...] = tuple(step for step in Step if step is not Step.INSTALLING)
_WHOLE = 1000


class UpdateProgress(QWidget):
    """Every step in its order: done, under way, to come."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = LargeLabel(factor=1.25, bold=True, read=True)
        self.stick = LargeLabel(factor=1.15, bold=True, read=True)
        self._rows = {step: (QLabel(), PlainLabel()) for step in _STEPS}
        self._steps = QWidget()
        self.bar = QProgressBar()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancel_wanted)
        self._step: Step | None = None
        self._stick_may_go = False
        self._lay_out()

    def show_state(self, state: UpdateState) -> None:
        """Show how far it is."""
        changing = state.phase is Phase.CHANGING
        self._steps.setVisible(not changing)
        self.stick.setVisible(not changing)
        self.cancel.setEnabled(not changing and not state.is_stopping)
        self._title.setText(self._title_of(state))
        if changing:
            self.bar.setRange(0, 0)
            self.bar.setAccessibleName(self._title.text())
            return
        self._show_progress(state.progress or Progress(Step.ROOM))

    def take_focus(self) -> None:
        """Begin where reading begins; Enter cancels."""
        self.cancel.setDefault(True)
        self._title.setFocus(Qt.FocusReason.TabFocusReason)

    def _title_of(self, state: UpdateState) -> str:
        if state.phase is Phase.CHANGING:
            return self.tr("The directory is being changed; this takes a moment and cannot be stopped.")
        if state.is_stopping:
            return self.tr("Cancelling… Nothing is changed.")
        name = state.file.name if state.file else ""
        return self.tr("The bundle is being checked; nothing is changed yet: {file}").format(file=name)

    def _show_progress(self, progress: Progress) -> None:
        stick_may_go = progress.stick_may_go
        if progress.step is not self._step:
            self._step = progress.step
            self._show_steps(progress.step)
            announce(self, words.step_in_words(progress.step))
        # bytes of a large bundle are more than a bar can count
        self.bar.setRange(0, _WHOLE if progress.total else 0)
        self.bar.setValue(progress.done * _WHOLE // progress.total if progress.total else 0)
        self.stick.setText(
            self.tr("From here on the stick may be pulled out.")
            if stick_may_go
            else self.tr("Leave the stick in until it says here that it may be pulled out.")
        )
        if stick_may_go and not self._stick_may_go:
            announce(self, self.stick.text())
        self._stick_may_go = stick_may_go

    def _show_steps(self, now: Step) -> None:
        for step, (sign, label) in self._rows.items():
            done, under_way = _STEPS.index(step) < _STEPS.index(now), step is now
            label.setText(words.step_in_words(step))
            label.setFont(theme.emphasized(QFont()) if under_way else QFont())
            label.setEnabled(done or under_way)
            sign.setPixmap(self._sign("check" if done else "arrow-right" if under_way else ""))
            sign.setAccessibleName(
                self.tr("done") if done else self.tr("under way") if under_way else self.tr("to come")
            )
        self.bar.setAccessibleName(words.step_in_words(now))

    def _sign(self, name: str) -> QPixmap:
        side = self.fontMetrics().height()
        if not name:
            empty = QPixmap(side, side)
            empty.fill(Qt.GlobalColor.transparent)
            return empty
        return icon(name, self.palette().windowText().color()).pixmap(side, side)

    def _lay_out(self) -> None:
        steps = QGridLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setHorizontalSpacing(NEAR)
        steps.setVerticalSpacing(TIGHT)
        steps.setColumnStretch(1, 1)
        for row, (sign, label) in enumerate(self._rows.values()):
            steps.addWidget(sign, row, 0)
            steps.addWidget(label, row, 1)
        self.bar.setTextVisible(False)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(APART)
        for part in (self._title, self.bar, self.stick, self._steps):
            column.addWidget(part)
        column.addStretch()
        column.addLayout(buttons)
