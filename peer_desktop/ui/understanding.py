"""Reads "Understanding peer support" and writes it on a page, every part with its sources named."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from peer_desktop.directory.language import Language
from peer_desktop.paths import resources_folder
from peer_desktop.ui.reading_page import ReadingPage

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Point:
    """One of several things that are named and explained."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class NamedSource:
    """Where a part comes from: a resource of the directory, or an address."""

    said: str
    resource: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page. `terms` are ids of the glossary."""

    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[Point, ...]
    sources: tuple[NamedSource, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """The whole text in one language."""

    title: str
    introduction: str
    sections: tuple[Section, ...]
    closing: str


def read(language: Language) -> Understanding:
    """The text that comes with the program."""
    file = resources_folder() / "understanding" / f"{language.value}.json"
    written = json.loads(file.read_text(encoding="utf-8"))
    return Understanding(
        title=written["title"],
        introduction=written["introduction"],
        sections=tuple(
            Section(
                heading=section["heading"],
                paragraphs=tuple(section["paragraphs"]),
                points=tuple(Point(**point) for point in section["points"]),
                sources=tuple(NamedSource(**source) for source in section["sources"]),
                terms=tuple(section["terms"]),
            )
            for section in written["sections"]
        ),
        closing=written["closing"],
    )


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the page leads: what opens a resource or a term, and how a term is called."""

    open_resource: Callable[[str], None]
    open_term: Callable[[str], None]
    resources: frozenset[str]
    """Ids that the directory has; the others are named and lead nowhere."""
    terms: dict[str, str]
    """Names of the terms that the directory has, by id."""


def write(page: ReadingPage, text: Understanding, ways: Ways) -> None:
    """Write the text on the page."""
    page.begin(text.title)
    page.text(text.introduction)
    for section in text.sections:
        page.heading(section.heading)
        for paragraph in section.paragraphs:
            page.text(paragraph, under=section.heading)
        for point in section.points:
            page.point(point.name, point.text)
        _write_sources(page, section, ways)
    page.text(text.closing, calm=True)
    page.end()


def _write_sources(page: ReadingPage, section: Section, ways: Ways) -> None:
    known = [source for source in section.sources if source.resource in ways.resources]
    others = [source for source in section.sources if source not in known]
    page.text(translate("Understanding", "Sources of this part"), calm=True)
    page.links(
        [(source.said, partial(ways.open_resource, source.resource)) for source in known if source.resource],
        "file-text",
    )
    for source in others:
        page.field(" ".join(filter(None, (source.said, source.address))), source.said)
    terms = [
        (ways.terms[term], partial(ways.open_term, term)) for term in section.terms if term in ways.terms
    ]
    if terms:
        page.text(translate("Understanding", "Words explained in the glossary"), calm=True)
        page.links(terms, "book-a")
