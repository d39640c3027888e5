"""Gathers what the program knows by itself when a bundle arrives: nothing of it comes from the stick."""

import getpass
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from peer_desktop import __version__, paths
from peer_desktop.bundle.built_in_keys import BUILT_IN_KEYS
from peer_desktop.bundle.carried_tables import RETIRED
from peer_desktop.bundle.disk import Disk
from peer_desktop.bundle.problems import ProgramIncomplete
from peer_desktop.directory.listing import CrisisLine
from peer_desktop.directory.pinned_lines import PINNED_LINES
from peer_desktop.exchange.columns import SHAPES
from peer_desktop.exchange.tables import Table, read_tables


def now() -> datetime:
    """This instant, UTC."""
    return datetime.now(UTC)


def account() -> str:
    """Who uses this computer, as the system names the account."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def retired_lines(source: Path) -> Table:
    """The numbers that must never be shown. Raises ProgramIncomplete: without them nothing is installed."""
    tables, wrong = read_tables(source, {RETIRED: SHAPES[RETIRED]})
    if wrong:
        raise ProgramIncomplete(file=source / RETIRED)
    return tables[RETIRED]


@dataclass(frozen=True)
class Program:
    """The program around an import. Tests give their own."""

    shipped: Path
    retired: Table
    pinned: Sequence[CrisisLine] = PINNED_LINES
    built_in: Mapping[str, str] = field(default_factory=lambda: BUILT_IN_KEYS)
    version: str = __version__
    derived_folder: Path | None = None
    """Where the index of the current directory is kept, when it is."""
    disk: Disk = field(default_factory=Disk)
    now: Callable[[], datetime] = now
    who: str = field(default_factory=account)

    @classmethod
    def this(cls) -> "Program":
        """The program that runs. Raises ProgramIncomplete."""
        return cls(
            shipped=paths.shipped_directory(),
            retired=retired_lines(paths.source_folder()),
            derived_folder=paths.derived_folder(),
        )
