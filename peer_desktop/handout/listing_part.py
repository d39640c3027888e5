"""Says of one listing what a person needs at home: whom to call, what it is, when, cost, how to start."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import Facet, Listing, Location, Phone
from peer_desktop.handout import wording
from peer_desktop.handout.freshness import freshness
from peer_desktop.handout.passage import Passage, own, passages, said

_BETWEEN = " · "
Lines = tuple[tuple[Passage, ...], ...]


@dataclass(frozen=True, slots=True)
class NumberToCall:
    """A number as it is dialled, and what must be known to dial it."""

    number: str
    notes: Lines


@dataclass(frozen=True, slots=True)
class FactOnPaper:
    """What is said under one caption, one line for each."""

    caption: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class ListingPart:
    """One listing as it stands on the sheet."""

    name: tuple[Passage, ...]
    organization: tuple[Passage, ...]
    phones: tuple[NumberToCall, ...]
    facts: tuple[FactOnPaper, ...]
    short_facts: tuple[FactOnPaper, ...]
    """Stand side by side."""
    further_facts: tuple[FactOnPaper, ...]
    freshness: str
    code_aloud: str
    """What is read aloud in place of its QR code."""


class ListingOnPaper:
    """Puts listings in words of one language. `today` is what their age is measured from."""

    def __init__(self, facets: Sequence[Facet], language: Language, today: date) -> None:
        self._facets: Mapping[str, Facet] = {facet.id: facet for facet in facets}
        self._language = language
        self._today = today

    def part(self, listing: Listing) -> ListingPart:
        """All that is printed of one listing."""
        language = self._language
        short = self._short(listing)
        return ListingPart(
            name=passages(listing.name, language),
            organization=passages(listing.organization, language),
            phones=tuple(
                NumberToCall(str(phone), tuple(self._phone_notes(phone))) for phone in listing.phones
            ),
            facts=tuple(self._what(listing)),
            short_facts=tuple(FactOnPaper(caption, lines) for caption, lines in short.items() if lines),
            further_facts=(
                *self._not_stated(listing, short),
                *self._where(listing),
                *self._how_to_start(listing),
            ),
            freshness=freshness(listing, self._today, language),
            code_aloud=said(wording.CODE, language, address=web_address(listing) or ""),
        )

    def _what(self, listing: Listing) -> Iterator[FactOnPaper]:
        if listing.description:
            yield self._fact(wording.WHAT_IT_IS, passages(listing.description, self._language))
        for value in listing.facets.get("peer_evidence", ()) if listing.kind == "place" else ():
            if value in wording.PEER_EVIDENCE:
                sentence = wording.PEER_EVIDENCE[value].said_in(self._language)
                yield self._fact(wording.PEER_SUPPORT, (own(sentence, self._language),))
        if for_whom := self._for_whom(listing):
            yield self._fact(wording.FOR_WHOM, for_whom)

    def _for_whom(self, listing: Listing) -> tuple[Passage, ...]:
        return passages(listing.eligibility, self._language) or self._labels(listing, "audience")

    def _short(self, listing: Listing) -> dict[str, Lines]:
        """Caption → lines of what everybody asks; no lines where nothing is known."""
        hours = passages(listing.hours, self._language)
        asked = {
            wording.WHEN: (hours, self._labels(listing, "frequency", "duration")),
            wording.HOW: (self._labels(listing, "format", "structure"),),
            wording.COST: (self._labels(listing, "cost"),),
            wording.LANGUAGE: (self._labels(listing, "language"),),
        }
        return {
            caption.said_in(self._language): tuple(line for line in lines if line)
            for caption, lines in asked.items()
        }

    def _not_stated(self, listing: Listing, short: Mapping[str, Lines]) -> Iterator[FactOnPaper]:
        unknown = [caption for caption, lines in short.items() if not lines]
        if not self._for_whom(listing):
            unknown.insert(0, wording.FOR_WHOM.said_in(self._language))
        if unknown:
            yield self._fact(wording.NOT_STATED, (own(_BETWEEN.join(unknown), self._language),))

    def _where(self, listing: Listing) -> Iterator[FactOnPaper]:
        location = listing.location
        if location is not None and (location.city or location.address):
            lines = [own(line, self._language) for line in self._address_lines(location)]
            yield self._fact(wording.WHERE, *((line,) for line in lines))
        elif serves := self._serves(listing):
            yield self._fact(wording.SERVES, (own(serves, self._language),))

    def _serves(self, listing: Listing) -> str:
        facet = self._facets.get("serves")
        known = [facet.label_of(value).said_in(self._language) for value in listing.serves] if facet else []
        return ", ".join(known)

    def _address_lines(self, location: Location) -> Iterator[str]:
        if location.address:
            yield location.address
        town = ", ".join(part for part in (location.city, location.province) if part)
        yield "  ".join(part for part in (town, location.postal_code) if part)
        if not location.address:
            yield wording.ONLY_THE_TOWN.said_in(self._language)

    def _how_to_start(self, listing: Listing) -> Iterator[FactOnPaper]:
        address = web_address(listing)
        sentences = []
        if listing.phones:
            only_texted = all(phone.kind == "text" for phone in listing.phones)
            sentences.append(wording.TEXT_THE_NUMBER if only_texted else wording.CALL_THE_NUMBER)
        elif not listing.email and not listing.website and address:
            sentences.append(wording.NO_CONTACT)
        if listing.referral_needed is not None:
            sentences.append(wording.REFERRAL[listing.referral_needed])
        if sentences:
            start = " ".join(sentence.said_in(self._language) for sentence in sentences)
            yield self._fact(wording.HOW_TO_START, (own(start, self._language),))
        if listing.email:
            yield self._fact(wording.EMAIL, (own(listing.email, self._language),))
        if address:
            caption = wording.WEBSITE if listing.website else wording.SOURCE_PAGE
            yield self._fact(caption, (own(address, self._language),))

    def _phone_notes(self, phone: Phone) -> Iterator[tuple[Passage, ...]]:
        if phone.extension:
            yield (own(said(wording.EXTENSION, self._language, number=phone.extension), self._language),)
        if phone.kind in wording.PHONE_KINDS:
            yield (own(wording.PHONE_KINDS[phone.kind].said_in(self._language), self._language),)
        if phone.note:
            yield passages(phone.note, self._language)

    def _labels(self, listing: Listing, *facets: str) -> tuple[Passage, ...]:
        labels = [
            value.label.said_in(self._language)
            for facet in facets
            if facet in self._facets
            for value in self._facets[facet].values
            if value.value in listing.facets.get(facet, ())
        ]
        return (own(_BETWEEN.join(labels), self._language),) if labels else ()

    def _fact(self, caption: Bilingual, *lines: tuple[Passage, ...]) -> FactOnPaper:
        return FactOnPaper(caption.said_in(self._language), lines)


def web_address(listing: Listing) -> str | None:
    """Where to read more: the website; for what nobody can be called about, the page it is from."""
    if listing.website:
        return listing.website
    if not listing.phones and not listing.email and listing.sources:
        return listing.sources[0].url
    return None
