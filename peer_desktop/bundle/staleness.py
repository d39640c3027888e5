"""Says how plainly the age of a directory must be told; it never locks and never goes away."""

from datetime import date, timedelta
from enum import StrEnum

FRESH_FOR = timedelta(days=180)
"""From the day the data were worked on, when no publisher said otherwise; and from amber to red."""


class Staleness(StrEnum):
    """What the line under the window says."""

    FRESH = "fresh"
    AMBER = "amber"
    RED = "red"


def staleness(data_as_of: date, stale_after: date | None, today: date) -> Staleness:
    """After `stale_after` (None: half a year after the data) amber, after half a year more red."""
    last_day = stale_after or data_as_of + FRESH_FOR
    if today <= last_day:
        return Staleness.FRESH
    return Staleness.AMBER if today <= last_day + FRESH_FOR else Staleness.RED
