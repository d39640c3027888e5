"""Facts in words: what a person reads, exactly."""

from datetime import date

import pytest

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.ui import wording

EN, FR = Language.ENGLISH, Language.FRENCH
TODAY = date(2026, 11, 21)
PROVINCES = {"NB": "New Brunswick", "NS": "Nova Scotia", "NL": "Newfoundland and Labrador"}


@pytest.mark.parametrize(
    ("written", "in_english", "in_french"),
    [
        ("2025", "2025", "2025"),
        ("2025-03", "March 2025", "mars 2025"),
        ("2025-03-13", "13 March 2025", "13 mars 2025"),
        ("2025-03-01", "1 March 2025", "1er mars 2025"),
        (date(2025, 12, 31), "31 December 2025", "31 décembre 2025"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(written: str | date, in_english: str, in_french: str) -> None:
    assert wording.date_in_words(written, EN) == in_english
    assert wording.date_in_words(written, FR) == in_french


def test_a_short_date_names_the_month() -> None:
    assert wording.date_in_words("2025-03-13", EN, short=True) == "Mar 2025"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 21), "today"),
        (date(2026, 11, 20), "yesterday"),
        (date(2026, 11, 9), "12 days ago"),
        (date(2026, 11, 1), "2 weeks ago"),
        (date(2026, 8, 21), "3 months ago"),
        (date(2022, 11, 20), "4 years ago"),
    ],
)
def test_an_age_is_said_as_people_say_it(day: date, said: str) -> None:
    assert wording.age_in_words(day, TODAY) == said


@pytest.mark.parametrize(
    ("source", "checked", "sentence"),
    [
        ("2026-03", None, "From a page of March 2026; not yet confirmed by phone"),
        (
            "2019",
            None,
            "From a page of 2019, which may be out of date; not yet confirmed by phone",
        ),
        (None, None, "From an undated page; not yet confirmed by phone"),
        ("2019", date(2026, 10, 30), "Confirmed by phone 3 weeks ago"),
        ("2026-03", date(2024, 1, 15), "Confirmed by phone 2 years ago; it may have changed since"),
    ],
)
def test_every_listing_says_how_fresh_it_is(source: str | None, checked: date | None, sentence: str) -> None:
    assert wording.freshness(source, checked, TODAY, EN) == sentence


@pytest.mark.parametrize(
    ("source", "checked", "lines"),
    [
        ("2026-03-15", None, ("Not confirmed", "page of Mar 2026")),
        (None, None, ("Not confirmed", "page undated")),
        (None, date(2026, 10, 30), ("3 weeks ago", "by phone")),
        (None, date(2024, 1, 15), ("2 years ago", "by phone; check")),
    ],
)
def test_a_narrow_column_says_the_same_in_two_lines(
    source: str | None, checked: date | None, lines: tuple[str, str]
) -> None:
    assert wording.freshness_note(source, checked, TODAY, EN) == lines


def test_a_partial_date_is_not_old_before_its_last_day_is() -> None:
    assert not wording.is_old("2025", date(2026, 11, 21))
    assert wording.is_old("2025", date(2027, 1, 2))
    assert wording.is_old("2025-11-01", date(2026, 11, 21))


def test_distances_are_whole_kilometres() -> None:
    assert wording.distance(0.4, EN) == "under 1 km"
    assert wording.distance(3.6, EN) == "4 km"
    assert wording.distance(1250.2, EN) == "1,250 km"
    assert wording.distance(1250.2, FR).replace("\u202f", " ").replace("\xa0", " ") == "1 250 km"


def test_reach_names_whom_a_listing_serves() -> None:
    assert wording.reach(("CA",), PROVINCES) == "Canada-wide"
    assert wording.reach(("NB", "NS"), PROVINCES) == "New Brunswick, Nova Scotia"
    assert wording.reach(("NB", "NS"), PROVINCES, short=True) == "NB, NS"
    assert wording.reach(("NB",), PROVINCES, short=True) == "New Brunswick"
    assert wording.reach(("NL",), PROVINCES, short=True) == "NL"
    assert wording.reach(("NB", "NS", "NL", "PE"), PROVINCES, short=True) == "4 provinces"
    assert wording.reach((), PROVINCES) == ""


def test_a_text_in_the_other_language_is_marked_and_never_translated() -> None:
    assert wording.marked(Bilingual("Coffee", "Café"), FR) == "Café"
    assert wording.marked(Bilingual("Coffee"), FR) == "Coffee (in English)"
    assert wording.marked(Bilingual(fr="Café"), EN) == "Café (en français)"
    assert wording.marked(Bilingual(), EN) == ""


def test_a_tooltip_shows_markup_as_letters() -> None:
    assert wording.as_tooltip('<img src="file:///x">') == (
        "<span>&lt;img src=&quot;file:///x&quot;&gt;</span>"
    )
    assert wording.as_button_text("R&D") == "R&&D"


def test_a_place_says_how_sure_peer_support_there_is() -> None:
    assert wording.peer_support_there({"peer_evidence": ("not-confirmed",)}) == "peer support not confirmed"
    assert wording.peer_support_there({"peer_evidence": ("referral",)}) == "refers to peer support"
    assert wording.peer_support_there({"peer_evidence": ("stated",)}) == ""
    assert wording.kind_of_place("mfrc") == "Military Family Resource Centre"
    assert wording.kind_of_place("unheard-of") == "Place"
