"""Lets one importer at a time into a store; the lock of a process that died is free again at once."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peer_desktop.bundle.disk import problems_of
from peer_desktop.bundle.problems import Locked


@contextmanager
def only_one(file: Path) -> Iterator[None]:
    """Hold the lock of a store. Raises Locked when another does, ReadOnly when the folder is not ours.

    The folder is made when it is not there.
    """
    with problems_of(file.parent):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _taken(handle):
            raise Locked(folder=file.parent)
        yield
    finally:
        os.close(handle)  # the system frees the lock with the handle, also when the process is killed


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                return False
            raise
        return True
