"""A full disk, a read-only folder, a held file, a stick pulled out: nothing changes, and it is said why."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from peer_desktop.bundle import copying, disk, staging
from peer_desktop.bundle.disk import Disk
from peer_desktop.bundle.history import put_back
from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.problems import BundleProblem, DiskFull, Locked, ReadOnly, StickGone
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.steps import Progress, Step, Watch
from peer_desktop.bundle.store import Store, current_directory
from peer_desktop.paths import program_folder
from tests.bundle.test_refusals import snapshot

KIB = 1024


def install(file: Path, store: Store, program: Program, watch: Watch = Watch()) -> Outcome:  # noqa: B008
    with importing(store, program) as one:
        one.prepare(file, watch)
        return one.install(Confirmation())


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    """A small disk of its own. Only root can mount one; elsewhere the test says so and is passed over."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def expect(kind: type[BundleProblem], exit_code: int, file: Path, store: Store, program: Program) -> None:
    with pytest.raises(kind) as caught:
        install(file, store, program)
    outcome = Outcome.of(caught.value)
    assert outcome.exit_code == exit_code
    assert outcome.message.en and "Nothing was changed" in outcome.message.en


# -- room ------------------------------------------------------------------------------------------------


def test_too_little_room_is_said_before_anything_is_copied(
    good_bundle: Path, installed: Path, program: Program, tmp_path: Path
) -> None:
    with mounted(tmp_path / "disk", "size=4m"):
        store = Store(Path(shutil.copytree(installed, tmp_path / "disk" / "directories")))
        before = snapshot(store.folder)
        told: list[Progress] = []
        with pytest.raises(DiskFull) as caught:
            install(good_bundle, store, program, Watch(told.append))
        assert {progress.step for progress in told} == {Step.ROOM}
        assert snapshot(store.folder) == before
        assert int(str(caught.value.facts["needed"])) > int(str(caught.value.facts["free"]))


def test_a_disk_that_fills_at_any_moment_leaves_the_old_directory_or_the_new(
    good_bundle: Path, installed: Path, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_make_sure_of_room", lambda *_: None)
    ended: dict[str, int] = {}
    used = sum(file.stat().st_size for file in installed.rglob("*") if file.is_file())
    for more in range(16 * KIB, 760 * KIB, 48 * KIB):
        with mounted(tmp_path / "disk", f"size={used + more}"):
            store = Store(Path(shutil.copytree(installed, tmp_path / "disk" / "directories")))
            before = snapshot(store.folder)
            old = current_directory(store, program.shipped)
            try:
                code = install(good_bundle, store, program).code
            except DiskFull as problem:
                code = problem.code
                assert snapshot(store.folder) == before
                assert current_directory(store, program.shipped) == old
            else:
                assert current_directory(store, program.shipped) != old
            assert not list(store.staging.iterdir())
            ended[code] = ended.get(code, 0) + 1
    assert set(ended) == {"E-DISK-FULL", "INSTALLED"} and ended["E-DISK-FULL"] > 5, ended


def test_a_write_that_fails_for_want_of_room_is_the_same_problem_everywhere(
    good_bundle: Path, store: Store, program: Program
) -> None:
    class Full(Disk):
        def write(self, path: Path, content: bytes) -> None:  # noqa: ARG002
            raise OSError(28, "No space left on device", str(path))

    before = snapshot(store.folder)
    expect(DiskFull, 3, good_bundle, store, replace(program, disk=Full()))
    assert snapshot(store.folder) == before


# -- rights ----------------------------------------------------------------------------------------------


def test_a_read_only_disk_is_read_and_an_import_says_who_can(
    good_bundle: Path, installed: Path, program: Program, tmp_path: Path
) -> None:
    with mounted(tmp_path / "disk", "size=8m"):
        store = Store(Path(shutil.copytree(installed, tmp_path / "disk" / "directories")))
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path / "disk")], check=True)
        assert current_directory(store, program.shipped).parent.parent == store.generations
        with pytest.raises(ReadOnly, match="administrator"):
            install(good_bundle, store, program)
        with pytest.raises(ReadOnly):
            put_back(store, program)


def test_a_folder_without_the_right_to_write_is_said(
    good_bundle: Path, store: Store, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    before = snapshot(store.folder)
    monkeypatch.setattr(staging.Path, "mkdir", refuse)
    with pytest.raises(ReadOnly):
        install(good_bundle, store, program)
    monkeypatch.undo()
    assert snapshot(store.folder) == before


def test_what_one_account_installs_every_account_may_read(
    good_bundle: Path, tmp_path: Path, program: Program
) -> None:
    before = os.umask(0o077)
    try:
        store = Store(tmp_path / "everybody")
        install(good_bundle, store, program)
    finally:
        os.umask(before)
    for path in store.folder.rglob("*"):
        if path.name not in ("lock", "audit.jsonl"):
            assert path.stat().st_mode & 0o444 == 0o444, path
            assert not path.is_dir() or path.stat().st_mode & 0o111 == 0o111, path


# -- others ----------------------------------------------------------------------------------------------


def test_a_rename_that_another_program_holds_up_changes_nothing(
    good_bundle: Path, store: Store, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Held(Disk):
        def _rename(self, old: Path, new: Path) -> None:  # noqa: ARG002
            raise PermissionError(13, "The process cannot access the file", str(old))

    monkeypatch.setattr(disk, "_WAITS", (0.0, 0.0))
    before = snapshot(store.folder)
    expect(Locked, 3, good_bundle, store, replace(program, disk=Held()))
    assert snapshot(store.folder) == before


def test_a_commit_that_another_program_holds_up_changes_nothing(
    good_bundle: Path, store: Store, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    class HeldAtTheEnd(Disk):
        def _rename(self, old: Path, new: Path) -> None:
            if new.suffix == ".json":
                raise PermissionError(13, "The process cannot access the file", str(old))
            super()._rename(old, new)

    monkeypatch.setattr(disk, "_WAITS", (0.0,))
    old = current_directory(store, program.shipped)
    before = {path: content for path, content in snapshot(store.folder).items() if not path.endswith(".new")}
    expect(Locked, 3, good_bundle, store, replace(program, disk=HeldAtTheEnd()))
    after = {path: content for path, content in snapshot(store.folder).items() if not path.endswith(".new")}
    assert after == before, "the sealed generation that nobody names is gone too"
    assert current_directory(store, program.shipped) == old
    assert install(good_bundle, store, program).code == "INSTALLED"


def test_a_rename_that_works_the_second_time_is_enough(
    good_bundle: Path, store: Store, program: Program
) -> None:
    class Hesitating(Disk):
        times = 0

        def _rename(self, old: Path, new: Path) -> None:
            self.times += 1
            if self.times % 2:
                raise PermissionError(13, "a virus scanner looks at it", str(old))
            super()._rename(old, new)

    assert install(good_bundle, store, replace(program, disk=Hesitating())).code == "INSTALLED"


def test_a_second_importer_waits_its_turn(good_bundle: Path, store: Store, program: Program) -> None:
    with importing(store, program) as first:
        first.prepare(good_bundle)
        before = snapshot(store.folder)
        with pytest.raises(Locked) as caught, importing(store, program):
            pass
        assert Outcome.of(caught.value).exit_code == 3
        assert snapshot(store.folder) == before, "what the first prepared is not swept away"
        assert first.install(Confirmation()).code == "INSTALLED"
    with importing(store, program):
        pass


def test_the_lock_of_an_importer_that_died_is_free(store: Store, program: Program) -> None:
    holding = (
        "import sys, pathlib\n"
        "from peer_desktop.bundle.lock import only_one\n"
        f"with only_one(pathlib.Path({str(store.lock_file)!r})):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", holding],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=program_folder(),
    )
    assert other.stdout is not None and other.stdout.readline() == "held\n"
    with pytest.raises(Locked), importing(store, program):
        pass
    other.send_signal(signal.SIGKILL)
    other.communicate()
    with importing(store, program):
        pass


# -- the stick -------------------------------------------------------------------------------------------


def pulled(change: Callable[[Path], object], stick: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    """A watch that changes the stick once a part of it was copied."""
    monkeypatch.setattr(copying, "BLOCK", 4096)
    changed = []

    def tell(progress: Progress) -> None:
        if progress.step is Step.COPYING and progress.done >= 8192 and not changed:
            changed.append(change(stick))

    return Watch(tell)


@pytest.mark.parametrize(
    "change",
    [
        lambda stick: os.truncate(stick, 10_000),
        lambda stick: os.truncate(stick, 0),
        lambda stick: stick.open("ab").write(b"more"),
        lambda stick: os.utime(stick, (1, 1)),
    ],
    ids=["cut short", "emptied", "grown", "written anew"],
)
def test_a_stick_that_changes_while_it_is_copied_is_refused(
    change: Callable[[Path], object],
    good_bundle: Path,
    store: Store,
    program: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = Path(shutil.copy(good_bundle, tmp_path / "stick.peerbundle"))
    before = snapshot(store.folder)
    with pytest.raises(StickGone) as caught:
        install(stick, store, program, pulled(change, stick, monkeypatch))
    assert Outcome.of(caught.value).exit_code == 3
    assert snapshot(store.folder) == before


def test_a_stick_that_cannot_be_read_on_is_refused(
    good_bundle: Path, store: Store, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Bad:
        def __init__(self, handle: int, *_: object, **__: object) -> None:
            self.handle = handle

        def __enter__(self) -> "Bad":
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self.handle)

        def fileno(self) -> int:
            return self.handle

        def read(self, _: int) -> bytes:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(copying.os, "fdopen", Bad)
    before = snapshot(store.folder)
    with pytest.raises(StickGone):
        install(good_bundle, store, program)
    assert snapshot(store.folder) == before


# -- names -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["a # b", "what?.peer", "100%41", "Légion été (hall 12)", "été".encode().decode(), "a&b=c;d'e", "名簿"],
)
def test_any_name_of_a_folder_will_do(name: str, good_bundle: Path, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    stick = Path(shutil.copy(good_bundle, folder / f"{name}.peerbundle"))
    store = Store(folder / "directories")
    assert install(stick, store, program).code == "INSTALLED"
    assert current_directory(store, program.shipped).is_relative_to(folder)
    assert {path.name for path in tmp_path.iterdir()} == {name}, "no file of half the name appears"
