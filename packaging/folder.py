"""Finishes the folder of a package: which build it is, a read-me, and the sum of every file."""

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from content import ROOT

_README = ROOT / "packaging" / "README-of-the-package.txt"
SUMS = "FILES.sha256"
_PACKED = ("peer_desktop", "resources", "data", "packaging")
"""Folders that a file of no commit would be packed from."""
_UNKNOWN_TIME = 1_767_225_600
"""1 January 2026: for a tree without its history. A .zip knows no time before 1980."""


@dataclass(frozen=True, slots=True)
class Build:
    """Which state of the program is packed."""

    version: str
    commit: str
    """Short; `+` at its end: with changes that no commit holds."""
    time: int
    """Of the commit, in seconds since 1970: every time in a package is this one."""

    @classmethod
    def of_checkout(cls) -> "Build":
        """What lies in the work tree now."""
        source = (ROOT / "peer_desktop" / "__init__.py").read_text(encoding="utf-8")
        version = re.search(r'__version__ = "([^"]+)"', source)
        if not version:
            raise SystemExit("peer_desktop/__init__.py has no version")
        changed = _git("status", "--porcelain", "--untracked-files=no") or _git(
            "status", "--porcelain", "--", *_PACKED
        )
        commit = _git("rev-parse", "--short=12", "HEAD") or "unknown"
        time = int(_git("log", "-1", "--format=%ct") or _UNKNOWN_TIME)
        return cls(version[1], commit + ("+" if changed else ""), time)

    def environment(self) -> dict[str, str]:
        """For tools that are to make the same bytes from the same commit."""
        return os.environ | {
            "SOURCE_DATE_EPOCH": str(self.time),
            "PYTHONHASHSEED": "1",
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
        }


def describe_build(program_folder: Path, build: Build, system: str) -> None:
    """build.json in the program's folder, and the version where importlib.metadata looks for it."""
    said = {"version": build.version, "commit": build.commit, "time": build.time, "system": system}
    (program_folder / "build.json").write_text(json.dumps(said) + "\n", encoding="utf-8")
    metadata = program_folder / f"peer_desktop-{build.version}.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text(
        f"Metadata-Version: 2.1\nName: peer-desktop\nVersion: {build.version}\n", encoding="utf-8"
    )


def add_index(program_folder: Path, build: Build) -> None:
    """What searching derives from the shipped directory, beside it: no first start makes it, nor any start
    from a stick that cannot be written to. The program goes by it only while it fits the directory."""
    made = (
        "import sys; from pathlib import Path; from peer_desktop.directory.index import save_index; "
        "save_index(Path(sys.argv[1]))"
    )
    directory = (program_folder / "data" / "directory.sqlite").absolute()
    subprocess.run([sys.executable, "-c", made, directory], check=True, cwd=ROOT, env=build.environment())


def write_readme(package: Path, build: Build, start: str, terminal: str, *, windows: bool) -> None:
    """README.txt for the person who unpacks it, in both languages."""
    text = Template(_README.read_text(encoding="utf-8")).substitute(
        version=build.version, commit=build.commit, start=start, terminal=terminal
    )
    # Notepad of older Windows knows UTF-8 by its mark, and lines by two signs.
    content = text.replace("\n", "\r\n").encode("utf-8-sig") if windows else text.encode()
    (package / "README.txt").write_bytes(content)


def write_sums(package: Path) -> None:
    """The SHA-256 of every file, for `--verify` and for `sha256sum --check`."""
    lines = [
        f"{_sha256(file)}  {file.relative_to(package).as_posix()}\n"
        for file in files_of(package)
        if file.name != SUMS
    ]
    (package / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def files_of(package: Path) -> Sequence[Path]:
    """Every file and symbolic link, in an order that no file system changes."""
    found = (file for file in package.rglob("*") if file.is_symlink() or file.is_file())
    return sorted(found, key=lambda file: file.relative_to(package).as_posix())


def set_times_and_modes(package: Path, build: Build) -> None:
    """The same times and rights whoever builds: readable by all, changed by the owner only."""
    for file in [package, *package.rglob("*")]:
        if file.is_symlink():
            continue
        runs = file.is_dir() or os.access(file, os.X_OK)
        file.chmod(0o755 if runs else 0o644)
        os.utime(file, (build.time, build.time))


def megabytes(path: Path) -> float:
    """The size of a file, or of all files below a folder, in MB of a million bytes."""
    files = files_of(path) if path.is_dir() else [path]
    return sum(file.lstat().st_size for file in files) / 1e6


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _git(*arguments: str) -> str:
    """What git says; nothing where there is no git or no history."""
    command = ["git", "-C", str(ROOT), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
