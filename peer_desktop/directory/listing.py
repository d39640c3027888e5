"""Holds what a directory says: listings, crisis lines, terms and resources, each a frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from peer_desktop.directory.language import UNWRITTEN, Bilingual


@dataclass(frozen=True, slots=True)
class Phone:
    """One number. `kind` is voice, toll-free, text or tty."""

    number: str
    """E.164 (+16135550100) or a short code (988, 686868)."""
    kind: str
    extension: str | None = None
    note: Bilingual = UNWRITTEN

    def __str__(self) -> str:
        """The number as it is dialled in Canada: 613-555-0100, 1-800-555-0100, 310-6789 or 9-8-8."""
        return dialled(self.number)


_TOLL_FREE = frozenset({"800", "822", "833", "844", "855", "866", "877", "888"})


def dialled(number: str) -> str:
    """Write an E.164 number or short code as people read it aloud; a 1 stands before toll-free ones."""
    if len(number) == 3:
        return "-".join(number)
    if len(number) == 7:
        return f"{number[:3]}-{number[3:]}"
    if not number.startswith("+1") or len(number) != 12:
        return number
    area, office, line = number[2:5], number[5:8], number[8:]
    before = "1-" if area in _TOLL_FREE else ""
    return f"{before}{area}-{office}-{line}"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a listing is met in person. Latitude and longitude are WGS 84 degrees, both or neither."""

    address: str | None
    city: str | None
    province: str | None
    postal_code: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None
    """address, postal or town; the last two are never drawn as if they were a door."""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page that a listing was written from."""

    url: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One thing a person can contact or attend, whole. `None` and empty mean: not stated."""

    number: int
    id: str
    kind: str
    """program or place"""
    place_kind: str | None
    name: Bilingual
    organization: Bilingual
    description: Bilingual
    eligibility: Bilingual
    hours: Bilingual
    referral_needed: bool | None
    website: str | None
    email: str | None
    phones: tuple[Phone, ...]
    location: Location | None
    serves: tuple[str, ...]
    """CA, or provinces."""
    facets: Mapping[str, tuple[str, ...]]
    """What is known, by facet; a facet of which nothing is known is absent."""
    source_date: str | None
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    checked_on: date | None
    sources: tuple[SourcePage, ...]


@dataclass(frozen=True, slots=True)
class ListingRow:
    """What one row of the results shows: read in blocks, as rows are painted."""

    number: int
    id: str
    kind: str
    place_kind: str | None
    name: Bilingual
    organization: Bilingual
    city: str | None
    province: str | None
    serves: tuple[str, ...]
    facets: Mapping[str, tuple[str, ...]]
    source_date: str | None
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """A line a person in distress can call or text. `role` is crisis, peer or information."""

    id: str
    role: str
    pinned: bool
    name: Bilingual
    description: Bilingual
    hours: Bilingual
    phones: tuple[Phone, ...]
    text_keyword: str | None
    chat_url: str | None
    email: str | None
    languages: tuple[str, ...]
    audience: tuple[str, ...]
    coverage: tuple[str, ...]
    pages_seen: int
    """How many pages show the number; fewer than two is said on screen."""
    source_date: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary with its two definitions."""

    id: str
    name: Bilingual
    plain: Bilingual
    academic: Bilingual
    sources: tuple[str, ...]
    note: str | None
    see_also: tuple[str, ...] = ()
    """Ids of other terms."""


@dataclass(frozen=True, slots=True)
class Resource:
    """Something to read, watch or listen to about peer support."""

    id: str
    type: str
    title: Bilingual
    authors: tuple[str, ...]
    year: str | None
    publisher: str | None
    url: str | None
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    annotation: Bilingual
    verified: str
    """yes, or partly: some part of the citation was not seen on a page."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, with its label."""

    value: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class Facet:
    """One question a listing answers: for whom, what topic, what cost."""

    id: str
    label: Bilingual
    values: tuple[FacetValue, ...] = field(default=())

    def label_of(self, value: str) -> Bilingual:
        """The label of a value; the value itself where the directory has none."""
        return next((v.label for v in self.values if v.value == value), Bilingual(value, value))


@dataclass(frozen=True, slots=True)
class DirectoryFacts:
    """What the directory says of itself."""

    channel: str
    title: Bilingual
    data_as_of: date
    licence: str
    credits: str
    listings: int
