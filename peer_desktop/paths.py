"""Says where the program's own files are: a checkout, an installed copy and a packaged folder alike."""

import os
import sys
from pathlib import Path

PORTABLE_MARK = "portable"
"""A file of this name beside the program makes it portable."""

PORTABLE_FOLDER = "Peer Desktop data"


def program_folder() -> Path:
    """The folder that holds `resources/` and `data/`."""
    packaged = getattr(sys, "_MEIPASS", None)
    return Path(packaged) if packaged else Path(__file__).resolve().parent.parent


def package_folder() -> Path | None:
    """The folder that somebody unpacked or a setup made; None in a checkout and in an installed copy."""
    named = os.environ.get("PEER_DESKTOP_PACKAGE")  # by the launcher of Windows
    if named:
        return Path(named)
    return Path(sys.executable).resolve().parent if hasattr(sys, "_MEIPASS") else None


def portable_folder() -> Path | None:
    """Where a portable program keeps everything, beside itself; None when it is not portable."""
    beside = package_folder() or program_folder()
    return beside / PORTABLE_FOLDER if (beside / PORTABLE_MARK).is_file() else None


def licences_page() -> Path | None:
    """The page with the licence of everything in a package; a checkout has none."""
    folder = package_folder()
    page = folder / "licences.html" if folder else None
    return page if page and page.is_file() else None


def resources_folder() -> Path:
    """Icons, translations and the parts of the map page."""
    return program_folder() / "resources"


def shipped_directory() -> Path:
    """The directory file that comes with the program."""
    return program_folder() / "data" / "directory.sqlite"


def source_folder() -> Path:
    """The tables that the shipped directory is built from."""
    return program_folder() / "data" / "source"


def home_folder() -> Path:
    """Where this person's settings and derived files live; `PEER_DESKTOP_HOME` puts all in one folder.

    A portable program keeps them on its stick, and leaves nothing on the computer.
    """
    chosen = os.environ.get("PEER_DESKTOP_HOME")
    if chosen:
        return Path(chosen)
    if portable := portable_folder():
        return portable
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "Peer Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Peer Desktop"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "peer-desktop"


def regions_folder() -> Path:
    """Where an administrator drops street maps of a region (*.pmtiles)."""
    return home_folder() / "regions"


def derived_folder() -> Path:
    """Where what can be made again from a directory is kept."""
    return home_folder() / "derived"
