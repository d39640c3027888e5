"""Tries the Linux packages on a bare system without network or Python: unpacked, installed, removed."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from linux.deb import older_version
from places import RESULTS, WORK

from trials.display import Display
from trials.kept_data import Kept
from trials.steps import Steps, expect
from trials.systems import PERSON, PICTURES, PLACE, System, bare_debian

SEEN = "/tmp/pictures"
_SLOWEST_START = 2.0
"""Seconds to a usable window, warm."""


def run(steps: Steps) -> None:
    """Every trial of both packages."""
    trial = _Trial()
    steps.take("the archive unpacks, and every sum is right", trial.unpack)
    steps.take("it runs read only, without network, without Python, as an ordinary person", trial.self_test)
    steps.take("it runs with an X display", trial.self_test_on_x)
    steps.take("its terminal answers in both languages", trial.terminal)
    steps.take("it finds what was damaged", trial.damaged_file)
    steps.take("a bundle is proven and installed, and survives the next start", trial.bundle)
    steps.take("with `portable` it keeps everything beside itself", trial.portable)
    steps.take("on a stick that cannot be written to it is read all the same", trial.locked_stick)
    steps.take("a bundle that is given to it is looked at", trial.given_bundle)
    steps.take("it needs no library that is not named", trial.libraries)
    steps.take("a warm start is quick", trial.start)
    steps.take("the .deb installs on the bare system and runs", trial.install)
    steps.take("a newer .deb keeps what was saved", trial.upgrade)
    steps.take("removing the .deb leaves nothing", trial.remove)


class _Trial:
    def __init__(self) -> None:
        self._bare = bare_debian()
        self._folder = WORK / "trial" / "linux"
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._pictures = PICTURES / "linux"
        shutil.rmtree(self._pictures, ignore_errors=True)
        self._pictures.mkdir(parents=True)
        os.chown(self._pictures, PERSON, PERSON)
        self._home = self._folder / "home"
        self._home.mkdir()
        os.chown(self._home, PERSON, PERSON)

    @property
    def _package(self) -> Path:
        return next(self._folder.glob("peer-desktop-*"))

    @property
    def _system(self) -> System:
        return System(
            self._bare,
            shown={self._package: PLACE},
            shared={self._pictures: SEEN, self._home: "/home/person"},
        )

    def unpack(self) -> None:
        archive = next(RESULTS.glob("peer-desktop-*-linux-x86_64.tar.xz"))
        subprocess.run(["tar", "-xf", str(archive), "-C", str(self._folder)], check=True)
        said = subprocess.run(["sha256sum", "--quiet", "-c", "FILES.sha256"], cwd=self._package, check=False)
        expect(said.returncode == 0, "a sum is wrong")
        expect(not any(file.is_symlink() for file in self._package.rglob("*")), "a stick holds no links")

    def self_test(self) -> None:
        said = self._system.run(f"{PLACE}/peer-desktop", "--self-test", "--screenshots", f"{SEEN}/offscreen")
        expect(said.returncode == 0 and " 0 failed" in said.stdout, said.stdout + said.stderr[-2000:])
        expect("Sandboxing disabled" not in said.stderr, "the web engine ran without its sandbox")

    def self_test_on_x(self) -> None:
        with Display() as display:
            system = System(
                self._bare,
                shown={self._package: PLACE, Path("/tmp/.X11-unix"): "/tmp/.X11-unix"},
                shared={self._pictures: SEEN},
            )
            said = system.run(
                *(f"{PLACE}/peer-desktop", "--self-test", "--screenshots", f"{SEEN}/x"),
                environment={"DISPLAY": display.name},
            )
        expect(said.returncode == 0 and " 0 failed" in said.stdout, said.stdout + said.stderr[-2000:])

    def terminal(self) -> None:
        for word, language, answer in (("grief", "en", "listings found"), ("deuil", "fr", "trouvée")):
            said = self._system.run(f"{PLACE}/peer-desktop-cli", "search", word, "--lang", language)
            expect(said.returncode == 0 and answer in said.stdout, said.stdout + said.stderr)

    def damaged_file(self) -> None:
        said = self._system.run(f"{PLACE}/peer-desktop-cli", "--verify")
        expect(said.returncode == 0, said.stdout)
        copy = self._folder / "damaged"
        shutil.copytree(self._package, copy)
        victim = copy / "program" / "data" / "directory.sqlite"
        content = bytearray(victim.read_bytes())
        content[len(content) // 2] ^= 1
        victim.write_bytes(content)
        said = System(self._bare, shown={copy: PLACE}).run(f"{PLACE}/peer-desktop-cli", "--verify")
        shutil.rmtree(copy)
        expect(
            said.returncode == 2 and "program/data/directory.sqlite" in said.stdout, said.stdout + said.stderr
        )

    def bundle(self) -> None:
        self._kept(self._system, f"{PLACE}/peer-desktop-cli").fill(f"{PLACE}/program/data/source")

    def _kept(self, system: System, terminal: str) -> Kept:
        folder = Path(".local") / "share" / "peer-desktop"
        here = self._home / folder
        for part in reversed([here, *here.parents][:4]):
            part.mkdir(exist_ok=True)
            os.chown(part, PERSON, PERSON)
        return Kept(here, f"/home/person/{folder}", lambda *asked: system.run(terminal, *asked))

    def portable(self) -> None:
        copy = self._folder / "stick"
        shutil.copytree(self._package, copy)
        (copy / "portable").touch()
        for file in (copy, *copy.rglob("*")):
            os.chown(file, PERSON, PERSON)
        home = self._folder / "empty home"
        home.mkdir()
        os.chown(home, PERSON, PERSON)
        system = System(self._bare, shared={copy: PLACE, home: "/home/person"})
        data = copy / "Peer Desktop data"
        data.mkdir()
        os.chown(data, PERSON, PERSON)
        kept = Kept(
            data, f"{PLACE}/{data.name}", lambda *asked: system.run(f"{PLACE}/peer-desktop-cli", *asked)
        )
        kept.fill(f"{PLACE}/program/data/source")
        there = any((data / "directories").iterdir())
        shutil.rmtree(copy)
        expect(there, "it kept no directory on the stick")
        expect(not _kept_in(home), f"it left something on the computer: {_kept_in(home)}")

    def locked_stick(self) -> None:
        copy = self._folder / "locked stick"
        subprocess.run(["cp", "-al", str(self._package), str(copy)], check=True)
        (copy / "portable").touch()
        home = self._folder / "empty home"
        system = System(self._bare, shown={copy: PLACE}, shared={home: "/home/person"})
        said = system.run(f"{PLACE}/peer-desktop-cli", "search", "grief")
        tried = system.run(f"{PLACE}/peer-desktop", "--self-test")
        shutil.rmtree(copy)
        expect(said.returncode == 0 and "listings found" in said.stdout, said.stdout + said.stderr)
        expect(tried.returncode == 0, tried.stdout + tried.stderr[-2000:])
        expect(not _kept_in(home), f"it left something on the computer: {_kept_in(home)}")

    def given_bundle(self) -> None:
        """As a double click on its file does."""
        with Display() as display:
            system = System(
                self._bare,
                shown={self._package: PLACE, Path("/tmp/.X11-unix"): "/tmp/.X11-unix"},
                shared={self._home: "/home/person"},
            )
            file = "/home/person/.local/share/peer-desktop/trial.peerbundle"
            window = self._window(system, display)
            try:
                display.wait_for_red(time.monotonic(), 30)
                time.sleep(5)  # the map comes after the window
                before = display.pixels()
            finally:
                window.kill()
                window.wait()
            window = self._window(system, display, file)
            try:
                display.wait_for_red(time.monotonic(), 30)
                time.sleep(5)
                display.wait_for_another_picture(before, 30)
            finally:
                display.picture(self._pictures / "given-bundle.png")
                window.kill()
                window.wait()

    def _window(self, system: System, display: Display, *asked: str) -> "subprocess.Popen[bytes]":
        return system.start(f"{PLACE}/peer-desktop", *asked, environment={"DISPLAY": display.name})

    def libraries(self) -> None:
        """Every library that a file of the package asks for is in it, or on the bare system."""
        script = (
            f'export LD_LIBRARY_PATH="{PLACE}/program"; find "{PLACE}" -type f | while read -r file; do '
            'ldd "$file" 2>/dev/null | grep "not found" | sed "s|^|$file: |"; done'
        )
        missing = {
            line.split(": ", 1)[1].split()[0]: line
            for line in self._system.run("sh", "-c", script).stdout.splitlines()
        }
        for only_with in (
            "libcups.so.2",
            "libwayland-client.so.0",
            "libwayland-cursor.so.0",
            "libwayland-egl.so.1",
        ):
            missing.pop(only_with, None)
        expect(not missing, "\n".join(missing.values()))

    def start(self) -> None:
        """Warm: the best of three."""
        taken = min(self._time_of_start() for _ in range(3))
        print(f"       {taken:.2f} s from the command to a painted window, the best of 3")
        expect(taken <= _SLOWEST_START, f"{taken:.2f} s")

    def _time_of_start(self) -> float:
        """From the command until the red of the crisis bar is on the screen."""
        with Display() as display:
            system = System(
                self._bare,
                shown={self._package: PLACE, Path("/tmp/.X11-unix"): "/tmp/.X11-unix"},
                shared={self._home: "/home/person"},
            )
            started = time.monotonic()
            process = self._window(system, display)
            try:
                taken = display.wait_for_red(started, 30)
            finally:
                display.picture(self._pictures / "started.png")
                process.kill()
                process.wait()
        return taken

    # -- the .deb ----------------------------------------------------------------------------------------

    @property
    def _installed(self) -> System:
        shown = {self._deb: "/tmp/newer.deb", self._older: "/tmp/older.deb"}
        return System(self._folder / "system", writable=True, shown=shown)

    @property
    def _deb(self) -> Path:
        return next(RESULTS.glob("peer-desktop_*_amd64.deb"))

    @property
    def _older(self) -> Path:
        return self._folder / "older.deb"

    @property
    def _as_person(self) -> System:
        return System(self._folder / "system", shared={self._home: "/home/person", self._pictures: SEEN})

    def install(self) -> None:
        subprocess.run(["cp", "-a", str(self._bare), str(self._folder / "system")], check=True)
        self._before = _files(self._folder / "system")
        older_version(self._deb, self._older)
        said = self._installed.run("dpkg", "-i", "/tmp/older.deb")
        expect(said.returncode == 0, said.stdout + said.stderr)
        said = self._as_person.run("peer-desktop", "--self-test", "--screenshots", f"{SEEN}/deb")
        expect(said.returncode == 0, said.stdout + said.stderr[-2000:])

    def upgrade(self) -> None:
        kept = self._kept(self._as_person, "peer-desktop-cli")
        before = kept.everything()
        expect(before, "nothing was kept before the upgrade")
        said = self._installed.run("dpkg", "-i", "/tmp/newer.deb")
        expect(said.returncode == 0, said.stdout + said.stderr)
        expect(not (self._folder / "system/opt/peer-desktop/older-file").exists(), "an older file stayed")
        kept.is_in_use()
        expect(kept.everything() == before, "what was saved has changed")

    def remove(self) -> None:
        said = self._installed.run("dpkg", "--purge", "peer-desktop")
        expect(said.returncode == 0, said.stdout + said.stderr)
        left = _files(self._folder / "system") - self._before
        expect(not left, f"left behind: {sorted(left)[:20]}")
        shutil.rmtree(self._folder / "system")


def _kept_in(home: Path) -> list[Path]:
    """Files in a person's folder, but for what fontconfig knows of the fonts of the computer."""
    files = (file for file in home.rglob("*") if file.is_file())
    return [file for file in files if "fontconfig" not in file.parts]


def _files(root: Path) -> set[str]:
    """What lies in a system, but for the package tool's own book-keeping."""
    own = ("var/lib/dpkg/", "var/log/", "var/cache/", "etc/ld.so.cache", "run/", "tmp/")
    names = {str(file.relative_to(root)) for file in root.rglob("*")}
    return {name for name in names if not name.startswith(own)}
