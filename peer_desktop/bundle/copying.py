"""Copies a bundle off the stick, once and whole; after that the stick is not read again."""

import os
import stat
from pathlib import Path

from peer_desktop.bundle.container import BLOCK, LARGEST_BUNDLE
from peer_desktop.bundle.problems import StickGone
from peer_desktop.bundle.refusals import NotABundle, TooLarge
from peer_desktop.bundle.steps import Step, Watch
from peer_desktop.directory.language import Bilingual

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def size_of(source: Path) -> int:
    """How many bytes there are to copy. Raises StickGone, NotABundle or TooLarge."""
    try:
        status = source.stat()
    except OSError as error:
        raise StickGone(file=source.name) from error
    if not stat.S_ISREG(status.st_mode):
        raise NotABundle(reason=Bilingual("it is not a file", "ce n'est pas un fichier"))
    if status.st_size > LARGEST_BUNDLE:
        most = LARGEST_BUNDLE // 1024 // 1024
        raise TooLarge(reason=Bilingual(f"more than {most} MB", f"plus de {most} Mo"))
    return status.st_size


def copy_once(source: Path, target: Path, size: int, watch: Watch) -> None:
    """Copy exactly `size` bytes. Raises StickGone when the file ends early, grows or changes meanwhile.

    A stick that was pulled gives fewer bytes and no error. What goes wrong with the copy is an OSError.
    """
    try:
        # a name that became a pipe since it was looked at must not be waited for
        handle = os.open(source, os.O_RDONLY | _WITHOUT_WAITING)
    except OSError as error:
        raise StickGone(file=source.name) from error
    with os.fdopen(handle, "rb", buffering=0) as stick, target.open("xb") as place:
        before = os.fstat(stick.fileno())
        done = 0
        while True:
            watch.at(Step.COPYING, done, size)
            try:
                block = stick.read(BLOCK)
            except OSError as error:
                raise StickGone(file=source.name) from error
            if not block:
                break
            done += len(block)
            if done > size:
                break
            place.write(block)
        after = os.fstat(stick.fileno())
    if done != size or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise StickGone(file=source.name)
