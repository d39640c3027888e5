"""Opens the derived index of a directory: from its file when it belongs to it, else made anew."""

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peer_desktop.directory.index_build import INDEX_VERSION, build_index
from peer_desktop.directory.index_file import Array, load_arrays, save_arrays
from peer_desktop.directory.opening import check_whole


@dataclass(frozen=True, eq=False)
class Index:
    """What answers a search: facet names with their values, and arrays."""

    size: int
    facets: dict[str, list[str]]
    towns: frozenset[str]
    """The towns of the listings, folded."""
    arrays: dict[str, Array]

    @classmethod
    def of(cls, facts: Mapping[str, Any], arrays: dict[str, Array]) -> "Index":
        """The index that these facts and arrays make."""
        return cls(
            size=facts["size"],
            facets=facts["facets"],
            towns=frozenset(facts["towns"]),
            arrays=arrays,
        )


def open_index(connection: sqlite3.Connection, directory: Path, folder: Path | None) -> Index:
    """The index of this directory: kept beside it or in `folder`, or only in memory where nothing can be."""
    identity = directory_identity(directory)
    places = [directory.with_suffix(".index"), *([_kept_in(folder, identity)] if folder else [])]
    for place in places:
        with contextlib.suppress(OSError, ValueError, KeyError, json.JSONDecodeError):
            facts, arrays = load_arrays(place)
            if facts["version"] == INDEX_VERSION and facts["identity"] == identity:
                return Index.of(facts, arrays)
    check_whole(connection, directory)
    facts, arrays = build_index(connection)
    if folder:
        with contextlib.suppress(OSError):
            _keep(_kept_in(folder, identity), facts | {"identity": identity}, arrays)
    return Index.of(facts, arrays)


def save_index(directory: Path) -> Path:
    """Make the index of a directory and keep it beside it, for a directory that ships with the program."""
    with contextlib.closing(sqlite3.connect(f"{directory.as_uri()}?mode=ro", uri=True)) as connection:
        facts, arrays = build_index(connection)
    place = directory.with_suffix(".index")
    save_arrays(place, facts | {"identity": directory_identity(directory)}, arrays)
    return place


def directory_identity(directory: Path) -> str:
    """What an index must agree with: size, SQLite's change counter, and the hash of the content."""
    digest = hashlib.sha256()
    with directory.open("rb") as file:
        digest.update(file.read(100))
        file.seek(0, 2)
        size = file.tell()
        if size <= _HASHED_WHOLE:
            file.seek(0)
            while block := file.read(1 << 20):
                digest.update(block)
    return f"{size}-{digest.hexdigest()}"


_HASHED_WHOLE = 64 * 1024 * 1024


def _kept_in(folder: Path, identity: str) -> Path:
    return folder / f"{hashlib.sha256(identity.encode()).hexdigest()[:24]}.index"


def _keep(place: Path, facts: dict[str, Any], arrays: dict[str, Array]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    save_arrays(place, facts, arrays)
    for other in place.parent.glob("*.index"):
        # Windows keeps a file that another window still has open
        with contextlib.suppress(OSError):
            if other != place:
                other.unlink()
