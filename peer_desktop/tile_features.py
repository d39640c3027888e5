"""Reads the features of a vector tile (MVT 2): what is drawn, where in the tile, and what is known of it."""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from peer_desktop.tiles import TilesUnreadable, varints

POINT, LINE, POLYGON = 1, 2, 3
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5

Fact = str | int | float | bool | None


@dataclass(frozen=True, eq=False, slots=True)
class Feature:
    """One thing on the map. Each part is a line, a ring or a set of points."""

    shape: int
    """POINT, LINE or POLYGON."""
    parts: tuple[NDArray[np.float64], ...]
    """Arrays of shape (n, 2), x and y in tile widths: 0 to 1, a little more in the margin."""
    facts: Mapping[str, Fact]


def features_of(tile: bytes) -> dict[str, list[Feature]]:
    """Every layer of a tile with its features. Raises TilesUnreadable."""
    layers: dict[str, list[Feature]] = {}
    try:
        for field, value in _fields(tile):
            if field == 3 and isinstance(value, bytes):
                name, features = _layer(value)
                layers.setdefault(name, []).extend(features)
    except (IndexError, struct.error, UnicodeDecodeError, TypeError) as error:
        raise TilesUnreadable("damaged") from error
    return layers


def _layer(raw: bytes) -> tuple[str, list[Feature]]:
    name, width = "", 4096
    keys: list[str] = []
    values: list[Fact] = []
    features: list[bytes] = []
    for field, value in _fields(raw):
        if isinstance(value, bytes):
            if field == 1:
                name = value.decode()
            elif field == 2:
                features.append(value)
            elif field == 3:
                keys.append(value.decode())
            elif field == 4:
                values.append(_fact(value))
        elif field == 5:
            width = max(1, int(value))
    return name, [_feature(raw_feature, keys, values, width) for raw_feature in features]


def _feature(raw: bytes, keys: list[str], values: list[Fact], width: int) -> Feature:
    shape, tags, commands = 0, [], b""
    for field, value in _fields(raw):
        if field == 2 and isinstance(value, bytes):
            tags = varints(value)
        elif field == 3:
            shape = int(value) if not isinstance(value, bytes) else 0
        elif field == 4 and isinstance(value, bytes):
            commands = value
    facts = {keys[tags[i]]: values[tags[i + 1]] for i in range(0, len(tags) - 1, 2)}
    return Feature(shape, _parts(commands, shape, width), facts)


def _parts(raw: bytes, shape: int, width: int) -> tuple[NDArray[np.float64], ...]:
    """Walk the pen: 1 moves, 2 draws lines, 7 closes the ring."""
    numbers = _varint_array(raw)
    steps = (numbers >> 1) ^ -(numbers & 1)
    parts: list[NDArray[np.float64]] = []
    pen = np.zeros(2, dtype=np.int64)
    drawn: list[NDArray[np.int64]] = []
    at = 0
    while at < len(numbers):
        command, count = int(numbers[at]) & 7, int(numbers[at]) >> 3
        at += 1
        if command == 7:
            continue
        if command not in (1, 2) or at + 2 * count > len(numbers):
            raise TilesUnreadable("damaged")
        if not count:
            continue
        points = pen + np.cumsum(steps[at : at + 2 * count].reshape(-1, 2), axis=0)
        at += 2 * count
        pen = points[-1]
        if command == 1 and shape != POINT and drawn:
            parts.append(np.concatenate(drawn) / width)
            drawn = []
        drawn.append(points)
    if drawn:
        parts.append(np.concatenate(drawn) / width)
    return tuple(parts)


def _varint_array(raw: bytes) -> NDArray[np.int64]:
    """The same numbers as `varints`, all at once: a tile of shores holds a hundred thousand."""
    octets = np.frombuffer(raw, np.uint8)
    ends = np.flatnonzero(octets < 0x80)
    if len(octets) and (not len(ends) or ends[-1] != len(octets) - 1):
        raise TilesUnreadable("damaged")
    starts = np.concatenate(([0], ends[:-1] + 1)) if len(ends) else ends
    lengths = ends - starts + 1
    if len(lengths) and lengths.max() > 9:
        raise TilesUnreadable("damaged")
    numbers = np.zeros(len(ends), dtype=np.int64)
    for place in range(int(lengths.max()) if len(lengths) else 0):
        has = lengths > place
        numbers[has] |= (octets[starts[has] + place].astype(np.int64) & 0x7F) << (7 * place)
    return numbers


def _fact(raw: bytes) -> Fact:
    for field, value in _fields(raw):
        if isinstance(value, bytes):
            return value.decode() if field == 1 else None
        if field == 6:
            return (int(value) >> 1) ^ -(int(value) & 1)
        if field == 7:
            return bool(value)
        return value
    return None


def _fields(raw: bytes) -> Iterator[tuple[int, int | float | bytes]]:
    """The fields of a protocol buffer message: number, then a number or bytes."""
    at = 0
    while at < len(raw):
        key, at = _varint(raw, at)
        kind = key & 7
        if kind == _VARINT:
            value, at = _varint(raw, at)
            yield key >> 3, value
        elif kind == _BYTES:
            length, at = _varint(raw, at)
            if at + length > len(raw):
                raise TilesUnreadable("damaged")
            yield key >> 3, raw[at : at + length]
            at += length
        elif kind == _FIXED32:
            yield key >> 3, struct.unpack_from("<f", raw, at)[0]
            at += 4
        elif kind == _FIXED64:
            yield key >> 3, struct.unpack_from("<d", raw, at)[0]
            at += 8
        else:
            raise TilesUnreadable("damaged")


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = raw[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
        if shift > 63:
            raise TilesUnreadable("damaged")
