"""Brings a bundle in beside the window, one frozen state after the other; puts earlier directories back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from peer_desktop.bundle.importing import Preparing
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.preparing_process import prepare_beside
from peer_desktop.bundle.preview import Confirmation, Preview
from peer_desktop.bundle.problems import Cancelled
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.steps import Progress
from peer_desktop.bundle.store import Store
from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem
from peer_desktop.models.background import Background
from peer_desktop.models.opened import Opened
from peer_desktop.models.update_work import Attempt, UpdateWork, write_preview

T = TypeVar("T")


class Phase(StrEnum):
    """Where an update stands."""

    CHOOSING = "choosing"
    """nothing is under way"""
    PREPARING = "preparing"
    """everything up to the question whether to install; it can be stopped at any moment"""
    DECIDING = "deciding"
    """the preview waits for an answer"""
    CHANGING = "changing"
    """what is current changes; it cannot be stopped and takes a moment"""
    ENDED = "ended"
    """there is an outcome"""


@dataclass(frozen=True, slots=True)
class UpdateState:
    """Everything a window shows of an update."""

    phase: Phase = Phase.CHOOSING
    file: Path | None = None
    progress: Progress | None = None
    is_stopping: bool = False
    preview: Preview | None = None
    outcome: Outcome | None = None


class Update(QObject):
    """One update at a time. `make_program` is asked in the worker."""

    state_changed = Signal(object)
    """UpdateState."""
    directory_opened = Signal(object)
    """Opened: another directory is current, and every pane should show it."""
    history_read = Signal(object)
    """A tuple of HistoryEntry, the newest first."""
    preview_saved = Signal(object)
    """A Path."""
    failed = Signal(object)
    """A Problem of something that is no step of an update: the history, a file that was saved."""
    _progressed = Signal(object, object)  # Attempt, Progress

    def __init__(
        self,
        store: Store,
        make_program: Callable[[], Program],
        today: date,
        parent: QObject | None = None,
        *,
        preparing: Preparing = prepare_beside,
    ) -> None:
        super().__init__(parent)
        self._work = UpdateWork(store, make_program, today, preparing)
        self._state = UpdateState()
        self._attempt = Attempt()
        self._background = Background(self)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> UpdateState:
        """Where it stands now."""
        return self._state

    def begin(self, file: Path) -> None:
        """Prepare a bundle, up to its preview. What was under way before is let go of, if it can be."""
        if self._state.phase is Phase.CHANGING:
            return
        self._let_go()
        attempt = self._attempt
        self._show(UpdateState(Phase.PREPARING, file))

        def prepare() -> Preview:
            return self._work.prepare(attempt, file, lambda told: self._progressed.emit(attempt, told))

        self._run(prepare, self._decide)

    def stop(self) -> None:
        """Leave nothing of it behind. What is current cannot be stopped while it changes."""
        if self._state.phase is Phase.PREPARING:
            self._attempt.stopped.set()
            self._show(replace(self._state, is_stopping=True))
        elif self._state.phase is Phase.DECIDING:
            self._let_go()
            self._end(Outcome.of(Cancelled()))

    def start_over(self) -> None:
        """Forget how the last one ended, and let go of one that is prepared."""
        if self._state.phase is not Phase.CHANGING:
            self._forget()

    def install(self, confirmation: Confirmation) -> None:
        """Make the prepared bundle current."""
        if self._state.phase is Phase.DECIDING:
            attempt = self._attempt
            self._show(replace(self._state, phase=Phase.CHANGING))
            self._run(lambda: self._work.install(attempt, confirmation), self._show_change)

    def put_back(self, generation: str) -> None:
        """Make an earlier directory current again; SHIPPED is the one that came with the program."""
        if self._state.phase is not Phase.CHANGING:
            self._let_go()
            self._show(UpdateState(Phase.CHANGING))
            self._run(lambda: self._work.put_back(generation), self._show_change)

    def read_history(self) -> None:
        """Ask for every change of what is current."""
        self._background.run(self._work.history, self.history_read.emit, self._fail)

    def look_again(self, shown: Path) -> None:
        """See whether another program changed what is current, which is not `shown` any more."""

        def tell(opened: Opened | None) -> None:
            if opened is not None and self._state.phase is not Phase.CHANGING:
                self.directory_opened.emit(opened)

        self._background.run(lambda: self._work.look_again(shown), tell, self._fail)

    def save_preview(self, file: Path, language: Language) -> None:
        """Write the whole preview as a text file."""
        preview = self._state.preview
        if preview is not None:
            self._background.run(
                lambda: write_preview(file, preview, language),
                lambda _: self.preview_saved.emit(file),
                self._fail,
            )

    def shut_down(self) -> None:
        """Call before the window goes: waits for what cannot be stopped, leaves nothing of the rest."""
        self.blockSignals(True)  # what ends now must not be shown by a window that is gone
        self._attempt.stopped.set()
        self._background.stop()
        self._attempt.held.close()

    def _run(self, task: Callable[[], T], then: Callable[[T], None]) -> None:
        """Run a step in the worker; what it answers counts unless another attempt was begun meanwhile."""
        attempt = self._attempt

        def go_on(answer: T) -> None:
            if attempt is self._attempt:
                then(answer)

        def end(error: BaseException) -> None:
            if not isinstance(error, Problem):
                self._forget()
                raise error
            if attempt is self._attempt:
                self._end(Outcome.of(error))

        self._background.run(task, go_on, end)

    def _forget(self) -> None:
        self._let_go()
        self._show(UpdateState())

    def _let_go(self) -> None:
        """Stop what prepares and give up what was prepared; the worker does it before anything else."""
        attempt, self._attempt = self._attempt, Attempt()
        attempt.stopped.set()
        self._background.run(lambda: attempt.held.close(), lambda _: None, self._fail)

    def _show_progress(self, attempt: Attempt, progress: Progress) -> None:
        if attempt is self._attempt and self._state.phase is Phase.PREPARING:
            self._show(replace(self._state, progress=progress))

    def _decide(self, preview: Preview) -> None:
        if self._attempt.stopped.is_set():  # the wish to stop came with the last word of the worker
            self._let_go()
            self._end(Outcome.of(Cancelled()))
        else:
            self._show(replace(self._state, phase=Phase.DECIDING, preview=preview))

    def _show_change(self, done: tuple[Outcome, Opened]) -> None:
        outcome, opened = done
        self.directory_opened.emit(opened)
        # in a turn of its own, after every pane was changed
        QTimer.singleShot(0, self, lambda: self._end(outcome))

    def _end(self, outcome: Outcome) -> None:
        self._show(replace(self._state, phase=Phase.ENDED, outcome=outcome, is_stopping=False))

    def _show(self, state: UpdateState) -> None:
        self._state = state
        self.state_changed.emit(state)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, Problem):
            raise error
        self.failed.emit(error)
