"""Puts the lines a person can call in the order to read them, every number once."""

from collections.abc import Iterable
from dataclasses import dataclass

from peer_desktop.directory.listing import CrisisLine, Phone

ROLES = ("crisis", "peer", "information")
"""The groups, most urgent first."""

EMERGENCY = "911"
CALLED_OR_TEXTED_FIRST = ("988", "vac-assistance-service")
"""The two lines of the crisis bar."""

CANADA = "CA"
_PAGES_TO_TRUST = 2


@dataclass(frozen=True, slots=True)
class SharedNumber:
    """One number with every line that answers on it: 1-800-268-7708 serves three programs."""

    lines: tuple[CrisisLine, ...]
    """At least one, in order; all have the role of the first."""

    @property
    def role(self) -> str:
        """crisis, peer or information"""
        return self.lines[0].role

    @property
    def phones(self) -> tuple[Phone, ...]:
        """Every number of these lines, once, in the order to try them."""
        return tuple(
            {(phone.kind, phone.number): phone for line in self.lines for phone in line.phones}.values()
        )

    @property
    def audience(self) -> tuple[str, ...]:
        """Everyone these lines are for, once."""
        return tuple(dict.fromkeys(value for line in self.lines for value in line.audience))

    @property
    def seen_once(self) -> bool:
        """Whether the number was seen on fewer than two pages."""
        return max(line.pages_seen for line in self.lines) < _PAGES_TO_TRUST

    def serves(self, province: str) -> bool:
        """Whether somebody in this province (two letters) can use it."""
        return any({CANADA, province} & set(line.coverage) for line in self.lines)


def all_lines(pinned: Iterable[CrisisLine], others: Iterable[CrisisLine]) -> tuple[CrisisLine, ...]:
    """The pinned lines as the program knows them, then the other lines of the directory.

    A pinned line changes only with the program: what a directory says of one is not looked at.
    """
    known = {line.id: line for line in pinned}
    for line in others:
        known.setdefault(line.id, line)
    return tuple(known.values())


def by_number(lines: Iterable[CrisisLine]) -> tuple[SharedNumber, ...]:
    """Lines of one role and one number together; emergency first, then the pinned and the Canada-wide."""
    shared: dict[tuple[str, str, str | None], list[CrisisLine]] = {}
    for line in sorted(lines, key=_place_in_order):
        shared.setdefault(_called_by(line), []).append(line)
    return tuple(SharedNumber(tuple(together)) for together in shared.values())


def keywords(line: CrisisLine) -> tuple[str, ...]:
    """The words of which one is texted to reach this line; most lines want none."""
    return tuple(word.strip() for word in (line.text_keyword or "").split("/") if word.strip())


def _place_in_order(line: CrisisLine) -> tuple[int, bool, int, bool, bool]:
    first = CALLED_OR_TEXTED_FIRST
    return (
        ROLES.index(line.role),
        line.id != EMERGENCY,
        first.index(line.id) if line.id in first else len(first),
        not line.pinned,
        CANADA not in line.coverage,
    )


def _called_by(line: CrisisLine) -> tuple[str, str, str | None]:
    spoken = [phone.number for phone in line.phones if phone.kind in ("toll-free", "voice")]
    texted = [phone.number for phone in line.phones if phone.kind == "text"]
    if spoken:
        return line.role, spoken[0], None
    return line.role, texted[0] if texted else line.id, line.text_keyword
