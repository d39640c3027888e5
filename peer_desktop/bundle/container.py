"""Reads the container of a bundle: a ZIP of which every byte is accounted for."""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from struct import Struct
from typing import BinaryIO, NoReturn

from peer_desktop.bundle.refusals import ContentDiffers, NameRefused, NotABundle, TooLarge
from peer_desktop.directory.language import Bilingual

MANIFEST, SIGNATURE, DIRECTORY, BASEMAP = (
    "manifest.json",
    "manifest.json.minisig",
    "directory.sqlite",
    "basemap.pmtiles",
)
ATTACHMENT = re.compile(r"attachments/[0-9a-f]{64}\.pdf")

_MIB = 1024 * 1024
LARGEST: Mapping[str, int] = {
    MANIFEST: 256 * 1024,
    SIGNATURE: 4 * 1024,
    DIRECTORY: 128 * _MIB,
    BASEMAP: 400 * _MIB,
}
LARGEST_ATTACHMENT = 20 * _MIB
LARGEST_BUNDLE = 512 * _MIB
"""The file itself, and all that it unfolds to."""
MOST_ENTRIES = 2_000
BLOCK = 256 * 1024

_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_STORED, _DEFLATED = 0, 8
_KIND, _DOS_FOLDER = 0xF000_0000, 0x10
_ORDINARY_FILE = 0x8000_0000


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a bundle, as the central list describes it. Sizes in bytes."""

    name: str
    method: int
    crc: int
    stored_size: int
    size: int
    header_at: int
    head: tuple[int, ...]
    """What the local header must repeat."""

    @property
    def content_at(self) -> int:
        """Where the stored bytes begin."""
        return self.header_at + _LOCAL.size + len(self.name)


def largest(name: str) -> int:
    """How many bytes an entry of this name may unfold to."""
    return LARGEST.get(name, LARGEST_ATTACHMENT)


def read_entries(file: BinaryIO, size: int) -> dict[str, Entry]:
    """The entries by name, in the order they stand. Raises NotABundle, NameRefused or TooLarge."""
    if size > LARGEST_BUNDLE:
        raise TooLarge(reason=_megabytes(size, LARGEST_BUNDLE))
    list_at, list_size, count = _read_end(file, size)
    file.seek(list_at)
    entries = _read_list(file.read(list_size), count)
    _check_headers(file, list(entries.values()), list_at)
    for name in (MANIFEST, DIRECTORY):
        if name not in entries:
            _refuse(f"{name} is missing", f"{name} est absent")
    if sum(entry.size for entry in entries.values()) > LARGEST_BUNDLE:
        total = sum(entry.size for entry in entries.values())
        raise TooLarge(reason=_megabytes(total, LARGEST_BUNDLE))
    return entries


def _read_end(file: BinaryIO, size: int) -> tuple[int, int, int]:
    """Where the central list is, its size, and how many entries it names."""
    if size < _END.size:
        _refuse("it is too short", "il est trop court")
    file.seek(size - _END.size)
    mark, disk, list_disk, here, count, list_size, list_at, comment = _END.unpack(file.read(_END.size))
    if mark != b"PK\5\6" or comment:
        _refuse("it does not end as a bundle ends", "il ne finit pas comme un paquet")
    if disk or list_disk or here != count or 0xFFFF in (here, count) or 0xFFFFFFFF in (list_size, list_at):
        _refuse("its list of contents is of another kind", "sa table des matières est d'un autre type")
    if count > MOST_ENTRIES:
        raise TooLarge(reason=Bilingual(f"{count} entries", f"{count} éléments"))
    if list_at + list_size + _END.size != size:
        _refuse("its list of contents is not where it must be", "sa table des matières est mal placée")
    return list_at, list_size, count


def _read_list(content: bytes, count: int) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    at = 0
    for _ in range(count):
        if at + _CENTRAL.size > len(content):
            _refuse("its list of contents is cut off", "sa table des matières est coupée")
        (
            mark, _, needed, flags, method, time, day, crc, stored, size,
            name_length, extra, comment, disk, _, attributes, header_at,
        ) = _CENTRAL.unpack_from(content, at)  # fmt: skip
        if mark != b"PK\1\2" or extra or comment or disk:
            _refuse("its list of contents is of another kind", "sa table des matières est d'un autre type")
        name = _name(content[at + _CENTRAL.size : at + _CENTRAL.size + name_length], name_length)
        if flags or method not in (_STORED, _DEFLATED) or needed > 20:
            _refuse(f"{name} is stored in an unknown way", f"{name} est enregistré d'une façon inconnue")
        if attributes & _KIND not in (0, _ORDINARY_FILE) or attributes & _DOS_FOLDER:
            _refuse(f"{name} is not an ordinary file", f"{name} n'est pas un fichier ordinaire")
        if name in entries:
            _refuse(f"{name} stands twice", f"{name} figure deux fois")
        if size > largest(name) or stored > largest(name) + 1024:
            raise TooLarge(reason=_megabytes(max(size, stored), largest(name)))
        if method == _STORED and size != stored:
            _refuse(f"{name} has two sizes", f"{name} a deux tailles")
        head = (needed, flags, method, time, day, crc, stored, size, name_length, 0)
        entries[name] = Entry(name, method, crc, stored, size, header_at, head)
        at += _CENTRAL.size + name_length
    if at != len(content):
        _refuse("its list of contents is too long", "sa table des matières est trop longue")
    return entries


def _name(raw: bytes, length: int) -> str:
    shown = ascii(raw[:60].decode("latin-1"))[1:-1]
    try:
        name = raw.decode("ascii")
    except UnicodeDecodeError as error:
        raise NameRefused(name=shown) from error
    if len(raw) != length or not (name in LARGEST or ATTACHMENT.fullmatch(name)):
        raise NameRefused(name=shown)
    return name


def _check_headers(file: BinaryIO, entries: list[Entry], list_at: int) -> None:
    """Local headers repeat the list, follow each other without a gap, and end where the list begins."""
    expected_at = 0
    for entry in entries:
        if entry.header_at != expected_at:
            _refuse("its contents do not follow each other", "ses éléments ne se suivent pas")
        file.seek(entry.header_at)
        header = file.read(_LOCAL.size + len(entry.name))
        if len(header) < _LOCAL.size + len(entry.name) or header[:4] != b"PK\3\4":
            _refuse(f"{entry.name} is not where it must be", f"{entry.name} est mal placé")
        if _LOCAL.unpack_from(header)[1:] != entry.head or header[_LOCAL.size :] != entry.name.encode():
            _refuse(f"{entry.name} is described in two ways", f"{entry.name} est décrit de deux façons")
        expected_at = entry.content_at + entry.stored_size
    if expected_at != list_at:
        _refuse("there is something between its contents", "il y a quelque chose entre ses éléments")


def blocks_of(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    """The content of an entry, unfolded in steps; never more than it declares.

    Raises TooLarge when there is more, ContentDiffers when it is not whole.
    """
    file.seek(entry.content_at)
    crc, total = 0, 0
    for block in _unfolded(file, entry):
        total += len(block)
        if total > entry.size:
            raise TooLarge(
                reason=Bilingual(
                    f"{entry.name} holds more than the {entry.size} bytes it declares",
                    f"{entry.name} contient plus que les {entry.size} octets annoncés",
                )
            )
        crc = zlib.crc32(block, crc)
        yield block
    if total != entry.size or crc != entry.crc:
        raise _damaged(entry)


def _unfolded(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    left = entry.stored_size
    unfolding = zlib.decompressobj(-zlib.MAX_WBITS) if entry.method == _DEFLATED else None
    while left:
        stored = file.read(min(BLOCK, left))
        if not stored:
            raise _damaged(entry)
        left -= len(stored)
        if unfolding is None:
            yield stored
            continue
        try:
            while stored:
                if block := unfolding.decompress(stored, BLOCK):
                    yield block
                stored = unfolding.unconsumed_tail
                if unfolding.eof:
                    break
        except zlib.error as error:
            raise _damaged(entry) from error
        if unfolding.eof and (unfolding.unused_data or left):
            raise _damaged(entry)
    if unfolding is not None and not unfolding.eof:
        raise _damaged(entry)


def content_of(file: BinaryIO, entry: Entry) -> bytes:
    """The whole content of a small entry."""
    return b"".join(blocks_of(file, entry))


def _damaged(entry: Entry) -> ContentDiffers:
    return ContentDiffers(
        name=entry.name, reason=Bilingual("its checksum does not fit", "sa somme de contrôle ne concorde pas")
    )


def _megabytes(size: int, most: int) -> Bilingual:
    found, allowed = -(-size // _MIB), -(-most // _MIB)
    return Bilingual(
        f"{found} MB, where {allowed} MB are possible", f"{found} Mo, alors que {allowed} Mo sont possibles"
    )


def _refuse(english: str, french: str) -> NoReturn:
    raise NotABundle(reason=Bilingual(english, french))
