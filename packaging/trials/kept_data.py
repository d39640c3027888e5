"""Puts into a person's folder what an update of the program must keep, and looks whether it is there."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from trials.steps import expect

Run = Callable[..., CompletedProcess[str]]
"""Runs the terminal of a package with these arguments."""

_SETTINGS = {"language": "fr", "text_percent": 150, "colours": "dark"}
_REMADE = "derived"
"""What the program can make again from a directory."""


class Kept:
    """The folder of a person: `here` on this machine, `there` as the package sees it."""

    def __init__(self, here: Path, there: str, run: Run, separator: str = "/") -> None:
        self._here = here
        self._there = there
        self._run = run
        self._separator = separator

    def fill(self, tables: str) -> None:
        """Make settings, a key and a bundle of `tables`; trust the key and install the bundle."""
        (self._here / "settings.json").write_text(json.dumps(_SETTINGS), encoding="utf-8")
        (self._here / "passphrase").write_text("a trial, and nothing else\n", encoding="utf-8")
        key, passphrase = self._path("publisher"), self._path("passphrase")
        bundle = self._path("trial.peerbundle")
        made = self._well("bundle", "keygen", key, "--passphrase-file", passphrase, "--json")
        self._well(
            *("bundle", "build", tables, "--serial", "7", "-o", bundle),
            *("--key", f"{key}.key", "--passphrase-file", passphrase, "--publisher", "Trial"),
            *("--phone", "613-555-0100", "--email", "trial@example.org"),
        )
        fingerprint = json.loads(made)["fingerprint"]
        self._well("bundle", "trust", "add", f"{key}.pub", "--fingerprint", fingerprint, "--name", "Trial")
        self._well("bundle", "verify", bundle)
        self._well("bundle", "install", bundle, "--yes", "--confirm-removed")
        self.is_in_use()

    def is_in_use(self) -> None:
        """The program reads what was installed."""
        history = self._well("bundle", "history", "--json")
        expect('"serial": 7' in history, f"the installed directory is not in use: {history}")
        self._well("search", "grief")

    def everything(self) -> dict[str, str]:
        """Every file that a person kept, and its sum."""
        return {
            str(file.relative_to(self._here)): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(self._here.rglob("*"))
            if file.is_file() and file.relative_to(self._here).parts[0] != _REMADE
        }

    def _path(self, name: str) -> str:
        return f"{self._there}{self._separator}{name}"

    def _well(self, *asked: str) -> str:
        said = self._run(*asked)
        expect(said.returncode == 0, f"{' '.join(asked)}: {said.stdout}{said.stderr[-1500:]}")
        return said.stdout
