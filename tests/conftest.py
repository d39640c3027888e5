"""Sets the platform of every Qt test before Qt is imported, and builds the directory that tests read."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Chromium's sandbox refuses root. Only tests run as root; the program never switches the sandbox off.
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from peer_desktop import paths
from peer_desktop.exchange.build import build_directory
from peer_desktop.ui.map_engine import engine_present, prepare_engine
from tests.tables import write_tables

# The flags and the scheme of the map's page must be known before the first QApplication.
prepare_engine()
if engine_present():
    from peer_desktop.ui.map_scheme import register_scheme

    register_scheme()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys come last: they dress the one QApplication as a person left it."""
    items.sort(key=lambda item: "journeys" in item.path.parts)


@pytest.fixture(scope="session")
def small_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory file of the ten listings of tests/tables.py; nobody writes to it."""
    folder = tmp_path_factory.mktemp("directory")
    return build_directory(write_tables(folder / "source"), folder / "directory.sqlite").target


@pytest.fixture(scope="session")
def shipped_directory() -> Path:
    """The directory file that comes with the program; nobody writes to it."""
    return paths.shipped_directory()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with the tables of the ten listings, to change as a test likes."""
    return write_tables(tmp_path / "source")
