"""Opens the directory that is current, or the one that came with the program where it cannot be read."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from peer_desktop.bundle.store import Current, Store
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.problems import Problem


@dataclass(frozen=True, eq=False)
class Opened:
    """What a window is shown: a directory, and where it comes from."""

    directory: Directory | None
    """None when not even the one that came with the program can be read."""
    current: Current
    problem: Problem | None = None
    """What is wrong: with the one that should have been opened, when `directory` took its place."""
    is_installed: bool = False
    """Whether this is what the store says, not a file that somebody named."""


def open_file(file: Path, today: date, index_folder: Path | None) -> Opened:
    """One directory file, whoever made it."""
    return _opened(Current(file), today, index_folder)


def open_current(store: Store, shipped: Path, today: date, index_folder: Path | None) -> Opened:
    """What the store says is current."""
    opened = replace(_opened(store.current(shipped), today, index_folder), is_installed=True)
    if opened.directory is not None or opened.current.path == shipped:
        return opened
    instead = _opened(Current(shipped), today, index_folder)
    if instead.directory is None:
        return opened
    return replace(instead, problem=opened.problem, is_installed=True)


def _opened(current: Current, today: date, index_folder: Path | None) -> Opened:
    try:
        return Opened(Directory.open(current.path, today=today, index_folder=index_folder), current)
    except Problem as problem:
        return Opened(None, current, problem)
