"""Makes the bare systems that packages are tried in, and runs commands in them without any network."""

import hashlib
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from places import CACHE, ROOTS
from system_libraries import PACKAGES

from trials import wine_repair

PLACE = "/tmp/Légion hall été"
"""Where a package lies in a trial: spaces and accents are what halls name folders."""
PERSON = 1000
"""An ordinary account: root would get no sandbox."""
PICTURES = CACHE / "pictures"
"""What trials saw, to be looked at."""

_WINE = ("wine", "wine64", "fonts-wine", "fonts-dejavu-core", "xvfb", "xauth")


def bare_debian() -> Path:
    """Debian 12 with the packages that the .deb depends on, and nothing else."""
    first_choices = [choices.split("|")[0].split("(")[0].strip() for choices in PACKAGES]
    return _debootstrap("bookworm", [name for name in first_choices if name != "libc6"])


def debian_with_wine() -> Path:
    """Debian 13 with Wine 10, mended. Debian 12's Wine 8 is too old for Qt."""
    root = _debootstrap("trixie", _WINE)
    prefix = root / "w" / "prefix"
    if not (prefix / "mended").exists():
        shutil.rmtree(prefix, ignore_errors=True)
        prefix.parent.mkdir(exist_ok=True)
        System(root, writable=True).run(
            "sh", "-c", "wineboot -i; wineserver -w", environment=wine_environment()
        )
        wine_repair.mend(root, prefix)
        (prefix / "mended").touch()
    return root


def wine_environment(prefix: str = "/w/prefix") -> dict[str, str]:
    """What Wine needs, and what the web engine needs under Wine: no sandbox, no graphics card."""
    return {
        "WINEPREFIX": prefix,
        "WINEDEBUG": "-all",
        # Wine's own habit of copying Windows' shortcuts to the Linux desktop.
        "WINEDLLOVERRIDES": "winemenubuilder.exe=d",
        "QT_FORCE_STDERR_LOGGING": "1",
        "QTWEBENGINE_DISABLE_SANDBOX": "1",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu",
    }


@dataclass(frozen=True, slots=True)
class System:
    """A folder with a whole Debian, run by bubblewrap: no network interface, nothing of this machine."""

    root: Path
    writable: bool = False
    """Whether commands may change the system; as root then, otherwise as an ordinary person."""
    shown: Mapping[Path, str] = field(default_factory=dict)
    """Folder of this machine → where it is seen, read only."""
    shared: Mapping[Path, str] = field(default_factory=dict)
    """Folder of this machine → where it is seen, and written to."""

    def run(
        self, *command: str, environment: Mapping[str, str] | None = None, patience: float = 300
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; its outputs are text. `patience` in seconds."""
        return subprocess.run(
            [*self._sealed(environment or {}), *command],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=patience,
            stdin=subprocess.DEVNULL,
        )

    def start(self, *command: str, environment: Mapping[str, str] | None = None) -> "subprocess.Popen[bytes]":
        """Start a command and go on; what it says is not read."""
        return subprocess.Popen(
            [*self._sealed(environment or {}), *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _sealed(self, environment: Mapping[str, str]) -> list[str]:
        home = "/root" if self.writable else "/home/person"
        seal = [
            *("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "bwrap"),
            *("--bind" if self.writable else "--ro-bind", str(self.root), "/"),
            *("--dev", "/dev", "--proc", "/proc", "--tmpfs", "/run"),
            *("--perms", "1777", "--tmpfs", "/tmp", "--perms", "1777", "--tmpfs", "/dev/shm"),
            *("--unshare-net", "--unshare-pid", "--unshare-ipc", "--die-with-parent"),
        ]
        if not self.writable:
            seal += ["--tmpfs", "/home", "--perms", "0777", "--dir", home]
        for option, folders in (("--ro-bind", self.shown), ("--bind", self.shared)):
            for folder, place in folders.items():
                seal += [option, str(folder), place]
        for name, value in {"HOME": home, "LANG": "C.UTF-8", **environment}.items():
            seal += ["--setenv", name, value]
        if not self.writable:
            seal += ["setpriv", f"--reuid={PERSON}", f"--regid={PERSON}", "--clear-groups"]
        return seal


def _debootstrap(suite: str, packages: Sequence[str]) -> Path:
    """A Debian in a folder of the cache, made once."""
    name = hashlib.sha256(" ".join(sorted(packages)).encode()).hexdigest()[:8]
    root = ROOTS / f"{suite}-{name}"
    if not (root / "made").exists():
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        subprocess.run(
            ["debootstrap", "--variant=minbase", f"--include={','.join(packages)}", suite, str(root)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (root / "home" / "person").mkdir()
        (root / "made").touch()
    return root
