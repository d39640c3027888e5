"""Words of the glossary inside a text: plurals, acronyms, accents, the longest name first."""

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import Term
from peer_desktop.models.term_finder import TermFinder


def term(id_: str, en: str, fr: str) -> Term:
    return Term(id_, Bilingual(en, fr), Bilingual("", ""), Bilingual("", ""), (), None)


TERMS = (
    term("osi", "operational stress injury (OSI)", "blessure de stress opérationnel (BSO)"),
    term("injury", "injury", "blessure"),
    term("peer", "peer", "pair"),
    term("veteran", "Veteran", "vétéran"),
    term("tag", "2SLGBTQI+", "2ELGBTQI+"),
)


def found(text: str, language: Language = Language.ENGLISH) -> list[str]:
    return [term.id for term in TermFinder(TERMS).terms_in([text], language)]


def test_terms_come_in_the_order_of_the_text() -> None:
    assert found("Veterans help a peer.") == ["veteran", "peer"]


def test_the_longest_name_wins() -> None:
    assert found("An operational stress injury.") == ["osi"]


def test_an_acronym_in_brackets_is_a_name_of_its_own() -> None:
    assert found("Lives with an OSI, and is 2SLGBTQI+.") == ["osi", "tag"]


def test_accents_capitals_and_plurals_do_not_matter() -> None:
    text = "Des blessures de stress OPERATIONNEL, entre VETERANS et pairs"
    assert found(text, Language.FRENCH) == ["osi", "veteran", "peer"]


def test_part_of_a_word_is_not_a_term() -> None:
    assert found("appear, compeer, injurylike") == []


def test_each_term_is_said_once() -> None:
    assert found("peer, peer and peers") == ["peer"]
