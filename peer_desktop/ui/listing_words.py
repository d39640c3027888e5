"""Puts a whole listing in words: what a counsellor reads aloud, in the order a person asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Listing, Location, Phone, SourcePage
from peer_desktop.ui import wording
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.wording import BETWEEN

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Fact:
    """What is said under one caption. An address is broken anywhere and can be copied."""

    caption: str
    text: str
    is_address: bool = False
    copied: str = ""
    """What is copied, where it is not the text itself."""


@dataclass(frozen=True, slots=True)
class PhoneInWords:
    """A number as it is dialled, and what must be known to dial it."""

    number: str
    note: str


class ListingInWords:
    """What is said of one listing in one language. `today` is what its age is measured from."""

    def __init__(self, listing: Listing, labels: FacetLabels, language: Language, today: date) -> None:
        self._listing = listing
        self._labels = labels
        self._language = language
        self._today = today

    @property
    def name(self) -> str:
        """The name alone."""
        return self._listing.name.said_in(self._language)

    @property
    def about(self) -> str:
        """Who offers it and what sort of thing it is."""
        parts = [self._listing.organization.said_in(self._language)]
        if self._listing.kind == "place":
            parts.append(wording.kind_of_place(self._listing.place_kind))
        return BETWEEN.join(part for part in parts if part)

    @property
    def freshness(self) -> str:
        """How far this can be trusted to be of today."""
        listing = self._listing
        return wording.freshness(listing.source_date, listing.checked_on, self._today, self._language)

    @property
    def phones(self) -> tuple[PhoneInWords, ...]:
        """All numbers, in the order to try them."""
        return tuple(PhoneInWords(str(phone), self._phone_note(phone)) for phone in self._listing.phones)

    def facts(self) -> tuple[Fact, ...]:
        """Everything that is known, and what is not where a person would ask."""
        return (*self._what(), *self._how_to_start(), *self._where(), *self._further())

    def sources(self) -> Fact | None:
        """The pages this was written from, one a line; the website is not written out a second time."""
        pages = self._listing.sources
        if not pages:
            return None
        website = _address(self._listing.website or "")
        above = translate("ListingInWords", "The website above")
        shown = [above if _address(page.url) == website else _noted(page) for page in pages]
        return Fact(
            translate("ListingInWords", "Source pages"),
            "\n".join(dict.fromkeys(shown)),
            is_address=True,
            copied="\n".join(_noted(page) for page in pages),
        )

    def texts(self) -> tuple[str, ...]:
        """Everything in which a word of the glossary may stand."""
        listing, language = self._listing, self._language
        written = (listing.name, listing.description, listing.eligibility, listing.hours)
        labels = [*self._known("topic"), *self._known("audience")]
        return (*(text.said_in(language) for text in written), *labels)

    def _what(self) -> Iterator[Fact]:
        listing, language = self._listing, self._language
        if listing.description:
            yield Fact(
                translate("ListingInWords", "What it is"), wording.marked(listing.description, language)
            )
        how = self._labels_of("format", "structure", "formality", "setting")
        yield from _known_fact(translate("ListingInWords", "How"), how)
        for_whom = [wording.marked(listing.eligibility, language), BETWEEN.join(self._known("audience"))]
        yield _asked(translate("ListingInWords", "Who it is for"), for_whom)
        often = BETWEEN.join([*self._known("frequency"), *self._known("duration")])
        when = [wording.marked(listing.hours, language), often]
        yield _asked(translate("ListingInWords", "When"), when)
        yield _asked(translate("ListingInWords", "Cost"), [BETWEEN.join(self._known("cost"))])
        yield _asked(translate("ListingInWords", "Language"), [BETWEEN.join(self._known("language"))])

    def _how_to_start(self) -> Iterator[Fact]:
        listing = self._listing
        start = []
        if listing.referral_needed is not None:
            needed = translate("ListingInWords", "A referral is needed.")
            not_needed = translate("ListingInWords", "No referral is needed.")
            start.append(needed if listing.referral_needed else not_needed)
        if listing.phones:
            start.insert(0, self._first_step())
        elif not listing.website and not listing.email:
            none = translate(
                "ListingInWords", "No phone, email or website is stated; the pages below may help."
            )
            start.append(none)
        if start:
            yield Fact(translate("ListingInWords", "How to start"), " ".join(start))
        if listing.email:
            yield Fact(translate("ListingInWords", "Email"), listing.email, is_address=True)
        if listing.website:
            yield Fact(translate("ListingInWords", "Website"), listing.website, is_address=True)

    def _first_step(self) -> str:
        if all(phone.kind == "text" for phone in self._listing.phones):
            return translate("ListingInWords", "Text the number above.")
        return translate("ListingInWords", "Call the number above.")

    def _where(self) -> Iterator[Fact]:
        listing = self._listing
        if listing.location is not None and (listing.location.city or listing.location.address):
            yield Fact(translate("ListingInWords", "Where"), "\n".join(self._location(listing.location)))
        serves = wording.reach(listing.serves, self._labels.names("serves", self._language))
        if serves:
            yield Fact(translate("ListingInWords", "Serves"), serves)

    def _location(self, location: Location) -> Iterator[str]:
        if location.address:
            yield location.address
        town = wording.town(location.city, location.province)
        yield "  ".join(part for part in (town, location.postal_code) if part)
        if not location.address and self._listing.phones:
            yield translate("ListingInWords", "Only the town is known: ask for the address by phone.")
        elif not location.address:
            yield translate("ListingInWords", "Only the town is known.")
        elif location.precision != "address":
            yield translate("ListingInWords", "The map shows its town, not its door.")

    def _further(self) -> Iterator[Fact]:
        yield from _known_fact(translate("ListingInWords", "Topics"), self._known("topic"))
        if self._listing.kind == "place":
            evidence = self._known("peer_evidence")
            yield from _known_fact(translate("ListingInWords", "Peer support there"), evidence)

    def _labels_of(self, *facets: str) -> list[str]:
        return [label for facet in facets for label in self._known(facet)]

    def _phone_note(self, phone: Phone) -> str:
        kinds = {
            "toll-free": translate("ListingInWords", "toll-free"),
            "text": translate("ListingInWords", "by text message"),
            "tty": translate("ListingInWords", "TTY, for people who do not hear well"),
        }
        parts = [kinds.get(phone.kind, "")]
        if phone.extension:
            extension = translate("ListingInWords", "extension {number}")
            parts.insert(0, extension.format(number=phone.extension))
        parts.append(wording.marked(phone.note, self._language))
        return BETWEEN.join(part for part in parts if part)

    def _known(self, facet: str) -> list[str]:
        return self._labels.known(self._listing.facets, facet, self._language)


def _asked(caption: str, texts: list[str]) -> Fact:
    """What a person would ask: said to be not stated where nothing is known."""
    return Fact(caption, "\n".join(text for text in texts if text) or wording.not_stated())


def _known_fact(caption: str, labels: list[str]) -> Iterator[Fact]:
    """What a person seldom asks: left out where nothing is known."""
    if labels:
        yield Fact(caption, BETWEEN.join(labels))


def _noted(page: SourcePage) -> str:
    """A page, and where on it: one address may hold many articles."""
    return f"{page.url} ({page.note})" if page.note else page.url


def _address(url: str) -> str:
    """What is left of an address when what makes no other page of it is taken away."""
    rest = url.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return rest.rstrip("/")
