"""What a package starts with: data on the stick, the web engine's sandbox, files that are whole."""

import hashlib
import subprocess
import sys
from pathlib import Path

import linux_sandbox
import pytest
import start
import whole_files


def _package(folder: Path) -> Path:
    (folder / "program").mkdir(parents=True)
    (folder / "program" / "part").write_bytes(b"part")
    digest = hashlib.sha256(b"part").hexdigest()
    (folder / whole_files.LIST).write_text(f"{digest}  program/part\n", encoding="utf-8")
    return folder


def test_a_whole_package_is_said_to_be_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PEER_DESKTOP_PACKAGE", str(_package(tmp_path / "Légion hall été")))
    assert start.main(["--terminal", "--verify"]) == 0
    assert "tel qu’il a été produit" in capsys.readouterr().out


@pytest.mark.parametrize("damage", [b"pbrt", b"par", b"", None])
def test_a_damaged_or_missing_file_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: bytes | None
) -> None:
    package = _package(tmp_path / "package")
    if damage is None:
        (package / "program" / "part").unlink()
    else:
        (package / "program" / "part").write_bytes(damage)
    assert whole_files.damaged(package) == ["program/part"]
    assert whole_files.main(package) == 2
    assert "program/part" in capsys.readouterr().out


def test_without_a_list_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert whole_files.main(tmp_path) == 3
    assert "illisible" in capsys.readouterr().out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="namespaces are Linux's")
def test_without_namespaces_the_web_engine_does_without_its_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_sandbox, "is_allowed", lambda: False)
    environment: dict[str, str] = {}
    linux_sandbox.prepare(environment)
    assert environment == {linux_sandbox.SWITCH: "1"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="namespaces are Linux's")
def test_an_ordinary_person_keeps_the_sandbox_where_it_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_sandbox, "is_allowed", lambda: True)
    monkeypatch.setattr(linux_sandbox.os, "geteuid", lambda: 1000)
    environment: dict[str, str] = {}
    linux_sandbox.prepare(environment)
    assert environment == {}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="namespaces are Linux's")
def test_the_trial_of_the_sandbox_leaves_this_process_as_it_was() -> None:
    asked = (
        "import os, linux_sandbox; before = os.readlink('/proc/self/ns/user'); linux_sandbox.is_allowed(); "
        "print(before == os.readlink('/proc/self/ns/user'))"
    )
    said = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=Path(linux_sandbox.__file__).parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == ["True"]
