"""Dates of pages and of telephone checks become ages, and unknown stays unknown."""

from datetime import date, timedelta

import numpy as np
import pytest

from peer_desktop.directory.freshness import (
    CHECKED,
    NO_DAY,
    SOURCE_AGE,
    checked_codes,
    day_number,
    source_age_codes,
)


def day(number: int) -> date:
    return date(1970, 1, 1) + timedelta(days=number)


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("2026-03-05", date(2026, 3, 5)),
        ("2026-03", date(2026, 3, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 31)),
        ("2026", date(2026, 12, 31)),
        ("1970", date(1970, 12, 31)),
    ],
)
def test_a_partial_date_is_its_last_day(written: str, last: date) -> None:
    assert day(day_number(written)) == last


@pytest.mark.parametrize("written", [None, ""])
def test_no_date_is_no_day(written: str | None) -> None:
    assert day_number(written) == NO_DAY


@pytest.mark.parametrize(
    ("days_ago", "checked", "source"),
    [
        (-30, "within-6-months", "within-a-year"),
        (0, "within-6-months", "within-a-year"),
        (183, "within-6-months", "within-a-year"),
        (184, "within-12-months", "within-a-year"),
        (366, "within-12-months", "within-a-year"),
        (367, "longer-ago", "older"),
        (9_000, "longer-ago", "older"),
    ],
)
def test_ages_are_counted_in_days(days_ago: int, checked: str, source: str) -> None:
    today = date(2026, 11, 21)
    days = np.array([day_number((today - timedelta(days=days_ago)).isoformat()), NO_DAY], np.int32)
    assert [CHECKED[code] for code in checked_codes(days, today)] == [checked, "never"]
    assert [SOURCE_AGE[code] for code in source_age_codes(days, today)] == [source, "undated"]
