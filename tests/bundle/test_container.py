"""The container: written the same every time, read only when every byte is accounted for."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peer_desktop.bundle import container
from peer_desktop.bundle.container_writing import write_container
from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.problems import AlreadyInstalled, BundleProblem
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.store import Store, current_directory
from tests.bundle.forge import Forge

CONTENTS = {
    "manifest.json": b'{"a": 1}\n' * 50,
    "manifest.json.minisig": b"signature",
    "directory.sqlite": b"SQLite" * 10_000,
    f"attachments/{'a' * 64}.pdf": b"%PDF",
}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_container(file, CONTENTS)
    with file.open("rb") as stream:
        entries = container.read_entries(stream, file.stat().st_size)
        assert {name: container.content_of(stream, entry) for name, entry in entries.items()} == CONTENTS


def test_the_same_contents_give_the_same_bytes_from_memory_or_from_files(tmp_path: Path) -> None:
    write_container(tmp_path / "a", CONTENTS)
    (tmp_path / "directory").write_bytes(CONTENTS["directory.sqlite"])
    write_container(tmp_path / "b", CONTENTS | {"directory.sqlite": tmp_path / "directory"})
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_any_program_that_unpacks_zip_files_unpacks_a_bundle(good_bundle: Path) -> None:
    with zipfile.ZipFile(good_bundle) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["manifest.json", "manifest.json.minisig", "directory.sqlite"]


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_at_all_make_the_reader_stumble(content: bytes) -> None:
    with pytest.raises(BundleProblem):
        container.read_entries(io.BytesIO(content), len(content))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_change_of_the_structure_makes_the_reader_stumble(data: st.DataObject) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in CONTENTS.items():
            archive.writestr(zipfile.ZipInfo(name), content[:40])
    whole = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        entries = container.read_entries(io.BytesIO(whole), len(whole))
        for entry in entries.values():
            container.content_of(io.BytesIO(whole), entry)
    except BundleProblem:
        return


def test_a_bit_turned_anywhere_is_refused_or_has_no_meaning(
    forge: Forge, store: Store, program: Program, tmp_path: Path
) -> None:
    """A few bits of a ZIP say nothing to anybody (who packed it); all others are refused."""
    chance = random.Random(26)
    whole = forge.file
    nothing = 0
    for at in [*range(0, 60, 2), *range(len(whole) - 250, len(whole)), *chance.sample(range(len(whole)), 60)]:
        bad = bytearray(whole)
        bad[at] ^= 1 << chance.randrange(8)
        file = tmp_path / "turned.peerbundle"
        file.write_bytes(bad)
        try:
            with importing(store, program) as one:
                preview = one.prepare(file)
        except AlreadyInstalled:
            raise
        except BundleProblem:
            continue
        nothing += 1
        assert not preview.difference.changed and preview.serial == 6
    assert nothing < 25


def test_a_bundle_with_a_bit_of_no_meaning_turned_installs_the_same_directory(
    forge: Forge, store: Store, program: Program, tmp_path: Path
) -> None:
    made_by = forge.file.rindex(b"PK\1\2") + 5
    file = tmp_path / "turned.peerbundle"
    file.write_bytes(forge.file[:made_by] + b"\0" + forge.file[made_by + 1 :])
    with importing(store, program) as one:
        one.prepare(file)
        one.install(Confirmation())
    assert current_directory(store, program.shipped).read_bytes() == program.shipped.read_bytes()
