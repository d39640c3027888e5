"""CI builds a package when what packages are made of has changed, and when it cannot know."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = 86_400
NOW = 1_790_000_000

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")


def _clean_environment() -> dict[str, str]:
    """Without what would lead git to the repository of this checkout."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "CI_"))}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with the script, and a `make` that says what it was asked for."""
    folder = tmp_path / "checkout"
    (folder / ".ci").mkdir(parents=True)
    (folder / "packaging").mkdir()
    shutil.copy(ROOT / ".ci" / "package", folder / ".ci")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "make").write_text('#!/bin/sh\necho "asked: $*"\n', encoding="utf-8")
    (tools / "make").chmod(0o755)
    return folder


def _git(checkout: Path, *arguments: str, time: int = NOW) -> str:
    date = f"{time} +0000"
    environment = _clean_environment() | {
        "GIT_COMMITTER_DATE": date,
        "GIT_AUTHOR_DATE": date,
        "HOME": str(checkout),
    }
    command = ["git", "-C", str(checkout), "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def _commit(checkout: Path, file: str, time: int) -> None:
    with (checkout / file).open("a", encoding="utf-8") as content:
        content.write(f"{time}\n")
    _git(checkout, "add", "-A")
    _git(checkout, "commit", "-q", "-m", file, time=time)


def _said(checkout: Path, **environment: str) -> str:
    tools = checkout.parent / "tools"
    path = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(checkout)}
    done = subprocess.run(
        [str(checkout / ".ci" / "package")],
        env=_clean_environment() | path | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_without_git_it_is_built(checkout: Path) -> None:
    assert "asked: package-folder" in _said(checkout)


def test_without_an_older_state_it_is_built(checkout: Path) -> None:
    _git(checkout, "init", "-q")
    _commit(checkout, "packaging/content.py", NOW)
    assert "asked: package-folder" in _said(checkout)


def test_a_shallow_clone_is_built(checkout: Path) -> None:
    _git(checkout, "init", "-q")
    _commit(checkout, "packaging/content.py", NOW - 3 * DAY)
    _commit(checkout, "words", NOW)
    shallow = checkout.parent / "shallow"
    url = f"file://{checkout}"
    clone = ["git", "clone", "-q", "--depth", "1", url, str(shallow)]
    subprocess.run(clone, env=_clean_environment(), check=True, capture_output=True)
    assert "asked: package-folder" in _said(shallow)


def test_a_change_of_the_packaging_is_built(checkout: Path) -> None:
    _git(checkout, "init", "-q")
    _commit(checkout, "packaging/content.py", NOW - 3 * DAY)
    _commit(checkout, "packaging/content.py", NOW - 100)
    _commit(checkout, "words", NOW)
    assert "asked: package-folder" in _said(checkout)


def test_a_change_of_anything_else_is_not(checkout: Path) -> None:
    _git(checkout, "init", "-q")
    _commit(checkout, "packaging/content.py", NOW - 3 * DAY)
    _commit(checkout, "words", NOW)
    said = _said(checkout)
    assert "has changed since" in said and "asked" not in said


def test_a_named_base_is_compared_with(checkout: Path) -> None:
    _git(checkout, "init", "-q")
    _commit(checkout, "packaging/content.py", NOW - 3 * DAY)
    base = _git(checkout, "rev-parse", "HEAD")
    _commit(checkout, "packaging/content.py", NOW - 2 * DAY)
    _commit(checkout, "words", NOW)
    assert "asked" not in _said(checkout)
    assert "asked: package-folder" in _said(checkout, CI_BASE=base)
    assert "asked" not in _said(checkout, CI_BASE="no such commit")
