"""Holds one import from the lock to the end: prepare, look at the preview, install or give up."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from peer_desktop.bundle.installing import give_up, install
from peer_desktop.bundle.lock import only_one
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.preview import Confirmation, Preview
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.staging import Prepared, prepare
from peer_desktop.bundle.steps import UNWATCHED, Watch
from peer_desktop.bundle.store import Store

Preparing = Callable[[Path, Store, Program, Watch], Prepared]


class Import:
    """One bundle on its way in. Made by `importing`, which lets no second one in."""

    def __init__(self, store: Store, program: Program, preparing: Preparing) -> None:
        self._store = store
        self._program = program
        self._preparing = preparing
        self._prepared: Prepared | None = None

    def prepare(self, file: Path, watch: Watch = UNWATCHED) -> Preview:
        """Everything up to the question whether to install. Raises a BundleProblem; then nothing is left."""
        self._prepared = self._preparing(file, self._store, self._program, watch)
        return self._prepared.preview

    def install(self, confirmation: Confirmation, watch: Watch = UNWATCHED) -> Outcome:
        """Make it current. Raises NotConfirmed (ask again), or another BundleProblem."""
        if self._prepared is None:
            raise RuntimeError("nothing was prepared")
        outcome = install(self._prepared, confirmation, self._store, self._program, watch)
        self._prepared = None
        return outcome


@contextmanager
def importing(store: Store, program: Program, preparing: Preparing = prepare) -> Iterator[Import]:
    """Hold the store for one import; whatever was not installed at the end is gone.

    Raises Locked or ReadOnly. `preparing` is `prepare_beside` in the window, so that it stays alive.
    """
    with only_one(store.lock_file):
        try:
            yield Import(store, program, preparing)
        finally:
            give_up(store, program)
