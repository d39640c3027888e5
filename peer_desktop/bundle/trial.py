"""Tries the chain on this computer with a key of its own: make, sign, prove, read, rebuild, compare."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from peer_desktop import paths
from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.making import make_bundle
from peer_desktop.bundle.manifest import Publisher
from peer_desktop.bundle.preparing_process import prepare_beside
from peer_desktop.bundle.preview import Preview
from peer_desktop.bundle.problems import BundleProblem
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.recipe import Recipe
from peer_desktop.bundle.secret_key import SecretKey
from peer_desktop.bundle.store import Store


def try_chain(folder: Path) -> tuple[Preview, str]:
    """Make a bundle of the tables that came with the program and prepare it, but install nothing.

    Answers its preview, and the code by which the same file is refused once a byte of it was changed, or
    nothing if it was not. Raises a Problem when the sound one is not accepted.
    """
    key = SecretKey.new()
    program = replace(Program.this(), built_in={"trial": key.public.line}, derived_folder=None)
    recipe = Recipe(serial=1, created_at=datetime.now(UTC), publisher=Publisher("Peer Desktop"))
    file = make_bundle(paths.source_folder(), recipe, key, folder / "trial.peerbundle", program).file
    store = Store(folder / "directories")
    with importing(store, program, prepare_beside) as one:
        preview = one.prepare(file)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    try:
        with importing(store, program) as one:
            one.prepare(file)
    except BundleProblem as problem:
        return preview, problem.code
    return preview, ""
