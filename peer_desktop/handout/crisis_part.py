"""Chooses the crisis lines of a sheet: three large on every page, the others once at its end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from peer_desktop.directory.crisis_lines import (
    CALLED_OR_TEXTED_FIRST,
    CANADA,
    EMERGENCY,
    SharedNumber,
    by_number,
)
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import CrisisLine, Facet, Listing, Phone
from peer_desktop.handout import wording
from peer_desktop.handout.passage import said

_FOR_EVERYONE = "general-public"
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class UrgentLine:
    """A number in large letters, with who answers."""

    way: str
    number: str
    name: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FurtherLine:
    """A number with the lines behind it, in small letters."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class CrisisPart:
    """What a sheet says of crisis lines."""

    question: str
    urgent: tuple[UrgentLine, ...]
    danger: str
    heading: str
    further: tuple[FurtherLine, ...]


def crisis_part(
    pinned: Sequence[CrisisLine], listings: Sequence[Listing], audience: Facet | None, language: Language
) -> CrisisPart:
    """The pinned lines; those of one province only where a listing of the sheet is of that province.

    A sheet whose listings are of no province holds the lines of all of them.
    """
    shared = by_number(pinned)
    provinces = _provinces(listings)
    danger = [
        said(wording.IN_DANGER, language, number=one.phones[0]) for one in shared if _is(one, EMERGENCY)
    ]
    urgent = [one for first in CALLED_OR_TEXTED_FIRST for one in shared if _is(one, first)]
    further = [
        one
        for one in shared
        if one not in urgent
        and not _is(one, EMERGENCY)
        and (not provinces or any(one.serves(province) for province in provinces))
    ]
    return CrisisPart(
        question=wording.IN_CRISIS.said_in(language),
        urgent=tuple(_urgent(one, audience, language) for one in urgent),
        danger=" ".join(danger),
        heading=_heading(further, language),
        further=tuple(_further(one, language) for one in further),
    )


def _heading(lines: Sequence[SharedNumber], language: Language) -> str:
    """With the hours, where all lines have the same."""
    hours = {line.hours.said_in(language) for shared in lines for line in shared.lines}
    heading = wording.MORE_LINES.said_in(language)
    return BETWEEN.join([heading, *hours]) if len(hours) == 1 and "" not in hours else heading


def _is(shared: SharedNumber, line_id: str) -> bool:
    return any(line.id == line_id for line in shared.lines)


def _provinces(listings: Sequence[Listing]) -> Collection[str]:
    met = {listing.location.province for listing in listings if listing.location}
    served = {code for listing in listings for code in listing.serves}
    return {code for code in met | served if code and code != CANADA}


def _urgent(shared: SharedNumber, audience: Facet | None, language: Language) -> UrgentLine:
    first = shared.phones[0]
    texted = any(phone.kind == "text" and phone.number == first.number for phone in shared.phones)
    way = wording.CALL_OR_TEXT if texted else wording.CALL
    line = shared.lines[0]
    tty = [f"{wording.TTY.said_in(language)} {phone}" for phone in shared.phones if phone.kind == "tty"]
    notes = (_people(shared, audience, language), BETWEEN.join([line.hours.said_in(language), *tty]))
    return UrgentLine(
        way=way.said_in(language),
        number=str(first),
        name=line.name.said_in(language).removeprefix(str(first)).lstrip(" \u00a0:"),
        notes=tuple(note for note in notes if note),
    )


def _people(shared: SharedNumber, audience: Facet | None, language: Language) -> str:
    if audience is None or _FOR_EVERYONE in shared.audience:
        return ""
    wanted = frozenset(shared.audience)
    return BETWEEN.join(value.label.said_in(language) for value in audience.values if value.value in wanted)


def _further(shared: SharedNumber, language: Language) -> FurtherLine:
    first, *others = shared.phones
    names = dict.fromkeys(line.name.said_in(language) for line in shared.lines)
    notes = [first.note.said_in(language), *(_number(phone, language) for phone in others)]
    return FurtherLine(str(first), BETWEEN.join(note for note in (*names, *notes) if note))


def _number(phone: Phone, language: Language) -> str:
    """A number with what must be known to use it."""
    note = phone.note.said_in(language)
    if note:
        return f"{phone}, {note}"
    kinds = {"text": wording.BY_TEXT, "tty": wording.TTY}
    return f"{kinds[phone.kind].said_in(language)} {phone}" if phone.kind in kinds else str(phone)
