"""Writes the full citation of a resource, in the manner of the APA (7th edition) as far as plain text allows.

A citation follows a fixed form in each language and is not a sentence of the window, so its few words
("n.d.", "s.d.") live here and not among the translations. What nobody saw on a page is left out, not guessed.
"""

import re

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import Resource

_AND = {Language.ENGLISH: ", & ", Language.FRENCH: " et "}
_NO_DATE = {Language.ENGLISH: "n.d.", Language.FRENCH: "s.d."}
_KINDS = {
    "conference-abstract": Bilingual("Conference abstract", "Résumé de conférence"),
    "evidence-brief": Bilingual("Evidence brief", "Synthèse de données probantes"),
    "news-release": Bilingual("News release", "Communiqué"),
    "podcast": Bilingual("Podcast", "Balado"),
    "preprint": Bilingual("Preprint", "Prépublication"),
    "research-summary": Bilingual("Research summary", "Résumé de recherche"),
    "transcript": Bilingual("Transcript", "Transcription"),
    "video": Bilingual("Video", "Vidéo"),
}
"""Named in brackets after the title; the other types need no such word."""
_OTHERS = "et al."
_RANGE = re.compile(r"(?<=\d)-(?=[A-Za-z]?\d)")


def citation(resource: Resource, language: Language) -> str:
    """Author (year). Title [Kind]. Publisher. Address. Without an author the title stands first."""
    year = f"({resource.year or _NO_DATE[language]})"
    title = _title(resource, language)
    authors = _authors(resource.authors, language)
    first = f"{authors} {year}. {_ended(title)}" if authors else f"{_ended(title)} {year}."
    parts = [first, _publisher(resource), resource.url or ""]
    return " ".join(part for part in parts if part)


def _authors(authors: tuple[str, ...], language: Language) -> str:
    if not authors:
        return ""
    if authors[-1] == _OTHERS:
        return ", ".join(authors)
    if len(authors) == 1:
        return _ended(authors[0])
    *others, last = authors
    before_last = ", ".join(others)
    # two bodies need no comma, two people do: Chreim, S., & Priest, R.
    separator = " & " if len(authors) == 2 and "," not in others[0] else _AND[language]
    return _ended(before_last + (_AND[language] if language is Language.FRENCH else separator) + last)


def _title(resource: Resource, language: Language) -> str:
    title = resource.title.said_in(language)
    kind = _KINDS.get(resource.type)
    if kind is None or any(word and word.casefold() in title.casefold() for word in (kind.en, kind.fr)):
        return title
    return f"{title} [{kind.said_in(language)}]"


def _publisher(resource: Resource) -> str:
    if not resource.publisher or resource.publisher in resource.authors:
        return ""
    return _ended(_RANGE.sub("–", resource.publisher))


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
