"""Says where the program's own files are: a checkout, an installed copy and a packaged folder alike."""

import os
import sys
from pathlib import Path


def program_folder() -> Path:
    """The folder that holds `resources/` and `data/`."""
    packaged = getattr(sys, "_MEIPASS", None)
    return Path(packaged) if packaged else Path(__file__).resolve().parent.parent


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
    """Where this person's settings and derived files live; `PEER_DESKTOP_HOME` puts all in one folder."""
    chosen = os.environ.get("PEER_DESKTOP_HOME")
    if chosen:
        return Path(chosen)
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
