"""Proves a bundle: container, signature, manifest and every hash, before anything inside is looked at."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from peer_desktop import __version__
from peer_desktop.bundle import container
from peer_desktop.bundle.container import MANIFEST, SIGNATURE, Entry
from peer_desktop.bundle.manifest import CarriedFile, Manifest
from peer_desktop.bundle.manifest_reading import read_manifest
from peer_desktop.bundle.minisign import MinisignError, Signature
from peer_desktop.bundle.refusals import ContentDiffers, SignatureBad
from peer_desktop.bundle.steps import UNWATCHED, Step, Watch
from peer_desktop.bundle.trust import KnownKey, Trust
from peer_desktop.directory.language import Bilingual


@dataclass(frozen=True)
class Opened:
    """A bundle whose container is sound. Who signed it, if anyone, is another question."""

    file: BinaryIO
    entries: dict[str, Entry]
    manifest: Manifest
    manifest_bytes: bytes
    signature_bytes: bytes | None

    @property
    def manifest_sha256(self) -> str:
        """What names the content of this bundle."""
        return hashlib.sha256(self.manifest_bytes).hexdigest()

    def pour(self, carried: CarriedFile, target: Path, watch: Watch = UNWATCHED) -> None:
        """Write one file out. Raises ContentDiffers when it is not what was signed; then it is not whole."""
        digest = hashlib.sha256()
        done = 0
        with target.open("xb") as place:
            for block in container.blocks_of(self.file, self.entries[carried.path]):
                digest.update(block)
                place.write(block)
                done += len(block)
                watch.at(Step.PROVING, done, carried.size)
        if digest.hexdigest() != carried.sha256:
            raise _differs(carried.path)


@dataclass(frozen=True)
class Proven(Opened):
    """A bundle whose manifest somebody trusted signed; its files are as the manifest says."""

    signer: KnownKey


@contextmanager
def proven(path: Path, trust: Trust, version: str = __version__) -> Iterator[Proven]:
    """Open a bundle and prove all but the content of its files, which `pour` proves as it writes them.

    Raises a BundleProblem. The order is the order of trust: nothing is parsed before its signature holds.
    """
    with path.open("rb") as file:
        entries, manifest_bytes, signature_bytes = _read(file)
        if signature_bytes is None:
            raise SignatureBad(reason=Bilingual("it is not signed", "il n'est pas signé"))
        signature = read_signature(signature_bytes)
        signer = check_signature(signature, manifest_bytes, trust)
        manifest = read_manifest(manifest_bytes, version)
        check_comment(signature, manifest, manifest_bytes)
        _check_list(entries, manifest)
        yield Proven(file, entries, manifest, manifest_bytes, signature_bytes, signer)


@contextmanager
def unproven(path: Path, version: str = __version__) -> Iterator[Opened]:
    """Open a bundle to show, compare or sign it: it may say anything of itself. Raises a BundleProblem."""
    with path.open("rb") as file:
        entries, manifest_bytes, signature_bytes = _read(file)
        manifest = read_manifest(manifest_bytes, version)
        _check_list(entries, manifest)
        yield Opened(file, entries, manifest, manifest_bytes, signature_bytes)


def _read(file: BinaryIO) -> tuple[dict[str, Entry], bytes, bytes | None]:
    entries = container.read_entries(file, file.seek(0, 2))
    manifest = container.content_of(file, entries[MANIFEST])
    signature = container.content_of(file, entries[SIGNATURE]) if SIGNATURE in entries else None
    return entries, manifest, signature


def read_signature(content: bytes) -> Signature:
    """The signature of a bundle. Raises SignatureBad."""
    try:
        return Signature.read(content)
    except MinisignError as error:
        raise SignatureBad(reason=error.reason) from error


def check_signature(signature: Signature, manifest: bytes, trust: Trust) -> KnownKey:
    """Who signed. Raises KeyUnknown, KeyRevoked or SignatureBad."""
    signer = trust.key_of(signature.key_id)
    if not signature.proves(manifest, signer.key):
        raise SignatureBad(reason=Bilingual("it does not fit", "elle ne concorde pas"))
    return signer


def check_comment(signature: Signature, manifest: Manifest, content: bytes) -> None:
    """The signed comment names this bundle. Raises SignatureBad."""
    if signature.trusted_comment != manifest.trusted_comment(hashlib.sha256(content).hexdigest()):
        reason = Bilingual("its comment names another bundle", "son commentaire nomme un autre paquet")
        raise SignatureBad(reason=reason)


def _check_list(entries: dict[str, Entry], manifest: Manifest) -> None:
    """The bundle holds exactly the files that were signed, each of its size. Raises ContentDiffers."""
    listed = {file.path: file.size for file in manifest.files}
    held = {name: entry.size for name, entry in entries.items() if name not in (MANIFEST, SIGNATURE)}
    for name in sorted(listed.keys() | held.keys()):
        if listed.get(name) != held.get(name):
            raise _differs(name)


def _differs(name: str) -> ContentDiffers:
    reason = Bilingual("it differs from what was signed", "il diffère de ce qui a été signé")
    return ContentDiffers(name=name, reason=reason)
