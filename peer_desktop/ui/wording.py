"""Puts facts in words: dates, ages, distances, reach and freshness, as whole sentences or short notes."""

import html
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from peer_desktop.directory.language import Bilingual, Language

translate = QCoreApplication.translate

_LOCALES = {
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.Canada),
    Language.FRENCH: QLocale(QLocale.Language.French, QLocale.Country.Canada),
}
_TWO_WEEKS, _TWO_MONTHS, _TWO_YEARS = 14, 60, 731
_A_MONTH, _A_YEAR = 30.44, 365.25
_ON_ONE_LINE, _LONGEST_NAME = 3, 16
CANADA = "CA"
BETWEEN = "\N{NO-BREAK SPACE}· "
"""Stands between facts of one line, and never begins a line."""


def locale(language: Language) -> QLocale:
    """How Canadians write numbers and dates in this language."""
    return _LOCALES[language]


# Dates and ages


def date_in_words(written: str | date, language: Language, *, short: bool = False) -> str:
    """Read out YYYY, YYYY-MM or YYYY-MM-DD: 2025, March 2025, 13 March 2025; `short` is Mar 2025."""
    parts = [int(part) for part in str(written).split("-")][: 2 if short else 3]
    if len(parts) == 1:
        return str(parts[0])
    month = "MMM" if short else "MMMM"
    if len(parts) == 2:
        return locale(language).toString(QDate(parts[0], parts[1], 1), f"{month} yyyy")
    said = locale(language).toString(QDate(*parts), f"d {month} yyyy")
    return f"1er{said[1:]}" if language is Language.FRENCH and parts[2] == 1 else said


def age_in_words(day: date, today: date) -> str:
    """How long ago a day was: today, 3 weeks ago, 2 years ago."""
    days = (today - day).days
    if days <= 0:
        return translate("Wording", "today")
    if days == 1:
        return translate("Wording", "yesterday")
    if days < _TWO_WEEKS:
        return translate("Wording", "%n days ago", None, days)
    if days < _TWO_MONTHS:
        return translate("Wording", "%n weeks ago", None, days // 7)
    if days < _TWO_YEARS:
        return translate("Wording", "%n months ago", None, round(days / _A_MONTH))
    return translate("Wording", "%n years ago", None, int(days / _A_YEAR))


def is_old(written: str | date, today: date) -> bool:
    """Whether more than a year has passed since the last day this date can mean."""
    year, month, day = ([int(part) for part in str(written).split("-")] + [12, 28])[:3]
    return (today - date(year, month, day)).days > _A_YEAR + 1


# Freshness


def freshness(source_date: str | None, checked_on: date | None, today: date, language: Language) -> str:
    """Say in one sentence how far a listing can be trusted to be of today."""
    if checked_on is not None:
        age = age_in_words(checked_on, today)
        if is_old(checked_on, today):
            return translate("Wording", "Confirmed by phone {age}; it may have changed since").format(age=age)
        return translate("Wording", "Confirmed by phone {age}").format(age=age)
    if source_date is None:
        return translate("Wording", "From an undated page; not yet confirmed by phone")
    when = date_in_words(source_date, language)
    if is_old(source_date, today):
        said = translate(
            "Wording", "From a page of {date}, which may be out of date; not yet confirmed by phone"
        )
        return said.format(date=when)
    return translate("Wording", "From a page of {date}; not yet confirmed by phone").format(date=when)


def freshness_note(
    source_date: str | None, checked_on: date | None, today: date, language: Language
) -> tuple[str, str]:
    """Say the same in two short lines, for a narrow column."""
    if checked_on is not None:
        age = age_in_words(checked_on, today)
        if is_old(checked_on, today):
            return age, translate("Wording", "by phone; check")
        return age, translate("Wording", "by phone")
    unconfirmed = translate("Wording", "Not confirmed")
    if source_date is None:
        return unconfirmed, translate("Wording", "page undated")
    when = date_in_words(source_date, language, short=True)
    return unconfirmed, translate("Wording", "page of {date}").format(date=when)


# Where, and for where


def distance(kilometres: float, language: Language) -> str:
    """Name a distance as one says it: under 1 km, 4 km, 1,250 km."""
    if kilometres < 1:
        return translate("Wording", "under 1 km")
    return translate("Wording", "{number} km").format(number=locale(language).toString(round(kilometres)))


def reach(serves: Sequence[str], provinces: Mapping[str, str], *, short: bool = False) -> str:
    """Name whom a listing serves: Canada-wide, Ontario, or several; `provinces` holds names by code.

    `short` writes several as NB, NS, PE, or says how many they are.
    """
    if not serves:
        return ""
    if CANADA in serves:
        return translate("Wording", "Canada-wide")
    names = [provinces.get(code, code) for code in serves]
    if not short or (len(names) == 1 and len(names[0]) <= _LONGEST_NAME):
        return ", ".join(names)
    if len(serves) <= _ON_ONE_LINE:
        return ", ".join(_short_name(code) for code in serves)
    return translate("Wording", "%n provinces", None, len(serves))


def _short_name(province: str) -> str:
    """How a province is written where there is little room; French has short forms of its own."""
    short = {
        "AB": translate("Wording", "AB"),
        "BC": translate("Wording", "BC"),
        "MB": translate("Wording", "MB"),
        "NB": translate("Wording", "NB"),
        "NL": translate("Wording", "NL"),
        "NS": translate("Wording", "NS"),
        "NT": translate("Wording", "NT"),
        "NU": translate("Wording", "NU"),
        "ON": translate("Wording", "ON"),
        "PE": translate("Wording", "PE"),
        "QC": translate("Wording", "QC"),
        "SK": translate("Wording", "SK"),
        "YT": translate("Wording", "YT"),
    }
    return short.get(province, province)


def town(city: str | None, province: str | None) -> str:
    """Name where a listing is met: Moncton, NB."""
    return ", ".join(part for part in (city, province) if part)


def kind_of_place(place_kind: str | None) -> str:
    """Name what sort of place offers or refers to peer support."""
    kinds = {
        "legion-branch": translate("Wording", "Legion branch"),
        "legion-command": translate("Wording", "Legion command"),
        "mfrc": translate("Wording", "Military Family Resource Centre"),
        "osi-clinic": translate("Wording", "Operational stress injury clinic"),
        "transition-centre": translate("Wording", "Transition centre"),
        "peer-centre": translate("Wording", "Peer support centre"),
        "housing": translate("Wording", "Housing for Veterans"),
        "mutual-aid-office": translate("Wording", "Office of a mutual-aid group"),
    }
    return kinds.get(place_kind or "", translate("Wording", "Place"))


def peer_support_there(facets: Mapping[str, tuple[str, ...]]) -> str:
    """Say how sure it is that a place offers peer support; nothing where its pages state it."""
    evidence = facets.get("peer_evidence", ())
    if "referral" in evidence:
        return translate("Wording", "refers to peer support")
    if "not-confirmed" in evidence:
        return translate("Wording", "peer support not confirmed")
    return ""


# Texts and languages


def marked(text: Bilingual, language: Language) -> str:
    """The text in this language; where it is missing the other one, marked, never machine-translated."""
    said = text.said_in(language)
    shown = text.language_shown(language)
    if not said or shown is language:
        return said
    if shown is Language.ENGLISH:
        return translate("Wording", "{text} (in English)").format(text=said)
    return translate("Wording", "{text} (en français)").format(text=said)


def not_stated() -> str:
    """Stands where a person would ask and nothing is known."""
    return translate("Wording", "Not stated")


def found(total: int) -> str:
    """Say how many listings were found."""
    return translate("Wording", "%n found", None, total)


# Safe to show


def as_tooltip(text: str) -> str:
    """Text that a tooltip shows literally: Qt would take markup for code, and open the files it names."""
    return f"<span>{html.escape(text)}</span>" if text else ""


def as_button_text(text: str) -> str:
    """Text that a button or menu shows literally: a single & would become a shortcut."""
    return text.replace("&", "&&")
