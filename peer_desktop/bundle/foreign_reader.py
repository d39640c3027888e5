"""Reads the directory of a bundle in a process of its own: whatever the file does, it does to nobody else.

Started by reading.py as `python -m peer_desktop.bundle.foreign_reader FILE`. Writes one JSON value a line:
the rows of each table, or why the file is unfit, as [code, English, French].
"""

import json
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

from peer_desktop.bundle.carried_schema import MASTER, ROWS, columns, expected_master
from peer_desktop.directory.schema import APPLICATION_ID, SCHEMA_VERSION

MEMORY = 256 * 1024 * 1024
SECONDS = 60
LONGEST_TEXT = 10_000
"""Characters; no column of the tables takes more."""

_LONGEST_CELL = 1024 * 1024
_BATCH = 256 * 1024
_TYPES = {"TEXT": str, "INTEGER": int, "REAL": float}
_WRONG_VALUE = ("CHECK constraint failed", "NULL value in", "non-")


class _UnfitError(Exception):
    """The file is refused: code, English, French."""


def main(arguments: list[str]) -> int:
    """Write all rows to standard output, and `true` at the end."""
    sys.stdout.reconfigure(encoding="utf-8", newline="\n", errors="strict")  # type: ignore[union-attr]  # typeshed: TextIO
    columns(), expected_master()
    _limit_this_process()
    try:
        for line in _lines(Path(arguments[0])):
            sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
    except _UnfitError as unfit:
        sys.stdout.write(json.dumps({"unfit": unfit.args}) + "\n")
        return 1
    except Exception as error:  # noqa: BLE001 - damaged files make sqlite3 raise far more than its own errors
        why = f"{type(error).__name__}"
        sys.stdout.write(json.dumps({"unfit": ["E-DB-CORRUPT", why, why]}) + "\n")
        return 1
    sys.stdout.write("true\n")
    return 0


def _limit_this_process() -> None:
    """No file can be written, and memory and time end. Windows has only SQLite's own limit.

    SQLite's limit holds for the whole process and can't be raised again.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA hard_heap_limit = {MEMORY // 4}")
    if sys.platform == "win32":
        return
    import resource

    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def _lines(path: Path) -> Iterator[Any]:
    _look_at_header(path)
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    _restrict(connection)
    if tuple(connection.execute(MASTER)) != expected_master():
        _unfit("E-DB-SCHEMA", "its tables are others", "ses tables sont différentes")
    counts = _count(connection)
    _check(connection)
    for table, count in counts.items():
        yield {"table": table, "rows": count}
        yield from _batches(connection, table)


def _look_at_header(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(100)
        size = file.seek(0, 2)
    if len(header) < 100 or header[:16] != b"SQLite format 3\0":
        _unfit("E-DB-CORRUPT", "it is not a SQLite file", "ce n'est pas un fichier SQLite")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        _unfit(
            "E-DB-SCHEMA", "it is not a Peer Desktop directory", "ce n'est pas un répertoire de Peer Desktop"
        )
    if int.from_bytes(header[60:64], "big") != SCHEMA_VERSION:
        _unfit("E-DB-SCHEMA", "it is of another version", "il est d'une autre version")
    if header[18:20] != b"\1\1" or int.from_bytes(header[56:60], "big") != 1:
        _unfit("E-DB-SCHEMA", "it is stored in another way", "il est enregistré d'une autre façon")
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    # quick_check says "ok" for a file that lost its end
    if page < 512 or header[20] or size != page * int.from_bytes(header[28:32], "big"):
        _unfit("E-DB-CORRUPT", "it is not as long as it says", "il n'a pas la longueur qu'il annonce")


def _restrict(connection: sqlite3.Connection) -> None:
    for pragma in (
        "trusted_schema = 0", "cell_size_check = 1", "mmap_size = 0", "query_only = 1", "temp_store = MEMORY",
        "cache_size = -4096",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_CELL)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    connection.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100)
    end = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > end, 100_000)
    connection.set_authorizer(_allow_reading)


def _allow_reading(action: int, first: str | None, *_: object) -> int:
    if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ):
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first == "quick_check":
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _count(connection: sqlite3.Connection) -> dict[str, int]:
    counts = {}
    for table, (least, most) in ROWS.items():
        (counts[table],) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - our own names
        if not least <= counts[table] <= most:
            _unfit("E-LIMIT-ROWS", table, counts[table])
    return counts


def _check(connection: sqlite3.Connection) -> None:
    (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        code = "E-DB-VALUE" if any(words in answer for words in _WRONG_VALUE) else "E-DB-CORRUPT"
        _unfit(code, f"SQLite: {answer[:200]}", f"SQLite : {answer[:200]}")


def _batches(connection: sqlite3.Connection, table: str) -> Iterator[list[list[Any]]]:
    names = [name for name, _ in columns()[table]]
    sound: set[tuple[type, ...]] = set()
    batch: list[list[Any]] = []
    letters = 0
    try:
        for row in connection.execute(f"SELECT {', '.join(names)} FROM {table}"):  # noqa: S608 - our own names
            # a table has few kinds of rows: each is looked at once
            if (kinds := tuple(map(type, row))) not in sound:
                _check_kinds(table, kinds)
                sound.add(kinds)
            lengths = [len(value) for value in row if type(value) is str]
            letters += sum(lengths)
            if lengths and max(lengths) > LONGEST_TEXT:
                _too_long(table)
            batch.append(list(row))
            if letters > _BATCH or len(batch) == 1000:
                yield batch
                batch, letters = [], 0
    except sqlite3.DataError:
        _too_long(table)
    except (sqlite3.OperationalError, UnicodeError) as error:
        if "decode" not in str(error):
            raise
        _unfit("E-DB-TEXT", f"{table}: not UTF-8 text", f"{table} : ce n'est pas du texte UTF-8")
    if batch:
        yield batch


def _check_kinds(table: str, kinds: tuple[type, ...]) -> None:
    for (name, declared), kind in zip(columns()[table], kinds, strict=True):
        if kind not in (_TYPES[declared], type(None)):
            _unfit(
                "E-DB-CORRUPT", f"{table}.{name} is of another type", f"{table}.{name} est d'un autre type"
            )


def _too_long(table: str) -> NoReturn:
    _unfit("E-DB-TEXT", f"{table}: a text is far too long", f"{table} : un texte est beaucoup trop long")


def _unfit(code: str, english: object, french: object) -> NoReturn:
    raise _UnfitError(code, english, french)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
