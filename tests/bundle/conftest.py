"""Gives the tests of bundles a publisher, a program that trusts it, and a store with one bundle installed."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.making import make_bundle
from peer_desktop.bundle.manifest import Publisher
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.program import Program, retired_lines
from peer_desktop.bundle.recipe import Recipe
from peer_desktop.bundle.store import Store
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual
from tests.bundle.forge import KEY, Forge
from tests.tables import TODAY, write_tables

NOW = datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
INSTALLED_SERIAL = 5


def recipe(serial: int = INSTALLED_SERIAL + 1) -> Recipe:
    """What the publisher of every test decides."""
    return Recipe(
        serial=serial,
        created_at=NOW,
        publisher=Publisher("Hall 26", "506-555-0142", "hall@example.ca"),
        notes=Bilingual("A test.", "Un essai."),
    )


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the ten listings; nobody writes to them."""
    return write_tables(tmp_path_factory.mktemp("tables") / "source")


@pytest.fixture(scope="session")
def program(small_directory: Path, tables: Path) -> Program:
    """A program that came with the ten listings, pins their crisis lines and trusts the test key."""
    directory = Directory.open(small_directory, today=TODAY)
    pinned = tuple(line for line in directory.crisis_lines() if line.pinned)
    directory.close()
    return Program(
        shipped=small_directory,
        retired=retired_lines(tables),
        pinned=pinned,
        built_in={"test": KEY.public.line},
        now=lambda: NOW,
        who="tester",
    )


@pytest.fixture(scope="session")
def good_bundle(tables: Path, program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle that follows the installed one."""
    file = tmp_path_factory.mktemp("bundles") / "good.peerbundle"
    return make_bundle(tables, recipe(), KEY, file, program).file


@pytest.fixture(scope="session")
def installed(tables: Path, program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with serial 5 installed; nobody writes to it."""
    folder = tmp_path_factory.mktemp("installed")
    file = folder / "first.peerbundle"
    make_bundle(tables, recipe(INSTALLED_SERIAL), KEY, file, program)
    store = Store(folder / "directories")
    with importing(store, program) as one:
        one.prepare(file)
        one.install(Confirmation())
    return store.folder


@pytest.fixture
def store(installed: Path, tmp_path: Path) -> Store:
    """A store with serial 5 installed, to change as a test likes."""
    return Store(Path(shutil.copytree(installed, tmp_path / "directories")))


@pytest.fixture(scope="session")
def forge(good_bundle: Path) -> Forge:
    """What an attacker, a slip or a bad stick makes of the good bundle."""
    return Forge(good_bundle)
