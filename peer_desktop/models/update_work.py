"""Does the steps of an update in the worker: it knows no signal and no window."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Event

from peer_desktop.bundle.history import HistoryEntry, history, put_back
from peer_desktop.bundle.importing import Import, Preparing, importing
from peer_desktop.bundle.lock import only_one
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.preview import Confirmation, Preview
from peer_desktop.bundle.preview_text import preview_text
from peer_desktop.bundle.problems import Cancelled, NotWritten
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.steps import Progress, Watch
from peer_desktop.bundle.store import Store
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.models.opened import Opened, open_current


@dataclass(eq=False)
class Attempt:
    """One bundle on its way in. The window sets `stopped`; all else belongs to the worker."""

    stopped: Event = field(default_factory=Event)
    held: ExitStack = field(default_factory=ExitStack)
    """The lock of the store, and what waits in staging; closing it leaves nothing."""
    bundle: Import | None = None
    told: tuple[object, int] | None = None


class UpdateWork:
    """`make_program` is asked anew each time: it reads a table of the program."""

    def __init__(
        self, store: Store, make_program: Callable[[], Program], today: date, preparing: Preparing
    ) -> None:
        self._store = store
        self._make_program = make_program
        self._today = today
        self._preparing = preparing

    def prepare(self, attempt: Attempt, file: Path, tell: Callable[[Progress], None]) -> Preview:
        """Everything up to the question whether to install. Raises a BundleProblem."""
        watch = Watch(lambda progress: _tell(attempt, progress, tell), attempt.stopped.is_set)
        with ExitStack() as held:
            bundle = held.enter_context(importing(self._store, self._make_program(), self._preparing))
            preview = bundle.prepare(file, watch)
            if attempt.stopped.is_set():
                raise Cancelled
            attempt.bundle, attempt.held = bundle, held.pop_all()
        return preview

    def install(self, attempt: Attempt, confirmation: Confirmation) -> tuple[Outcome, Opened]:
        """Make it current and open it. Raises a BundleProblem."""
        with attempt.held:
            if attempt.bundle is None:
                raise RuntimeError("nothing was prepared")
            outcome = attempt.bundle.install(confirmation)
        return outcome, self._open()

    def put_back(self, generation: str) -> tuple[Outcome, Opened]:
        """Make an earlier directory current and open it. Raises a BundleProblem."""
        with only_one(self._store.lock_file):
            outcome = put_back(self._store, self._make_program(), generation)
        return outcome, self._open()

    def history(self) -> tuple[HistoryEntry, ...]:
        """Every change of what is current, the newest first."""
        return history(self._store, self._make_program())

    def look_again(self, shown: Path) -> Opened | None:
        """What is current, opened, when another program made another one current than is shown."""
        program = self._make_program()
        if self._store.current(program.shipped).path == shown:
            return None
        return self._open()

    def _open(self) -> Opened:
        program = self._make_program()
        return open_current(self._store, program.shipped, self._today, program.derived_folder)


def write_preview(file: Path, preview: Preview, language: Language) -> None:
    """Write a whole preview as a text file. Raises NotWritten."""
    try:
        file.write_text(preview_text(preview, language), encoding="utf-8")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise NotWritten(file=file, reason=Bilingual(why, why)) from error


def _tell(attempt: Attempt, progress: Progress, tell: Callable[[Progress], None]) -> None:
    """Tell of every step, and of every hundredth of it: more often nobody could see."""
    hundredth = progress.done * 100 // progress.total if progress.total else 0
    if (progress.step, hundredth) != attempt.told:
        attempt.told = (progress.step, hundredth)
        tell(progress)
