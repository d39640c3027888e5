"""What the tests of updates share: a computer with the ten listings, and bundles that follow them."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest

from peer_desktop.bundle.importing import Preparing
from peer_desktop.bundle.making import make_bundle
from peer_desktop.bundle.program import Program, retired_lines
from peer_desktop.bundle.secret_key import SecretKey
from peer_desktop.bundle.staging import prepare
from peer_desktop.bundle.store import Store
from peer_desktop.directory.directory import Directory
from peer_desktop.models.update import Update
from tests.bundle.conftest import NOW, recipe
from tests.bundle.forge import KEY
from tests.tables import TODAY, change_cell, read_rows, write_rows, write_tables

PATIENCE = 30.0
"""Seconds; an import takes one or two."""

Edit = Callable[[Path], object]
"""Changes the tables in a folder."""


@dataclass(frozen=True)
class Computer:
    """Where a directory is installed."""

    folder: Path
    store: Store
    program: Program

    def bundle(self, name: str, *edits: Edit, serial: int = 6, key: SecretKey = KEY) -> Path:
        """A bundle of the ten listings after these edits, signed."""
        tables = write_tables(self.folder / name)
        for edit in edits:
            edit(tables)
        file = self.folder / f"{name}.peerbundle"
        return make_bundle(tables, recipe(serial), key, file, self.program).file

    def update(self, preparing: Preparing = prepare) -> Update:
        """What the window asks; without a process of its own unless that is wanted."""
        return Update(self.store, lambda: self.program, TODAY, preparing=preparing)

    def everything(self) -> dict[str, bytes]:
        """Every file of the store with what it holds, but the lock."""
        found = sorted(self.store.folder.rglob("*")) if self.store.folder.exists() else []
        files = {str(file.relative_to(self.store.folder)): file for file in found if file.is_file()}
        return {name: file.read_bytes() for name, file in files.items() if name != "lock"}

    def left_in_staging(self) -> list[str]:
        """What an import left behind."""
        return [file.name for file in self.store.staging.iterdir()] if self.store.staging.exists() else []


def computer(folder: Path, shipped: Path) -> Computer:
    """A computer on which nothing was installed yet, that trusts the key of the tests."""
    directory = Directory.open(shipped, today=TODAY)
    pinned = tuple(line for line in directory.crisis_lines() if line.pinned)
    directory.close()
    program = Program(
        shipped=shipped,
        retired=retired_lines(write_tables(folder / "of-the-program")),
        pinned=pinned,
        built_in={"test": KEY.public.line},
        derived_folder=folder / "derived",
        now=lambda: NOW,
        who="tester",
    )
    return Computer(folder, Store(folder / "directories"), program)


def cell(file: str, row: int, column: str, value: object) -> Edit:
    """Write one cell; the header is row 1."""
    return lambda tables: change_cell(tables, file, row, column, value)


def without_listings(*ids: str) -> Edit:
    """Take listings out of every table."""

    def take(tables: Path) -> None:
        for file, key in (
            ("listings.csv", "id"),
            ("phones.csv", "listing_id"),
            ("sources.csv", "listing_id"),
        ):
            write_rows(tables, file, [row for row in read_rows(tables, file) if row[key] not in ids])

    return take


def until(true: Callable[[], object]) -> None:
    """Let the window work until this is true."""
    ends = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < ends, "waited in vain"
        QTest.qWait(10)
