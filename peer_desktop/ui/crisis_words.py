"""Says whom a line is for, where and in which languages, also when there is no directory to ask."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from peer_desktop.directory.crisis_lines import CANADA

translate = QCoreApplication.translate


def audience_in_words(values: Sequence[str]) -> str:
    """Everyone a line is for, as one list."""
    names = _audiences()
    return ", ".join(names.get(value, value) for value in values)


def coverage_in_words(codes: Sequence[str]) -> str:
    """Where a line serves: all of Canada, or provinces and territories."""
    if CANADA in codes:
        return translate("CrisisWords", "All of Canada")
    names = provinces()
    return ", ".join(names.get(code, code) for code in codes)


def languages_in_words(codes: Sequence[str]) -> str:
    """The languages people answer in."""
    names = {
        "en": translate("CrisisWords", "English"),
        "fr": translate("CrisisWords", "French"),
        "cr": translate("CrisisWords", "Cree"),
        "iu": translate("CrisisWords", "Inuktitut"),
        "oj": translate("CrisisWords", "Ojibwe"),
    }
    return ", ".join(names.get(code, code) for code in codes)


def provinces() -> dict[str, str]:
    """Provinces and territories by their two letters, from west to east, then north."""
    return {
        "BC": translate("CrisisWords", "British Columbia"),
        "AB": translate("CrisisWords", "Alberta"),
        "SK": translate("CrisisWords", "Saskatchewan"),
        "MB": translate("CrisisWords", "Manitoba"),
        "ON": translate("CrisisWords", "Ontario"),
        "QC": translate("CrisisWords", "Quebec"),
        "NB": translate("CrisisWords", "New Brunswick"),
        "NS": translate("CrisisWords", "Nova Scotia"),
        "PE": translate("CrisisWords", "Prince Edward Island"),
        "NL": translate("CrisisWords", "Newfoundland and Labrador"),
        "YT": translate("CrisisWords", "Yukon"),
        "NT": translate("CrisisWords", "Northwest Territories"),
        "NU": translate("CrisisWords", "Nunavut"),
    }


def _audiences() -> dict[str, str]:
    return {
        "veterans": translate("CrisisWords", "Veterans"),
        "serving-members": translate("CrisisWords", "serving members"),
        "reservists": translate("CrisisWords", "reservists"),
        "rcmp": translate("CrisisWords", "RCMP"),
        "public-safety": translate("CrisisWords", "public-safety personnel"),
        "families": translate("CrisisWords", "Families"),
        "spouses-partners": translate("CrisisWords", "spouses and partners"),
        "children-youth": translate("CrisisWords", "children and youth"),
        "parents": translate("CrisisWords", "parents"),
        "caregivers": translate("CrisisWords", "caregivers"),
        "bereaved": translate("CrisisWords", "bereaved people"),
        "women": translate("CrisisWords", "women"),
        "indigenous": translate("CrisisWords", "Indigenous people"),
        "francophone": translate("CrisisWords", "francophones"),
        "2slgbtqi+": translate("CrisisWords", "2SLGBTQI+ people"),
        "general-public": translate("CrisisWords", "everyone"),
    }
