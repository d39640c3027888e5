"""Says of when the directory is, and ever more plainly that it grows old; it never stops working."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from peer_desktop.directory.language import Language
from peer_desktop.ui.wording import date_in_words

OLD_DAYS, VERY_OLD_DAYS = 183, 366
"""From these ages on, the status line asks for a newer directory."""


def directory_age(data_as_of: date, today: date, language: Language) -> str:
    """One sentence for the status line."""
    translate = QCoreApplication.translate
    day = date_in_words(data_as_of, language)
    age = (today - data_as_of).days
    if age >= VERY_OLD_DAYS:
        words = translate(
            "DirectoryAge", "Directory of {day}: more than a year old, numbers may have changed"
        )
    elif age >= OLD_DAYS:
        words = translate("DirectoryAge", "Directory of {day}: ask for a newer one")
    else:
        words = translate("DirectoryAge", "Directory of {day}")
    return words.format(day=day)
