"""Asks other programs for the same work: each module is one peer, in a process of its own.

A peer needs nothing but Python's own library and its own package; the program depends on none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from benchmarks.interactions import Interaction

FIRST_ROWS = 50
"""How many rows a window asks for at once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a window needs after one interaction."""

    total: int
    counts: Any
    """Of every value of every facet, in the peer's own form."""
    rows: Sequence[Any]
    """The first rows, in order, with the columns that a list shows."""
    points: Sequence[Any]
    """Latitudes and longitudes of everything that was found and has them; its length says how many."""


class Peer(Protocol):
    """One way to answer. `lacks` says what of the work it does otherwise, if anything."""

    name: str
    lacks: str

    def build(self, directory: Path, folder: Path) -> None:
        """Prepare files in `folder` from a directory file, once."""

    def open(self, directory: Path, folder: Path) -> None:
        """Be ready to answer from those files."""

    def ask(self, asked: Interaction) -> Answer:
        """Answer one interaction."""

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The counts of an answer by facet and value, without those that are 0; not part of the time."""

    def close(self) -> None:
        """End what was opened."""
