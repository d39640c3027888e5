"""Keys and signatures are minisign's own, and a fingerprint survives being read from paper."""

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peer_desktop.bundle import built_in_keys, secret_key
from peer_desktop.bundle.fingerprint import fingerprint_of, read_fingerprint
from peer_desktop.bundle.key_files import make_key_files, read_public_key, read_secret_key
from peer_desktop.bundle.minisign import MinisignError, PublicKey, Signature
from peer_desktop.bundle.problems import KeyUnreadable, NotWritten, PassphraseWrong
from peer_desktop.bundle.secret_key import PassphraseError, SecretKey
from peer_desktop.paths import program_folder
from tests.bundle.forge import KEY, OTHER_KEY, Forge

LITTLE_MEMORY = 1 << 20
needs_minisign = pytest.mark.skipif(
    not shutil.which("minisign"), reason="the minisign tool is not installed here"
)


def minisign(*words: str | Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(["minisign", *map(str, words)], input=typed, capture_output=True, text=True)


# -- with the minisign tool ------------------------------------------------------------------------------


@needs_minisign
def test_minisign_itself_proves_a_manifest_of_ours(forge: Forge, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(forge.manifest_bytes)
    (tmp_path / "manifest.json.minisig").write_bytes(forge.signature)
    (tmp_path / "key.pub").write_text(KEY.public.text)
    done = minisign("-Vm", tmp_path / "manifest.json", "-p", tmp_path / "key.pub")
    assert done.returncode == 0, done.stderr
    assert "peer-bundle v1 channel=test-directory serial=6 sha256=" in done.stdout
    (tmp_path / "manifest.json").write_bytes(forge.manifest_bytes + b" ")
    assert minisign("-Vm", tmp_path / "manifest.json", "-p", tmp_path / "key.pub").returncode


@needs_minisign
def test_minisign_signs_with_a_key_of_ours(tmp_path: Path) -> None:
    made = make_key_files(tmp_path / "own", "some words", LITTLE_MEMORY)
    (tmp_path / "m").write_bytes(b"hello")
    done = minisign("-Sm", tmp_path / "m", "-s", made.private, "-t", "a comment", typed="some words\n")
    assert done.returncode == 0, done.stderr
    signature = Signature.read((tmp_path / "m.minisig").read_bytes())
    assert signature.proves(b"hello", made.key) and signature.trusted_comment == "a comment"
    assert not signature.proves(b"hellp", made.key)
    assert not signature.proves(b"hello", KEY.public)


def test_a_key_that_minisign_made_asks_for_as_much_work_as_minisign_meant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its own limits are 2^25 operations and 1 GiB; libsodium makes N = 2^20, r = 8, p = 1 of them."""
    asked: list[tuple[int, int, int]] = []

    def scrypt(_: bytes, *, n: int, r: int, p: int, dklen: int, **__: object) -> bytes:
        asked.append((n, r, p))
        return bytes(dklen)

    monkeypatch.setattr(secret_key.hashlib, "scrypt", scrypt)
    lines = KEY.encrypted("x").splitlines()
    content = bytearray(base64.b64decode(lines[1]))
    content[38:54] = (1 << 25).to_bytes(8, "little") + (1 << 30).to_bytes(8, "little")
    assert SecretKey.read(f"{lines[0]}\n{base64.b64encode(bytes(content)).decode()}\n", "x") == KEY
    assert asked == [(1 << 17, 8, 1), (1 << 20, 8, 1)]


# -- keys ------------------------------------------------------------------------------------------------


def test_a_private_key_opens_with_its_passphrase_alone(tmp_path: Path) -> None:
    made = make_key_files(tmp_path / "own", "straße ☂", LITTLE_MEMORY)
    assert made.private.stat().st_mode & 0o077 == 0
    assert read_secret_key(made.private, "straße ☂").public == made.key == read_public_key(made.public)
    for wrong in ("", "strasse ☂", "straße ☂ "):
        with pytest.raises(PassphraseWrong):
            read_secret_key(made.private, wrong)


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    make_key_files(tmp_path / "own", "words", LITTLE_MEMORY)
    before = (tmp_path / "own.key").read_bytes()
    with pytest.raises(NotWritten):
        make_key_files(tmp_path / "own", "words", LITTLE_MEMORY)
    (tmp_path / "own.key").unlink()
    with pytest.raises(NotWritten):
        make_key_files(tmp_path / "own", "words", LITTLE_MEMORY)
    assert before and not (tmp_path / "own.key").exists()


def test_a_key_without_a_passphrase_is_neither_made_nor_read(tmp_path: Path) -> None:
    with pytest.raises(PassphraseError):
        KEY.encrypted("")
    open_key = tmp_path / "open.key"
    lines = KEY.encrypted("x", LITTLE_MEMORY).splitlines()
    content = bytearray(base64.b64decode(lines[1]))
    content[2:4] = b"\0\0"
    open_key.write_text(f"{lines[0]}\n{base64.b64encode(bytes(content)).decode()}\n")
    with pytest.raises(KeyUnreadable, match="passphrase"):
        read_secret_key(open_key, "x")


@pytest.mark.parametrize(
    "content", ["", "hello", "untrusted comment: x\n", "untrusted comment: x\nRWQ=\n", "\x00" * 99]
)
def test_what_is_no_key_is_said_to_be_none(content: str, tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(content)
    with pytest.raises(KeyUnreadable):
        read_public_key(file)
    with pytest.raises(KeyUnreadable):
        read_secret_key(file, "x")
    with pytest.raises(KeyUnreadable):
        read_public_key(tmp_path / "nobody")


def test_opening_a_key_that_asks_for_gigabytes_is_refused_at_once() -> None:
    lines = KEY.encrypted("x", LITTLE_MEMORY).splitlines()
    content = bytearray(base64.b64decode(lines[1]))
    content[46:54] = (1 << 40).to_bytes(8, "little")
    with pytest.raises(MinisignError):
        SecretKey.read(f"{lines[0]}\n{base64.b64encode(bytes(content)).decode()}\n", "x")


def test_a_private_key_does_not_show_itself() -> None:
    assert repr(KEY.seed)[2:-1] not in repr(KEY) and KEY.public.name in repr(KEY)


# -- fingerprints ----------------------------------------------------------------------------------------


@given(st.binary(min_size=42, max_size=42))
def test_a_fingerprint_is_eight_groups_that_can_be_typed_carelessly(key: bytes) -> None:
    shown = fingerprint_of(key)
    assert [len(group) for group in shown.split("-")] == [4] * 8
    assert not set(shown) & set("ILOU")
    assert read_fingerprint(shown) == shown
    assert read_fingerprint(shown.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == shown


@pytest.mark.parametrize("typed", ["", "12Z2", "12Z2-5J7H", "U" * 32, "0" * 31, "0" * 33, "é" * 32])
def test_half_a_fingerprint_is_none(typed: str) -> None:
    assert read_fingerprint(typed) is None


# -- the keys of a release -------------------------------------------------------------------------------


def test_a_release_trusts_two_keys_and_no_test_key() -> None:
    keys = {name: PublicKey.read(line) for name, line in built_in_keys.BUILT_IN_KEYS.items()}
    assert list(keys) == ["publisher", "backup"]
    assert len({key.key_id for key in keys.values()} | {KEY.key_id, OTHER_KEY.key_id}) == 4
    assert len({key.key for key in keys.values()} | {KEY.public.key, OTHER_KEY.public.key}) == 4
    guide = (program_folder() / "docs" / "ADMIN.md").read_text("utf-8")
    source = Path(built_in_keys.__file__).read_text("utf-8")
    for key in keys.values():
        assert key.fingerprint in guide and key.fingerprint in source


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_no_private_key_is_in_the_repository() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=program_folder(), capture_output=True, text=True, check=False
    ).stdout.split("\0")
    if not any(tracked):
        pytest.skip("this is no checkout: git lists no files")
    for name in tracked:
        file = program_folder() / name
        if name and file.is_file() and file.suffix not in (".png", ".pmtiles", ".sqlite"):
            content = file.read_bytes()
            assert b"RWRTY0Iy" not in content or name.endswith("test_signatures.py"), name
