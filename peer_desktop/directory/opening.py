"""Opens a directory file so that nothing can be written to it, and says plainly what is wrong with one."""

import sqlite3
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem
from peer_desktop.directory.schema import APPLICATION_ID, SCHEMA_VERSION

_HEADER = b"SQLite format 3\0"


class DirectoryProblem(Problem):
    """A directory file cannot be used; the program goes on without it."""


class DirectoryMissing(DirectoryProblem):
    """There is no file of this name."""

    code = "E-DIRECTORY-MISSING"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The directory file is not there: {path}. Put it back from the installation "
        "or from a copy, then start the program again.",
        Language.FRENCH: "Le fichier du répertoire est introuvable : {path}. Remettez-le à partir de "
        "l'installation ou d'une copie, puis redémarrez le programme.",
    }


class DirectoryUnreadable(DirectoryProblem):
    """The file is there but this person may not read it."""

    code = "E-DIRECTORY-UNREADABLE"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The directory file cannot be read: {path}. Ask the person who keeps this "
        "computer for the right to read it.",
        Language.FRENCH: "Le fichier du répertoire ne peut pas être lu : {path}. Demandez le droit de le "
        "lire à la personne qui s'occupe de cet ordinateur.",
    }


class DirectoryEmpty(DirectoryProblem):
    """The file has no bytes."""

    code = "E-DIRECTORY-EMPTY"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The directory file is empty: {path}. Replace it with a good copy.",
        Language.FRENCH: "Le fichier du répertoire est vide : {path}. Remplacez-le par une bonne copie.",
    }


class DirectoryForeign(DirectoryProblem):
    """The file is something else."""

    code = "E-DIRECTORY-FOREIGN"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "This file is not a Peer Desktop directory: {path}. Choose the right file, or "
        "replace it with a good copy.",
        Language.FRENCH: "Ce fichier n'est pas un répertoire de Peer Desktop : {path}. Choisissez le bon "
        "fichier ou remplacez-le par une bonne copie.",
    }


class DirectoryDamaged(DirectoryProblem):
    """The file is a directory, but not whole."""

    code = "E-DIRECTORY-DAMAGED"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The directory file is damaged: {path}. Nothing was changed in it. Replace it "
        "with a good copy.",
        Language.FRENCH: "Le fichier du répertoire est endommagé : {path}. Rien n'y a été modifié. "
        "Remplacez-le par une bonne copie.",
    }


class DirectoryNewer(DirectoryProblem):
    """The file was made for a later version of the program."""

    code = "E-DIRECTORY-NEWER"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "This directory was made for a newer version of Peer Desktop: {path}. Install "
        "the newer program, or use an older directory.",
        Language.FRENCH: "Ce répertoire a été fait pour une version plus récente de Peer Desktop : {path}. "
        "Installez le programme plus récent ou utilisez un répertoire plus ancien.",
    }


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open and look the file over. Raises a DirectoryProblem; nothing is ever created or changed."""
    path = path.absolute()
    _look_at_the_bytes(path)
    # as_uri() escapes # and ?, which would otherwise name another file
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        connection.execute("PRAGMA query_only = 1")
        connection.execute("PRAGMA trusted_schema = 0")
        connection.execute("PRAGMA cache_size = -16384")  # KiB: rows of a large directory lie far apart
        _look_at_the_tables(connection, path)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        connection.close()
        raise DirectoryDamaged(path=path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _look_at_the_bytes(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(100)
            size = file.seek(0, 2)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DirectoryMissing(path=path) from error
    except OSError as error:
        if path.is_dir():
            raise DirectoryForeign(path=path) from error
        raise DirectoryUnreadable(path=path) from error
    if size == 0:
        raise DirectoryEmpty(path=path)
    if len(header) < 100 or not header.startswith(_HEADER):
        raise DirectoryForeign(path=path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise DirectoryForeign(path=path)
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    # SQLite's own check says "ok" for a file that lost its end
    if size != page * int.from_bytes(header[28:32], "big"):
        raise DirectoryDamaged(path=path)


def _look_at_the_tables(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise DirectoryNewer(path=path)
    if version < SCHEMA_VERSION:
        raise DirectoryForeign(path=path)
    count, last = connection.execute("SELECT count(*), coalesce(max(number), 0) FROM listing").fetchone()
    described = connection.execute("SELECT count(*) FROM directory").fetchone()[0]
    if count != last or described != 1:
        raise DirectoryDamaged(path=path)


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Read every value of a file that was not read whole before. Raises DirectoryDamaged."""
    try:
        (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        stray = connection.execute("PRAGMA foreign_key_check").fetchone()
        # quick_check lets text pass that is no text
        for (table,) in connection.execute(_OWN_TABLES).fetchall():
            quoted = '"' + table.replace('"', '""') + '"'
            deque(connection.execute(f"SELECT * FROM {quoted}"), maxlen=0)  # noqa: S608 - quoted
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise DirectoryDamaged(path=path) from error
    if answer != "ok" or stray is not None:
        raise DirectoryDamaged(path=path)


_OWN_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'full_text%'"
