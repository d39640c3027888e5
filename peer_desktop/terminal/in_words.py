"""Puts facts of the directory in words for the terminal, as text that is shown literally."""

import re
from collections.abc import Collection, Mapping

from rich.text import Text

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import Facet, Listing, ListingRow, Phone
from peer_desktop.terminal import wording

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def literal(text: str, style: str = "") -> Text:
    """Record text as it is written: neither markup of rich nor orders to the terminal."""
    return Text(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text), style=style)


class InWords:
    """Speaks one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def said(self, text: Bilingual, **facts: object) -> str:
        """A sentence with its facts."""
        return text.said_in(self.language).format(**facts)

    def counted(self, number: int, one: Bilingual, many: Bilingual, **facts: object) -> str:
        """The sentence for one or for many; in French, none is one."""
        alone = number == 1 or (number == 0 and self.language is Language.FRENCH)
        return self.said(one if alone else many, n=number, **facts)

    def marked(self, text: Bilingual, style: str = "") -> Text:
        """Text in this language; a text that exists in the other one only says so."""
        shown = text.language_shown(self.language)
        mark = "" if shown is self.language else f" ({self.said(wording.OTHER_LANGUAGE[shown])})"
        return literal(text.said_in(self.language) + mark, style)

    def labels(self, facet_id: str, known: Mapping[str, tuple[str, ...]], directory: Directory) -> str:
        """The labels of what is known of a facet in the facet's own order, or that it is not stated."""
        facet = next((one for one in directory.facets if one.id == facet_id), None)
        if facet is None or not known.get(facet_id):
            return self.said(wording.NOT_STATED)
        values = in_order(facet, known[facet_id])
        return ", ".join(facet.label_of(value).said_in(self.language) for value in values)

    def phone_kind(self, phone: Phone) -> str:
        """What a number is for: phone, text, toll-free."""
        return self.said(wording.PHONE_KINDS.get(phone.kind, wording.PHONE))

    def phone(self, phone: Phone) -> Text:
        """A number as it is dialled, with its extension and note."""
        extension = self.said(wording.EXTENSION, extension=phone.extension) if phone.extension else ""
        note = phone.note.said_in(self.language)
        return literal(" ".join(part for part in (str(phone), extension, note) if part), "bold")

    def freshness(self, listing: Listing | ListingRow) -> str:
        """When somebody phoned; or that nobody did, and how old the page is."""
        if listing.checked_on:
            return self.said(wording.CHECKED_ON, date=listing.checked_on.isoformat())
        return f"{self.said(wording.NEVER_CHECKED)}; {self.page(listing.source_date)}"

    def page(self, source_date: str | None) -> str:
        """The date of the page that a listing was written from."""
        if source_date is None:
            return self.said(wording.SOURCE_UNDATED)
        return self.said(wording.SOURCE_DATE, date=source_date)


def in_order(facet: Facet, values: Collection[str]) -> list[str]:
    """Values as the facet lists them; those it does not know come last."""
    listed = [value.value for value in facet.values if value.value in values]
    return [*listed, *sorted(set(values).difference(listed))]
