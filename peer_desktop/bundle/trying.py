"""Tries a directory before it becomes current, and after: it opens, searches and shows what it must."""

from contextlib import closing
from datetime import date
from pathlib import Path

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query


class NotWorkingError(Exception):
    """The directory opens but does not answer as it must."""


def try_directory(file: Path, listings: int, today: date, index_folder: Path | None) -> None:
    """Ask a directory what a window asks first. Raises a DirectoryProblem or NotWorkingError."""
    with closing(Directory.open(file, today=today, index_folder=index_folder)) as directory:
        everything = directory.search(Query())
        if directory.size != listings or everything.total != listings:
            raise NotWorkingError(f"{everything.total} of {listings} listings are found")
        for number in {1, listings // 2 + 1, listings}:
            listing = directory.listing(number)
            row = directory.rows([number])[0]
            if row.id != listing.id or directory.number_of(listing.id) != number:
                raise NotWorkingError(f"listing {number} is not found by its id")
            name = row.name.said_in(Language.ENGLISH)
            directory.search(Query(text=name))
        if not directory.crisis_lines() or not directory.facets:
            raise NotWorkingError("it has no crisis lines or no facets")
        directory.find_terms("", Language.FRENCH)
        directory.find_resources("", Language.FRENCH)
