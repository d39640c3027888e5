"""Says which directory is current, and what was installed before: read from what nothing ever overwrites.

A store is a folder with sealed generations (`store/<generation>`), small numbered activations that name one
of them (`activations/000001.json`), staging, the trusted keys and the audit. Nothing here writes.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from peer_desktop.bundle.manifest import ATTACHMENT_ROLE, BASEMAP_ROLE, CarriedFile, Publisher
from peer_desktop.bundle.plain_values import from_plain, to_plain
from peer_desktop.bundle.sealed_json import SealError, sealed, unsealed
from peer_desktop.directory.language import Bilingual

SHIPPED = "shipped"
"""The generation that came with the program."""

DIRECTORY_FILE, RECEIPT_FILE = "directory.sqlite", "receipt.json"
_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a sealed generation says of itself."""

    generation: str
    channel: str
    serial: int
    manifest_sha256: str
    created_at: datetime
    data_as_of: date
    stale_after: date
    title: Bilingual
    publisher: Publisher
    fingerprint: str
    directory_sha256: str
    directory_size: int
    listings: int
    files: tuple[CarriedFile, ...]
    """Map and documents that came with it."""


@dataclass(frozen=True, slots=True)
class Activation:
    """One change of what is current. The highest number whose generation is whole counts."""

    number: int
    action: str
    """install, put-back, or undone: what was installed did not open"""
    at: datetime
    who: str
    """The account on this computer."""
    generation: str
    channel: str
    serial: int
    manifest_sha256: str
    publisher: str
    listings: int
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True)
class Current:
    """What the program reads now. Receipt and activation are None for the shipped directory never left."""

    path: Path
    receipt: Receipt | None = None
    activation: Activation | None = None

    def file_of(self, resource: str) -> Path | None:
        """The document of a resource, when the bundle carried one and it is whole."""
        return self._carried(lambda file: file.role == ATTACHMENT_ROLE and file.resource == resource)

    @property
    def basemap(self) -> Path | None:
        """The map that came with the bundle. Its size is compared; it is too large to hash at each start."""
        return self._carried(lambda file: file.role == BASEMAP_ROLE)

    def _carried(self, wanted: Callable[[CarriedFile], bool]) -> Path | None:
        found = next((file for file in self.receipt.files if wanted(file)), None) if self.receipt else None
        if found is None:
            return None
        place = self.path.parent / found.path
        try:
            whole = place.stat().st_size == found.size
            if found.role != BASEMAP_ROLE:
                whole = whole and sha256_of(place) == found.sha256
        except OSError:
            return None
        return place if whole else None


@dataclass(frozen=True)
class Store:
    """Where installed directories live."""

    folder: Path

    @cached_property
    def generations(self) -> Path:
        """Sealed, never changed."""
        return self.folder / "store"

    @cached_property
    def activations(self) -> Path:
        """Numbered, never changed."""
        return self.folder / "activations"

    @cached_property
    def staging(self) -> Path:
        """What is under way; swept before each import."""
        return self.folder / "staging"

    @property
    def trust_file(self) -> Path:
        """Keys added and revoked."""
        return self.folder / "trust.json"

    @property
    def audit_file(self) -> Path:
        """What was done, line by line."""
        return self.folder / "audit.jsonl"

    @property
    def lock_file(self) -> Path:
        """Held by the one importer."""
        return self.folder / "lock"

    def activation_file(self, number: int) -> Path:
        """Where an activation is written."""
        return self.activations / f"{number:06}.json"

    def all_activations(self) -> list[Activation]:
        """Every activation that is whole, the highest first."""
        return list(self._activations_down())

    def _activations_down(self) -> Iterator[Activation]:
        for number in sorted(self.activation_numbers(), reverse=True):
            try:
                content = self.activation_file(number).read_bytes()
                activation = from_plain(Activation, unsealed(content))
            except (OSError, SealError, ValueError):
                continue
            if activation.number == number:
                yield activation

    def activation_numbers(self) -> list[int]:
        """Every number that is taken, also by a file that is not whole."""
        try:
            names = [file.name for file in self.activations.iterdir()]
        except OSError:
            return []
        return [int(name[:-5]) for name in names if name.endswith(".json") and name[:-5].isdecimal()]

    def receipt_of(self, generation: str) -> Receipt | None:
        """The receipt of a sealed generation, when it is whole."""
        if Path(generation).name != generation or generation in ("", ".", ".."):
            return None
        try:
            content = (self.generations / generation / RECEIPT_FILE).read_bytes()
            receipt = from_plain(Receipt, unsealed(content))
        except (OSError, SealError, ValueError):
            return None
        return receipt if receipt.generation == generation else None

    def whole_receipt_of(self, generation: str) -> Receipt | None:
        """The receipt of a generation whose directory is, byte for byte, what was sealed."""
        receipt = self.receipt_of(generation)
        if receipt is None:
            return None
        file = self.generations / generation / DIRECTORY_FILE
        try:
            whole = (
                file.stat().st_size == receipt.directory_size and sha256_of(file) == receipt.directory_sha256
            )
        except OSError:
            return None
        return receipt if whole else None

    def current(self, shipped: Path) -> Current:
        """The highest activation that holds, else the next lower, else what came with the program."""
        tried: set[str] = set()
        for activation in self._activations_down():
            if activation.generation == SHIPPED:
                return Current(shipped, activation=activation)
            if activation.generation in tried:
                continue
            tried.add(activation.generation)
            if receipt := self.whole_receipt_of(activation.generation):
                return Current(self.generations / activation.generation / DIRECTORY_FILE, receipt, activation)
        return Current(shipped)

    def floor(self, channel: str) -> tuple[int, frozenset[str]]:
        """The highest serial ever installed of a channel (0: none), and the manifests that carried it."""
        known = [
            (one.serial, one.manifest_sha256) for one in self._activations_down() if one.channel == channel
        ]
        highest = max((serial for serial, _ in known), default=0)
        return highest, frozenset(manifest for serial, manifest in known if serial == highest)


def current_directory(store: Store, shipped: Path) -> Path:
    """The directory file to open: what the program asks at each start."""
    return store.current(shipped).path


def sha256_of(file: Path) -> str:
    """Hash a whole file; about a gigabyte a second on the machines this was written on."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def written(record: Receipt | Activation) -> bytes:
    """The file for a receipt or an activation."""
    return sealed(to_plain(record))
