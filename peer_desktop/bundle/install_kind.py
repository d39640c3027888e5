"""Says where installed directories live: beside a portable program, for everybody, or for one account."""

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from peer_desktop.bundle.store import Store
from peer_desktop.paths import home_folder, portable_folder

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
