"""Tries the Linux folder where it was built: what a bare system would show is left to `make package-test`."""

import shutil
import subprocess
from pathlib import Path

from linked import needed_on_linux
from linux.build import folder_made
from places import WORK
from system_libraries import LEFT_TO_THE_SYSTEM

from trials.steps import Steps, expect

_PLACE = "Légion hall été"
_PATIENCE = 300
"""Seconds for one command, on a machine that may be busy."""


def run(steps: Steps) -> None:
    """Every trial that needs no namespaces, no other system and no display."""
    trial = _Trial()
    steps.take("every library that is asked for is in it, or one that Linux brings", trial.libraries)
    steps.take("every file is as it was built", trial.whole)
    steps.take("it tries itself without Python in PATH, in a folder with spaces and accents", trial.self_test)
    steps.take("its terminal answers in both languages", trial.terminal)
    for name in ("a bare Debian without network", "an X display", "the .deb"):
        steps.leave_out(name, "that takes namespaces and another system: make package-test-linux")


class _Trial:
    def __init__(self) -> None:
        self._folder = WORK / "trial" / "folder"
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._package = self._folder / _PLACE
        subprocess.run(["cp", "-al", str(folder_made()), str(self._package)], check=True)

    def libraries(self) -> None:
        files = [file for file in self._package.rglob("*") if file.is_file()]
        there = {file.name for file in files} | LEFT_TO_THE_SYSTEM
        missing = {
            f"{name}, asked for by {file.relative_to(self._package)}"
            for file in files
            for name in needed_on_linux(file) - there
        }
        expect(not missing, "\n".join(sorted(missing)))

    def whole(self) -> None:
        said = self._run("--terminal", "--verify")
        expect(said.returncode == 0, said.stdout + said.stderr)

    def self_test(self) -> None:
        """A second time if need be: a busy machine may be slower than the self-test is patient."""
        said = self._run("--self-test")
        if said.returncode != 0:
            print(said.stdout + said.stderr[-2000:] + "once more:", flush=True)
            said = self._run("--self-test")
        expect(said.returncode == 0 and " 0 failed" in said.stdout, said.stdout + said.stderr[-2000:])

    def terminal(self) -> None:
        for word, language, answer in (("grief", "en", "listings found"), ("deuil", "fr", "trouvée")):
            said = self._run("--terminal", "search", word, "--lang", language)
            expect(said.returncode == 0 and answer in said.stdout, said.stdout + said.stderr)

    def _run(self, *asked: str) -> subprocess.CompletedProcess[str]:
        home = self._folder / "home"
        home.mkdir(exist_ok=True)
        return subprocess.run(
            [str(self._package / "peer-desktop"), *asked],
            env={"PATH": "/nowhere", "HOME": str(home), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"},
            cwd=Path("/"),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=_PATIENCE,
        )
