"""Has the directory of a bundle read by a process of its own, and takes nothing from it but plain rows."""

import json
import subprocess
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from peer_desktop.bundle import foreign_reader
from peer_desktop.bundle.carried_schema import ROWS, columns
from peer_desktop.bundle.own_process import command_for, environment
from peer_desktop.bundle.refusals import (
    DirectoryCorrupt,
    DirectoryForeign,
    RowsRefused,
    TextRefused,
    ValueRefused,
)
from peer_desktop.bundle.steps import UNWATCHED, Step, Watch
from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.rows import DirectoryRow

Rows = Mapping[str, list[DirectoryRow]]
"""Table → its rows."""

READ_FLAG = "--read-foreign-directory"
"""With this as its first argument a packaged program is the reader: it has no `python -m`."""

_PLAIN = {str, int, float, type(None)}
_LONGEST_LINE = 64 * 1024 * 1024
_STOPPED = Bilingual("reading it did not come to an end", "sa lecture n'a pas abouti")


def read_foreign(path: Path, watch: Watch = UNWATCHED) -> Rows:
    """All rows of the directory file. Raises a BundleProblem that says why it is unfit."""
    process = subprocess.Popen(  # noqa: S603 - our own program, with one file name
        [*command_for(READ_FLAG, foreign_reader.__name__), str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    time_is_up = threading.Timer(foreign_reader.SECONDS + 5, process.kill)
    time_is_up.start()
    try:
        assert process.stdout is not None
        return _gathered(process.stdout, watch)
    except (KeyError, TypeError, ValueError) as error:  # not what a sound reader writes
        raise DirectoryCorrupt(reason=_STOPPED) from error
    finally:
        time_is_up.cancel()
        process.kill()
        process.communicate()


def _gathered(lines: IO[bytes], watch: Watch) -> Rows:
    found: dict[str, list[DirectoryRow]] = {}
    table, expected = "", 0
    for line in _decoded(lines):
        if line is True:
            break
        if isinstance(line, dict) and "unfit" in line:
            raise _unfit(line["unfit"])
        if isinstance(line, dict):
            table, expected = line["table"], line["rows"]
            found[table] = []
        else:
            found[table] += _rows(table, line)
        watch.at(Step.READING, len(found[table]), expected)
    else:
        raise DirectoryCorrupt(reason=_STOPPED)
    if list(found) != list(ROWS):
        raise DirectoryCorrupt(reason=_STOPPED)
    return found


def _rows(table: str, lines: list[list[Any]]) -> Iterator[DirectoryRow]:
    names = [name for name, _ in columns()[table]]
    for line in lines:
        if not {*map(type, line)} <= _PLAIN:
            raise TypeError(table)
        yield dict(zip(names, line, strict=True))


def _decoded(lines: IO[bytes]) -> Iterator[Any]:
    while line := lines.readline(_LONGEST_LINE):
        yield json.loads(line)


def _unfit(said: list[Any]) -> Exception:
    code, english, french = said
    if code == RowsRefused.code:
        least, most = ROWS[english]
        return RowsRefused(table=english, count=french, least=least, most=most)
    reason = Bilingual(str(english), str(french))
    if code == ValueRefused.code:
        return ValueRefused(reason=reason)
    kinds = {kind.code: kind for kind in (DirectoryForeign, TextRefused)}
    return kinds.get(code, DirectoryCorrupt)(reason=reason)
