"""Shows what a bundle would change before it is installed, and what has to be confirmed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from peer_desktop.bundle.crisis_rules import CrisisChange, same_number
from peer_desktop.bundle.difference import Difference, ListingChange
from peer_desktop.bundle.manifest import Manifest, Publisher
from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.findings import Finding

MANY = 0.20
"""The share of removed listings above which somebody must say that it is meant."""


class Caution(StrEnum):
    """What a person should think about before saying yes; none of it refuses a bundle."""

    MADE_LATER_THAN_TODAY = "made-later-than-today"
    """the clock of this computer, or of the publisher's, is wrong"""
    OLDER_DATA = "older-data"
    """the data were worked on before those that are installed"""
    STALE = "stale"
    """the publisher says that these data are no longer fresh"""
    SIGNED_WITH_ADDED_KEY = "signed-with-added-key"
    """not a key of the program itself, but one that was added on this computer"""


@dataclass(frozen=True, slots=True)
class InstalledNow:
    """What the bundle would take the place of."""

    serial: int
    """0: it came with the program."""
    title: Bilingual
    data_as_of: date
    listings: int


@dataclass(frozen=True, slots=True)
class Preview:
    """All that the window and the terminal show of a proven bundle."""

    channel: str
    serial: int
    title: Bilingual
    notes: Bilingual
    publisher: Publisher
    key_name: str
    fingerprint: str
    created_at: datetime
    data_as_of: date
    stale_after: date
    licence: str
    sources: str
    size: int
    """Of the bundle, in bytes."""
    carries_map: bool
    documents: int
    """Attachments."""
    installed: InstalledNow | None
    """None when there is no readable directory: the difference is then from nothing."""
    difference: Difference
    crisis: tuple[CrisisChange, ...]
    warnings: tuple[Finding, ...]
    cautions: tuple[Caution, ...]

    @property
    def removal_to_confirm(self) -> bool:
        """Whether so many listings go that somebody must say it is meant."""
        return self.difference.removed_share > MANY

    @property
    def numbers_to_type(self) -> tuple[str, ...]:
        """Crisis numbers that somebody must type, as they are dialled, each once."""
        return tuple(dict.fromkeys(number for change in self.crisis for number in change.to_type))

    def touches(self, listing_ids: Collection[str]) -> tuple[ListingChange, ...]:
        """Which of these listings go or change: asked for those that are kept."""
        changes = (*self.difference.removed, *self.difference.changed)
        return tuple(change for change in changes if change.id in listing_ids)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What somebody said to a preview."""

    removal: bool = False
    numbers: tuple[str, ...] = ()
    """As they were typed."""

    def numbers_missing(self, preview: Preview) -> tuple[str, ...]:
        """Numbers still to type."""
        return tuple(
            number
            for number in preview.numbers_to_type
            if not any(same_number(typed, number) for typed in self.numbers)
        )

    def is_enough(self, preview: Preview) -> bool:
        """Whether the bundle may be installed."""
        return (self.removal or not preview.removal_to_confirm) and not self.numbers_missing(preview)


def cautions(
    manifest: Manifest, installed: InstalledNow | None, now: datetime, *, built_in: bool
) -> tuple[Caution, ...]:
    """What to think about. A wrong clock never refuses a bundle."""
    found = {
        Caution.MADE_LATER_THAN_TODAY: manifest.created_at > now + timedelta(days=1),
        Caution.OLDER_DATA: installed is not None and manifest.data_as_of < installed.data_as_of,
        Caution.STALE: manifest.stale_after < now.date(),
        Caution.SIGNED_WITH_ADDED_KEY: not built_in,
    }
    return tuple(caution for caution, applies in found.items() if applies)
