"""Reads a manifest, member by member; what is unknown and not marked critical is passed over."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import NoReturn

from peer_desktop import __version__
from peer_desktop.bundle.carried_schema import DDL_SHA256, ROWS
from peer_desktop.bundle.container import ATTACHMENT, BASEMAP, DIRECTORY, MOST_ENTRIES, largest
from peer_desktop.bundle.manifest import (
    ATTACHMENT_ROLE,
    BASEMAP_ROLE,
    DIRECTORY_ROLE,
    FORMAT,
    FORMAT_VERSION,
    HIGHEST_SERIAL,
    CarriedFile,
    Manifest,
    Publisher,
    SchemaNamed,
    instant_read,
)
from peer_desktop.bundle.refusals import (
    DirectoryForeign,
    FormatNewer,
    ManifestUnreadable,
    ManifestWrong,
    ProgramTooOld,
)
from peer_desktop.bundle.strict_json import Object, StrictError, strict_object
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.schema import APPLICATION_ID, SCHEMA_VERSION
from peer_desktop.exchange import cells
from peer_desktop.exchange.cells import CellCheck
from peer_desktop.exchange.phone_numbers import stored_number

_MEMBERS = frozenset({
    "format", "format_version", "critical", "channel", "serial", "created_at", "data_as_of", "stale_after",
    "title", "notes", "publisher", "min_app_version", "schema", "counts", "crisis_sha256", "files",
    "licence", "sources",
})  # fmt: skip
_HASH = re.compile("[0-9a-f]{64}")
_VERSION = re.compile(r"(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){0,3}", re.ASCII)


def read_manifest(content: bytes, version: str = __version__) -> Manifest:
    """Read a manifest for the program of this version.

    Raises ManifestUnreadable, ManifestWrong, FormatNewer, ProgramTooOld or DirectoryForeign.
    """
    try:
        members = strict_object(content)
    except StrictError as error:
        raise ManifestUnreadable(reason=error.reason) from error
    _check_format(members)
    needed = _text(members, "min_app_version", 30)
    if not _VERSION.fullmatch(needed):
        _wrong("min_app_version", "is not a version", "n'est pas une version")
    if _order(needed) > _order(version):
        raise ProgramTooOld(needed=needed, version=version)
    manifest = Manifest(
        channel=_checked(_text(members, "channel", 100), "channel", cells.slug),
        serial=_number(members, "serial", 1, HIGHEST_SERIAL),
        created_at=_instant(members),
        data_as_of=_day(members, "data_as_of"),
        stale_after=_day(members, "stale_after"),
        title=_bilingual(members, "title", 250, required=True),
        notes=_bilingual(members, "notes", 10_000, required=False),
        publisher=_publisher(members),
        min_app_version=needed,
        schema=_schema(members),
        counts=_counts(members),
        crisis_sha256=_hash(members, "crisis_sha256"),
        files=_files(members),
        licence=_text(members, "licence", 250),
        sources=_text(members, "sources", 2_500),
    )
    if manifest.stale_after < manifest.data_as_of:
        _wrong("stale_after", "is before data_as_of", "est avant data_as_of")
    return manifest


def _check_format(members: Object) -> None:
    if members.get("format") != FORMAT:
        _wrong("format", f"is not {FORMAT}", f"n'est pas {FORMAT}")
    version = _number(members, "format_version", 1, HIGHEST_SERIAL)
    if version > FORMAT_VERSION:
        raise FormatNewer(reason=Bilingual(f"format {version}", f"format {version}"))
    critical = members.get("critical")
    if not isinstance(critical, list) or not all(isinstance(name, str) for name in critical):
        _wrong("critical", "is not a list of names", "n'est pas une liste de noms")
    for name in critical:
        if name not in _MEMBERS:
            raise FormatNewer(reason=Bilingual(f"it needs “{name}”", f"il exige « {name} »"))


def _order(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", version)[:4]]
    return tuple(numbers + [0] * (4 - len(numbers)))


def _object(members: Object, name: str) -> Object:
    value = members.get(name)
    if not isinstance(value, dict):
        _wrong(name, "is not an object", "n'est pas un objet")
    return value


def _text(members: Object, name: str, longest: int) -> str:
    value = members.get(name)
    if not isinstance(value, str) or not value:
        _wrong(name, "is not a text", "n'est pas un texte")
    return _checked(value, name, cells.text(longest))


def _checked(value: str, name: str, check: CellCheck) -> str:
    if reason := check(value):
        raise ManifestWrong(member=name, reason=reason)
    return value


def _number(members: Object, name: str, least: int, most: int) -> int:
    value = members.get(name)
    if type(value) is not int or not least <= value <= most:  # True is an int to isinstance
        _wrong(name, f"is not a number from {least} to {most}", f"n'est pas un nombre de {least} à {most}")
    return value


def _hash(members: Object, name: str) -> str:
    value = _text(members, name, 64)
    if not _HASH.fullmatch(value):
        _wrong(name, "is not a SHA-256", "n'est pas un SHA-256")
    return value


def _day(members: Object, name: str) -> date:
    return date.fromisoformat(_checked(_text(members, name, 10), name, cells.whole_date))


def _instant(members: Object) -> datetime:
    written = _text(members, "created_at", 20)
    try:
        return instant_read(written)
    except ValueError:
        _wrong("created_at", "is not an instant of UTC", "n'est pas un instant en UTC")


def _bilingual(members: Object, name: str, longest: int, *, required: bool) -> Bilingual:
    texts = _object(members, name)
    said = {}
    for language in ("en", "fr"):
        if not required and texts.get(language) == "":
            said[language] = ""
        else:
            said[language] = _text(texts, language, longest)
    return Bilingual(said["en"] or None, said["fr"] or None)


def _publisher(members: Object) -> Publisher:
    publisher = _object(members, "publisher")
    phone = _optional(publisher, "phone", _dialled)
    email = _optional(publisher, "email", cells.email)
    return Publisher(_text(publisher, "name", 250), phone, email)


def _optional(members: Object, name: str, check: CellCheck) -> str | None:
    if members.get(name) is None:
        return None
    return _checked(_text(members, name, 254), name, check)


def _dialled(written: str) -> Bilingual | None:
    if stored_number(written, "voice"):
        return None
    return Bilingual("is not a telephone number", "n'est pas un numéro de téléphone")


def _schema(members: Object) -> SchemaNamed:
    schema = _object(members, "schema")
    named = SchemaNamed(
        _number(schema, "application_id", 0, 2**31 - 1),
        _number(schema, "user_version", 1, 2**31 - 1),
        _hash(schema, "ddl_sha256"),
    )
    if named.application_id == APPLICATION_ID and named.user_version > SCHEMA_VERSION:
        raise FormatNewer(reason=Bilingual(f"tables {named.user_version}", f"tables {named.user_version}"))
    if named != SchemaNamed(APPLICATION_ID, SCHEMA_VERSION, DDL_SHA256):
        raise DirectoryForeign(reason=Bilingual("its tables are others", "ses tables sont différentes"))
    return named


def _counts(members: Object) -> Mapping[str, int]:
    counts = _object(members, "counts")
    if set(counts) != set(ROWS):
        _wrong("counts", "does not name every table once", "ne nomme pas chaque table une fois")
    return {table: _number(counts, table, 0, HIGHEST_SERIAL) for table in counts}


def _files(members: Object) -> tuple[CarriedFile, ...]:
    listed = members.get("files")
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST_ENTRIES:
        _wrong("files", "is not a list of files", "n'est pas une liste de fichiers")
    files = tuple(_file(one) for one in listed)
    if len({file.path for file in files}) != len(files):
        _wrong("files", "names a file twice", "nomme un fichier deux fois")
    if [file.role for file in files].count(DIRECTORY_ROLE) != 1:
        _wrong("files", "does not name the directory once", "ne nomme pas le répertoire une fois")
    return files


_ROLES: Mapping[str, Callable[[str, str], bool]] = {
    DIRECTORY_ROLE: lambda path, _: path == DIRECTORY,
    BASEMAP_ROLE: lambda path, _: path == BASEMAP,
    ATTACHMENT_ROLE: lambda path, sha256: bool(ATTACHMENT.fullmatch(path)) and sha256 in path,
}


def _file(listed: object) -> CarriedFile:
    if not isinstance(listed, dict):
        _wrong("files", "is not a list of files", "n'est pas une liste de fichiers")
    role, path, sha256 = _text(listed, "role", 50), _text(listed, "path", 100), _hash(listed, "sha256")
    if role not in _ROLES or not _ROLES[role](path, sha256):
        _wrong("files", "gives a file a role it cannot have", "donne à un fichier un rôle impossible")
    size = _number(listed, "size", 1, largest(path))
    return CarriedFile(path, size, sha256, role, _optional(listed, "resource", cells.slug))


def _wrong(member: str, english: str, french: str) -> NoReturn:
    raise ManifestWrong(member=member, reason=Bilingual(english, french))
