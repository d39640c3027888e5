"""Says where installed directories live: beside a portable program, for everybody, or for one account."""

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from peer_desktop.bundle.store import Store
from peer_desktop.paths import home_folder, program_folder

PORTABLE_MARK = "portable"
"""A file of this name beside the program makes it portable."""

PORTABLE_FOLDER = "Peer Desktop data"
_FOLDER = "directories"


class InstallKind(StrEnum):
    """Whose directories these are."""

    CHOSEN = "chosen"
    """in the folder of PEER_DESKTOP_HOME or --home"""
    PORTABLE = "portable"
    """beside the program: on a stick"""
    MACHINE = "machine"
    """of everybody on this computer; only administrators change them"""
    USER = "user"
    """of this account"""


@dataclass(frozen=True, slots=True)
class Installation:
    """Where the directories are, and whether this account may change them."""

    kind: InstallKind
    store: Store
    writable: bool


def installation() -> Installation:
    """Of the program that runs. A store of the whole computer, once made, goes before one of the account."""
    if os.environ.get("PEER_DESKTOP_HOME"):
        return _of(InstallKind.CHOSEN, home_folder())
    if portable := portable_folder():
        return _of(InstallKind.PORTABLE, portable)
    machine = machine_folder()
    if (machine / _FOLDER).is_dir():
        return _of(InstallKind.MACHINE, machine)
    return _of(InstallKind.USER, home_folder())


def installation_for_everybody() -> Installation:
    """Of the whole computer, also when nothing is there yet."""
    return _of(InstallKind.MACHINE, machine_folder())


def portable_folder() -> Path | None:
    """Where a portable program keeps everything; None when it is not portable."""
    for folder in dict.fromkeys((Path(sys.executable).parent, program_folder(), program_folder().parent)):
        if (folder / PORTABLE_MARK).is_file():
            return folder / PORTABLE_FOLDER
    return None


def machine_folder() -> Path:
    """Where everybody on this computer may read, and administrators write."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Peer Desktop"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Peer Desktop")
    return Path("/var/lib/peer-desktop")


def _of(kind: InstallKind, home: Path) -> Installation:
    folder = home / _FOLDER
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    return Installation(kind, Store(folder), os.access(there, os.W_OK))
