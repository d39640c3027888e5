"""Terms are listed by their name in the language of the window, with the other name under it."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import Term
from peer_desktop.models.glossary_list import GlossaryList
from peer_desktop.models.two_lines import SECOND_LINE

TEXT = Bilingual("text", "texte")


def term(term_id: str, en: str | None, fr: str | None) -> Term:
    return Term(term_id, Bilingual(en, fr), TEXT, TEXT, (), None)


TERMS = (
    term("grief", "grief", "deuil"),
    term("transition", "transition", "transition"),
    term("x", "only", None),
)


@pytest.fixture
def model(qtbot: object) -> GlossaryList:
    model = GlossaryList(Language.ENGLISH)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_terms(TERMS, Language.ENGLISH)
    assert tester.model() is model
    return model


def row(model: GlossaryList, number: int) -> tuple[str, str, str]:
    index = model.index(number, 0)
    roles = (Qt.ItemDataRole.DisplayRole, SECOND_LINE, Qt.ItemDataRole.AccessibleTextRole)
    first, second, aloud = (index.data(role) for role in roles)
    return first, second, aloud


def test_a_term_is_shown_in_both_languages_and_read_aloud_so(model: GlossaryList) -> None:
    assert row(model, 0) == ("grief", "deuil", "grief, deuil")
    model.show_terms(TERMS, Language.FRENCH)
    assert row(model, 0) == ("deuil", "grief", "deuil, grief")


def test_the_same_name_in_both_languages_is_said_once(model: GlossaryList) -> None:
    assert row(model, 1) == ("transition", "", "transition")
    assert row(model, 2) == ("only", "", "only")


def test_a_term_is_found_by_its_id(model: GlossaryList) -> None:
    assert model.row_of("transition") == 1
    assert model.row_of("nothing") is None
    assert model.term(0) == TERMS[0]


def test_a_term_has_nothing_below_it(model: GlossaryList) -> None:
    assert model.rowCount() == 3
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
