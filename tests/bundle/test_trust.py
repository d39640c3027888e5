"""Trust comes from the program and from paper, never from the stick."""

from dataclasses import replace
from pathlib import Path

import pytest

from peer_desktop.bundle.disk import Disk
from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.minisign import PublicKey
from peer_desktop.bundle.preview import Caution, Confirmation
from peer_desktop.bundle.problems import FingerprintDiffers, KeyNotKnown, KeyUnreadable, TrustDamaged
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.refusals import KeyRevoked, KeyUnknown
from peer_desktop.bundle.store import Store
from peer_desktop.bundle.trust import Trust
from tests.bundle.conftest import NOW
from tests.bundle.forge import KEY, OTHER_KEY, Forge

FILE = Path("other.pub")
OTHER = OTHER_KEY.public


def trusting(store: Store, program: Program, *, also: PublicKey) -> None:
    trust = Trust.read(store.trust_file, program.built_in)
    added = trust.adding(also.text, also.fingerprint, "the other", file=FILE, at=NOW, who="tester")
    added.write(store.trust_file, Disk())


def test_a_key_from_paper_is_trusted_and_the_preview_says_so(
    forge: Forge, store: Store, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "other.peerbundle"
    file.write_bytes(forge.signed(forge.manifest, key=OTHER_KEY))
    with pytest.raises(KeyUnknown), importing(store, program) as one:
        one.prepare(file)
    trusting(store, program, also=OTHER)
    with importing(store, program) as one:
        preview = one.prepare(file)
        assert preview.key_name == "the other" and preview.fingerprint == OTHER.fingerprint
        assert preview.cautions == (Caution.SIGNED_WITH_ADDED_KEY,)
        assert one.install(Confirmation()).code == "INSTALLED"


def test_a_revoked_key_counts_no_more_also_one_of_the_program(
    good_bundle: Path, store: Store, program: Program
) -> None:
    trust = Trust.read(store.trust_file, program.built_in)
    trust.revoking(KEY.public.fingerprint, at=NOW, who="tester").write(store.trust_file, Disk())
    with pytest.raises(KeyRevoked), importing(store, program) as one:
        one.prepare(good_bundle)
    assert store.current(program.shipped).receipt, "what was installed stays"


def test_half_a_fingerprint_or_another_is_not_enough() -> None:
    for typed in ("", OTHER.fingerprint[:19], KEY.public.fingerprint, OTHER.fingerprint[:-1] + "X"):
        with pytest.raises(FingerprintDiffers):
            Trust().adding(OTHER.text, typed, "x", file=FILE, at=NOW, who="tester")


def test_a_key_is_typed_as_people_type() -> None:
    typed = OTHER.fingerprint.lower().replace("-", "  ").replace("0", "O")
    keys = Trust().adding(OTHER.line, typed, "x", file=FILE, at=NOW, who="tester").keys
    assert keys[-1].key == OTHER and not keys[-1].built_in


def test_what_is_no_key_is_not_trusted() -> None:
    with pytest.raises(KeyUnreadable):
        Trust().adding("hello", OTHER.fingerprint, "x", file=FILE, at=NOW, who="tester")


def test_a_key_is_added_once_and_never_after_it_was_revoked() -> None:
    once = Trust().adding(OTHER.text, OTHER.fingerprint, "x", file=FILE, at=NOW, who="tester")
    assert once.adding(OTHER.text, OTHER.fingerprint, "y", file=FILE, at=NOW, who="tester") is once
    revoked = once.revoking(OTHER.fingerprint, at=NOW, who="tester")
    assert revoked.revoking(OTHER.fingerprint, at=NOW, who="tester") is revoked
    with pytest.raises(KeyRevoked):
        revoked.adding(OTHER.text, OTHER.fingerprint, "x", file=FILE, at=NOW, who="tester")


def test_another_key_under_a_known_number_is_not_added() -> None:
    once = Trust().adding(OTHER.text, OTHER.fingerprint, "x", file=FILE, at=NOW, who="tester")
    twin = PublicKey(OTHER.key_id, KEY.public.key)
    with pytest.raises(KeyRevoked):
        once.adding(twin.text, twin.fingerprint, "x", file=FILE, at=NOW, who="tester")


def test_only_a_known_key_can_be_revoked() -> None:
    for typed in ("", "hello", OTHER.fingerprint):
        with pytest.raises(KeyNotKnown):
            Trust().revoking(typed, at=NOW, who="tester")


@pytest.mark.parametrize("content", [b"", b"{}", b'{"body": {"added": [], "revoked": []}, "sha256": "0"}'])
def test_a_damaged_list_trusts_nobody(
    content: bytes, good_bundle: Path, store: Store, program: Program
) -> None:
    trusting(store, program, also=OTHER)
    store.trust_file.write_bytes(content)
    with pytest.raises(TrustDamaged), importing(store, program) as one:
        one.prepare(good_bundle)
    assert not list(store.staging.iterdir())


def test_the_list_is_kept(store: Store, program: Program) -> None:
    trusting(store, program, also=OTHER)
    keys = Trust.read(store.trust_file, program.built_in).keys
    assert [(key.name, key.built_in, key.revoked) for key in keys] == [
        ("test", True, False),
        ("the other", False, False),
    ]


def test_a_key_that_comes_in_a_bundle_is_not_even_looked_at(
    forge: Forge, store: Store, program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "other.peerbundle"
    members = forge.manifest | {"public_key": OTHER.line, "trust": [OTHER.line]}
    file.write_bytes(forge.signed(members, key=OTHER_KEY))
    with pytest.raises(KeyUnknown), importing(store, replace(program)) as one:
        one.prepare(file)
