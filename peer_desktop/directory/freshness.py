"""Says how old what is known is: when a listing was confirmed, and when its page was written."""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

NO_DAY = -1
"""In arrays of days: no date is known."""

CHECKED = ("within-6-months", "within-12-months", "longer-ago", "never")
SOURCE_AGE = ("within-a-year", "older", "undated")

_EPOCH = date(1970, 1, 1)


def day_number(written: str | None) -> int:
    """Days since 1970 of YYYY, YYYY-MM or YYYY-MM-DD; the last day that a partial date can mean."""
    if not written:
        return NO_DAY
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 1:
        day = date(parts[0], 12, 31)
    elif len(parts) == 2:
        first_of_next = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        day = first_of_next - timedelta(days=1)
    else:
        day = date(*parts)
    return (day - _EPOCH).days


def checked_codes(days: NDArray[np.int32], today: date) -> NDArray[np.intp]:
    """Position in `CHECKED` of every day number."""
    age = (today - _EPOCH).days - days
    return np.select([days == NO_DAY, age <= 183, age <= 366], [3, 0, 1], default=2)


def source_age_codes(days: NDArray[np.int32], today: date) -> NDArray[np.intp]:
    """Position in `SOURCE_AGE` of every day number."""
    age = (today - _EPOCH).days - days
    return np.select([days == NO_DAY, age <= 366], [2, 0], default=1)
