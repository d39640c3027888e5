"""Every bad bundle is refused with its own code; nothing is changed, quickly, and in little memory."""

import hashlib
import resource
import sys
import time
from pathlib import Path

import pytest

from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.problems import BundleProblem
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.store import Store
from peer_desktop.directory.language import Language
from tests.bundle.bad_bundles import BadBundle, every_bad_bundle
from tests.bundle.forge import Forge

BAD_BUNDLES = every_bad_bundle()
SECONDS, MEMORY = 10, 300 * 1024 * 1024
NOTED = "the same serial, other content"
"""The only refusal that is written down."""


def snapshot(folder: Path) -> dict[str, str]:
    """Every file and folder, with the hash of its content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
    }


def refusal_of(file: Path, store: Store, program: Program) -> BundleProblem:
    with pytest.raises(BundleProblem) as caught, importing(store, program) as one:
        one.prepare(file)
    return caught.value


def start_measuring_memory() -> int:
    """Forget the highest use so far; the use now, in bytes."""
    Path("/proc/self/clear_refs").write_text("5")
    return memory("VmRSS")


def most_of_any_child() -> int:
    """Of all processes that ended so far, also those of other tests; in bytes."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def memory(what: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(what))


def test_there_are_more_than_a_hundred_and_fifty_bad_bundles_each_with_its_own_name() -> None:
    assert len({bad.name for bad in BAD_BUNDLES}) == len(BAD_BUNDLES) > 150
    assert {bad.code for bad in BAD_BUNDLES} == {
        "E-CONTAINER", "E-NAME", "E-SIZE", "E-SIG-UNKNOWN-KEY", "E-SIG-BAD", "E-MANIFEST-JSON",
        "E-MANIFEST-SCHEMA", "E-FORMAT-NEWER", "E-APP-TOO-OLD", "E-CHANNEL", "E-ROLLBACK", "E-FASTFWD",
        "E-HASH", "E-DB-CORRUPT", "E-DB-SCHEMA", "E-DB-TEXT", "E-DB-VALUE", "E-LIMIT-ROWS",
        "E-CRISIS-MISSING", "E-CRISIS-PINNED", "E-STICK-GONE",
    }  # fmt: skip


@pytest.mark.parametrize("bad", BAD_BUNDLES, ids=lambda bad: bad.name)
def test_a_bad_bundle_is_refused_and_changes_nothing(
    bad: BadBundle, forge: Forge, store: Store, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "bad #1? é.peerbundle"
    made = bad.make(forge, tmp_path)
    if isinstance(made, bytes):
        file.write_bytes(made)
    else:
        file = made
    before = snapshot(store.folder)
    measured = sys.platform == "linux"
    used, others = (start_measuring_memory(), most_of_any_child()) if measured else (0, 0)
    start = time.monotonic()

    problem = refusal_of(file, store, program)

    assert time.monotonic() - start < SECONDS
    assert problem.code == bad.code, problem
    if measured:
        assert memory("VmHWM") - used < MEMORY
        beside = most_of_any_child()
        assert beside < MEMORY or beside == others, "the reader has the same limit"
    after = snapshot(store.folder)
    if bad.name == NOTED:
        assert after.pop("audit.jsonl") != before.pop("audit.jsonl")
    assert after == before
    assert not list(store.staging.iterdir())
    outcome = Outcome.of(problem)
    assert outcome.exit_code == (3 if bad.code == "E-STICK-GONE" else 2)
    nothing = {Language.ENGLISH: "Nothing was changed", Language.FRENCH: "Rien n'a été modifié"}
    for language in Language:
        said = outcome.message.said_in(language)
        assert nothing[language] in said and "{" not in said and said.endswith(".")
