"""Puts what a bundle brings in words: steps, cautions, fields and their values, sizes, who did what."""

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from peer_desktop.bundle.committing import INSTALL, PUT_BACK, UNDONE
from peer_desktop.bundle.difference import CANADA
from peer_desktop.bundle.preview import Caution
from peer_desktop.bundle.steps import Step
from peer_desktop.directory.language import Language
from peer_desktop.ui.crisis_words import provinces
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.wording import date_in_words, locale, not_stated

translate = QCoreApplication.translate

_MEGABYTE = 1024 * 1024
_FACET_OF_COLUMN = {"coverage": "serves"}
_DATES = ("source_date", "checked_on")


def step_in_words(step: Step) -> str:
    """What is being done."""
    return {
        Step.ROOM: translate("UpdateWords", "Making sure that there is room"),
        Step.COPYING: translate("UpdateWords", "Copying the bundle from the stick"),
        Step.PROVING: translate("UpdateWords", "Checking who signed it, and that nothing was changed since"),
        Step.READING: translate("UpdateWords", "Reading the directory in it"),
        Step.CHECKING: translate("UpdateWords", "Checking every value"),
        Step.BUILDING: translate("UpdateWords", "Building the new directory"),
        Step.TRYING: translate("UpdateWords", "Trying the new directory"),
        Step.COMPARING: translate("UpdateWords", "Comparing it with the directory of now"),
        Step.INSTALLING: translate("UpdateWords", "Installing"),
    }[step]


def caution_in_words(caution: Caution) -> str:
    """What to think about before saying yes."""
    return {
        Caution.MADE_LATER_THAN_TODAY: translate(
            "UpdateWords",
            "The bundle says that it was made later than today: the clock of this computer, or that of the "
            "publisher, is wrong.",
        ),
        Caution.OLDER_DATA: translate(
            "UpdateWords", "Its data were worked on earlier than those installed now."
        ),
        Caution.STALE: translate("UpdateWords", "The publisher says that these data are no longer fresh."),
        Caution.SIGNED_WITH_ADDED_KEY: translate(
            "UpdateWords",
            "It is signed with a key that was added on this computer, not with one of the program itself.",
        ),
    }[caution]


def action_in_words(action: str) -> str:
    """What was done to the directory, as Data history says it."""
    return {
        INSTALL: translate("UpdateWords", "Installed"),
        PUT_BACK: translate("UpdateWords", "Put back"),
        UNDONE: translate("UpdateWords", "Put back by itself: the newer one did not open"),
    }.get(action, action)


def table_in_words(file: str) -> str:
    """One of the tables beside the listings."""
    return {
        "terms.csv": translate("UpdateWords", "Glossary"),
        "resources.csv": translate("UpdateWords", "Resources"),
        "crisis_lines.csv": translate("UpdateWords", "Crisis lines"),
        "facet_values.csv": translate("UpdateWords", "Values to tick"),
        "places.csv": translate("UpdateWords", "Towns"),
        "postal_prefixes.csv": translate("UpdateWords", "Postal codes"),
        "synonyms.csv": translate("UpdateWords", "Words that mean the same"),
    }.get(file, file)


def province_in_words(code: str) -> str:
    """A province, or all of Canada."""
    if code == CANADA:
        return translate("UpdateWords", "Canada, or several provinces")
    return provinces().get(code, code)


def megabytes(size: int, language: Language) -> str:
    """A size in bytes, as people read it."""
    number = locale(language).toString(max(size, _MEGABYTE / 10) / _MEGABYTE, "f", 1)
    return translate("UpdateWords", "{number} MB").format(number=number)


def moment_in_words(moment: datetime, language: Language) -> str:
    """A day and a time of day, by the clock of this computer."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.astimezone(UTC).timestamp()))
    return locale(language).toString(local, QLocale.FormatType.ShortFormat)


class FieldsInWords:
    """Words the fields of a listing and what they hold, as a preview shows them before and after."""

    def __init__(self, labels: FacetLabels, language: Language) -> None:
        self._labels = labels
        self._language = language
        self._names = _names()
        self._yes_no = {"yes": translate("UpdateWords", "yes"), "no": translate("UpdateWords", "no")}

    def name(self, field: str) -> str:
        """The name of a field."""
        return self._names.get(field) or self._labels.facet(self._facet(field), self._language)

    def value(self, field: str, written: str) -> str:
        """What a field holds, written as the tables write it."""
        if not written:
            return not_stated()
        facet = self._facet(field)
        if facet in self._labels.order:
            return ", ".join(self._labels.values(facet, written.split(";"), self._language))
        if field in _DATES:
            return date_in_words(written, self._language)
        return self._yes_no.get(written, written)

    def _facet(self, field: str) -> str:
        return _FACET_OF_COLUMN.get(field, field)


def _names() -> Mapping[str, str]:
    """The fields that are no facets."""
    return {
        "place_kind": translate("UpdateWords", "Kind of place"),
        "organization": translate("UpdateWords", "Organization"),
        "name_en": translate("UpdateWords", "Name, in English"),
        "name_fr": translate("UpdateWords", "Name, in French"),
        "description_en": translate("UpdateWords", "What it is, in English"),
        "description_fr": translate("UpdateWords", "What it is, in French"),
        "eligibility_en": translate("UpdateWords", "Who it is for, in English"),
        "eligibility_fr": translate("UpdateWords", "Who it is for, in French"),
        "hours_en": translate("UpdateWords", "When, in English"),
        "hours_fr": translate("UpdateWords", "When, in French"),
        "referral_needed": translate("UpdateWords", "Referral needed"),
        "address": translate("UpdateWords", "Street address"),
        "city": translate("UpdateWords", "Town"),
        "province": translate("UpdateWords", "Province"),
        "postal_code": translate("UpdateWords", "Postal code"),
        "latitude": translate("UpdateWords", "Latitude"),
        "longitude": translate("UpdateWords", "Longitude"),
        "precision": translate("UpdateWords", "How exact the point on the map is"),
        "website": translate("UpdateWords", "Website"),
        "email": translate("UpdateWords", "E-mail"),
        "phones": translate("UpdateWords", "Phones"),
        "sources": translate("UpdateWords", "Source pages"),
        "source_date": translate("UpdateWords", "Date of the page"),
        "checked_on": translate("UpdateWords", "Confirmed by phone on"),
        "confidence": translate("UpdateWords", "How sure the editors are"),
    }
