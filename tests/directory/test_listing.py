"""Numbers are written as people dial them; a row holds what the tables hold of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.listing import Phone
from tests.tables import TODAY


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


def test_the_values_of_a_row_are_those_of_the_tables(shipped_directory: Path) -> None:
    directory = Directory.open(shipped_directory, today=TODAY)
    numbers = [*range(directory.size, 0, -1), 0, directory.size + 1]
    rows = directory.rows(numbers)
    assert [row.number for row in rows] == numbers[:-2]
    with closing(sqlite3.connect(shipped_directory)) as connection:
        for row in rows:
            facets: dict[str, tuple[str, ...]] = {}
            for facet, value in connection.execute(
                "SELECT facet, value FROM listing_facet WHERE listing_id = ? ORDER BY value", (row.id,)
            ):
                facets[facet] = (*facets.get(facet, ()), value)
            assert row.facets == facets
            served = connection.execute(
                "SELECT code FROM service_area WHERE listing_id = ? ORDER BY code", (row.id,)
            )
            assert row.serves == tuple(code for (code,) in served)
    directory.close()
