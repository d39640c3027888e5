"""Describes a bundle: what it holds, who made it, for which program, and until when it is fresh."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from peer_desktop.bundle.strict_json import Object
from peer_desktop.directory.language import Bilingual

FORMAT, FORMAT_VERSION = "peer-bundle", 1
HIGHEST_SERIAL = 2**53 - 1

DIRECTORY_ROLE, BASEMAP_ROLE, ATTACHMENT_ROLE = "directory", "basemap", "attachment"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who answers for the content; phone and e-mail as people write them."""

    name: str
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """One file of the bundle beside manifest and signature. `size` in bytes."""

    path: str
    size: int
    sha256: str
    role: str
    resource: str | None = None
    """Of an attachment: the resource it is the document of."""


@dataclass(frozen=True, slots=True)
class SchemaNamed:
    """Which tables the directory inside has."""

    application_id: int
    user_version: int
    ddl_sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that a bundle says of itself. Every text is plain text of one line."""

    channel: str
    serial: int
    created_at: datetime
    data_as_of: date
    stale_after: date
    title: Bilingual
    notes: Bilingual
    publisher: Publisher
    min_app_version: str
    schema: SchemaNamed
    counts: Mapping[str, int]
    """Table → rows."""
    crisis_sha256: str
    files: tuple[CarriedFile, ...]
    licence: str
    sources: str

    @property
    def directory(self) -> CarriedFile:
        """The directory file."""
        return next(file for file in self.files if file.role == DIRECTORY_ROLE)

    def trusted_comment(self, manifest_sha256: str) -> str:
        """What the signature says beside the content: enough to know the bundle by minisign alone."""
        return f"peer-bundle v1 channel={self.channel} serial={self.serial} sha256={manifest_sha256}"

    def written(self) -> bytes:
        """The manifest as its file; the same values give the same bytes."""
        content: Object = {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "critical": [],
            "channel": self.channel,
            "serial": self.serial,
            "created_at": instant_written(self.created_at),
            "data_as_of": self.data_as_of.isoformat(),
            "stale_after": self.stale_after.isoformat(),
            "title": {"en": self.title.en, "fr": self.title.fr},
            "notes": {"en": self.notes.en or "", "fr": self.notes.fr or ""},
            "publisher": {
                "name": self.publisher.name,
                "phone": self.publisher.phone,
                "email": self.publisher.email,
            },
            "min_app_version": self.min_app_version,
            "schema": {
                "application_id": self.schema.application_id,
                "user_version": self.schema.user_version,
                "ddl_sha256": self.schema.ddl_sha256,
            },
            "counts": dict(self.counts),
            "crisis_sha256": self.crisis_sha256,
            "files": [_file_written(file) for file in self.files],
            "licence": self.licence,
            "sources": self.sources,
        }
        return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def _file_written(file: CarriedFile) -> Object:
    written: Object = {"path": file.path, "size": file.size, "sha256": file.sha256, "role": file.role}
    return written | ({"resource": file.resource} if file.resource else {})


def instant_written(instant: datetime) -> str:
    """UTC to the second: 2026-11-21T18:30:00Z."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant_read(written: str) -> datetime:
    """Raises ValueError for anything but UTC to the second."""
    return datetime.strptime(written, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
