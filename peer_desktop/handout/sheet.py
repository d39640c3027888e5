"""Makes the sheet of a few listings: what a person takes home, in the language that person reads."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import CrisisLine, Facet, Listing
from peer_desktop.directory.pinned_lines import PINNED_LINES
from peer_desktop.handout import wording
from peer_desktop.handout.crisis_part import crisis_part
from peer_desktop.handout.freshness import day_in_words
from peer_desktop.handout.listing_part import ListingOnPaper, web_address
from peer_desktop.handout.passage import said
from peer_desktop.handout.qr_code import QrCode, qr_code
from peer_desktop.handout.typesetting import Typeset, typeset


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet is made of. It knows nothing of the person it is for."""

    listings: tuple[Listing, ...]
    """In the order of the sheet."""
    facets: tuple[Facet, ...]
    data_as_of: date
    today: date
    language: Language
    with_codes: bool = True
    """Whether web addresses are also printed as QR codes."""


def make_sheet(sheet: Sheet, pinned: Sequence[CrisisLine] = PINNED_LINES) -> Typeset:
    """The sheet as a PDF and as pictures of its pages. Raises SheetNotMade."""
    language = sheet.language
    day = day_in_words(sheet.data_as_of, language)
    paper = ListingOnPaper(sheet.facets, language, sheet.today)
    audience = next((facet for facet in sheet.facets if facet.id == "audience"), None)
    content = {
        "language": language.value,
        "title": wording.TITLE.said_in(language),
        "names_nobody": wording.NAMES_NOBODY.said_in(language),
        "from_directory": said(wording.FROM_DIRECTORY, language, day=day),
        "foot": said(wording.FOOT, language, day=day),
        "page": wording.PAGE.said_in(language),
        "crisis": asdict(crisis_part(pinned, sheet.listings, audience, language)),
        "listings": [asdict(paper.part(listing)) for listing in sheet.listings],
    }
    return typeset(content, [_code(listing) if sheet.with_codes else None for listing in sheet.listings])


def _code(listing: Listing) -> QrCode | None:
    address = web_address(listing)
    return qr_code(address) if address else None
