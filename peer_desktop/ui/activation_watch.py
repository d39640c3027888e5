"""Notices that another program changed which directory is current: the terminal, or another window."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from peer_desktop.bundle.store import Store

_SETTLED_MS = 500


class ActivationWatch(QObject):
    """Watches the folder to which every change adds one small file."""

    changed = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = str(store.activations)
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self.changed)
        self._watcher.directoryChanged.connect(self._wait)
        self.look_for_folder()

    def look_for_folder(self) -> None:
        """Begin to watch, once the folder is there: the first install makes it."""
        if self._folder not in self._watcher.directories() and Path(self._folder).is_dir():
            self._watcher.addPath(self._folder)

    def _wait(self) -> None:
        self._settled.start()
