"""Both languages explain the same things, and every part names sources that exist."""

from datetime import date
from pathlib import Path

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.ui import understanding

ENGLISH, FRENCH = (understanding.read(language) for language in Language)


def test_both_languages_have_the_same_parts() -> None:
    assert len(ENGLISH.sections) == len(FRENCH.sections) == 5
    for english, french in zip(ENGLISH.sections, FRENCH.sections, strict=True):
        assert len(english.paragraphs) == len(french.paragraphs)
        assert len(english.points) == len(french.points)
        assert english.terms == french.terms
        assert [(s.resource, s.address) for s in english.sources] == [
            (s.resource, s.address) for s in french.sources
        ]
        assert english.heading != french.heading


def test_every_part_names_its_sources() -> None:
    for text in (ENGLISH, FRENCH):
        for section in text.sections:
            assert section.sources
            assert all(bool(source.resource) != bool(source.address) for source in section.sources)


def test_what_is_named_is_in_the_directory(shipped_directory: Path) -> None:
    directory = Directory.open(shipped_directory, today=date(2026, 11, 21))
    years = {resource.id: resource.year for resource in directory.resources()}
    terms = {term.id for term in directory.terms()}
    addresses = " ".join(source for term in directory.terms() for source in term.sources)
    directory.close()
    for text in (ENGLISH, FRENCH):
        for section in text.sections:
            assert set(section.terms) <= terms
            for source in section.sources:
                if source.resource:
                    assert str(years[source.resource]) in source.said
                else:
                    assert source.address is not None and source.address in addresses


def test_no_sentence_is_empty_and_french_colons_stand_apart() -> None:
    for text in (ENGLISH, FRENCH):
        written = [text.title, text.introduction, text.closing]
        for section in text.sections:
            written += [section.heading, *section.paragraphs, *(p.name for p in section.points)]
            written += [point.text for point in section.points]
        assert all(sentence.strip() for sentence in written)
        if text is FRENCH:
            assert not [sentence for sentence in written if " :" in sentence or "'" in sentence]
