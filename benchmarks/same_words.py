"""Writes down the words of every listing as this program reads them: all peers index the very same ones."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

import numpy as np

from benchmarks.peers.source import words_file
from peer_desktop.directory.index_build import INDEX_VERSION
from peer_desktop.directory.index_file import Array

_PART = 50_000


def write_words(arrays: Mapping[str, Array], size: int, directory: Path) -> None:
    """Write the words of an index beside its directory, unless they are there already."""
    target = words_file(directory)
    made_from = f"{INDEX_VERSION} {directory.stat().st_size} {directory.stat().st_mtime_ns}"
    with suppress(sqlite3.Error), closing(sqlite3.connect(target)) as connection:
        if connection.execute("SELECT made_from FROM origin").fetchone() == (made_from,):
            return
    unfinished = target.with_suffix(".words.new")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("CREATE TABLE listing_words (number INTEGER PRIMARY KEY, strong TEXT, body TEXT)")
        connection.execute("CREATE TABLE origin (made_from TEXT)")
        connection.executemany("INSERT INTO listing_words VALUES (?, ?, ?)", _rows(arrays, size))
        connection.execute("INSERT INTO origin VALUES (?)", (made_from,))
        connection.commit()
    unfinished.replace(target)


def _rows(arrays: Mapping[str, Array], size: int) -> Iterator[tuple[int, str, str]]:
    """Number, the words of the names, and all words, of every listing."""
    words = np.array(arrays["words"].tobytes().decode().split("\n"), object)
    name_starts = arrays["name_starts"].tolist()
    of_words = np.repeat(np.arange(len(words), dtype=np.int32), np.diff(arrays["word_starts"]))
    usual, held_by = np.nonzero(arrays["usual_impacts"])
    of_words = np.concatenate([of_words, arrays["usual_ranks"][usual]])
    holders = np.concatenate([arrays["posting_rows"], held_by])
    by_listing = np.argsort(holders, kind="stable")
    starts = np.searchsorted(holders[by_listing], np.arange(size + 1)).tolist()
    for start in range(0, size, _PART):
        end = min(start + _PART, size)
        held = words[of_words[by_listing[starts[start] : starts[end]]]].tolist()
        named = words[arrays["name_terms"][name_starts[start] : name_starts[end]]].tolist()
        for row in range(start, end):
            names = named[name_starts[row] - name_starts[start] : name_starts[row + 1] - name_starts[start]]
            whole = held[starts[row] - starts[start] : starts[row + 1] - starts[start]]
            yield row + 1, " ".join(names), " ".join(whole)
