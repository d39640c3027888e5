"""Which crisis lines stand on a sheet: three large on every page, the rest by province."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Listing
from peer_desktop.directory.pinned_lines import PINNED_LINES
from peer_desktop.handout.crisis_part import CrisisPart, crisis_part
from tests.handout.conftest import listing_of

EN, FR = Language.ENGLISH, Language.FRENCH


def part(directory: Directory, listings: Sequence[Listing], language: Language = EN) -> CrisisPart:
    audience = next(facet for facet in directory.facets if facet.id == "audience")
    return crisis_part(PINNED_LINES, listings, audience, language)


def test_the_two_lines_of_the_crisis_bar_and_emergency_are_large(directory: Directory) -> None:
    english = part(directory, ())
    assert [(line.way, line.number, line.name) for line in english.urgent] == [
        ("Call or text", "9-8-8", "Suicide Crisis Helpline"),
        ("Call", "1-800-268-7708", "VAC Assistance Service"),
    ]
    assert english.danger == "If a life is in danger, call 9-1-1 now."
    french = part(directory, (), FR)
    assert [(line.way, line.number, line.name) for line in french.urgent] == [
        ("Appelez ou textez le", "9-8-8", "Ligne d’aide en cas de crise de suicide"),
        ("Appelez le", "1-800-268-7708", "Service d’aide d’ACC"),
    ]


def test_a_shared_number_names_everyone_who_may_call_it(directory: Directory) -> None:
    _, vac = part(directory, ()).urgent
    people, hours = vac.notes
    assert people == "Veterans · Serving members · Reservists · RCMP · Families · Caregivers"
    assert hours == "24/7 · TTY 1-800-567-5803"


@pytest.mark.parametrize(
    ("listing", "there", "elsewhere"),
    [
        ("moncton-grief-group", "1-866-355-5550", "1-877-303-2642"),
        ("calgary-police-peer-team", "1-877-303-2642", "1-866-355-5550"),
    ],
)
def test_lines_of_other_provinces_are_left_out(
    directory: Directory, listing: str, there: str, elsewhere: str
) -> None:
    numbers = [line.number for line in part(directory, [listing_of(directory, listing)]).further]
    assert there in numbers
    assert elsewhere not in numbers
    assert "1-855-242-3310" in numbers  # Canada-wide


def test_a_sheet_of_no_province_holds_the_lines_of_all(directory: Directory) -> None:
    online = listing_of(directory, "women-veterans-circle")
    assert online.serves == ("CA",)
    numbers = [line.number for line in part(directory, [online]).further]
    assert {"1-866-355-5550", "1-877-303-2642", "1-866-277-3553"} <= set(numbers)


def test_every_pinned_number_is_on_that_sheet(directory: Directory) -> None:
    for language in Language:
        whole = part(directory, (), language)
        said = " ".join(
            [whole.danger]
            + [f"{line.number} {' '.join(line.notes)}" for line in whole.urgent]
            + [f"{line.number} {line.name}" for line in whole.further]
        )
        for line in PINNED_LINES:
            for phone in line.phones:
                assert str(phone) in said, line.id


def test_no_number_stands_twice(directory: Directory) -> None:
    whole = part(directory, ())
    listed = [(line.number, line.name) for line in (*whole.urgent, *whole.further)]
    assert all(one != other for one, other in pairwise(sorted(listed)))


def test_the_hours_stand_above_only_where_all_lines_have_the_same(directory: Directory) -> None:
    assert part(directory, ()).heading == "More crisis lines · 24/7"
    other = replace(PINNED_LINES[-1], hours=replace(PINNED_LINES[-1].hours, en="9 to 5"))
    mixed = crisis_part((*PINNED_LINES[:-1], other), (), None, EN)
    assert mixed.heading == "More crisis lines"
