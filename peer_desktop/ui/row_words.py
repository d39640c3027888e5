"""Puts a row of the results in words: two lines a cell, and one sentence for a screen reader."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import ListingRow
from peer_desktop.models.listing_table import Cell, Column, FoundRow
from peer_desktop.ui import wording
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.wording import BETWEEN

translate = QCoreApplication.translate


class RowInWords:
    """What each cell shows of a listing. `today` is what its age is measured from."""

    def __init__(self, labels: FacetLabels, today: date) -> None:
        self._labels = labels
        self._today = today

    def heading(self, column: Column) -> str:
        """The name of a column."""
        match column:
            case Column.NAME:
                return translate("ResultColumns", "Name")
            case Column.HOW:
                return translate("ResultColumns", "How and where")
            case Column.DISTANCE:
                return translate("ResultColumns", "Distance")
            case Column.COST:
                return translate("ResultColumns", "Cost")
            case Column.CHECKED:
                return translate("ResultColumns", "Checked")

    def cell(self, found: FoundRow, column: Column) -> Cell:
        """What one cell shows."""
        listing, language = found.listing, found.language
        match column:
            case Column.NAME:
                about = [listing.organization.said_in(language), *self.what_it_is(listing, language)]
                return Cell(listing.name.said_in(language), _line(about))
            case Column.HOW:
                how = self._labels.known(listing.facets, "format", language)
                return Cell(_line(how), self.where(listing, language, short=True))
            case Column.DISTANCE:
                return self._distance(found)
            case Column.COST:
                cost = self._labels.known(listing.facets, "cost", language)
                return Cell(_line(cost)) if cost else Cell(second=wording.not_stated())
            case Column.CHECKED:
                return Cell(
                    *wording.freshness_note(listing.source_date, listing.checked_on, self._today, language)
                )

    def sentence(self, found: FoundRow) -> str:
        """The whole row: Spouse peer group, VETS Canada, group, in person, Moncton, NB, 4 km, free, …"""
        listing, language = found.listing, found.language
        how = self._labels.known(listing.facets, "format", language)
        cost = self._labels.known(listing.facets, "cost", language)
        distance = self._distance(found)
        parts = [
            listing.name.said_in(language),
            listing.organization.said_in(language),
            *self.what_it_is(listing, language),
            *how,
            self.where(listing, language),
            distance.first,
            distance.second,
            *cost,
            wording.freshness(listing.source_date, listing.checked_on, self._today, language),
        ]
        return ", ".join(part for part in parts if part)

    def what_it_is(self, listing: ListingRow, language: Language) -> list[str]:
        """A group, one-on-one, or the sort of place and how sure peer support there is."""
        if listing.kind == "program":
            return self._labels.known(listing.facets, "structure", language)
        return [wording.kind_of_place(listing.place_kind), wording.peer_support_there(listing.facets)]

    def where(self, listing: ListingRow, language: Language, *, short: bool = False) -> str:
        """The town where it is met; else whom it serves."""
        if listing.city:
            return wording.town(listing.city, listing.province)
        return wording.reach(listing.serves, self._labels.names("serves", language), short=short)

    def usual_texts(self, column: Column, language: Language) -> list[str]:
        """Texts that a column must hold without an ellipsis."""
        match column:
            case Column.NAME:
                return []
            case Column.HOW:
                formats = self._labels.names("format", language).values()
                return [wording.reach((wording.CANADA,), {}), *formats]
            case Column.DISTANCE:
                return [wording.distance(1250, language), _town_only()]
            case Column.COST:
                short = self._labels.values("cost", ("free", "fee", "donation"), language)
                return [wording.not_stated(), *short]
            case Column.CHECKED:
                return list(wording.freshness_note("2025-09", None, self._today, language))

    def _distance(self, found: FoundRow) -> Cell:
        if found.distance_km is None:
            return Cell()
        kilometres = wording.distance(found.distance_km, found.language)
        return Cell(kilometres, "" if found.exact else _town_only())


def _town_only() -> str:
    return translate("ResultColumns", "town only")


def _line(facts: Sequence[str]) -> str:
    return BETWEEN.join(fact for fact in facts if fact)
