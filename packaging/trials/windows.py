"""Tries the Windows packages under Wine: from a stick; installed, upgraded and removed."""

import shutil
import subprocess
import time
import zipfile
from pathlib import Path

from folder import Build
from places import RESULTS, WORK
from windows import setup

from trials.display import Display
from trials.kept_data import Kept
from trials.steps import Steps, expect
from trials.systems import PICTURES, PLACE, System, debian_with_wine, wine_environment

SEEN = "/tmp/pictures"
_PREFIX = "/tmp/trial"
_X = Path("/tmp/.X11-unix")
_MINE = r"C:\users\root\AppData\Local\Programs\Peer Desktop"
_EVERYONES = r"C:\Program Files\Peer Desktop"
_DATA = Path("drive_c/users/root/AppData/Local/Peer Desktop")


def run(steps: Steps) -> None:
    """Every trial of both packages."""
    trial = _Trial()
    steps.take("the .zip unpacks, and every sum is right", trial.unpack)
    steps.take("it runs read only, without network, from a folder with spaces and accents", trial.self_test)
    steps.take("its terminal answers in both languages", trial.terminal)
    steps.take("its window stands on the screen", trial.window)
    steps.take("on a stick that can be written to it keeps everything there", trial.stick)
    steps.take("every library that is asked for is in it, or in Windows", trial.libraries)
    steps.take("the setup installs silently, and what it installed runs", trial.install)
    steps.take("a bundle is proven and installed", trial.bundle)
    steps.take("a bundle that is given to it is looked at", trial.given_bundle)
    steps.take("a newer setup keeps what was saved, and takes the older files away", trial.upgrade)
    steps.take("a file of somebody else in the folder survives the removal", trial.remove_beside_others)
    steps.take("removing and keeping the data keeps it", trial.kept_when_asked)
    steps.take("removing leaves nothing", trial.remove)
    steps.take("the setup for everyone installs and removes", trial.for_everyone)


class _Trial:
    def __init__(self) -> None:
        self._root = debian_with_wine()
        self._folder = WORK / "trial" / "windows"
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._pictures = PICTURES / "windows"
        shutil.rmtree(self._pictures, ignore_errors=True)
        self._pictures.mkdir(parents=True)
        self._prefix = self._folder / "prefix"
        # A pristine Windows for each run of the trials.
        subprocess.run(["cp", "-a", str(self._root / "w" / "prefix"), str(self._prefix)], check=True)
        self._before = self._state()

    @property
    def _package(self) -> Path:
        return self._folder / "Peer Desktop"

    def _wine(
        self, *command: str, display: str = "", stick: Path | None = None, patience: float = 300
    ) -> subprocess.CompletedProcess[str]:
        """Run a Windows program and wait until all of Windows has come to rest.

        The package is seen read only, or `stick` in its place, to be written to.
        """
        shown = {RESULTS: "/tmp/results", _X: str(_X)}
        shared = {self._prefix: _PREFIX, self._pictures: SEEN, self._folder: "/tmp/made"}
        if stick:
            shared[stick] = PLACE
        elif self._package.exists():
            shown[self._package] = PLACE
        system = System(self._root, writable=True, shown=shown, shared=shared)
        # A display of the bare system's own, unless the trial wants to look at it.
        screen = "" if display else "Xvfb :9 -screen 0 1366x768x24 >/dev/null 2>&1 & "
        script = f'{screen}sleep 1; wine "$@"; code=$?; wineserver -w; exit $code'
        environment = wine_environment(_PREFIX) | {"DISPLAY": display or ":9"}
        return system.run("sh", "-c", script, "sh", *command, environment=environment, patience=patience)

    # -- from a stick ------------------------------------------------------------------------------------

    def unpack(self) -> None:
        archive = next(RESULTS.glob("peer-desktop-*-windows-x64.zip"))
        with zipfile.ZipFile(archive) as files:
            files.extractall(self._folder)
        expect((self._package / "portable").is_file(), "it is not for a stick")
        said = subprocess.run(["sha256sum", "--quiet", "-c", "FILES.sha256"], cwd=self._package, check=False)
        expect(said.returncode == 0, "a sum is wrong")
        said = self._wine(f"{PLACE}/peer-desktop-cli.exe", "--verify")
        expect(said.returncode == 0, said.stdout + said.stderr)

    def self_test(self) -> None:
        said = self._wine(
            f"{PLACE}/peer-desktop-cli.exe", "self-test", "--screenshots", r"Z:\tmp\pictures\stick"
        )
        expect(said.returncode == 0 and " 0 failed" in said.stdout, said.stdout + said.stderr[-3000:])
        said = self._wine(f"{PLACE}/Peer Desktop.exe", "--self-test")
        expect(said.returncode == 0, "the window's own program failed the self-test")

    def terminal(self) -> None:
        for word, language, answer in (("grief", "en", "listings found"), ("deuil", "fr", "trouvée")):
            said = self._wine(f"{PLACE}/peer-desktop-cli.exe", "search", word, "--lang", language)
            expect(said.returncode == 0 and answer in said.stdout, said.stdout + said.stderr)

    def window(self) -> None:
        with Display() as display:
            system = System(
                self._root,
                writable=True,
                shown={self._package: PLACE, _X: str(_X)},
                shared={self._prefix: _PREFIX},
            )
            started = time.monotonic()
            process = _started(system, display, f"{PLACE}/Peer Desktop.exe")
            try:
                taken = display.wait_for_red(started, 90)
                time.sleep(8)  # the map comes after the window
            finally:
                display.picture(self._pictures / "window.png")
                process.kill()
                process.wait()
        print(f"       {taken:.1f} s under Wine, Wine's own start included")

    def stick(self) -> None:
        copy = self._folder / "stick"
        subprocess.run(["cp", "-al", str(self._package), str(copy)], check=True)
        data = copy / "Peer Desktop data"
        data.mkdir()
        there = "Z:" + PLACE.replace("/", "\\")
        kept = Kept(
            data,
            rf"{there}\{data.name}",
            lambda *asked: self._wine(rf"{there}\peer-desktop-cli.exe", *asked, stick=copy),
            "\\",
        )
        kept.fill(rf"{there}\program\app\data\source")
        installed = any((data / "directories").iterdir())
        shutil.rmtree(copy)
        expect(installed, "it kept no directory on the stick")
        expect(not (self._prefix / _DATA).exists(), "it left something on the computer")

    def libraries(self) -> None:
        from linked import needed_on_windows

        files = [file for file in self._package.rglob("*") if file.is_file()]
        ours = {file.name.lower() for file in files}
        system = self._root / "usr/lib/x86_64-linux-gnu/wine/x86_64-windows"
        of_windows = {file.name.lower() for file in system.iterdir()} | {"icuuc.dll"}
        missing = {
            f"{name}, asked for by {file.name}"
            for file in files
            if file.suffix.lower() in (".exe", ".dll", ".pyd")
            for name in needed_on_windows(file)
            if name not in ours and name not in of_windows and not name.startswith(("api-ms-win-", "ext-ms-"))
        }
        expect(not missing, "\n".join(sorted(missing)))

    # -- installed ---------------------------------------------------------------------------------------

    def install(self) -> None:
        """An older version first: it is what the upgrade starts from."""
        older = _older_setup(self._package, self._folder)
        said = self._wine(f"/tmp/made/{older.name}", "/S")
        expect(said.returncode == 0, said.stderr[-1000:])
        expect((self._installed(_MINE) / "older-file").is_file(), "the older version is not there")
        said = self._wine(self._setup(), "/S")
        expect(said.returncode == 0, said.stderr[-1000:])
        said = self._wine(
            rf"{_MINE}\peer-desktop-cli.exe", "self-test", "--screenshots", r"Z:\tmp\pictures\installed"
        )
        expect(said.returncode == 0 and " 0 failed" in said.stdout, said.stdout + said.stderr[-3000:])
        expect(
            not (self._installed(_MINE) / "portable").exists(),
            "the installed program keeps data beside itself",
        )
        registry = (self._prefix / "user.reg").read_text(encoding="utf-8", errors="replace")
        expect("PeerDesktop.Bundle" in registry and ".peerbundle" in registry, "the file type is not known")
        shortcuts = [file for file in self._prefix.rglob("Peer Desktop.lnk") if file.is_file()]
        expect(len(shortcuts) == 2, f"shortcuts: {shortcuts}")

    def bundle(self) -> None:
        self._kept().fill(rf"{_MINE}\program\app\data\source")

    def given_bundle(self) -> None:
        """As a double click on its file does: by the command that the setup wrote into the registry."""
        registry = (self._prefix / "user.reg").read_text(encoding="utf-8", errors="replace")
        command = r'@="\"C:\\users\\root\\AppData\\Local\\Programs\\Peer Desktop\\Peer Desktop.exe\" \"%1\""'
        expect(command in registry, "a double click would do something else")
        with Display() as display:
            system = System(self._root, writable=True, shown={_X: str(_X)}, shared={self._prefix: _PREFIX})
            file = r"C:\users\root\AppData\Local\Peer Desktop\trial.peerbundle"
            process = _started(system, display, rf"{_MINE}\Peer Desktop.exe")
            try:
                display.wait_for_red(time.monotonic(), 90)
                time.sleep(8)
                before = display.pixels()
            finally:
                process.kill()
                process.wait()
            process = _started(system, display, rf"{_MINE}\Peer Desktop.exe", file)
            try:
                display.wait_for_red(time.monotonic(), 90)
                time.sleep(8)
                display.wait_for_another_picture(before, 60)
            finally:
                display.picture(self._pictures / "given-bundle.png")
                process.kill()
                process.wait()

    def upgrade(self) -> None:
        kept = self._kept()
        before = kept.everything()
        expect(before, "nothing was kept before the upgrade")
        older = _older_setup(self._package, self._folder)
        for setup_program in (f"/tmp/made/{older.name}", self._setup()):
            said = self._wine(setup_program, "/S")
            expect(said.returncode == 0, said.stderr[-1000:])
        expect(not (self._installed(_MINE) / "older-file").exists(), "an older file stayed")
        kept.is_in_use()
        expect(kept.everything() == before, "what was saved has changed")

    def remove_beside_others(self) -> None:
        letter = self._installed(_MINE) / "a letter.txt"
        letter.write_text("mine\n", encoding="utf-8")
        self._uninstall(_MINE, "/KEEPDATA")
        left = list(self._installed(_MINE).rglob("*"))
        letter.unlink(missing_ok=True)
        expect(left == [letter], f"left: {left[:10]}")
        self._installed(_MINE).rmdir()

    def kept_when_asked(self) -> None:
        expect((self._prefix / _DATA / "settings.json").is_file(), "the settings are gone")

    def remove(self) -> None:
        said = self._wine(self._setup(), "/S")
        expect(said.returncode == 0, said.stderr[-1000:])
        self._uninstall(_MINE)
        self._nothing_is_left()

    def for_everyone(self) -> None:
        said = self._wine(self._setup(), "/S", "/AllUsers")
        expect(said.returncode == 0, said.stderr[-1000:])
        said = self._wine(rf"{_EVERYONES}\peer-desktop-cli.exe", "search", "grief")
        expect(said.returncode == 0, said.stdout + said.stderr[-1000:])
        registry = (self._prefix / "system.reg").read_text(encoding="utf-8", errors="replace")
        expect("PeerDesktop.Bundle" in registry, "the file type is not known to everyone")
        self._uninstall(_EVERYONES)
        self._nothing_is_left()

    # -- looking -----------------------------------------------------------------------------------------

    def _setup(self) -> str:
        return f"/tmp/results/{next(RESULTS.glob('peer-desktop-*-setup.exe')).name}"

    def _installed(self, place: str) -> Path:
        return self._prefix / "drive_c" / Path(*place.split("\\")[1:])

    def _kept(self) -> Kept:
        here = self._prefix / _DATA
        here.mkdir(parents=True, exist_ok=True)
        there = r"C:\users\root\AppData\Local\Peer Desktop"
        return Kept(here, there, lambda *asked: self._wine(rf"{_MINE}\peer-desktop-cli.exe", *asked), "\\")

    def _uninstall(self, place: str, *options: str) -> None:
        said = self._wine(rf"{place}\Uninstall.exe", "/S", *options)
        expect(said.returncode == 0, said.stderr[-1000:])

    def _nothing_is_left(self) -> None:
        left = self._state() - self._before
        expect(not left, f"left behind: {sorted(left)[:20]}")

    def _state(self) -> set[str]:
        """Files and registry keys that a person could find; not what Windows itself keeps for any program."""
        drive = self._prefix / "drive_c"
        files = {str(file.relative_to(drive)) for file in drive.rglob("*")}
        found = {name for name in files if "/Temp/" not in name and not name.startswith("windows/")}
        for registry in ("user.reg", "system.reg"):
            for line in (self._prefix / registry).read_text(encoding="utf-8", errors="replace").splitlines():
                if line.startswith("[") and ("Peer" in line or "peerbundle" in line):
                    found.add(line.split("]")[0])
        return found


def _started(system: System, display: Display, *command: str) -> "subprocess.Popen[bytes]":
    environment = wine_environment(_PREFIX) | {"DISPLAY": display.name}
    return system.start("wine", *command, environment=environment)


def _older_setup(package: Path, folder: Path) -> Path:
    """A setup of version 0.0.1 that holds the launchers and one file more."""
    older = folder / "older"
    result = folder / "peer-desktop-0.0.1-windows-x64-setup.exe"
    if not result.exists():
        older.mkdir()
        for name in ("Peer Desktop.exe", "peer-desktop-cli.exe"):
            shutil.copy(package / name, older)
        (older / "older-file").write_text("older\n", encoding="utf-8")
        setup.build(older, Build("0.0.1", "trial", 0), folder, release=False)
    return result
