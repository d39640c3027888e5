"""Writes small PMTiles files for the tests: sound ones, and ones that are wrong in one way."""

import gzip
import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from peer_desktop.tiles import tile_number

Point = tuple[int, int]
REGION_LAYERS = (
    {"id": "earth", "fields": {"kind": "String"}},
    {"id": "roads", "fields": {"kind": "String", "name": "String"}},
    {"id": "places", "fields": {"kind": "String", "name": "String"}},
)


def varint(number: int) -> bytes:
    raw = bytearray()
    while number > 127:
        raw.append(number & 127 | 128)
        number >>= 7
    raw.append(number)
    return bytes(raw)


def field(number: int, content: bytes | int) -> bytes:
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    return varint(number << 3 | 2) + varint(len(content)) + content


def zigzag(number: int) -> int:
    return (number << 1) ^ (number >> 63)


def feature(shape: int, parts: Sequence[Sequence[Point]], tags: Sequence[int]) -> bytes:
    commands: list[int] = []
    pen = (0, 0)
    for part in parts:
        steps = []
        for x, y in part:
            steps.append((zigzag(x - pen[0]), zigzag(y - pen[1])))
            pen = (x, y)
        if shape == 1:
            commands += [len(steps) << 3 | 1, *(number for step in steps for number in step)]
        else:
            commands += [1 << 3 | 1, *steps[0], (len(steps) - 1) << 3 | 2]
            commands += [number for step in steps[1:] for number in step]
            if shape == 3:
                commands.append(1 << 3 | 7)
    geometry = b"".join(varint(command) for command in commands)
    packed_tags = b"".join(varint(tag) for tag in tags)
    return field(2, packed_tags) + field(3, shape) + field(4, geometry)


def layer(
    name: str, features: Sequence[tuple[int, Sequence[Sequence[Point]], Mapping[str, str | int]]]
) -> bytes:
    keys: list[str] = []
    values: list[str | int] = []
    written = b""
    for shape, parts, facts in features:
        tags = []
        for key, fact in facts.items():
            if key not in keys:
                keys.append(key)
            if fact not in values:
                values.append(fact)
            tags += [keys.index(key), values.index(fact)]
        written += field(2, feature(shape, parts, tags))
    content = field(15, 2) + field(1, name.encode()) + written
    content += b"".join(field(3, key.encode()) for key in keys)
    for fact in values:
        content += field(4, field(1, fact.encode()) if isinstance(fact, str) else field(5, fact))
    return field(3, content + field(5, 4096))


def street_tile(name: str = "Main Street") -> bytes:
    """Land with one road and one town."""
    land = [[(0, 0), (4096, 0), (4096, 4096), (0, 4096)]]
    return (
        layer("earth", [(3, land, {"kind": "earth"})])
        + layer("roads", [(2, [[(0, 2048), (4096, 2048)]], {"kind": "major_road", "name": name})])
        + layer("places", [(1, [[(2048, 2048)]], {"kind": "locality", "name": "Testville", "min_zoom": 9})])
    )


def write_tiles(
    path: Path,
    tiles: Mapping[tuple[int, int, int], bytes],
    *,
    layers: Sequence[Mapping[str, Any]] = REGION_LAYERS,
    kind: int = 1,
    packing: int = 2,
    bounds: tuple[float, float, float, float] = (-64.0, 44.0, -63.0, 45.0),
    leaves: bool = False,
    metadata: Mapping[str, Any] | None = None,
) -> Path:
    """A PMTiles 3 file of these tiles by zoom, column and row."""
    pack = gzip.compress if packing == 2 else bytes
    content, entries = b"", []
    for number, tile in sorted((tile_number(*place), pack(raw)) for place, raw in tiles.items()):
        entries.append((number, 1, len(tile), len(content)))
        content += tile
    leaf = b""
    if leaves:
        leaf = pack(_directory(entries))
        entries = [(entries[0][0], 0, len(leaf), 0)]
    root = pack(_directory(entries))
    said = pack(json.dumps(metadata or {"vector_layers": list(layers), "attribution": "© Testers"}).encode())
    at_root = 127
    at_said, at_leaf = at_root + len(root), at_root + len(root) + len(said)
    at_tiles = at_leaf + len(leaf)
    zooms = [zoom for zoom, _, _ in tiles] or [0]
    header = b"PMTiles\x03" + struct.pack(
        "<8Q", at_root, len(root), at_said, len(said), at_leaf, len(leaf), at_tiles, len(content)
    )
    header += struct.pack("<3Q", len(tiles), len(tiles), len(tiles))
    header += bytes((1, packing, packing, kind, min(zooms), max(zooms)))
    header += struct.pack("<4i", *(round(side * 1e7) for side in bounds))
    header += bytes(127 - len(header))
    path.write_bytes(header + root + said + leaf + content)
    return path


def _directory(entries: Sequence[tuple[int, int, int, int]]) -> bytes:
    numbers = [entry[0] for entry in entries]
    steps = [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]
    columns = (steps, [e[1] for e in entries], [e[2] for e in entries], [e[3] + 1 for e in entries])
    return varint(len(entries)) + b"".join(varint(value) for column in columns for value in column)
