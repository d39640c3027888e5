"""Looks for bundles on sticks, again and again while somebody waits for one to appear."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStorageInfo, QTimer, Signal

from peer_desktop.bundle.drives import bundles_on_drives, removable_drives
from peer_desktop.models.background import Background

_EVERY_MS = 2_000


@dataclass(frozen=True, slots=True)
class BundleOnDrive:
    """A file that may be a bundle: nothing it says of itself is believed before an import."""

    path: Path
    drive: str
    """The name of the stick, as the system shows it."""
    size: int
    """In bytes."""
    changed: datetime


Look = Callable[[], tuple[BundleOnDrive, ...]]


def look_on_drives() -> tuple[BundleOnDrive, ...]:
    """Every bundle on a stick that is plugged in, the newest first."""
    names = {}
    for drive in removable_drives():
        volume = QStorageInfo(str(drive))
        if volume.isValid() and volume.isReady():
            names[drive] = volume.displayName() or drive.name or str(drive)
    return tuple(
        BundleOnDrive(found.path, name, found.size, datetime.fromtimestamp(found.changed, UTC))
        for found in bundles_on_drives(names)
        for drive, name in names.items()
        if found.path.is_relative_to(drive)
    )


class RemovableDrives(QObject):
    """Looks in a worker, for a bad stick may take long to answer."""

    found = Signal(object)
    """A tuple of BundleOnDrive; told when it differs from the time before."""

    def __init__(self, parent: QObject | None = None, *, look: Look = look_on_drives) -> None:
        super().__init__(parent)
        self._look_once = look
        self._found: tuple[BundleOnDrive, ...] | None = None
        self._background = Background(self)
        self._timer = QTimer(self, singleShot=True, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._watching = False

    def watch(self, watching: bool) -> None:
        """Begin to look, or stop it."""
        self._watching = watching
        if watching:
            self._look()
        else:
            self._timer.stop()

    def shut_down(self) -> None:
        """Call before the window goes."""
        self.watch(False)
        self._background.stop()

    def _look(self) -> None:
        self._background.run(self._look_once, self._tell, self._fail)

    def _tell(self, found: tuple[BundleOnDrive, ...]) -> None:
        if self._watching:
            self._timer.start()  # only now: a stick that is slow to answer is not asked twice
            if found != self._found:
                self._found = found
                self.found.emit(found)

    def _fail(self, error: BaseException) -> None:
        raise error
