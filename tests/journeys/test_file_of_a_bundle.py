"""A double click on the file of a bundle opens the window, and in it the update that looks at the file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from peer_desktop.app import main
from peer_desktop.bundle.making import make_bundle
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.secret_key import SecretKey
from peer_desktop.models.update import Phase
from peer_desktop.paths import source_folder
from peer_desktop.ui.main_window import MainWindow
from peer_desktop.ui.update_dialog import UpdateDialog
from tests.bundle.conftest import recipe
from tests.journeys.conftest import Journey, until


def _looked_at(window: MainWindow) -> str:
    """What the update says of the file that was given, once it has looked."""
    until(lambda: window.findChild(UpdateDialog) is not None)
    dialog = window.findChild(UpdateDialog)
    assert dialog is not None
    until(lambda: dialog._update.state.phase is Phase.ENDED)
    said = "\n".join(label.text() for label in dialog.outcome.findChildren(QLabel))
    dialog.reject()
    return said


def test_a_bundle_of_somebody_unknown_is_looked_at_and_refused(journey: Journey, tmp_path: Path) -> None:
    key = SecretKey.new()
    name = "Légion hall (été).peerbundle"
    make_bundle(source_folder(), recipe(1), key, tmp_path / name, Program.this())
    said: list[str] = []
    assert journey(lambda window: said.append(_looked_at(window)), tmp_path / name) == 0
    assert "E-SIG-UNKNOWN-KEY" in said[0]


def test_a_file_by_a_relative_name_is_found(
    journey: Journey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "damaged.peerbundle").write_bytes(b"no bundle at all")
    monkeypatch.chdir(tmp_path)
    said: list[str] = []
    assert journey(lambda window: said.append(_looked_at(window)), "damaged.peerbundle") == 0
    assert "E-CONTAINER" in said[0]


def test_the_help_names_the_bundle(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert ".peerbundle" in capsys.readouterr().out
