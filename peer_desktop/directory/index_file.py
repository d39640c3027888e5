"""Keeps named arrays in one file that is mapped, not read: opening it costs milliseconds at any size."""

import json
import math
import mmap
import os
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]  # the arrays of one file have many element types
_MAGIC = b"PEERIDX1"
_ALIGNMENT = 64
_CHECKED_WHOLE = 32 * 1024 * 1024
"""Bytes up to which every byte is checked when the file is opened: that is the real directory many times."""


def as_lines(texts: Iterable[str]) -> Array:
    """Texts without line breaks as one array."""
    return np.frombuffer("\n".join(texts).encode(), np.uint8)


def lines_of(array: Array) -> list[str]:
    """The texts that `as_lines` took in."""
    text = array.tobytes().decode()
    return text.split("\n") if text else []


def save_arrays(path: Path, facts: Mapping[str, Any], arrays: Mapping[str, Array]) -> None:
    """Write facts (JSON) and arrays under a temporary name, then give it the right one."""
    offset, table = 0, {}
    for name, array in arrays.items():
        table[name] = (array.dtype.str, array.shape, offset)
        offset += _aligned(array.nbytes)
    checksum = _checksum(facts, arrays)
    head = json.dumps({"facts": facts, "arrays": table, "checksum": checksum}).encode()
    start = _aligned(len(_MAGIC) + 8 + len(head))
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with unfinished.open("wb") as file:
        file.write((_MAGIC + len(head).to_bytes(8, "little") + head).ljust(start, b"\0"))
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).tobytes().ljust(_aligned(array.nbytes), b"\0"))
        file.truncate(start + offset)
    unfinished.replace(path)


def load_arrays(path: Path) -> tuple[dict[str, Any], dict[str, Array]]:
    """Map a file that `save_arrays` wrote. Raises ValueError when it is not one, or not whole."""
    with path.open("rb") as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if content[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not an index file")
    size = int.from_bytes(content[8:16], "little")
    try:
        head = json.loads(content[16 : 16 + size])
        start = _aligned(16 + size)
        arrays = {
            name: np.frombuffer(content, kind, math.prod(shape), start + offset).reshape(shape)
            for name, (kind, shape, offset) in head["arrays"].items()
        }
        facts: dict[str, Any] = head["facts"]
        checksum = head["checksum"]
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError("the head of the index file is damaged") from error
    if len(content) <= _CHECKED_WHOLE and checksum != _checksum(facts, arrays):
        raise ValueError("the index file is damaged")
    return facts, arrays


def _checksum(facts: Mapping[str, Any], arrays: Mapping[str, Array]) -> int:
    checksum = zlib.crc32(json.dumps(facts, sort_keys=True).encode())
    for array in arrays.values():
        checksum = zlib.crc32(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data, checksum)
    return checksum


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
