"""Says of when a listing is, in dates: an age in weeks would be wrong a week after printing."""

from datetime import date

from peer_desktop.directory.freshness import day_number
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Listing
from peer_desktop.handout import wording

_A_YEAR = 366
_EPOCH = date(1970, 1, 1)


def day_in_words(written: str | date, language: Language) -> str:
    """Read out YYYY, YYYY-MM or YYYY-MM-DD: 2025, March 2025, 13 March 2025."""
    parts = [int(part) for part in str(written).split("-")]
    said = [str(parts[0])]
    if len(parts) > 1:
        said.insert(0, wording.MONTHS[language][parts[1] - 1])
    if len(parts) > 2:
        first = language is Language.FRENCH and parts[2] == 1
        said.insert(0, "1er" if first else str(parts[2]))
    return " ".join(said)


def freshness(listing: Listing, today: date, language: Language) -> str:
    """One sentence: who confirmed it and when, or what page it is from."""
    if listing.checked_on is not None:
        is_old = (today - listing.checked_on).days > _A_YEAR
        said = wording.CONFIRMED_LONG_AGO if is_old else wording.CONFIRMED
        return said.said_in(language).format(day=day_in_words(listing.checked_on, language))
    if listing.source_date is None:
        return wording.FROM_AN_UNDATED_PAGE.said_in(language)
    age = (today - _EPOCH).days - day_number(listing.source_date)
    said = wording.FROM_AN_OLD_PAGE if age > _A_YEAR else wording.FROM_A_PAGE
    return said.said_in(language).format(day=day_in_words(listing.source_date, language))
