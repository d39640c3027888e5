"""Holds a piece of text of the sheet, with the language it is really written in."""

from dataclasses import dataclass

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.handout import wording


@dataclass(frozen=True, slots=True)
class Passage:
    """Literal text. A screen reader that reads the PDF pronounces it in its own language."""

    text: str
    language: str
    """ISO 639-1"""


def said(text: Bilingual, language: Language, **facts: object) -> str:
    """A sentence of ours with its facts."""
    return text.said_in(language).format(**facts)


def passages(text: Bilingual, language: Language) -> tuple[Passage, ...]:
    """A text of the directory; one that exists in the other language only is followed by a mark."""
    written = text.said_in(language)
    if not written:
        return ()
    shown = text.language_shown(language)
    passage = Passage(written, shown.value)
    if shown is language:
        return (passage,)
    return (passage, own(wording.OTHER_LANGUAGE[shown].said_in(language), language))


def own(text: str, language: Language) -> Passage:
    """Text in the language of the sheet."""
    return Passage(text, language.value)
