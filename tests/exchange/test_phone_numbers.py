"""Numbers are stored as they are dialled, whatever way they were written."""

import pytest

from peer_desktop.exchange.phone_numbers import numbers_in, stored_number


@pytest.mark.parametrize(
    ("written", "kind", "stored"),
    [
        ("1-800-268-7708", "toll-free", "+18002687708"),
        ("800-268-7708", "toll-free", "+18002687708"),
        ("(613) 555-0100", "voice", "+16135550100"),
        ("+1 613.555.0100", "voice", "+16135550100"),
        ("613 555 0100", "tty", "+16135550100"),
        ("613-555-0100", "text", "+16135550100"),
        ("9-8-8", "voice", "988"),
        ("988", "text", "988"),
        ("9-1-1", "voice", "911"),
        ("811", "voice", "811"),
        ("211", "voice", "211"),
        ("310-6789", "voice", "3106789"),
        ("686868", "text", "686868"),
        ("45645", "text", "45645"),
        ("613-555-0100", "toll-free", None),
        ("686868", "voice", None),
        ("310-6789", "text", None),
        ("988", "tty", None),
        ("511", "voice", None),
        ("1234", "text", None),
        ("555-0100", "voice", None),
        ("000-555-0100", "voice", None),
        ("613-555-0100 ext. 5", "voice", None),
        ("+33 1 42 68 53 00", "voice", None),
        ("٦١٣-555-0100", "voice", None),
        ("", "voice", None),
    ],
)
def test_a_number_is_stored_as_it_is_dialled_or_not_at_all(
    written: str, kind: str, stored: str | None
) -> None:
    assert stored_number(written, kind) == stored


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 1-833-456-4566 or text 45645.", {"+18334564566", "45645"}),
        ("(833) 456.4566", {"+18334564566"}),
        ("+18334564566", {"+18334564566"}),
        ("1 833 456 4566", {"+18334564566"}),
        ("Since 1998, 120 people and 12 dogs", set()),
        ("686868", {"686868"}),
        ("123456789012345", set()),
    ],
)
def test_numbers_are_found_in_text_however_they_are_written(text: str, found: set[str]) -> None:
    assert numbers_in(text) == found
