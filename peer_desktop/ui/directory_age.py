"""Says of when and whose the directory is, and ever more plainly that it grows old."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from peer_desktop.bundle.staleness import Staleness
from peer_desktop.directory.language import Language
from peer_desktop.ui.wording import date_in_words

translate = QCoreApplication.translate


def directory_age(data_as_of: date, publisher: str, age: Staleness, language: Language) -> str:
    """One sentence for the status line. `publisher` is who signed it, or nothing when nobody did."""
    words = _signed(age) if publisher else _unsigned(age)
    return words.format(day=date_in_words(data_as_of, language), publisher=publisher)


def _signed(age: Staleness) -> str:
    if age is Staleness.RED:
        return translate(
            "DirectoryAge",
            "Directory of {day} from {publisher} (signed), long out of date: numbers may have changed",
        )
    if age is Staleness.AMBER:
        return translate("DirectoryAge", "Directory of {day} from {publisher} (signed): ask for a newer one")
    return translate("DirectoryAge", "Directory of {day} from {publisher} (signed)")


def _unsigned(age: Staleness) -> str:
    if age is Staleness.RED:
        return translate("DirectoryAge", "Directory of {day}, long out of date: numbers may have changed")
    if age is Staleness.AMBER:
        return translate("DirectoryAge", "Directory of {day}: ask for a newer one")
    return translate("DirectoryAge", "Directory of {day}")
