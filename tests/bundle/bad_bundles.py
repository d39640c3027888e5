# ruff: noqa: ARG005, E501 - a table of cases: each says in one line what is wrong, whether it looks at the good one or not
"""Lists bundles that must be refused, each with the one code it must be refused with."""

import base64
import hashlib
import json
import os
import random
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peer_desktop.bundle.carried_schema import CARRIED_TABLES
from tests.bundle.forge import KEY, OTHER_KEY, Forge, Raw, packed, zip_of

Make = Callable[[Forge, Path], bytes | Path]
DIRECTORY, MANIFEST, SIGNATURE = "directory.sqlite", "manifest.json", "manifest.json.minisig"
PDF = b"%PDF-1.7\n%%EOF\n"


@dataclass(frozen=True)
class BadBundle:
    """One bad input. `make` gives its bytes, or a file in the folder it is given."""

    name: str
    code: str
    make: Make


def every_bad_bundle() -> list[BadBundle]:
    """All of them."""
    return [
        BadBundle(name, code, make)
        for code, name, make in (
            *containers(), *names(), *sizes(), *signatures(), *json_texts(), *members(), *versions(), *contents(),
            *files(), *schemas(), *texts(), *values(), *row_counts(), *crisis_lines(), *sources(),
        )
    ]  # fmt: skip


Case = tuple[str, str, Make]


def containers() -> Iterator[Case]:
    code = "E-CONTAINER"
    for percent in (1, 10, 25, 50, 75, 90, 99):
        yield code, f"cut off at {percent} %", lambda f, _, p=percent: f.file[: len(f.file) * p // 100]
    yield code, "one byte short", lambda f, _: f.file[:-1]
    yield code, "empty", lambda f, _: b""
    yield code, "ten bytes", lambda f, _: f.file[:10]
    yield code, "zeros after it", lambda f, _: f.file + bytes(512)
    yield code, "its end zeroed", lambda f, _: f.file[:-4096] + bytes(4096)
    yield code, "zeros throughout", lambda f, _: bytes(len(f.file))
    yield code, "bytes after it", lambda f, _: f.file + b"<script>"
    yield code, "a program before it", lambda f, _: b"#!/bin/sh\nrm -rf ~\n" + f.file
    yield (
        code,
        "a program before it, offsets right",
        lambda f, _: zip_of(f.entries(), prefix=b"MZ" + bytes(62)),
    )
    yield code, "a comment", lambda f, _: zip_of(f.entries(), comment=b"hello")
    yield code, "a bare SQLite file", lambda f, _: f.directory
    yield code, "a text", lambda f, _: b"peer-bundle\n" * 100
    yield code, "a picture", lambda f, _: b"\x89PNG\r\n\x1a\n" + bytes(1000)
    yield code, "several disks", lambda f, _: zip_of(f.entries(), disk=1)
    yield code, "an entry on another disk", lambda f, _: f.changing(DIRECTORY, disk=1)
    yield code, "fewer entries than it says", lambda f, _: zip_of(f.entries(), count=4)
    yield code, "more entries than it says", lambda f, _: zip_of(f.entries(), count=2)
    yield code, "zip64", lambda f, _: zip_of(f.entries(), count=0xFFFF)
    yield code, "zip64 field", lambda f, _: f.changing(DIRECTORY, extra=b"\1\0\x10\0" + bytes(16))
    yield code, "an extra field", lambda f, _: f.changing(MANIFEST, extra=b"UT\5\0\1abcd")
    yield code, "an entry comment", lambda f, _: f.changing(MANIFEST, comment=b"hello")
    yield code, "encrypted", lambda f, _: f.changing(DIRECTORY, flags=1)
    yield code, "sizes after the content", lambda f, _: f.changing(DIRECTORY, flags=8)
    yield code, "strongly encrypted", lambda f, _: f.changing(DIRECTORY, flags=0x40)
    for method, called in ((9, "deflate64"), (12, "bzip2"), (14, "lzma"), (93, "zstd"), (99, "aes")):
        yield code, f"packed with {called}", lambda f, _, m=method: f.changing(DIRECTORY, method=m)
    yield code, "needs a later zip", lambda f, _: f.changing(DIRECTORY, needed=63)
    yield code, "a symbolic link", lambda f, _: f.changing(DIRECTORY, attributes=0o120777 << 16)
    yield code, "a device", lambda f, _: f.changing(DIRECTORY, attributes=0o060666 << 16)
    yield code, "a folder", lambda f, _: f.changing(DIRECTORY, attributes=0o040755 << 16)
    yield code, "a folder of DOS", lambda f, _: f.changing(DIRECTORY, attributes=0x10)
    yield code, "the manifest twice", lambda f, _: f.beside(Raw(MANIFEST.encode(), b"{}"))
    yield code, "two directories", lambda f, _: f.beside(Raw(DIRECTORY.encode(), b"SQLite format 3\0"))
    yield (
        code,
        "another name in the local header",
        lambda f, _: f.changing(DIRECTORY, local_name=b"directory.sqlitf"),
    )
    yield code, "another checksum in the local header", lambda f, _: f.changing(DIRECTORY, local_crc=1)
    yield (
        code,
        "overlapping entries",
        lambda f, _: f.beside(Raw(b"attachments/" + b"a" * 64 + b".pdf", f.manifest_bytes, header_at=0)),
    )
    yield code, "entries in another order", lambda f, _: _shuffled(f)
    yield code, "something between entries", lambda f, _: f.changing(DIRECTORY, gap=b"hidden")
    yield code, "something before the list", lambda f, _: zip_of(f.entries(), between=b"hidden")
    yield code, "two sizes for stored bytes", lambda f, _: f.changing(MANIFEST, method=0, size=3)
    yield code, "no manifest", lambda f, _: f.with_contents(manifest=None)
    yield code, "no directory", lambda f, _: f.with_contents(directory=None)
    yield code, "no entries", lambda f, _: zip_of([])


def _shuffled(f: Forge) -> bytes:
    """The list names the entries in another order than they stand."""
    plain = zip_of(f.entries())
    at = int.from_bytes(plain[-6:-2], "little")
    listed = plain[at:-22]
    length = 46 + len(MANIFEST)
    return plain[:at] + listed[length:] + listed[:length] + plain[-22:]


def names() -> Iterator[Case]:
    code = "E-NAME"
    tricky = [
        "../x", "../../etc/passwd", "/etc/passwd", "C:\\x", "CON", "NUL.txt", "..\\x", "a/b", "MANIFEST.JSON",
        "Directory.sqlite", "directory.sqlite ", "directory.sqlite.", "directory.sqlite/", "./manifest.json",
        "attachments/", "attachments/x.pdf", "attachments/../x.pdf", f"attachments/{'A' * 64}.pdf",
        f"attachments/{'a' * 64}.exe", f"attachments/{'a' * 63}.pdf", f"attachments/{'a' * 64}.pdf.exe",
        "manifest.json\0.txt", "", "manifest.json:stream", "directory.sqlite-wal", "directory.sqlite-journal",
        "x" * 5000,
    ]  # fmt: skip
    for name in tricky:
        yield (
            code,
            f"an entry named {ascii(name)[:20]}{ascii(name)[20:][-20:]}",
            lambda f, _, n=name: f.beside(Raw(n.encode(), PDF)),
        )
    for form in ("NFC", "NFD"):
        twin = unicodedata.normalize(form, "mänifest.json").encode()
        yield code, f"an accented twin ({form})", lambda f, _, n=twin: f.beside(Raw(n, b"{}"))
    yield code, "a name in Latin-1", lambda f, _: f.beside(Raw(b"manif\xe9st.json", b"{}"))


def sizes() -> Iterator[Case]:
    code = "E-SIZE"
    yield code, "600 MB of zeros declared as 1 MB", lambda f, _: _bomb(f)
    yield code, "a directory declared as 129 MB", lambda f, _: f.changing(DIRECTORY, size=129 << 20)
    yield code, "a directory declared smaller", lambda f, _: f.lying_about_size(4096, packed(f.directory, 8))
    yield code, "a manifest of 300 kB", lambda f, _: f.with_contents(manifest=b" " * 300_000)
    yield code, "a signature of 5 kB", lambda f, _: f.with_contents(signature=b"x" * 5000)
    yield (
        code,
        "an attachment of 21 MB",
        lambda f, _: f.beside(Raw(b"attachments/" + b"a" * 64 + b".pdf", PDF, size=21 << 20)),
    )
    yield (
        code,
        "5,000 entries",
        lambda f, _: f.beside(
            *(Raw(f"attachments/{n:064x}.pdf".encode(), b"x", method=0) for n in range(5000))
        ),
    )
    yield (
        code,
        "520 MB in all",
        lambda f, _: f.beside(
            *(Raw(f"attachments/{n:064x}.pdf".encode(), b"x", size=20 << 20) for n in range(26))
        ),
    )
    yield code, "a file of 600 MB", _sparse


def _bomb(f: Forge) -> bytes:
    squeezing = zlib.compressobj(9, zlib.DEFLATED, -15)
    stored = b"".join(squeezing.compress(bytes(1 << 20)) for _ in range(600)) + squeezing.flush()
    return f.lying_about_size(1 << 20, stored)


def _sparse(f: Forge, folder: Path) -> Path:
    file = folder / "large.peerbundle"
    with file.open("wb") as stream:
        stream.truncate(600 << 20)
    return file


def signatures() -> Iterator[Case]:
    unknown, bad = "E-SIG-UNKNOWN-KEY", "E-SIG-BAD"
    yield unknown, "signed with another key", lambda f, _: f.signed(f.manifest, key=OTHER_KEY)
    yield (
        unknown,
        "another key's number on our signature",
        lambda f, _: f.with_contents(signature=_resigned(f, kind=b"ED", key_id=OTHER_KEY.key_id)),
    )
    yield (
        bad,
        "our key's number on another signature",
        lambda f, _: f.with_contents(
            signature=OTHER_KEY.sign(f.manifest_bytes, _comment(f)).replace(
                *_swapped(OTHER_KEY.sign(f.manifest_bytes, _comment(f)), KEY.key_id)
            )
        ),
    )
    yield bad, "not signed", lambda f, _: f.with_contents(signature=None)
    yield bad, "an empty signature", lambda f, _: f.with_contents(signature=b"")
    yield (
        bad,
        "another bundle's signature",
        lambda f, _: f.with_contents(signature=KEY.sign(b"another manifest", _comment(f))),
    )
    yield bad, "an old kind of signature", lambda f, _: f.with_contents(signature=_resigned(f, kind=b"Ed"))
    yield bad, "a signature of a third kind", lambda f, _: f.with_contents(signature=_resigned(f, kind=b"XX"))
    yield (
        bad,
        "a signature with one bit turned",
        lambda f, _: f.with_contents(signature=_one_bit(f.signature, 1)),
    )
    yield (
        bad,
        "a comment signature with one bit turned",
        lambda f, _: f.with_contents(signature=_one_bit(f.signature, 3)),
    )
    yield (
        bad,
        "another trusted comment",
        lambda f, _: f.with_contents(signature=f.signature.replace(b"serial=6", b"serial=7")),
    )
    yield (
        bad,
        "a signed comment of another serial",
        lambda f, _: f.signed(
            f.manifest, comment=f"peer-bundle v1 channel=test-directory serial=7 sha256={'0' * 64}"
        ),
    )
    yield bad, "a signed comment that says nothing", lambda f, _: f.signed(f.manifest, comment="hello")
    yield (
        bad,
        "a signature with Windows line ends",
        lambda f, _: f.with_contents(signature=f.signature.replace(b"\n", b"\r\n")),
    )
    yield (
        bad,
        "a signature without its last line end",
        lambda f, _: f.with_contents(signature=f.signature[:-1]),
    )
    yield bad, "a signature with a fifth line", lambda f, _: f.with_contents(signature=f.signature + b"x\n")
    yield (
        bad,
        "a signature of three lines",
        lambda f, _: f.with_contents(signature=b"\n".join(f.signature.split(b"\n")[:3]) + b"\n"),
    )
    yield (
        bad,
        "a signature that is not base64",
        lambda f, _: f.with_contents(signature=b"untrusted comment: x\n!!!!\ntrusted comment: x\n!!!!\n"),
    )
    yield (
        bad,
        "a signature with an accent in its comment",
        lambda f, _: f.with_contents(signature=f.signature.replace(b"peer-bundle", "pé-bundle".encode())),
    )
    yield (
        bad,
        "a manifest with Windows line ends",
        lambda f, _: f.with_contents(manifest=f.manifest_bytes.replace(b"\n", b"\r\n")),
    )
    yield (
        bad,
        "a manifest with one more space",
        lambda f, _: f.with_contents(manifest=f.manifest_bytes + b" "),
    )
    yield (
        bad,
        "a manifest written anew",
        lambda f, _: f.with_contents(manifest=json.dumps(f.manifest).encode()),
    )
    yield (
        bad,
        "a higher serial, not signed again",
        lambda f, _: f.with_contents(manifest=f.manifest_bytes.replace(b'"serial": 6', b'"serial": 9')),
    )


def _comment(f: Forge) -> str:
    return f.signature.split(b"\n")[2].removeprefix(b"trusted comment: ").decode()


def _resigned(f: Forge, *, kind: bytes, key_id: bytes = KEY.key_id) -> bytes:
    lines = f.signature.split(b"\n")
    content = base64.b64decode(lines[1])
    lines[1] = base64.b64encode(kind + key_id + content[10:])
    return b"\n".join(lines)


def _swapped(signature: bytes, key_id: bytes) -> tuple[bytes, bytes]:
    line = signature.split(b"\n")[1]
    content = base64.b64decode(line)
    return line, base64.b64encode(content[:2] + key_id + content[10:])


def _one_bit(signature: bytes, line: int) -> bytes:
    lines = signature.split(b"\n")
    content = bytearray(base64.b64decode(lines[line]))
    content[-1] ^= 1
    lines[line] = base64.b64encode(content)
    return b"\n".join(lines)


def json_texts() -> Iterator[Case]:
    code = "E-MANIFEST-JSON"
    whole = {
        "a manifest in UTF-16": lambda text: text.encode("utf-16"),
        "a manifest in Latin-1": lambda text: text.replace("Un essai", "Un été").encode("latin-1"),
        "a manifest with a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
        "a manifest that is a list": lambda text: b"[" + text.encode() + b"]",
        "a manifest that is a text": lambda _: b'"peer-bundle"',
        "an empty manifest": lambda _: b" ",
        "half a manifest": lambda text: text[: len(text) // 2].encode(),
        "two manifests": lambda text: (text + text).encode(),
        "a manifest with a comma too many": lambda text: text.rstrip()[:-1].encode() + b",}",
        "a manifest with a comment": lambda text: b"// hello\n" + text.encode(),
        "a member twice": lambda text: text.replace('"serial": 6', '"serial": 1, "serial": 6').encode(),
        "a member twice, one escaped": lambda t: t.replace('"serial": 6', '"seria\\u006c": 1, "serial": 6').encode(),
        "NaN": lambda text: text.replace('"serial": 6', '"serial": NaN').encode(),
        "Infinity": lambda text: text.replace('"serial": 6', '"serial": Infinity').encode(),
        "minus Infinity": lambda text: text.replace('"serial": 6', '"serial": -Infinity').encode(),
        "a number too large": lambda text: text.replace('"serial": 6', '"serial": 6, "x": 1e999').encode(),
        "a whole number of 5,000 digits": lambda t: t.replace('"serial": 6', f'"serial": {"9" * 5000}').encode(),
        "nested 100,000 deep": lambda t: t.replace('"serial": 6', f'"x": {"[" * 100_000}{"]" * 100_000}').encode(),
        "objects nested 20,000 deep": lambda t: t.replace('"serial": 6', '"x": ' + '{"a":' * 20_000).encode(),
        "nested 65 deep": lambda t: t.replace('"serial": 6', f'"serial": 6, "x": {"[" * 65}{"]" * 65}').encode(),
        "half a surrogate pair": lambda text: text.replace("A test.", "\\ud800").encode(),
        "half a surrogate pair in a name": lambda t: t.replace('"serial": 6', '"serial": 6, "\\udc00": 1').encode(),
        "a control character in a note": lambda text: text.replace("A test.", "A\\u0007test.").encode(),
        "a line break in a text": lambda text: text.replace("A test.", "A\\ntest.").encode(),
        "a zero byte in a text": lambda text: text.replace("A test.", "A\\u0000test.").encode(),
        "a text that turns its direction": lambda text: text.replace("A test.", "A \\u202etset.").encode(),
        "an invisible character in a name": lambda text: text.replace("Hall 26", "Hall\\u200b 26").encode(),
        "accents apart in a note": lambda t: t.replace("A test.", "e\\u0301te").encode(),
        "single quotes": lambda text: text.replace('"', "'").encode(),
    }  # fmt: skip
    for name, change in whole.items():
        yield code, name, lambda f, _, c=change: f.signed(c(f.manifest_bytes.decode()), comment=None)


def members() -> Iterator[Case]:
    code = "E-MANIFEST-SCHEMA"
    for name in (
        "format", "format_version", "critical", "channel", "serial", "created_at", "data_as_of", "stale_after",
        "title", "notes", "publisher", "min_app_version", "schema", "counts", "crisis_sha256", "files", "licence",
        "sources",
    ):  # fmt: skip
        yield code, f"no {name}", lambda f, _, n=name: f.without(n)
    for path in (("title", "fr"), ("publisher", "name"), ("schema", "ddl_sha256"), ("counts", "phone")):
        yield code, f"no {'.'.join(path)}", lambda f, _, p=path: f.without(*p)
    wrong: list[tuple[str, Any]] = [
        ("format", "peer-bundel"), ("format_version", True), ("format_version", "1"), ("format_version", 0),
        ("serial", True), ("serial", 6.0), ("serial", "6"), ("serial", 0), ("serial", -6), ("serial", 2**53),
        ("serial", None), ("channel", "Test Directory"), ("channel", "../x"), ("channel", ""),
        ("created_at", "2026-02-30T00:00:00Z"), ("created_at", "2026-11-21T18:30:00+02:00"), ("created_at", 1),
        ("data_as_of", "2026-02-30"), ("data_as_of", "21/11/2026"), ("data_as_of", "2026-11"),
        ("stale_after", "2026-11-20"), ("title", "Ten listings"), ("title", {"en": 1, "fr": "x"}),
        ("title", {"en": "x" * 251, "fr": "x"}), ("notes", []), ("publisher", {"name": ""}),
        ("publisher", {"name": "Hall", "phone": "1-800-VETERAN"}), ("publisher", {"name": "Hall", "email": "hall"}),
        ("min_app_version", "latest"), ("min_app_version", 1), ("critical", "serial"), ("critical", [1]),
        ("crisis_sha256", "0" * 63), ("crisis_sha256", "G" * 64), ("counts", {}), ("files", []), ("files", {}),
        ("licence", ""), ("licence", ["CC BY 4.0"]), ("sources", 7),
    ]  # fmt: skip
    for name, value in wrong:
        yield code, f"{name} is {ascii(value)[:60]}", lambda f, _, n=name, v=value: f.saying(**{n: v})
    yield code, "a count below zero", lambda f, _: f.saying(counts=f.manifest["counts"] | {"phone": -1})
    yield code, "a count of a table of no name", lambda f, _: f.saying(counts=f.manifest["counts"] | {"x": 1})
    lies: list[tuple[str, dict[str, Any]]] = [
        ("a path out of the bundle", {"path": "../directory.sqlite"}),
        ("an absolute path", {"path": "/directory.sqlite"}),
        ("a role of no name", {"role": "program"}),
        ("a role that its path cannot have", {"role": "basemap"}),
        ("a size that is a boolean", {"size": True}),
        ("a size below zero", {"size": -1}),
        ("a size above the cap", {"size": 1 << 30}),
        ("a hash in capitals", {"sha256": "A" * 64}),
        ("a file without a hash", {"sha256": None}),
    ]
    for called, lie in lies:
        yield code, called, lambda f, _, li=lie: f.saying(files=[f.manifest["files"][0] | li])
    yield code, "the same file twice", lambda f, _: f.saying(files=f.manifest["files"] * 2)
    yield (
        code,
        "no directory among the files",
        lambda f, _: f.saying(
            files=[{"path": "basemap.pmtiles", "size": 1, "sha256": "0" * 64, "role": "basemap"}]
        ),
    )


def versions() -> Iterator[Case]:
    schema = {"application_id": 0x50454552, "user_version": 1}
    yield "E-FORMAT-NEWER", "a later format", lambda f, _: f.saying(format_version=2)
    yield (
        "E-FORMAT-NEWER",
        "a critical member of no name",
        lambda f, _: f.saying(critical=["patches"], patches=[]),
    )
    yield (
        "E-FORMAT-NEWER",
        "later tables",
        lambda f, _: f.saying(schema=f.manifest["schema"] | {"user_version": 2}),
    )
    yield "E-APP-TOO-OLD", "for a later program", lambda f, _: f.saying(min_app_version="99.0")
    yield (
        "E-DB-SCHEMA",
        "another application",
        lambda f, _: f.saying(schema=f.manifest["schema"] | {"application_id": 7}),
    )
    yield "E-DB-SCHEMA", "other tables named", lambda f, _: f.saying(schema=schema | {"ddl_sha256": "0" * 64})
    yield "E-CHANNEL", "another channel", lambda f, _: f.saying(channel="somebody-else")
    yield "E-ROLLBACK", "an older serial", lambda f, _: f.saying(serial=4)
    yield "E-ROLLBACK", "the first serial", lambda f, _: f.saying(serial=1)
    yield "E-ROLLBACK", "the same serial, other content", lambda f, _: f.saying(serial=5)
    yield "E-FASTFWD", "a serial far ahead", lambda f, _: f.saying(serial=10_006)
    yield "E-FASTFWD", "the highest serial of all", lambda f, _: f.saying(serial=2**53 - 1)


def contents() -> Iterator[Case]:
    code = "E-HASH"
    yield (
        code,
        "another directory under the same manifest",
        lambda f, _: f.with_contents(directory=f.directory[:-1] + bytes([f.directory[-1] ^ 1])),
    )
    yield code, "one bit of the stored directory turned", lambda f, _: _turned(f)
    yield (
        code,
        "a directory that stops early",
        lambda f, _: f.changing(DIRECTORY, stored=packed(f.directory, 8)[:-100]),
    )
    yield (
        code,
        "bytes after the packed directory",
        lambda f, _: f.changing(DIRECTORY, stored=packed(f.directory, 8) + b"more"),
    )
    yield (
        code,
        "a directory declared larger",
        lambda f, _: f.changing(DIRECTORY, size=len(f.directory) + 4096),
    )
    yield code, "a wrong checksum, twice the same", lambda f, _: f.changing(DIRECTORY, crc=7)
    yield (
        code,
        "noise for a directory",
        lambda f, _: f.changing(DIRECTORY, stored=random.Random(1).randbytes(50_000)),
    )
    yield (
        code,
        "an attachment nobody listed",
        lambda f, _: f.beside(Raw(f"attachments/{hashlib.sha256(PDF).hexdigest()}.pdf".encode(), PDF)),
    )
    yield code, "a map nobody listed", lambda f, _: f.beside(Raw(b"basemap.pmtiles", b"PMTiles\3"))
    yield code, "an attachment that is missing", lambda f, _: f.signed(_listing(f, PDF))
    yield (
        code,
        "an attachment of another content",
        lambda f, _: f.signed(
            _listing(f, PDF), further={f"attachments/{hashlib.sha256(PDF).hexdigest()}.pdf": PDF[::-1]}
        ),
    )
    yield (
        "E-CONTAINER",
        "an attachment that is no PDF",
        lambda f, _: f.signed(
            _listing(f, b"MZ\x90"),
            further={f"attachments/{hashlib.sha256(b'MZ' + bytes([0x90])).hexdigest()}.pdf": b"MZ\x90"},
        ),
    )
    yield (
        "E-CONTAINER",
        "a map that is no map",
        lambda f, _: f.signed(
            _with_file(f, "basemap.pmtiles", b"<html>", "basemap"), further={"basemap.pmtiles": b"<html>"}
        ),
    )


def _turned(f: Forge) -> bytes:
    """Turned where it unpacks to as many bytes: others can unpack to more, which is another refusal."""
    good = packed(f.directory, 8)
    for place in range(len(good) // 2, len(good)):
        stored = bytearray(good)
        stored[place] ^= 4
        with suppress(zlib.error):
            unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(stored)
            if len(unpacked) == len(f.directory) and unpacked != f.directory:
                return f.changing(DIRECTORY, stored=bytes(stored))
    raise AssertionError("no bit can be turned")


def _listing(f: Forge, content: bytes) -> dict[str, Any]:
    return _with_file(f, f"attachments/{hashlib.sha256(content).hexdigest()}.pdf", content, "attachment")


def _with_file(f: Forge, path: str, content: bytes, role: str) -> dict[str, Any]:
    file = {"path": path, "size": len(content), "sha256": hashlib.sha256(content).hexdigest(), "role": role}
    return f.manifest | {"files": [*f.manifest["files"], file]}


def files() -> Iterator[Case]:
    """The directory file itself, below what SQL can say."""
    code = "E-DB-CORRUPT"
    yield code, "a directory that is a text", lambda f, _: f.carrying(b"hello\n" * 100)
    yield code, "a directory of one byte", lambda f, _: f.carrying(b"S")
    yield code, "a directory without its last page", lambda f, _: f.carrying(f.directory[:-4096])
    yield code, "a directory without its last byte", lambda f, _: f.carrying(f.directory[:-1])
    yield code, "a directory with a page more", lambda f, _: f.carrying(f.directory + bytes(4096))
    yield code, "a page of noise in the middle", lambda f, _: f.carrying(_noise(f, 3))
    yield code, "a page of noise near the end", lambda f, _: f.carrying(_noise(f, -3))
    yield code, "a page of zeros", lambda f, _: f.carrying(_noise(f, 5, zeros=True))
    yield code, "a page size of 100", lambda f, _: f.carrying(_bytes_at(f, 16, b"\0\x64"))
    yield code, "space reserved in each page", lambda f, _: f.carrying(_bytes_at(f, 20, b"\x20"))
    schema = "E-DB-SCHEMA"
    yield schema, "a write-ahead log is announced", lambda f, _: f.carrying(_bytes_at(f, 18, b"\2\2"))
    yield schema, "another application id", lambda f, _: f.carrying(_bytes_at(f, 68, b"GPKG"))
    yield schema, "no application id", lambda f, _: f.carrying(_bytes_at(f, 68, bytes(4)))
    yield schema, "another version of the tables", lambda f, _: f.carrying(_bytes_at(f, 60, b"\0\0\0\2"))
    yield schema, "text in UTF-16", lambda f, _: f.carrying(f.rebuilt(encoding="UTF-16le"))


def _noise(f: Forge, page: int, *, zeros: bool = False) -> bytes:
    pages = [f.directory[at : at + 4096] for at in range(0, len(f.directory), 4096)]
    pages[page] = bytes(4096) if zeros else random.Random(page).randbytes(4096)
    return b"".join(pages)


def _bytes_at(f: Forge, at: int, content: bytes) -> bytes:
    return f.directory[:at] + content + f.directory[at + len(content) :]


def schemas() -> Iterator[Case]:
    code = "E-DB-SCHEMA"
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    statements = {
        "a view": "CREATE VIEW v AS SELECT 1",
        "a view without end": f"CREATE VIEW v AS {endless}",
        "a trigger": "CREATE TRIGGER t AFTER INSERT ON listing BEGIN SELECT 1; END",
        "a full-text table": "CREATE VIRTUAL TABLE f USING fts5 (a)",
        "a full-text table of the name we build": "CREATE VIRTUAL TABLE full_text USING fts5 (kind, id, name)",
        "a map table": "CREATE VIRTUAL TABLE r USING rtree (id, a, b)",
        "one more table": "CREATE TABLE one_more (a TEXT)",
        "one more index": "CREATE INDEX one_more ON listing (kind)",
        "an index on an expression": "CREATE INDEX e ON listing (lower(id))",
        "one more column": "ALTER TABLE listing ADD COLUMN one_more TEXT",
        "a generated column": "ALTER TABLE listing ADD COLUMN g TEXT GENERATED ALWAYS AS (upper(id)) VIRTUAL",
        "one table fewer": "DROP TABLE synonym",
        "a column of another name": "ALTER TABLE listing RENAME COLUMN email TO mail",
        "statistics": "ANALYZE",
    }
    for name, statement in statements.items():
        yield code, name, lambda f, _, s=statement: f.altered(s)
    yield (
        code,
        "poisoned statistics",
        lambda f, _: f.altered("ANALYZE", "UPDATE sqlite_stat1 SET stat = '1 1 1 ' || hex(zeroblob(1000))"),
    )
    yield code, "a table without STRICT", lambda f, _: f.carrying(
        f.rebuilt(CARRIED_TABLES.replace("reason          TEXT NOT NULL,\n    UNIQUE (said, means)\n) STRICT",
                                         "reason          TEXT NOT NULL,\n    UNIQUE (said, means)\n)"))
    )  # fmt: skip
    yield (
        code,
        "a CHECK that never ends",
        lambda f, _: f.carrying(
            f.rebuilt(
                CARRIED_TABLES.replace(
                    "CHECK (pinned IN (0, 1))", "CHECK (length(zeroblob(900000000)) > pinned)"
                )
            )
        ),
    )
    yield (
        code,
        "one more space in a table",
        lambda f, _: f.carrying(
            f.rebuilt(CARRIED_TABLES.replace("TEXT NOT NULL UNIQUE", "TEXT  NOT NULL UNIQUE"))
        ),
    )
    yield (
        code,
        "a table's words changed by hand",
        lambda f, _: f.altered(
            "UPDATE sqlite_master SET sql = replace(sql, 'STRICT', 'strict') WHERE name = 'term'",
            pragmas=["writable_schema = 1"],
        ),
    )


def texts() -> Iterator[Case]:
    code = "E-DB-TEXT"
    name = "UPDATE listing SET name_en = {} WHERE id = 'halifax-drop-in'"
    wrong = {
        "bytes that are not UTF-8": "CAST(x'C328' AS TEXT)",
        "a lone surrogate in UTF-8": "CAST(x'EDA080' AS TEXT)",
        "text that turns its direction": "'Drop' || char(8238) || 'ni'",
        "an isolate of direction": "'Drop' || char(8295)",
        "an invisible character": "'Dr' || char(8203) || 'op'",
        "a soft hyphen": "'Dr' || char(173) || 'op'",
        "a zero byte": "'Drop' || char(0) || 'in'",
        "a control character": "'Drop' || char(27) || '[2J'",
        "a line break": "'Drop' || char(10) || 'in'",
        "a private character": "'Drop' || char(57344)",
        "a character of no meaning": "'Drop' || char(65535)",
        "accents apart from their letters": "'Cafe' || char(769)",
        "two spaces": "'Drop  in'",
        "a space at the end": "'Drop in '",
        "10 MB of text": "hex(zeroblob(5000000))",
        "20,000 characters": "hex(zeroblob(10000))",
    }  # fmt: skip
    for called, value in wrong.items():
        yield code, called, lambda f, _, v=value: f.altered(name.format(v))
    yield (
        code,
        "a turned text among the places",
        lambda f, _: f.altered("UPDATE place SET name_en = name_en || char(8238) WHERE number = 1"),
    )


def values() -> Iterator[Case]:
    code = "E-DB-VALUE"
    listing = "UPDATE listing SET {} WHERE id = 'moncton-grief-group'"
    place = "UPDATE location SET {} WHERE listing_id = 'moncton-grief-group'"
    phone = "UPDATE phone SET {} WHERE listing_id = 'halifax-drop-in'"
    wrong = {
        "a name too long": listing.format("name_en = hex(zeroblob(200))"),
        "no name": listing.format("name_en = NULL, name_fr = NULL"),
        "an empty name": listing.format("name_en = '', name_fr = ''"),
        "a kind of no name": listing.format("kind = 'hotel'"),
        "a program that is a place": listing.format("place_kind = 'mfrc'"),
        "a confidence of no name": listing.format("confidence = 'low'"),
        "a day that is none": listing.format("checked_on = '2026-02-30'"),
        "a day in another form": listing.format("checked_on = '30/10/2026'"),
        "a day in the future": listing.format("checked_on = '2027-01-01'"),
        "an id in capitals": listing.format("id = 'Moncton-Grief-Group'"),
        "an id with a path in it": listing.format("id = '../moncton'"),
        "an organization that is not there": listing.format("organization_id = 'nobody'"),
        "a script for an address": listing.format("website = 'javascript:alert(1)'"),
        "a file for an address": listing.format("website = 'file:///etc/passwd'"),
        "an address with a user name": listing.format("website = 'https://legion.ca@evil.example/'"),
        "an address that is a number": listing.format("website = 'https://192.0.2.7/'"),
        "an address of IPv6": listing.format("website = 'https://[2001:db8::1]/'"),
        "an address of another computer": listing.format("website = '\\\\evil\\share'"),
        "an FTP address": listing.format("website = 'ftp://files.example.ca/'"),
        "data for an address": listing.format("website = 'data:text/html,x'"),
        "an e-mail that is none": listing.format("email = 'anna at example.ca'"),
        "a latitude without a longitude": place.format("longitude = NULL"),
        "an endless latitude": place.format("latitude = 9e999"),
        "coordinates the wrong way round": place.format("latitude = -64.7734, longitude = 46.0899"),
        "a point in the sea": place.format("latitude = 0, longitude = 0"),
        "a point in another province": place.format("latitude = 49.28, longitude = -123.12"),
        "a province that is none": place.format("province = 'XX'"),
        "a postal code that is none": place.format("postal_code = 'E1C1A1'"),
        "a precision without a point": place.format("latitude = NULL, longitude = NULL"),
        "an address of a listing that is not there": "INSERT INTO location (listing_id, city, province) "
        "VALUES ('nobody', 'Moncton', 'NB')",
        "a phone of a listing that is not there": "UPDATE phone SET listing_id = 'nobody' "
        "WHERE listing_id = 'halifax-drop-in'",
        "a phone of nobody": phone.format("listing_id = NULL"),
        "a phone of two": phone.format("crisis_line_id = 'peer-line', position = 2"),
        "a phone in letters": phone.format("number = '+1902VETERAN'"),
        "a phone as people write it": phone.format("number = '902-555-0199'"),
        "a phone of nine digits": phone.format("number = '+190255501'"),
        "a phone of another country": phone.format("number = '+33142685300'"),
        "a short code of no meaning": phone.format("number = '999'"),
        "a retired number": phone.format("number = '+18334564566'"),
        "a kind of phone of no name": phone.format("kind = 'fax'"),
        "a gap in the order of phones": phone.format("position = 7"),
        "an extension in letters": phone.format("extension = 'front desk'"),
        "a facet value of no name": "UPDATE listing_facet SET value = 'free-beer' "
        "WHERE listing_id = 'moncton-grief-group' AND facet = 'cost'",
        "a facet that listings do not have": "INSERT INTO listing_facet VALUES ('halifax-drop-in', 'serves', 'NS')",
        "a facet of a listing that is not there": "INSERT INTO listing_facet VALUES ('nobody', 'cost', 'free')",
        "not stated as a value": "INSERT INTO listing_facet VALUES ('northern-warm-line', 'duration', 'not-stated')",
        "two evidences of peers": "INSERT INTO listing_facet VALUES ('legion-truro', 'peer_evidence', 'stated')",
        "a value with a semicolon": "UPDATE facet_value SET value = 'free;fee' WHERE facet = 'cost' AND value = 'free'",
        "a facet fewer": "DELETE FROM facet WHERE id = 'cost'",
        "an area of no name": "UPDATE service_area SET code = 'USA' WHERE listing_id = 'halifax-drop-in'",
        "a listing that serves nobody": "DELETE FROM service_area WHERE listing_id = 'halifax-drop-in'",
        "a source that is a script": "UPDATE source SET url = 'javascript:x' WHERE listing_id = 'legion-truro'",
        "a term that refers to nobody": "INSERT INTO term_see_also VALUES ('grief', 'nobody')",
        "a note on a term, which no table has": "UPDATE term SET note = 'x' WHERE id = 'grief'",
        "a resource of a type of no name": "UPDATE resource SET type = 'rumour' WHERE id = 'burke-2019'",
        "a topic of no resource": "INSERT INTO resource_topic VALUES ('nobody', 'evidence')",
        "a year that is none": "UPDATE resource SET year = 'soon' WHERE id = 'burke-2019'",
        "a place in no province": "UPDATE place SET province = 'ZZ' WHERE number = 1",
        "a place far away": "UPDATE place SET latitude = -33.9, longitude = 151.2 WHERE number = 1",
        "a prefix of no postal code": "UPDATE postal_prefix SET prefix = 'D0D' WHERE prefix = 'E1C'",
        "a synonym of itself": "UPDATE synonym SET means = said WHERE number = 1",
        "a synonym said twice": "UPDATE synonym SET said = 'HUBBY', means = 'Spouse' WHERE said = 'OSI'",
        "a line pinned by itself": "UPDATE crisis_line SET pinned = 1 WHERE id = 'seen-once'",
        "a line with an audience of no name": "UPDATE crisis_line SET audience = 'martians' WHERE id = 'peer-line'",
        "a line without a number": "DELETE FROM phone WHERE crisis_line_id = 'peer-line'",
        "a chat that is a script": "UPDATE crisis_line SET chat_url = 'javascript:x' WHERE id = 'seen-once'",
        "another channel inside": "UPDATE directory SET channel = 'somebody-else'",
        "another date inside": "UPDATE directory SET data_as_of = '2026-11-20'",
    }
    for name, statement in wrong.items():
        yield code, name, lambda f, _, s=statement: f.altered(s)
    yield (
        code,
        "fewer rows than the manifest counts",
        lambda f, _: f.altered("DELETE FROM synonym WHERE number = 3", told=False),
    )
    yield (
        code,
        "other crisis lines than the manifest hashes",
        lambda f, _: f.altered("UPDATE crisis_line SET hours_en = 'never' WHERE id = '988'", told=False),
    )


def row_counts() -> Iterator[Case]:
    code = "E-LIMIT-ROWS"
    million = (
        "INSERT INTO service_area "
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) "
        "SELECT printf('%07d', i), 'CA' FROM n"
    )
    yield code, "a million rows", lambda f, _: f.altered(million)
    for table in ("listing", "organization", "facet", "facet_value", "phone", "service_area", "directory"):
        yield code, f"no rows in {table}", lambda f, _, t=table: f.altered(f"DELETE FROM {t}")
    yield code, "two descriptions", lambda f, _: f.altered("INSERT INTO directory SELECT * FROM directory")


def crisis_lines() -> Iterator[Case]:
    missing, pinned = "E-CRISIS-MISSING", "E-CRISIS-PINNED"
    yield (
        missing,
        "no crisis line",
        lambda f, _: f.altered(
            "DELETE FROM phone WHERE crisis_line_id IS NOT NULL", "DELETE FROM crisis_line"
        ),
    )
    for line in ("988", "vac-assistance-service", "young-texters"):
        yield (
            missing,
            f"no line {line}",
            lambda f, _, n=line: f.altered(
                f"DELETE FROM phone WHERE crisis_line_id = '{n}'", f"DELETE FROM crisis_line WHERE id = '{n}'"
            ),
        )
    yield (
        missing,
        "9-8-8 without a number",
        lambda f, _: f.altered("DELETE FROM phone WHERE crisis_line_id = '988'"),
    )
    yield (
        missing,
        "9-8-8 no longer pinned",
        lambda f, _: f.altered("UPDATE crisis_line SET pinned = 0 WHERE id = '988'"),
    )
    yield (
        missing,
        "9-8-8 under another id",
        lambda f, _: f.altered(
            "UPDATE crisis_line SET id = '989' WHERE id = '988'",
            "UPDATE phone SET crisis_line_id = '989' WHERE crisis_line_id = '988'",
        ),
    )
    yield (
        pinned,
        "9-8-8 altered",
        lambda f, _: f.altered(
            "UPDATE phone SET number = '+19005550188' WHERE crisis_line_id = '988' AND kind = 'voice'"
        ),
    )
    yield (
        pinned,
        "one digit of a pinned line",
        lambda f, _: f.altered(
            "UPDATE phone SET number = '+18002687709' WHERE crisis_line_id = 'vac-assistance-service'"
        ),
    )
    yield (
        pinned,
        "one number more on a pinned line",
        lambda f, _: f.altered(
            "INSERT INTO phone VALUES (NULL, '988', 3, 'voice', '+19025550100', NULL, NULL, NULL)"
        ),
    )
    yield (
        pinned,
        "a text line made a voice line",
        lambda f, _: f.altered(
            "UPDATE phone SET kind = 'voice', number = '+19025550100' WHERE crisis_line_id = 'young-texters'"
        ),
    )
    yield (
        pinned,
        "another word to text",
        lambda f, _: f.altered("UPDATE crisis_line SET text_keyword = 'STOP' WHERE id = 'young-texters'"),
    )
    yield (
        pinned,
        "an impostor of a pinned line",
        lambda f, _: f.altered(
            "UPDATE crisis_line SET name_en = '9-8-8: SUICIDE crisis helpline' WHERE id = 'peer-line'"
        ),
    )


def sources() -> Iterator[Case]:
    yield "E-STICK-GONE", "a file that is not there", lambda _, folder: folder / "gone.peerbundle"
    yield "E-CONTAINER", "a folder for a file", lambda _, folder: folder
    if hasattr(os, "mkfifo"):
        yield "E-CONTAINER", "a pipe for a file", _pipe
    yield "E-STICK-GONE", "a link that leads nowhere", _dangling


def _pipe(_: Forge, folder: Path) -> Path:
    os.mkfifo(folder / "pipe.peerbundle")
    return folder / "pipe.peerbundle"


def _dangling(_: Forge, folder: Path) -> Path:
    link = folder / "link.peerbundle"
    link.symlink_to(folder / "nowhere")
    return link
