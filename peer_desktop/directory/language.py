"""Holds a text in both official languages, and says which one is shown."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """An official language, by its ISO 639-1 code."""

    ENGLISH = "en"
    FRENCH = "fr"

    @property
    def other(self) -> "Language":
        """The other official language."""
        return Language.FRENCH if self is Language.ENGLISH else Language.ENGLISH


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in one or both languages; `None` where it was never written in that language."""

    en: str | None = None
    fr: str | None = None

    def said_in(self, language: Language) -> str:
        """The text in this language, or in the other one where this one is missing, or nothing."""
        return self.written_in(language) or self.written_in(language.other) or ""

    def written_in(self, language: Language) -> str | None:
        """The text in this language only."""
        return self.en if language is Language.ENGLISH else self.fr

    def language_shown(self, language: Language) -> Language:
        """The language `said_in` really answers with: a text shown in the other language is marked."""
        if self.written_in(language) or not self.written_in(language.other):
            return language
        return language.other

    def __bool__(self) -> bool:
        return bool(self.en or self.fr)


UNWRITTEN = Bilingual()
"""A text nobody has written."""


def with_french_spaces(sentence: str) -> str:
    """A French sentence whose guillemets and colons stay on the line of the word beside them."""
    for broken, kept in (
        ("« ", "«\N{NO-BREAK SPACE}"),
        (" »", "\N{NO-BREAK SPACE}»"),
        (" :", "\N{NO-BREAK SPACE}:"),
    ):
        sentence = sentence.replace(broken, kept)
    return sentence
