"""Holds the keys whose signatures count on this computer; adds and revokes them beside the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from peer_desktop.bundle.program import Program
from peer_desktop.bundle.store import Store
from peer_desktop.bundle.trust import Trust
from peer_desktop.bundle.trusting import revoke_key, trust_key
from peer_desktop.directory.problems import Problem
from peer_desktop.models.background import Background


class TrustedKeys(QObject):
    """What is asked of it is answered by one of its signals, later."""

    keys_read = Signal(object)
    """A tuple of KnownKey, the built-in ones first."""
    key_added = Signal(str)
    """The name it was given."""
    key_revoked = Signal()
    failed = Signal(object)
    """A Problem; the keys are as they were."""

    def __init__(
        self, store: Store, make_program: Callable[[], Program], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._make_program = make_program
        self._background = Background(self)

    def read(self) -> None:
        """Ask for the keys of now."""

        def trust() -> Trust:
            return Trust.read(self._store.trust_file, self._make_program().built_in)

        self._background.run(trust, self._tell, self._fail)

    def add(self, file: Path, typed: str, name: str) -> None:
        """Trust the key in a file; `typed` is its whole fingerprint, from paper."""
        self._background.run(
            lambda: trust_key(file, typed, name, self._store, self._make_program()),
            lambda trust: self._tell(trust, lambda: self.key_added.emit(name)),
            self._fail,
        )

    def revoke(self, fingerprint: str) -> None:
        """Trust a key no more."""
        self._background.run(
            lambda: revoke_key(fingerprint, self._store, self._make_program()),
            lambda trust: self._tell(trust, self.key_revoked.emit),
            self._fail,
        )

    def shut_down(self) -> None:
        """Call before the window goes."""
        self._background.stop()

    def _tell(self, trust: Trust, what_was_done: Callable[[], object] | None = None) -> None:
        self.keys_read.emit(trust.keys)
        if what_was_done is not None:
            what_was_done()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, Problem):
            raise error
        self.failed.emit(error)
