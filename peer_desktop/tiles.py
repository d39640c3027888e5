"""Reads map tiles from a PMTiles file, strictly: what does not fit its own header is refused."""

import bisect
import json
import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

HEADER_BYTES = 127
MOST_ZOOM = 22
MOST_DIRECTORIES = 64
MOST_DIRECTORY_BYTES = 16 << 20
MOST_METADATA_BYTES = 8 << 20
MOST_TILE_BYTES = 16 << 20
NOT_COMPRESSED, GZIP = 1, 2
VECTOR_TILES = 1

Bounds = tuple[float, float, float, float]
"""West, south, east, north in WGS 84 degrees."""


class TilesUnreadable(Exception):  # noqa: N818 - outside the program, as a Problem is
    """The file is not what its header says; `reason` is foreign, cut, packed or damaged."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class Header:
    """The fixed part of a PMTiles 3 file. Sections are (offset, length) in bytes."""

    root: tuple[int, int]
    metadata: tuple[int, int]
    leaves: tuple[int, int]
    tiles: tuple[int, int]
    packing: int
    tile_packing: int
    tile_kind: int
    min_zoom: int
    max_zoom: int
    bounds: Bounds


@dataclass(frozen=True)
class _Directory:
    """The entries of one directory, sorted by tile number. A run of 0 points to another directory."""

    numbers: tuple[int, ...]
    runs: tuple[int, ...]
    lengths: tuple[int, ...]
    offsets: tuple[int, ...]


class TileFile:
    """A PMTiles 3 file, open for reading. Directories once read are kept; tiles are not.

    Raises TilesUnreadable and OSError when it is opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._directories: OrderedDict[tuple[int, int], _Directory] = OrderedDict()
        self._file = path.open("rb")
        try:
            self._size = path.stat().st_size
            self.header = self._read_header()
            self._root = self._directory(self.header.root)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> "TileFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_empty(self) -> bool:
        """Whether no tile is in the file."""
        return not self._root.numbers

    def metadata(self) -> Mapping[str, Any]:
        """What the file says of itself (its JSON part). Raises TilesUnreadable."""
        offset, length = self.header.metadata
        if not length:
            return {}
        raw = _unpacked(self._read(offset, length), self.header.packing, MOST_METADATA_BYTES)
        try:
            said = json.loads(raw)
        except (ValueError, RecursionError) as error:
            raise TilesUnreadable("damaged") from error
        return said if isinstance(said, dict) else {}

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The bytes of a tile, unpacked; None where the file has none. Raises TilesUnreadable, OSError."""
        header = self.header
        side = 1 << zoom if 0 <= zoom <= MOST_ZOOM else 0
        if not (header.min_zoom <= zoom <= header.max_zoom and 0 <= column < side and 0 <= row < side):
            return None
        return self._tile_of(tile_number(zoom, column, row))

    def first_tile(self) -> bytes | None:
        """Any tile of the file: the one of the lowest number."""
        directory = self._root
        for _depth in range(3):
            if not directory.numbers:
                return None
            if directory.runs[0]:
                return self._tile_of(directory.numbers[0])
            directory = self._leaf(directory, 0)
        raise TilesUnreadable("damaged")

    def _tile_of(self, number: int) -> bytes | None:
        directory = self._root
        for _depth in range(4):
            entry = bisect.bisect_right(directory.numbers, number) - 1
            if entry < 0:
                return None
            if directory.runs[entry] == 0:
                directory = self._leaf(directory, entry)
                continue
            if number - directory.numbers[entry] >= directory.runs[entry]:
                return None
            offset, length = directory.offsets[entry], directory.lengths[entry]
            if offset + length > self.header.tiles[1]:
                raise TilesUnreadable("damaged")
            raw = self._read(self.header.tiles[0] + offset, length)
            return _unpacked(raw, self.header.tile_packing, MOST_TILE_BYTES)
        raise TilesUnreadable("damaged")

    def _leaf(self, directory: _Directory, entry: int) -> _Directory:
        offset, length = directory.offsets[entry], directory.lengths[entry]
        if offset + length > self.header.leaves[1]:
            raise TilesUnreadable("damaged")
        return self._directory((self.header.leaves[0] + offset, length))

    def _directory(self, section: tuple[int, int]) -> _Directory:
        known = self._directories.get(section)
        if known is None:
            raw = _unpacked(self._read(*section), self.header.packing, MOST_DIRECTORY_BYTES)
            known = self._directories[section] = _directory_of(raw)
            if len(self._directories) > MOST_DIRECTORIES:
                self._directories.popitem(last=False)
        else:
            self._directories.move_to_end(section)
        return known

    def _read_header(self) -> Header:
        raw = self._read(0, HEADER_BYTES) if self._size >= HEADER_BYTES else b""
        if raw[:8] != b"PMTiles\x03":
            raise TilesUnreadable("foreign")
        numbers = struct.unpack("<8Q", raw[8:72])
        root, metadata, leaves, tiles = ((numbers[i], numbers[i + 1]) for i in range(0, 8, 2))
        if any(offset + length > self._size for offset, length in (root, metadata, leaves, tiles)):
            raise TilesUnreadable("cut")
        west, south, east, north = (value / 1e7 for value in struct.unpack("<4i", raw[102:118]))
        bounds = (west, south, east, north)
        header = Header(root, metadata, leaves, tiles, raw[97], raw[98], raw[99], raw[100], raw[101], bounds)
        if header.packing not in (NOT_COMPRESSED, GZIP) or header.tile_packing not in (NOT_COMPRESSED, GZIP):
            raise TilesUnreadable("packed")
        in_world = -180 <= west <= east <= 180 and -90 <= south <= north <= 90
        if not header.min_zoom <= header.max_zoom <= MOST_ZOOM or not in_world:
            raise TilesUnreadable("damaged")
        return header

    def _read(self, offset: int, length: int) -> bytes:
        with self._lock:
            self._file.seek(offset)
            raw = self._file.read(length)
        if len(raw) != length:
            raise TilesUnreadable("cut")
        return raw


def tile_number(zoom: int, column: int, row: int) -> int:
    """The number of a tile in a PMTiles file: zooms one after the other, each along a Hilbert curve."""
    number = ((1 << (2 * zoom)) - 1) // 3
    for level in range(zoom - 1, -1, -1):
        half = 1 << level
        right, lower = bool(column & half), bool(row & half)
        number += ((3 * right) ^ lower) << (2 * level)
        column, row = column & (half - 1), row & (half - 1)
        if not lower:
            if right:
                column, row = half - 1 - column, half - 1 - row
            column, row = row, column
    return number


def _directory_of(raw: bytes) -> _Directory:
    values = varints(raw)
    count = values[0] if values else -1
    if len(values) != 1 + 4 * count:
        raise TilesUnreadable("damaged")
    steps, runs, lengths, marks = (tuple(values[1 + i * count : 1 + (i + 1) * count]) for i in range(4))
    numbers, offsets = [], []
    number = end = 0
    for entry, (step, length, mark) in enumerate(zip(steps, lengths, marks, strict=True)):
        if (entry and not step) or not length or (not entry and not mark):
            raise TilesUnreadable("damaged")
        number += step
        offset = end if mark == 0 else mark - 1
        end = offset + length
        numbers.append(number)
        offsets.append(offset)
    return _Directory(tuple(numbers), runs, lengths, tuple(offsets))


def varints(raw: bytes) -> list[int]:
    """Numbers of 7 bits a byte, the lowest first, as PMTiles and protocol buffers write them."""
    values, value, shift = [], 0, 0
    for byte in raw:
        value |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
            if shift > 63:
                raise TilesUnreadable("damaged")
        else:
            values.append(value)
            value = shift = 0
    return values


def _unpacked(raw: bytes, packing: int, most: int) -> bytes:
    """The bytes behind gzip, but never more than `most`: a small file may unpack to a huge one."""
    if packing == NOT_COMPRESSED:
        return raw
    unpacker = zlib.decompressobj(wbits=31)
    try:
        unpacked = unpacker.decompress(raw, most)
    except zlib.error as error:
        raise TilesUnreadable("damaged") from error
    if not unpacker.eof:
        raise TilesUnreadable("damaged")
    return unpacked
