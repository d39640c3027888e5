"""Adds a key to those that are trusted, or revokes one: under the lock of the store, and written down."""

from pathlib import Path

from peer_desktop.bundle import audit
from peer_desktop.bundle.audit import Deed
from peer_desktop.bundle.disk import problems_of
from peer_desktop.bundle.key_files import key_text
from peer_desktop.bundle.lock import only_one
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.store import Store
from peer_desktop.bundle.trust import Trust


def trust_key(file: Path, typed: str, name: str, store: Store, program: Program) -> Trust:
    """Trust the key in a file too, whose fingerprint was typed from paper.

    Raises Locked, ReadOnly, TrustDamaged, KeyUnreadable, FingerprintDiffers or KeyRevoked.
    """
    text = key_text(file)
    with only_one(store.lock_file):
        before = Trust.read(store.trust_file, program.built_in)
        at = program.now()
        trust = before.adding(text, typed, name, file=file, at=at, who=program.who)
        if trust is not before:
            _keep(trust, Deed("trust", "KEY-ADDED", fingerprint=_last_added(trust)), store, program)
    return trust


def revoke_key(fingerprint: str, store: Store, program: Program) -> Trust:
    """Trust a key no more. Raises Locked, ReadOnly, TrustDamaged or KeyNotKnown."""
    with only_one(store.lock_file):
        before = Trust.read(store.trust_file, program.built_in)
        trust = before.revoking(fingerprint, at=program.now(), who=program.who)
        if trust is not before:
            revoked = trust.kept.revoked[-1].fingerprint
            _keep(trust, Deed("revoke", "KEY-REVOKED", fingerprint=revoked), store, program)
    return trust


def _last_added(trust: Trust) -> str:
    line = trust.kept.added[-1].line
    return next(known.key.fingerprint for known in trust.keys if known.key.line == line)


def _keep(trust: Trust, deed: Deed, store: Store, program: Program) -> None:
    trust.write(store.trust_file, program.disk)
    with problems_of(store.folder):
        audit.note(store.audit_file, deed, program.now(), program.disk)
