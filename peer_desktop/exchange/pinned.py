"""Writes the pinned crisis lines as a module of the program: they stay when there is no directory."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

from peer_desktop.directory.language import UNWRITTEN, Bilingual
from peer_desktop.directory.listing import CrisisLine, Phone
from peer_desktop.exchange.crisis_line_checks import is_pinned
from peer_desktop.exchange.phone_numbers import stored_number
from peer_desktop.exchange.tables import Row, Table

_HEAD = '''\
# ruff: noqa: E501
"""Holds the crisis lines that are always in view, also without a directory.

Written by peer_desktop.exchange.shipped from data/source/crisis_lines.csv: edit the table, never this file.
"""

from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.listing import CrisisLine, Phone

'''


def pinned_lines(tables: Mapping[str, Table]) -> tuple[CrisisLine, ...]:
    """The pinned lines of checked tables, in their order."""
    rows = sorted(tables["crisis_lines.csv"], key=lambda row: int(row["position"]))
    return tuple(_line(row, tables["phones.csv"]) for row in rows if is_pinned(row))


def pinned_module(lines: Iterable[CrisisLine]) -> str:
    """The text of the module that holds these lines."""
    return _HEAD + f"PINNED_LINES: tuple[CrisisLine, ...] = {_written(tuple(lines), 0)}\n"


def write_pinned_lines(tables: Mapping[str, Table], target: Path) -> None:
    """Write the module of the pinned lines; its folder exists."""
    target.write_text(pinned_module(pinned_lines(tables)), encoding="utf-8", newline="\n")


def _line(row: Row, phones: Iterable[Row]) -> CrisisLine:
    own = sorted(
        (phone for phone in phones if phone["crisis_line_id"] == row["id"]),
        key=lambda phone: int(phone["position"]),
    )
    return CrisisLine(
        id=row["id"],
        role=row["role"],
        pinned=True,
        name=_both(row, "name"),
        description=_both(row, "description"),
        hours=_both(row, "hours"),
        phones=tuple(_phone(phone) for phone in own),
        text_keyword=row["text_keyword"] or None,
        chat_url=row["chat_url"] or None,
        email=row["email"] or None,
        languages=tuple(row.split("languages")),
        audience=tuple(row.split("audience")),
        coverage=tuple(row.split("coverage")),
        pages_seen=int(row["pages_seen"]),
        source_date=row["source_date"] or None,
    )


def _phone(row: Row) -> Phone:
    number = stored_number(row["number"], row["kind"])
    if number is None:
        raise ValueError(row["number"])  # the checks refuse it before
    return Phone(number, row["kind"], row["extension"] or None, _both(row, "note"))


def _both(row: Row, name: str) -> Bilingual:
    return Bilingual(row[f"{name}_en"] or None, row[f"{name}_fr"] or None)


def _written(value: object, depth: int) -> str:
    """Python text of a value, laid out as ruff format does: what holds values has a line for each."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        if all(isinstance(one, str) for one in value):
            inside = ", ".join(_quoted(str(one)) for one in value)
            return f"({inside},)" if len(value) == 1 else f"({inside})"
        return _lines("(", [_written(one, depth + 1) for one in value], depth)
    if is_dataclass(value):
        if value == UNWRITTEN:
            return "Bilingual()"
        pairs = [(one.name, getattr(value, one.name)) for one in fields(value)]
        parts = [f"{name}={_written(part, depth + 1)}" for name, part in pairs]
        return _lines(f"{type(value).__name__}(", parts, depth)
    return _quoted(value) if isinstance(value, str) else repr(value)


def _lines(opening: str, parts: Sequence[str], depth: int) -> str:
    indent = "    " * (depth + 1)
    return opening + "\n" + "".join(f"{indent}{part},\n" for part in parts) + "    " * depth + ")"


def _quoted(text: str) -> str:
    if '"' in text and "'" not in text:
        return repr(text)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    # Spaces that look like others are written so that a reader sees which they are.
    return '"' + escaped.replace("\u00a0", "\\u00a0").replace("\u202f", "\\u202f") + '"'
