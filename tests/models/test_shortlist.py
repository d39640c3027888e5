"""The shortlist is a value in memory; whoever holds it tells when it changes."""

import pytest
from PySide6.QtTest import QSignalSpy

from peer_desktop.models.shortlist import MOST, KeptListings, Shortlist

FULL = Shortlist(tuple(f"listing-{place}" for place in range(MOST)))


def test_listings_are_kept_in_the_order_they_came_once() -> None:
    shortlist = Shortlist().keeping("b").keeping("a").keeping("b")
    assert shortlist.ids == ("b", "a")
    assert shortlist.without("b").ids == ("a",)
    assert shortlist.without("unknown") == shortlist


@pytest.mark.parametrize(
    ("listing", "step", "after"),
    [
        ("a", 1, ("b", "a", "c")),
        ("c", -1, ("a", "c", "b")),
        ("c", 1, ("a", "b", "c")),
        ("a", -1, ("a", "b", "c")),
        ("unknown", 1, ("a", "b", "c")),
    ],
)
def test_a_listing_moves_but_never_over_an_end(listing: str, step: int, after: tuple[str, ...]) -> None:
    assert Shortlist(("a", "b", "c")).moved(listing, step).ids == after


def test_keeping_and_letting_go_is_told_once_each() -> None:
    kept = KeptListings()
    changed = QSignalSpy(kept.shortlist_changed)
    kept.toggle("a")
    kept.toggle("b")
    kept.toggle("a")
    assert kept.shortlist == Shortlist(("b",))
    assert [changed.at(place)[0] for place in range(changed.count())] == [
        Shortlist(("a",)),
        Shortlist(("a", "b")),
        Shortlist(("b",)),
    ]
    kept.change(Shortlist(("b",)))
    assert changed.count() == 3


def test_a_full_shortlist_refuses_and_still_lets_go() -> None:
    kept = KeptListings()
    kept.change(FULL)
    refused, changed = QSignalSpy(kept.keeping_refused), QSignalSpy(kept.shortlist_changed)
    kept.toggle("one-too-many")
    assert (refused.count(), changed.count()) == (1, 0)
    assert kept.shortlist == FULL
    kept.toggle("listing-0")
    assert "listing-0" not in kept.shortlist.ids


def test_clearing_forgets_all() -> None:
    kept = KeptListings()
    kept.change(FULL)
    kept.clear()
    assert kept.shortlist == Shortlist()
