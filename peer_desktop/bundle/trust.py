"""Knows whose signatures count: keys built in, keys added from paper, and keys revoked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from peer_desktop.bundle.built_in_keys import BUILT_IN_KEYS
from peer_desktop.bundle.disk import Disk, problems_of
from peer_desktop.bundle.fingerprint import read_fingerprint
from peer_desktop.bundle.minisign import MinisignError, PublicKey, shown_id
from peer_desktop.bundle.plain_values import from_plain, to_plain
from peer_desktop.bundle.problems import FingerprintDiffers, KeyNotKnown, KeyUnreadable, TrustDamaged
from peer_desktop.bundle.refusals import KeyRevoked, KeyUnknown
from peer_desktop.bundle.sealed_json import SealError, sealed, unsealed


@dataclass(frozen=True, slots=True)
class AddedKey:
    """A key that an administrator of this computer added."""

    line: str
    """As PublicKey.line."""
    name: str
    """What the administrator calls it."""
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class RevokedKey:
    """A key whose signatures do not count any more."""

    fingerprint: str
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """What trust.json holds."""

    added: tuple[AddedKey, ...] = ()
    revoked: tuple[RevokedKey, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key as the list of keys shows it."""

    name: str
    key: PublicKey
    built_in: bool
    revoked: bool


@dataclass(frozen=True)
class Trust:
    """The keys of one store."""

    kept: _Kept = field(default=_Kept())
    built_in: Mapping[str, str] = field(default_factory=lambda: BUILT_IN_KEYS)

    @classmethod
    def read(cls, file: Path, built_in: Mapping[str, str] = BUILT_IN_KEYS) -> "Trust":
        """The keys of a store. Raises TrustDamaged: without the list a revoked key would count again."""
        try:
            return cls(from_plain(_Kept, unsealed(file.read_bytes())), built_in)
        except FileNotFoundError:
            return cls(built_in=built_in)
        except (OSError, SealError, ValueError) as error:
            raise TrustDamaged(file=file) from error

    @property
    def keys(self) -> tuple[KnownKey, ...]:
        """Every key, the built-in ones first."""
        revoked = {one.fingerprint for one in self.kept.revoked}
        lines = [(name, line, True) for name, line in self.built_in.items()]
        lines += [(one.name, one.line, False) for one in self.kept.added]
        found = [(name, PublicKey.read(line), built_in) for name, line, built_in in lines]
        return tuple(
            KnownKey(name, key, built_in, key.fingerprint in revoked) for name, key, built_in in found
        )

    def key_of(self, key_id: bytes) -> KnownKey:
        """The key of this id. Raises KeyUnknown or KeyRevoked."""
        known = [key for key in self.keys if key.key.key_id == key_id]
        if not known:
            raise KeyUnknown(key_id=shown_id(key_id))
        if known[0].revoked:
            raise KeyRevoked(key_id=shown_id(key_id))
        return known[0]

    def adding(self, text: str, typed: str, name: str, *, file: Path, at: datetime, who: str) -> "Trust":
        """Trust a key too, whose fingerprint was typed from paper; a key trusted already changes nothing.

        Raises KeyUnreadable, FingerprintDiffers or KeyRevoked.
        """
        try:
            key = PublicKey.read(text)
        except MinisignError as error:
            raise KeyUnreadable(file=file, reason=error.reason) from error
        if read_fingerprint(typed) != key.fingerprint:
            raise FingerprintDiffers
        for known in self.keys:
            if known.key.key_id == key.key_id:
                if known.revoked or known.key != key:
                    raise KeyRevoked(key_id=key.name)
                return self
        return replace(
            self, kept=replace(self.kept, added=(*self.kept.added, AddedKey(key.line, name, at, who)))
        )

    def revoking(self, typed: str, *, at: datetime, who: str) -> "Trust":
        """Trust a key no more, built in or added. There is no way back. Raises KeyNotKnown."""
        known = [key for key in self.keys if key.key.fingerprint == read_fingerprint(typed)]
        if not known:
            raise KeyNotKnown(fingerprint=typed)
        if known[0].revoked:
            return self
        revoked = RevokedKey(known[0].key.fingerprint, at, who)
        return replace(self, kept=replace(self.kept, revoked=(*self.kept.revoked, revoked)))

    def write(self, file: Path, disk: Disk) -> None:
        """Keep the list. Whoever calls holds the lock of the store. Raises ReadOnly, DiskFull or Locked."""
        with problems_of(file.parent):
            fresh = file.with_name(f"{file.name}.new")
            disk.remove(fresh)
            disk.write(fresh, sealed(to_plain(self.kept)))
            disk.replace(fresh, file)
            disk.sync_folder(file.parent)
