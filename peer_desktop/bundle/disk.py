"""Changes files so that a power cut leaves the old or the new: only new names, and everything flushed."""

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peer_desktop.bundle.problems import DiskFull, Locked, NotWritten, ReadOnly

_MIB = 1024 * 1024
_WAITS = (0.0, 0.05, 0.1, 0.2, 0.4)
"""Seconds before a rename is tried again: virus scanners hold new files for a moment."""
_FULL = {errno.ENOSPC, errno.EDQUOT}
_NOT_OURS = {errno.EACCES, errno.EPERM, errno.EROFS}
_SHARING_VIOLATION, _LOCK_VIOLATION = 32, 33


class BusyError(OSError):
    """Another program holds the file."""


class Disk:
    """Every change of the store goes through here, so that a test can end the world after any of them."""

    def make_folder(self, path: Path) -> None:
        """Make a folder that does not exist yet."""
        path.mkdir()

    def write(self, path: Path, content: bytes) -> None:
        """Write a new file and flush it."""
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        self.show_to_all(path)

    def show_to_all(self, path: Path) -> None:
        """Let every account read what one account installs: directories are public."""
        path.chmod(0o755 if path.is_dir() else 0o644)

    def sync_file(self, path: Path) -> None:
        """Flush a file that somebody else wrote."""
        with path.open("r+b") as file:
            os.fsync(file.fileno())

    def sync_folder(self, path: Path) -> None:
        """Flush the names in a folder. Windows does this by itself and has no call for it."""
        if os.name == "nt":
            return
        folder = os.open(path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def rename(self, old: Path, new: Path) -> None:
        """Give a file or folder a name that nothing has yet. Raises BusyError when a program holds it."""
        if new.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
        for wait in _WAITS:
            time.sleep(wait)
            try:
                return self._rename(old, new)
            except PermissionError as error:
                busy = error
        raise BusyError(busy.errno, busy.strerror, str(old)) from busy

    def replace(self, old: Path, new: Path) -> None:
        """Put a file in the place of another; only for the list of keys, which nobody holds open."""
        old.replace(new)

    def _rename(self, old: Path, new: Path) -> None:
        old.rename(new)

    def add_line(self, path: Path, line: bytes) -> None:
        """Write at the end of a file and flush it; the file is made when it is not there."""
        with path.open("ab") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())

    def remove(self, path: Path) -> None:
        """Remove a file or a folder with all it holds; what is not there is no fault."""
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


@contextmanager
def problems_of(folder: Path, needed: int = 0) -> Iterator[None]:
    """Turn what the system says of `folder` into a Problem. `needed` is in bytes."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise disk_full(folder, needed) from error
        violation = getattr(error, "winerror", None) in (_SHARING_VIOLATION, _LOCK_VIOLATION)
        if isinstance(error, BusyError) or violation:
            raise Locked(folder=folder) from error
        if error.errno in _NOT_OURS:
            raise ReadOnly(folder=folder) from error
        raise NotWritten(file=folder, reason=error.strerror or type(error).__name__) from error


def disk_full(folder: Path, needed: int) -> DiskFull:
    """The problem, with what is free now."""
    free = shutil.disk_usage(folder).free if folder.exists() else 0
    return DiskFull(needed=-(-max(needed, free + 1) // _MIB), free=free // _MIB)
