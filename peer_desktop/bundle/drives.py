"""Finds bundles on sticks that are plugged in; nothing of what they say is believed before an import."""

import os
import string
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

SUFFIX = ".peerbundle"
_MOST_LOOKED_AT = 2_000
"""Names in one folder: a stick full of pictures must not keep anyone waiting."""
_REMOVABLE = 2


@dataclass(frozen=True, slots=True)
class FoundBundle:
    """A file that may be a bundle. `size` in bytes, `changed` in seconds since 1970."""

    path: Path
    size: int
    changed: float


def bundles_on_drives(drives: Iterable[Path] | None = None) -> tuple[FoundBundle, ...]:
    """Bundles in the first two levels of every removable drive, the newest first."""
    found = []
    for drive in removable_drives() if drives is None else drives:
        for folder in (drive, *_folders_in(drive)):
            found += [bundle for path in _names_in(folder) if (bundle := _bundle_at(path))]
    return tuple(sorted(found, key=lambda bundle: (-bundle.changed, str(bundle.path))))


def removable_drives() -> Iterator[Path]:
    """Where sticks are, as the system mounts them."""
    if sys.platform == "win32":
        import ctypes

        for letter in string.ascii_uppercase:
            if ctypes.windll.kernel32.GetDriveTypeW(f"{letter}:\\") == _REMOVABLE:
                yield Path(f"{letter}:\\")
        return
    if sys.platform == "darwin":
        yield from _folders_in(Path("/Volumes"))
        return
    account = os.environ.get("USER", "")
    for mounts in (Path("/media"), Path("/media") / account, Path("/run/media") / account, Path("/mnt")):
        yield from (folder for folder in _folders_in(mounts) if folder.is_mount())


def _names_in(folder: Path) -> list[Path]:
    try:
        return list(islice(folder.iterdir(), _MOST_LOOKED_AT))
    except OSError:
        return []


def _folders_in(folder: Path) -> list[Path]:
    return [path for path in _names_in(folder) if not path.name.startswith(".") and path.is_dir()]


def _bundle_at(path: Path) -> FoundBundle | None:
    if path.suffix.lower() != SUFFIX:
        return None
    try:
        status = path.stat()
    except OSError:
        return None
    return FoundBundle(path, status.st_size, status.st_mtime) if path.is_file() else None
