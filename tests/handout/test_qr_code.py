"""The squares on paper are those of the code."""

import segno

from peer_desktop.handout.qr_code import qr_code

ADDRESS = "https://example.ca/?q=<b>&r=%22"


def test_the_dark_squares_are_those_of_the_code() -> None:
    code = qr_code(ADDRESS)
    assert code is not None
    drawn = [bytearray(code.side) for _ in range(code.side)]
    for row, column, length in code.dark:
        assert not any(drawn[row][column : column + length])
        drawn[row][column : column + length] = b"\x01" * length
    expected = segno.make(ADDRESS, micro=False, error="m", boost_error=False).matrix
    assert [bytes(row) for row in drawn] == [bytes(row) for row in expected]


def test_an_address_too_long_for_paper_has_no_code() -> None:
    assert qr_code("https://example.ca/" + "a" * 280) is not None
    assert qr_code("https://example.ca/" + "a" * 300) is None
