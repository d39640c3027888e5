"""Whenever the power goes while a directory is installed, the old one or the new one is there, whole."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from peer_desktop.bundle.audit import Deed, note
from peer_desktop.bundle.committing import (
    INSTALL,
    PUT_BACK,
    activate,
    activation_of,
    prune,
    seal,
)
from peer_desktop.bundle.disk import Disk
from peer_desktop.bundle.manifest import Publisher
from peer_desktop.bundle.problems import TrustDamaged
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.store import DIRECTORY_FILE, Receipt, Store
from peer_desktop.bundle.trust import Trust
from peer_desktop.directory.language import Bilingual
from tests.bundle.conftest import NOW
from tests.bundle.crash_model import ModelDisk, Tree, put_on_disk
from tests.bundle.forge import OTHER_KEY

STAGING = frozenset({"staging"})
"""Nobody reads it, and each import empties it."""


def content_of(generation: str) -> bytes:
    return f"the directory of {generation} ".encode() * 20


def receipt_of(generation: str) -> Receipt:
    content = content_of(generation)
    return Receipt(
        generation=generation,
        channel="test",
        serial=int(generation[1:]),
        manifest_sha256="",
        created_at=NOW,
        data_as_of=date(2026, 11, 21),
        stale_after=date(2027, 11, 21),
        title=Bilingual("a", "b"),
        publisher=Publisher("Hall"),
        fingerprint="",
        directory_sha256=hashlib.sha256(content).hexdigest(),
        directory_size=len(content),
        listings=10,
        files=(),
    )


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory where there is one: thousands of states are written."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        yield Path(folder)


def put_in(store: Store, generation: str, program: Program) -> None:
    """Install a generation, as an import does once everything is prepared."""
    work = store.staging / f"work-{generation}"
    program.disk.make_folder(work)
    (work / DIRECTORY_FILE).write_bytes(content_of(generation))
    (work / "manifest.json").write_bytes(b"{}")
    if isinstance(program.disk, ModelDisk):
        program.disk.adopt(work / DIRECTORY_FILE, flushed=False)
        program.disk.adopt(work / "manifest.json", flushed=False)
    seal(work, receipt_of(generation), store, program.disk)
    activate(activation_of(receipt_of(generation), INSTALL, store, program), store, program.disk)
    prune(store, program)


def store_in(folder: Path) -> Store:
    store = Store(folder)
    for place in (store.generations, store.activations, store.staging):
        place.mkdir(parents=True, exist_ok=True)
    return store


@dataclass
class Judge:
    """Looks at every state that the end of the world may leave, and keeps what is neither old nor new."""

    place: Path
    judge: Callable[[Path], str]
    """Says old or new for a folder, or what is wrong with it."""
    indifferent: frozenset[str] = frozenset()
    done: bool = False
    """Whether the change was reported as done: then only new is right."""
    states: int = 0
    seen: set[int] = field(default_factory=set)
    found: dict[str, int] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)

    def __call__(self, disk: ModelDisk) -> None:
        for tree in (disk.after_kill(), *disk.after_power_cut(self.indifferent)):
            self.states += 1
            known = hash((self.done, frozenset(tree.items())))
            if known in self.seen:
                continue
            self.seen.add(known)
            self._look_at(tree)

    def _look_at(self, tree: Tree) -> None:
        put_on_disk(tree, self.place)
        verdict = self.judge(self.place)
        self.found[verdict] = self.found.get(verdict, 0) + 1
        if verdict not in ({"new"} if self.done else {"old", "new"}):
            self.violations.append(verdict)


def old_or_new(old: str, new: str, program: Program) -> Callable[[Path], str]:
    def judge(folder: Path) -> str:
        current = Store(folder).current(program.shipped)
        if current.receipt is None:
            return "shipped"
        generation = current.receipt.generation
        if current.path.read_bytes() != content_of(generation):
            return "torn"
        if generation == old:
            return "old"
        if generation != new:
            return generation
        return "new" if can_go_on(Store(folder), program) else "stuck"

    return judge


def can_go_on(store: Store, program: Program) -> bool:
    """Whether a later import finds nothing in its way."""
    real = replace(program, disk=Disk())
    for left in store.staging.iterdir() if store.staging.is_dir() else ():
        Disk().remove(left)
    put_in(store_in(store.folder), "g9", real)
    current = store.current(program.shipped)
    return current.receipt is not None and current.receipt.generation == "g9"


def test_a_power_cut_at_any_moment_of_an_install_leaves_the_old_or_the_new(
    memory: Path, program: Program
) -> None:
    store = store_in(memory / "store")
    for generation in ("g1", "g2", "g3"):
        put_in(store, generation, program)
    disk = ModelDisk(store.folder)
    disk.adopt(store.folder, flushed=True)
    judge = Judge(memory / "after", old_or_new("g3", "g4", program), STAGING)
    disk.watcher = judge
    modelled = replace(program, disk=disk)

    put_in(store, "g4", modelled)
    judge.done = True
    judge(disk)
    note(store.audit_file, Deed("install", "INSTALLED"), NOW, disk)

    assert judge.violations == []
    assert disk.moments >= 40 and judge.states > 200
    assert judge.found["old"] > 10 and judge.found["new"] > 10
    assert {folder.name for folder in store.generations.iterdir()} == {"g2", "g3", "g4"}


def test_a_power_cut_at_any_moment_of_the_first_install_leaves_the_shipped_directory_or_the_new(
    memory: Path, program: Program
) -> None:
    store = store_in(memory / "store")
    disk = ModelDisk(store.folder)
    disk.adopt(store.folder, flushed=True)
    look = old_or_new("nothing", "g1", program)
    judge = Judge(memory / "after", lambda folder: look(folder).replace("shipped", "old"), STAGING)
    disk.watcher = judge
    put_in(store, "g1", replace(program, disk=disk))
    judge.done = True
    judge(disk)
    assert judge.violations == []


def test_a_power_cut_at_any_moment_of_putting_back_leaves_the_one_or_the_other(
    memory: Path, program: Program
) -> None:
    store = store_in(memory / "store")
    for generation in ("g1", "g2"):
        put_in(store, generation, program)
    disk = ModelDisk(store.folder)
    disk.adopt(store.folder, flushed=True)
    judge = Judge(memory / "after", old_or_new("g2", "g1", program), STAGING)
    disk.watcher = judge
    modelled = replace(program, disk=disk)
    activate(activation_of(receipt_of("g1"), PUT_BACK, store, modelled), store, disk)
    judge.done = True
    judge(disk)
    assert judge.violations == []


def test_an_install_after_any_power_cut_is_not_in_the_way_of_a_second_power_cut(
    memory: Path, program: Program
) -> None:
    """The torn rests of a first try are the ground of the second."""
    store = store_in(memory / "store")
    put_in(store, "g1", program)
    disk = ModelDisk(store.folder)
    disk.adopt(store.folder, flushed=True)
    rests: list[Tree] = []
    disk.watcher = lambda model: rests.extend(model.after_power_cut(STAGING))
    put_in(store, "g2", replace(program, disk=disk))
    distinct = {repr(sorted(rest.items(), key=lambda pair: pair[0])): rest for rest in rests}
    for rest in list(distinct.values())[::7]:
        put_on_disk(rest, memory / "second")
        second = store_in(memory / "second")
        for left in second.staging.iterdir():
            shutil.rmtree(left)
        before = second.current(program.shipped).receipt
        assert before is not None
        again = ModelDisk(second.folder)
        again.adopt(second.folder, flushed=True)
        judge = Judge(memory / "after", old_or_new(before.generation, "g3", program), STAGING)
        again.watcher = judge
        put_in(second, "g3", replace(program, disk=again))
        assert judge.violations == []


def test_a_power_cut_while_the_keys_are_kept_leaves_the_old_list_or_the_new(memory: Path) -> None:
    file = memory / "store" / "trust.json"
    file.parent.mkdir()
    key = OTHER_KEY.public
    before = Trust().adding(key.text, key.fingerprint, "one", file=file, at=NOW, who="tester")
    before.write(file, Disk())
    disk = ModelDisk(file.parent)
    disk.adopt(file.parent, flushed=True)

    def which(folder: Path) -> str:
        try:
            keys = Trust.read(folder / "trust.json").keys
        except TrustDamaged:
            return "damaged"
        return {2: "lost", 3: "new" if keys[-1].revoked else "old"}[len(keys)]

    judge = Judge(memory / "after", which)
    disk.watcher = judge
    before.revoking(key.fingerprint, at=NOW, who="tester").write(file, disk)
    judge.done = True
    judge(disk)
    # the names of a folder are changed one by one here; real file systems replace a name at once
    assert set(judge.violations) <= {"lost"}
    assert judge.found["old"] and judge.found["new"] and "damaged" not in judge.found


# -- the harness itself ----------------------------------------------------------------------------------


def plain_judge(folder: Path) -> str:
    """What a program with one file reads."""
    file = folder / "directory.sqlite"
    if not file.is_file():
        return "missing"
    content = file.read_bytes()
    return {content_of("g1"): "old", content_of("g2"): "new"}.get(content, "torn")


def plain_disk(memory: Path) -> tuple[ModelDisk, Judge, Path]:
    folder = memory / "plain"
    folder.mkdir()
    (folder / "directory.sqlite").write_bytes(content_of("g1"))
    disk = ModelDisk(folder)
    disk.adopt(folder, flushed=True)
    judge = Judge(memory / "after", plain_judge)
    disk.watcher = judge
    return disk, judge, folder


def test_the_harness_fails_a_design_that_writes_over_the_file(memory: Path) -> None:
    disk, judge, folder = plain_disk(memory)
    disk.overwrite(folder / "directory.sqlite", content_of("g2"))
    judge.done = True
    judge(disk)
    assert judge.violations.count("torn") >= 3


def test_the_harness_fails_a_design_that_renames_twice(memory: Path) -> None:
    disk, judge, folder = plain_disk(memory)
    disk.write(folder / "new.sqlite", content_of("g2"))
    disk.sync_folder(folder)
    disk.rename(folder / "directory.sqlite", folder / "old.sqlite")
    disk.rename(folder / "new.sqlite", folder / "directory.sqlite")
    disk.sync_folder(folder)
    judge.done = True
    judge(disk)
    assert "missing" in judge.violations


def test_the_harness_fails_our_own_design_without_its_flushes(memory: Path, program: Program) -> None:
    class Careless(ModelDisk):
        def sync_file(self, path: Path) -> None:  # noqa: ARG002
            self._moment()

        def sync_folder(self, path: Path) -> None:  # noqa: ARG002
            self._moment()

    store = store_in(memory / "store")
    put_in(store, "g1", program)
    disk = Careless(store.folder)
    disk.adopt(store.folder, flushed=True)
    judge = Judge(memory / "after", old_or_new("g1", "g2", program), STAGING)
    disk.watcher = judge
    put_in(store, "g2", replace(program, disk=disk))
    judge.done = True
    judge(disk)
    assert judge.violations
