"""Where a person's things are kept: on the stick, in the folder that was named, or in the account's own."""

import stat
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from peer_desktop import paths
from peer_desktop.bundle.install_kind import InstallKind, installation
from peer_desktop.models.opened import open_current
from peer_desktop.settings import Settings, SettingsNotKept, keep, settings_file

TODAY = date(2026, 11, 21)


@pytest.fixture
def stick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A package on a stick, as the launcher of Windows names it."""
    monkeypatch.delenv("PEER_DESKTOP_HOME", raising=False)
    folder = tmp_path / "Légion hall été"
    folder.mkdir()
    monkeypatch.setenv("PEER_DESKTOP_PACKAGE", str(folder))
    return folder


@pytest.fixture
def locked_stick(stick: Path) -> Iterator[Path]:
    """The same, and nothing can be written to it. Root may write anywhere, so a file stands in the way."""
    (stick / paths.PORTABLE_MARK).touch()
    (stick / paths.PORTABLE_FOLDER).touch()
    stick.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield stick
    stick.chmod(stat.S_IRWXU)


def test_a_marked_package_keeps_everything_beside_itself(stick: Path) -> None:
    (stick / paths.PORTABLE_MARK).touch()
    home = stick / paths.PORTABLE_FOLDER
    assert settings_file().is_relative_to(home)
    assert paths.derived_folder().is_relative_to(home)
    assert paths.regions_folder().is_relative_to(home)
    found = installation()
    assert (found.kind, found.store.folder) == (InstallKind.PORTABLE, home / "directories")


def test_an_unmarked_package_keeps_things_where_the_person_does(stick: Path) -> None:
    assert paths.portable_folder() is None
    assert not settings_file().is_relative_to(stick)
    assert installation().kind is not InstallKind.PORTABLE


def test_a_folder_that_was_named_goes_before_the_mark(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stick / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv("PEER_DESKTOP_HOME", str(stick / "elsewhere"))
    assert settings_file().is_relative_to(stick / "elsewhere")
    assert installation().kind is InstallKind.CHOSEN


def test_a_package_of_pyinstaller_is_the_folder_of_its_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PEER_DESKTOP_PACKAGE", raising=False)
    monkeypatch.delenv("PEER_DESKTOP_HOME", raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "program"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "peer-desktop"))
    (tmp_path / paths.PORTABLE_MARK).touch()
    assert paths.home_folder() == tmp_path / paths.PORTABLE_FOLDER


def test_a_checkout_is_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PEER_DESKTOP_PACKAGE", raising=False)
    assert paths.package_folder() is None
    assert paths.licences_page() is None


def test_a_stick_that_cannot_be_written_to_is_read_all_the_same(locked_stick: Path) -> None:
    found = installation()
    opened = open_current(found.store, paths.shipped_directory(), TODAY, paths.derived_folder())
    assert opened.problem is None
    assert opened.directory is not None
    assert opened.directory.size > 0
    opened.directory.close()
    with pytest.raises(SettingsNotKept):
        keep(settings_file(), Settings())
