"""`make run` and `make test` say plainly what they do, and what they cannot do."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for Linux and macOS")


def program(folder: Path, name: str, body: str) -> None:
    """A small program that stands for the real one."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def run(
    script: str, *arguments: str, path: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    if path:
        environment["PATH"] = f"{path}:/usr/bin:/bin"
    command = ["/bin/sh", str(PACKAGING / script), *arguments]
    return subprocess.run(
        command, env=environment | more, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder of programs as the virtual environment has them; the display answers."""
    program(tmp_path, "python", "exit 0")
    program(tmp_path, "peer-desktop", 'echo "the window opens"')
    program(tmp_path, "peer-desktop-cli", 'echo "peer-desktop-cli $*"')
    return tmp_path


def test_with_a_display_the_window_opens(installed: Path) -> None:
    assert run("open_window.sh", str(installed), DISPLAY=":0").stdout == "the window opens\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_it_says_so_and_keeps_pictures_of_the_self_test(installed: Path) -> None:
    said = run("open_window.sh", str(installed)).stdout
    assert said.startswith("There is no display here")
    assert said.endswith("peer-desktop-cli self-test --screenshots screenshots/\n")


def test_a_display_that_does_not_answer_is_no_display(installed: Path) -> None:
    program(installed, "python", "exit 134")
    assert "There is no display here" in run("open_window.sh", str(installed), DISPLAY=":77").stdout


def test_where_there_is_no_apt_it_says_what_to_install() -> None:
    said = run("system_libraries.sh", "explain")
    assert said.returncode == 0
    for system in ("Debian", "Fedora", "macOS, Windows"):
        assert system in said.stderr


def test_who_is_no_administrator_is_told_what_to_ask_for(tmp_path: Path) -> None:
    for name in ("sh", "sed", "dirname", "cat"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    program(tmp_path, "apt-get", "exit 1")
    program(tmp_path, "dpkg-query", 'case "$4" in libegl1*) exit 1;; esac; printf installed')
    program(tmp_path, "id", "echo 1000")
    said = run("system_libraries.sh", PATH=str(tmp_path))
    assert said.returncode == 1
    assert "apt-get install --no-install-recommends libegl1\n" in said.stderr


def test_on_newer_systems_the_renamed_libraries_are_installed(tmp_path: Path) -> None:
    program(tmp_path, "dpkg-query", 'case "$4" in libasound2*|libegl1*) exit 1;; esac; printf installed')
    program(tmp_path, "apt-cache", 'test "$2" = libasound2t64')
    program(tmp_path, "apt-get", f'echo "$*" >> {tmp_path}/asked')
    program(tmp_path, "id", "echo 0")
    assert run("system_libraries.sh", path=tmp_path).returncode == 0
    update, install = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert update.startswith("update")
    assert install.endswith("--no-install-recommends libasound2t64 libegl1")


def test_ci_runs_the_tests_the_linters_and_the_package() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "make test" in script and "make lint" in script and ".ci/package" in script
    assert script.index(".ci/package ||") < script.index("grep -E"), "the tests' closing line comes last"
    for name in ("run", "package"):
        assert os.access(ROOT / ".ci" / name, os.X_OK)
