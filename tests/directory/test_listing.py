"""Numbers are written as people dial them."""

import pytest

from peer_desktop.directory.listing import Phone


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("988", "9-8-8"),
        ("+16135550100", "613-555-0100"),
        ("+18005550100", "1-800-555-0100"),
        ("3106789", "310-6789"),
        ("686868", "686868"),
    ],
)
@pytest.mark.parametrize("kind", ["voice", "toll-free", "text", "tty"])
def test_a_number_is_said_as_it_is_dialled(number: str, said: str, kind: str) -> None:
    assert str(Phone(number, kind)) == said
