"""Kills a real install at random moments, and says what is current afterwards: the old directory or the new.

    python benchmarks/bundle_kill.py [--runs 200] [--seed 1]

Every run starts `peer-desktop-cli bundle install` on a copy of a store with serial 1 installed, kills it with
SIGKILL, then opens what is current as the program does at its start, every byte hashed. Half of the kills
come at any moment, half around the commit. After every fifth one a second install has to succeed.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path

from peer_desktop import paths
from peer_desktop.bundle.secret_key import SecretKey
from peer_desktop.bundle.store import Store
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.query import Query

CLI = (sys.executable, "-m", "peer_desktop.cli", "bundle")
LISTINGS_AT_LEAST = 100
SECOND_INSTALL_EVERY = 5


def main() -> int:
    """Print the counts; the exit code is 1 when a single run left neither old nor new."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = kill_many(Path(folder), asked.runs, random.Random(asked.seed))
    for what, count in sorted(found.items()):
        print(f"{count:5} {what}")
    wrong = found.total() - found["old"] - found["new"] - found["second install succeeded"]
    print(f"{asked.runs} real kills, {wrong} violations")
    return 1 if wrong else 0


def kill_many(folder: Path, runs: int, chance: random.Random) -> Counter[str]:
    """What was current after each kill."""
    home, newer = prepared(folder)
    whole = seconds_of_an_install(home, newer, folder)
    found: Counter[str] = Counter()
    for run in range(runs):
        copy = folder / f"run {run}"
        shutil.copytree(home, copy)
        install_and_kill(newer, copy, chance, whole if run % 2 else None)
        found[current_in(copy)] += 1
        if run % SECOND_INSTALL_EVERY == 0:
            again = subprocess.run(install_command(newer, copy), capture_output=True, text=True)
            right = again.returncode == 0 and current_in(copy) == "new"
            found["second install succeeded" if right else f"second install: {again.stderr}"] += 1
        shutil.rmtree(copy)
    return found


def prepared(folder: Path) -> tuple[Path, Path]:
    """A home folder with serial 1 installed, and a bundle of serial 2."""
    passphrase, key = folder / "passphrase", folder / "key"
    passphrase.write_text("only for this benchmark\n")
    secret = SecretKey.new()
    key.with_suffix(".key").write_text(secret.encrypted(passphrase.read_text().strip(), memory=1 << 20))
    key.with_suffix(".pub").write_text(secret.public.text)
    home = folder / "home"
    run("trust", "add", key.with_suffix(".pub"), "--fingerprint", secret.public.fingerprint, "--home", home)
    bundles = [folder / f"{serial}.peerbundle" for serial in (1, 2)]
    for serial, bundle in enumerate(bundles, start=1):
        run("build", paths.source_folder(), "--serial", serial, "--publisher", "Benchmark", "-o", bundle,
            "--key", key.with_suffix(".key"), "--passphrase-file", passphrase)  # fmt: skip
    run("install", bundles[0], "--yes", "--home", home)
    return home, bundles[1]


def run(*words: object) -> None:
    """A bundle command that has to succeed."""
    subprocess.run([*CLI, *map(str, words)], check=True, capture_output=True)


def install_command(bundle: Path, home: Path) -> list[str]:
    """What an administrator types."""
    return [*CLI, "install", str(bundle), "--yes", "--home", str(home), "--lang", "en"]


def seconds_of_an_install(home: Path, bundle: Path, folder: Path) -> float:
    """From start to end, on this machine."""
    copy = folder / "measured"
    shutil.copytree(home, copy)
    start = time.monotonic()
    subprocess.run(install_command(bundle, copy), check=True, capture_output=True)
    shutil.rmtree(copy)
    return time.monotonic() - start


def install_and_kill(bundle: Path, home: Path, chance: random.Random, whole: float | None) -> None:
    """Kill at any moment of `whole` seconds; without it, within moments of the commit."""
    process = subprocess.Popen(
        install_command(bundle, home), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    if whole is None:
        for line in process.stderr:
            if line.startswith("Installing"):
                break
        time.sleep(chance.uniform(0, 0.08))
    else:
        time.sleep(chance.uniform(0, whole))
    process.kill()
    process.communicate()


def current_in(home: Path) -> str:
    """What the program would open: old, new, or what is wrong."""
    os.environ["PEER_DESKTOP_HOME"] = str(home)
    current = Store(home / "directories").current(paths.shipped_directory())
    if current.receipt is None:
        return "neither: the shipped directory"
    index = home.parent / f"index of {current.receipt.serial}"
    with closing(Directory.open(current.path, today=date.today(), index_folder=index)) as directory:
        if directory.search(Query()).total != current.receipt.listings or directory.size < LISTINGS_AT_LEAST:
            return "a directory that does not answer"
    return {1: "old", 2: "new"}[current.receipt.serial]


if __name__ == "__main__":
    sys.exit(main())
