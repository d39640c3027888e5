"""Which directory is current: the newest that is whole, else the one before, else the shipped one."""

import json
import os
from pathlib import Path

import pytest

from peer_desktop.bundle.history import history, put_back
from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.install_kind import InstallKind, installation, installation_for_everybody
from peer_desktop.bundle.plain_values import from_plain, to_plain
from peer_desktop.bundle.preview import Confirmation, Preview
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.sealed_json import SealError, sealed, unsealed
from peer_desktop.bundle.store import Activation, Receipt, Store, current_directory
from peer_desktop.paths import PORTABLE_FOLDER, PORTABLE_MARK
from tests.bundle.test_refusals import snapshot


@pytest.fixture
def twice(good_bundle: Path, store: Store, program: Program) -> Store:
    """A store with serials 5 and 6 installed."""
    with importing(store, program) as one:
        one.prepare(good_bundle)
        one.install(Confirmation())
    return store


def serial_of(store: Store, program: Program) -> int:
    receipt = store.current(program.shipped).receipt
    return receipt.serial if receipt else 0


def damage(file: Path, at: int = -1) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def test_an_empty_or_missing_store_gives_the_shipped_directory(program: Program, tmp_path: Path) -> None:
    assert current_directory(Store(tmp_path / "nowhere"), program.shipped) == program.shipped
    assert not (tmp_path / "nowhere").exists(), "reading makes nothing"


def test_the_newest_is_current(twice: Store, program: Program) -> None:
    assert serial_of(twice, program) == 6
    before = snapshot(twice.folder)
    current_directory(twice, program.shipped)
    assert snapshot(twice.folder) == before, "reading changes nothing"


@pytest.mark.parametrize("part", ["directory.sqlite", "receipt.json"])
def test_one_bit_turned_in_the_newest_gives_the_one_before(part: str, twice: Store, program: Program) -> None:
    damage(twice.current(program.shipped).path.parent / part, at=200)
    assert serial_of(twice, program) == 5


def test_a_generation_that_lost_its_end_or_is_gone_gives_the_one_before(
    twice: Store, program: Program
) -> None:
    directory = twice.current(program.shipped).path
    os.truncate(directory, directory.stat().st_size - 4096)
    assert serial_of(twice, program) == 5
    directory.unlink()
    assert serial_of(twice, program) == 5


def test_everything_damaged_gives_the_shipped_directory(twice: Store, program: Program) -> None:
    for directory in twice.generations.glob("*/directory.sqlite"):
        damage(directory, at=500)
    assert current_directory(twice, program.shipped) == program.shipped
    assert not any(entry.is_current for entry in history(twice, program))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"null", b"[]", b'{"body": {}, "sha256": ""}', b"\xff" * 50, b'{"body":' * 90_000]
)
def test_an_activation_that_is_not_whole_is_passed_over(
    content: bytes, twice: Store, program: Program
) -> None:
    twice.activation_file(9).write_bytes(content)
    assert serial_of(twice, program) == 6
    put_back(twice, program)
    assert twice.all_activations()[0].number == 10, "a number is never used twice"


def test_an_activation_under_another_number_is_passed_over(twice: Store, program: Program) -> None:
    twice.activation_file(7).write_bytes(twice.activation_file(1).read_bytes())
    assert serial_of(twice, program) == 6


def test_an_activation_cannot_name_a_folder_elsewhere(twice: Store, program: Program) -> None:
    activation = to_plain(twice.all_activations()[0])
    for name in ("../store/x", "..", ".", "", "a/b", "C:\\x"):
        twice.activation_file(8).write_bytes(sealed(activation | {"number": 8, "generation": name}))
        assert serial_of(twice, program) == 6


def test_names_that_are_no_activations_are_passed_over(twice: Store, program: Program) -> None:
    for name in ("000009.json.new", "x.json", "000009", "-1.json", "٣.json", ".json"):
        (twice.activations / name).write_bytes(b"hello")
    assert serial_of(twice, program) == 6


def test_the_serial_floor_survives_the_generations(twice: Store) -> None:
    assert twice.floor("test-directory")[0] == 6
    assert twice.floor("another-channel") == (0, frozenset())


# -- plain values and seals ------------------------------------------------------------------------------


def test_receipts_activations_and_previews_are_kept_without_loss(
    good_bundle: Path, store: Store, program: Program
) -> None:
    receipt = store.current(program.shipped).receipt
    assert receipt and from_plain(Receipt, json.loads(json.dumps(to_plain(receipt)))) == receipt
    activation = store.all_activations()[0]
    assert from_plain(Activation, unsealed(sealed(to_plain(activation)))) == activation
    with importing(store, program) as one:
        preview = one.prepare(good_bundle)
    assert from_plain(Preview, json.loads(json.dumps(to_plain(preview)))) == preview


@pytest.mark.parametrize(
    "change", [{"serial": "6"}, {"serial": True}, {"title": None}, {"files": {}}, {"created_at": "soon"}]
)
def test_a_receipt_of_another_shape_is_none(
    change: dict[str, object], store: Store, program: Program
) -> None:
    receipt = store.current(program.shipped).receipt
    with pytest.raises(ValueError):
        from_plain(Receipt, to_plain(receipt) | change)
    with pytest.raises(ValueError):
        from_plain(Receipt, {})


def test_a_seal_notices_any_change() -> None:
    content = sealed({"a": 1, "é": "ü"})
    assert unsealed(content) == {"a": 1, "é": "ü"}
    for at in range(len(content) - 2):
        changed = bytearray(content)
        changed[at] ^= 2
        try:
            assert unsealed(bytes(changed)) == {"a": 1, "é": "ü"}
        except SealError:
            continue


# -- where it is -----------------------------------------------------------------------------------------


def test_a_chosen_home_goes_before_all_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PEER_DESKTOP_HOME", str(tmp_path / "home"))
    found = installation()
    assert (found.kind, found.store.folder, found.writable) == (
        InstallKind.CHOSEN, tmp_path / "home" / "directories", True,
    )  # fmt: skip
    assert not (tmp_path / "home").exists()


def test_a_portable_program_keeps_everything_beside_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PEER_DESKTOP_HOME", raising=False)
    monkeypatch.setenv("PEER_DESKTOP_PACKAGE", str(tmp_path))
    (tmp_path / PORTABLE_MARK).touch()
    found = installation()
    assert (found.kind, found.store.folder) == (
        InstallKind.PORTABLE, tmp_path / PORTABLE_FOLDER / "directories",
    )  # fmt: skip


def test_a_store_of_the_whole_computer_goes_before_one_of_the_account(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("PEER_DESKTOP_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "account"))
    monkeypatch.setattr("peer_desktop.bundle.install_kind.machine_folder", lambda: tmp_path / "machine")
    monkeypatch.setattr("peer_desktop.bundle.install_kind.portable_folder", lambda: None)
    assert installation().kind is InstallKind.USER
    everybody = installation_for_everybody()
    assert everybody.kind is InstallKind.MACHINE
    everybody.store.folder.mkdir(parents=True)
    assert installation() == everybody
