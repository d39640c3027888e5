"""Makes bundles that nothing of ours would make: wrong inside but rightly signed, or wrong byte by byte."""

import hashlib
import json
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from peer_desktop.bundle.carried_schema import CARRIED_TABLES, ROWS, columns
from peer_desktop.bundle.crisis_rules import crisis_sha256
from peer_desktop.bundle.secret_key import SecretKey
from peer_desktop.directory.schema import APPLICATION_ID, SCHEMA_VERSION

KEY = SecretKey(b"testkey1", hashlib.sha256(b"the key of the tests, trusted by no release").digest())
OTHER_KEY = SecretKey(b"testkey2", hashlib.sha256(b"another key of the tests").digest())

Members = dict[str, Any]
Change = Callable[[sqlite3.Connection], object]


@dataclass(frozen=True)
class Raw:
    """One entry of a ZIP, with every field open to lies. None: the truth."""

    name: bytes
    content: bytes
    method: int = 8
    flags: int = 0
    needed: int = 20
    attributes: int = 0o100644 << 16
    extra: bytes = b""
    comment: bytes = b""
    disk: int = 0
    size: int | None = None
    stored: bytes | None = None
    crc: int | None = None
    local_name: bytes | None = None
    local_crc: int | None = None
    header_at: int | None = None
    gap: bytes = b""
    """Bytes before the local header that nobody accounts for."""


def zip_of(
    entries: Sequence[Raw],
    *,
    count: int | None = None,
    disk: int = 0,
    comment: bytes = b"",
    prefix: bytes = b"",
    between: bytes = b"",
) -> bytes:
    """A ZIP, written by hand."""
    body, listed = bytearray(prefix), bytearray()
    for one in entries:
        stored = one.stored if one.stored is not None else packed(one.content, one.method)
        size = len(one.content) if one.size is None else one.size
        crc = zlib.crc32(one.content) if one.crc is None else one.crc
        body += one.gap
        at = len(body) if one.header_at is None else one.header_at
        local_name = one.name if one.local_name is None else one.local_name
        local_crc = crc if one.local_crc is None else one.local_crc
        local = (one.needed, one.flags, one.method, 0, 33, local_crc, len(stored), size)
        body += struct.pack("<4s5H3L2H", b"PK\3\4", *local, len(local_name), len(one.extra))
        body += local_name + one.extra + stored
        central = (0x314, one.needed, one.flags, one.method, 0, 33, crc, len(stored), size)
        lengths = (len(one.name), len(one.extra), len(one.comment), one.disk, 0)
        listed += struct.pack("<4s6H3L5H2L", b"PK\1\2", *central, *lengths, one.attributes, at)
        listed += one.name + one.extra + one.comment
    body += between
    number = len(entries) if count is None else count
    end = struct.pack(
        "<4s4H2LH",
        b"PK\5\6",
        disk,
        disk,
        number & 0xFFFF,
        number & 0xFFFF,
        len(listed),
        len(body),
        len(comment),
    )
    return bytes(body + listed + end + comment)


def packed(content: bytes, method: int) -> bytes:
    """Deflate, or nothing."""
    if method != 8:
        return content
    squeezing = zlib.compressobj(1, zlib.DEFLATED, -15)
    return squeezing.compress(content) + squeezing.flush()


class Forge:
    """Starts from a good bundle."""

    def __init__(self, good: Path) -> None:
        self.file = good.read_bytes()
        with zipfile.ZipFile(good) as archive:
            self.contents = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        self.manifest_bytes = self.contents["manifest.json"]
        self.signature = self.contents["manifest.json.minisig"]
        self.directory = self.contents["directory.sqlite"]

    @property
    def manifest(self) -> Members:
        """The good manifest, to change."""
        members: Members = json.loads(self.manifest_bytes)
        return members

    def entries(self, contents: Mapping[str, bytes] | None = None) -> list[Raw]:
        """The good entries, or others."""
        return [Raw(name.encode(), content) for name, content in (contents or self.contents).items()]

    def changing(self, name: str, **changes: Any) -> bytes:
        """The good bundle with one entry lied about."""
        return zip_of(
            [replace(one, **changes) if one.name == name.encode() else one for one in self.entries()]
        )

    def beside(self, *more: Raw) -> bytes:
        """The good bundle with further entries."""
        return zip_of([*self.entries(), *more])

    def lying_about_size(self, size: int, stored: bytes) -> bytes:
        """A bundle whose manifest and list agree on a size that its directory does not have."""
        members = self.manifest
        members["files"][0]["size"] = size
        signed = Forge.__new__(Forge)
        content = json.dumps(members).encode()
        digest = hashlib.sha256(content).hexdigest()
        comment = f"peer-bundle v1 channel={members['channel']} serial={members['serial']} sha256={digest}"
        signed.contents = self.contents | {
            "manifest.json": content,
            "manifest.json.minisig": KEY.sign(content, comment),
        }
        return signed.changing("directory.sqlite", size=size, stored=stored)

    def with_contents(self, **contents: bytes | None) -> bytes:
        """The good bundle with contents replaced: manifest, signature, directory. None leaves one out."""
        names = {
            "manifest": "manifest.json",
            "signature": "manifest.json.minisig",
            "directory": "directory.sqlite",
        }
        held = dict(self.contents)
        for short, content in contents.items():
            if content is None:
                del held[names[short]]
            else:
                held[names[short]] = content
        return zip_of(self.entries(held))

    def signed(
        self,
        manifest: Members | bytes,
        *,
        key: SecretKey = KEY,
        comment: str | None = None,
        further: Mapping[str, bytes] | None = None,
        directory: bytes | None = None,
    ) -> bytes:
        """A bundle whose manifest says anything, signed as it should be."""
        content = (
            manifest if isinstance(manifest, bytes) else json.dumps(manifest, ensure_ascii=False).encode()
        )
        if comment is None:
            named = manifest if isinstance(manifest, dict) else self.manifest
            digest = hashlib.sha256(content).hexdigest()
            comment = (
                f"peer-bundle v1 channel={named.get('channel')} serial={named.get('serial')} sha256={digest}"
            )
        held = {
            "manifest.json": content,
            "manifest.json.minisig": key.sign(content, comment.encode("ascii", "replace").decode()),
            "directory.sqlite": self.directory if directory is None else directory,
        }
        return zip_of(self.entries(held | dict(further or {})))

    def saying(self, **members: Any) -> bytes:
        """A bundle whose manifest says something else."""
        return self.signed(self.manifest | members)

    def without(self, *path: str) -> bytes:
        """A bundle whose manifest leaves a member out."""
        members = self.manifest
        inner = members
        for name in path[:-1]:
            inner = inner[name]
        del inner[path[-1]]
        return self.signed(members)

    def carrying(self, directory: bytes, *, serial: int = 6, told: bool = True) -> bytes:
        """A bundle with another directory, its hash, size and counts right unless `told` is false."""
        members = self.manifest | {"serial": serial}
        file = members["files"][0]
        file["size"], file["sha256"] = len(directory), hashlib.sha256(directory).hexdigest()
        if told:
            counts, crisis = _told(directory)
            members["counts"] |= counts
            members["crisis_sha256"] = crisis or members["crisis_sha256"]
        return self.signed(members, directory=directory)

    def altered(self, *statements: str, pragmas: Sequence[str] = (), told: bool = True) -> bytes:
        """A bundle whose directory was changed by SQL, constraints off."""

        def change(connection: sqlite3.Connection) -> None:
            for pragma in ("foreign_keys = 0", "ignore_check_constraints = 1", *pragmas):
                connection.execute(f"PRAGMA {pragma}")
            for statement in statements:
                connection.execute(statement)

        return self.carrying(self.database(change), told=told)

    def database(self, change: Change, *, vacuum: bool = True) -> bytes:
        """The good directory, changed."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "directory.sqlite"
            file.write_bytes(self.directory)
            with closing(sqlite3.connect(file, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = OFF")
                change(connection)
                if vacuum:
                    connection.execute("VACUUM")
            return file.read_bytes()

    def rebuilt(
        self, tables: str = CARRIED_TABLES, *, encoding: str = "UTF-8", then: Change | None = None
    ) -> bytes:
        """A directory of the same rows made by another schema or in another encoding."""
        with tempfile.TemporaryDirectory() as folder:
            old, new = Path(folder) / "old.sqlite", Path(folder) / "new.sqlite"
            old.write_bytes(self.directory)
            with closing(sqlite3.connect(new, isolation_level=None)) as connection:
                connection.execute(f"PRAGMA encoding = '{encoding}'")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                connection.executescript(tables)
                if then:
                    then(connection)
                connection.execute("PRAGMA foreign_keys = 0")
                with closing(sqlite3.connect(old)) as source:
                    for table in ROWS:
                        names = ", ".join(name for name, _ in columns()[table])
                        marks = ", ".join("?" * len(columns()[table]))
                        with suppress(sqlite3.Error):
                            connection.executemany(
                                f"INSERT INTO {table} ({names}) VALUES ({marks})",
                                source.execute(f"SELECT {names} FROM {table}").fetchall(),
                            )
            return new.read_bytes()


def _told(directory: bytes) -> tuple[dict[str, int], str | None]:
    """What an honest manifest would say of a directory, as far as it can be read."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "directory.sqlite"
        file.write_bytes(directory)
        counts: dict[str, int] = {}
        with closing(sqlite3.connect(file)) as connection:
            for table in ROWS:
                with suppress(sqlite3.Error):
                    counts[table] = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            rows: dict[str, list[dict[str, Any]]] = {}
            with suppress(sqlite3.Error, UnicodeError):
                for table in ("crisis_line", "phone"):
                    names = [name for name, _ in columns()[table]]
                    found = connection.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()
                    rows[table] = [dict(zip(names, row, strict=True)) for row in found]
                return counts, crisis_sha256(rows)
    return counts, None
