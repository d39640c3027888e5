"""Guards the crisis lines: what a bundle may never change, and what somebody must type before it changes."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peer_desktop.bundle.refusals import CrisisLineMissing, CrisisLinePinned
from peer_desktop.bundle.sealed_json import canonical
from peer_desktop.directory.folding import fold
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.listing import CrisisLine, dialled
from peer_desktop.exchange.rows import DirectoryRow, Value

Rows = Mapping[str, Sequence[DirectoryRow]]
Number = tuple[str, str, str]
"""kind, number as stored, extension or nothing"""


@dataclass(frozen=True, slots=True)
class LineShown:
    """What a crisis line says to a person in a hurry."""

    name: Bilingual
    numbers: tuple[str, ...]
    """As they are dialled."""
    kinds: tuple[str, ...]
    """voice, toll-free, text or tty, of each number."""
    text_keyword: str | None
    hours: Bilingual
    chat_url: str | None
    email: str | None

    @property
    def called_by(self) -> tuple[object, ...]:
        """What may not change before somebody has typed the number."""
        return self.name, self.numbers, self.kinds, self.text_keyword


@dataclass(frozen=True, slots=True)
class CrisisChange:
    """One crisis line before and after. `old` is None for a line that is added, `new` for one that goes."""

    id: str
    old: LineShown | None
    new: LineShown | None
    to_type: tuple[str, ...]
    """Numbers that an administrator types, as they are dialled, before the bundle is installed."""


def crisis_sha256(rows: Rows) -> str:
    """One hash of all that the directory says of crisis lines."""
    lines = sorted((dict(row) for row in rows["crisis_line"]), key=lambda row: str(row["id"]))
    phones = sorted(
        (dict(row) for row in rows["phone"] if row["crisis_line_id"] is not None),
        key=lambda row: (str(row["crisis_line_id"]), str(row["position"])),
    )
    return hashlib.sha256(canonical({"crisis_line": lines, "phone": phones})).hexdigest()


def check_pinned(rows: Rows, pinned: Sequence[CrisisLine]) -> None:
    """Every line the program pins is there with its numbers, and no other line takes its name.

    Raises CrisisLineMissing or CrisisLinePinned.
    """
    numbers = _numbers(rows)
    lines = {row["id"]: row for row in rows["crisis_line"]}
    for line in pinned:
        row = lines.get(line.id)
        if row is None or not numbers[line.id] or not row["pinned"]:
            raise CrisisLineMissing(line=line.name)
        own = {(phone.kind, phone.number, phone.extension or "") for phone in line.phones}
        if set(numbers[line.id]) != own or (row["text_keyword"] or None) != line.text_keyword:
            raise _altered(line, numbers[line.id])
    _check_names(rows, pinned, numbers)


def _check_names(rows: Rows, pinned: Sequence[CrisisLine], numbers: Mapping[str, list[Number]]) -> None:
    kept = {line.id for line in pinned}
    names = {fold(name): line for line in pinned for name in (line.name.en, line.name.fr) if name}
    for row in rows["crisis_line"]:
        for name in (fold(str(row["name_en"])), fold(str(row["name_fr"]))):
            if row["id"] not in kept and name in names:
                raise _altered(names[name], numbers[str(row["id"])])


def _altered(line: CrisisLine, numbers: Sequence[Number]) -> CrisisLinePinned:
    old = dict.fromkeys(str(phone) for phone in line.phones)
    new = dict.fromkeys(map(_dialled, numbers))
    return CrisisLinePinned(line=line.name, old=", ".join(old), new=", ".join(new))


def crisis_changes(old: Rows, new: Rows, pinned: Sequence[CrisisLine]) -> tuple[CrisisChange, ...]:
    """Lines that are added, go, or change how they are reached or called; in the order of their ids."""
    before, after = _shown(old), _shown(new)
    kept = {line.id for line in pinned}
    changes = []
    for line in sorted(before.keys() | after.keys()):
        one, other = before.get(line), after.get(line)
        if one != other:
            to_type = () if line in kept else _to_type(one, other)
            changes.append(CrisisChange(line, one, other, to_type))
    return tuple(changes)


def _to_type(old: LineShown | None, new: LineShown | None) -> tuple[str, ...]:
    if old is None or (new is not None and old.called_by == new.called_by):
        return ()
    if new is None:
        return old.numbers[:1]
    fresh = tuple(number for number in dict.fromkeys(new.numbers) if number not in old.numbers)
    return fresh or new.numbers[:1]


def same_number(typed: str, number: str) -> bool:
    """Whether what was typed is this number; spaces, hyphens and the 1 before an area code do not matter."""
    return _digits(typed) == _digits(number) != ""


def _digits(number: str) -> str:
    digits = "".join(letter for letter in number if letter in "0123456789")
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits


def _numbers(rows: Rows) -> defaultdict[str, list[Number]]:
    found: defaultdict[str, list[Number]] = defaultdict(list)
    for row in sorted(rows["phone"], key=lambda row: int(row["position"] or 0)):
        if row["crisis_line_id"] is not None:
            number = (str(row["kind"]), str(row["number"]), str(row["extension"] or ""))
            found[str(row["crisis_line_id"])].append(number)
    return found


def _shown(rows: Rows) -> Mapping[str, LineShown]:
    numbers = _numbers(rows)
    return {
        str(row["id"]): LineShown(
            Bilingual(str(row["name_en"]), str(row["name_fr"])),
            tuple(map(_dialled, numbers.get(str(row["id"]), ()))),
            tuple(kind for kind, _, _ in numbers.get(str(row["id"]), ())),
            _text(row["text_keyword"]),
            Bilingual(_text(row["hours_en"]), _text(row["hours_fr"])),
            _text(row["chat_url"]),
            _text(row["email"]),
        )
        for row in rows["crisis_line"]
    }


def _text(value: Value) -> str | None:
    return str(value) if value else None


def _dialled(number: Number) -> str:
    _, stored, extension = number
    shown = dialled(stored)
    return f"{shown} #{extension}" if extension else shown
