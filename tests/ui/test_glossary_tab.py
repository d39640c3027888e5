"""A word met anywhere is explained twice, for everyone and for readers of the research."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.ui.glossary_tab import GlossaryTab


@pytest.fixture(scope="module")
def directory(shipped_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(shipped_directory, today=date(2026, 11, 21))
    yield directory
    directory.close()


@pytest.fixture
def tab(qtbot: QtBot, directory: Directory) -> GlossaryTab:
    return opened(qtbot, directory, Language.ENGLISH)


def opened(qtbot: QtBot, directory: Directory | None, language: Language) -> GlossaryTab:
    tab = GlossaryTab(directory, language)
    qtbot.addWidget(tab)
    tab.resize(1000, 600)
    tab.show()
    qtbot.waitExposed(tab)
    return tab


def page(tab: GlossaryTab) -> list[str]:
    return [label.text() for label in tab.page.widget().findChildren(QLabel)]


def rows(tab: GlossaryTab) -> list[str]:
    model = tab.list.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def link(tab: GlossaryTab, words: str) -> QPushButton:
    [button] = [b for b in tab.page.widget().findChildren(QPushButton) if b.text() == words]
    return button


def test_all_terms_are_listed_in_order_and_the_first_is_open(tab: GlossaryTab, directory: Directory) -> None:
    assert len(rows(tab)) == len(directory.terms()) == 80
    assert rows(tab) == [term.name.en for term in directory.find_terms("", Language.ENGLISH)]
    assert page(tab)[0] == rows(tab)[0]


@pytest.mark.parametrize("language", list(Language))
def test_a_term_shows_both_definitions_under_their_headings(
    qtbot: QtBot, directory: Directory, language: Language
) -> None:
    tab = opened(qtbot, directory, language)
    for term in directory.terms():
        assert tab.open_term(term.id)
        words = page(tab)
        assert words[0] == term.name.written_in(language)
        assert words[words.index("For everyone") + 1] == term.plain.written_in(language)
        assert words[words.index("For readers of the research") + 1] == term.academic.written_in(language)


def test_the_other_official_term_is_named(tab: GlossaryTab) -> None:
    tab.open_term("military-sexual-trauma")
    assert "In French: traumatisme sexuel militaire" in page(tab)
    tab.set_language(Language.FRENCH)
    tab.open_term("military-sexual-trauma")
    assert "In English: military sexual trauma" in page(tab)


def test_a_word_of_either_language_finds_the_term(tab: GlossaryTab) -> None:
    tab.list.field.setText("deuil")
    assert "grief" in rows(tab)
    assert page(tab)[0] == rows(tab)[0]
    tab.list.field.setText("moral injury")
    assert rows(tab)[0] == "moral injury"


def test_sources_are_named_and_copied(
    qapp: QApplication, tab: GlossaryTab, directory: Directory, qtbot: QtBot
) -> None:
    term = next(term for term in directory.terms() if term.id == "peer-support")
    tab.open_term(term.id)
    [sources] = tab.page.widget().findChildren(QPlainTextEdit)
    assert sources.toPlainText().split("\n") == list(term.sources)
    with qtbot.waitSignal(tab.text_copied) as told:
        link(tab, "Copy term and sources").click()
    assert term.sources[0] in told.args[0]
    assert qapp.clipboard().text() == told.args[0]


def test_see_also_opens_the_other_term_and_takes_the_focus_there(tab: GlossaryTab, qtbot: QtBot) -> None:
    tab.open_term("peer-support")
    link(tab, "formal peer support").click()
    qtbot.waitUntil(lambda: page(tab)[0] == "formal peer support")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLabel)
    assert focused.text() == "formal peer support"


def test_a_term_is_opened_also_while_a_search_hides_it(tab: GlossaryTab) -> None:
    tab.list.field.setText("deuil")
    assert tab.open_term("osiss")
    assert page(tab)[0] == "OSISS"
    assert not tab.open_term("no-such-term")


def test_nothing_found_leads_back_to_everything(tab: GlossaryTab) -> None:
    tab.list.field.setText("xyzzyxyzzy")
    assert rows(tab) == []
    assert tab.list.view.isHidden()
    [everything] = [b for b in tab.list.findChildren(QPushButton) if b.isVisible()]
    everything.click()
    assert len(rows(tab)) == 80
    assert tab.list.field.hasFocus()


@pytest.mark.parametrize("typed", ['"', "*", "NEAR(", "x" * 10_000, "🙂", "\x00", "<b>", "%"])
def test_anything_may_be_typed(tab: GlossaryTab, typed: str) -> None:
    tab.list.field.setText(typed)
    assert tab.list.view.model().rowCount() >= 0


def test_the_keyboard_does_everything(tab: GlossaryTab, qtbot: QtBot) -> None:
    tab.list.field.setFocus()
    qtbot.keyClicks(tab.list.field, "grief")
    qtbot.keyClick(tab.list.field, Qt.Key.Key_Down)
    assert tab.list.view.hasFocus()
    first = page(tab)[0]
    qtbot.keyClick(tab.list.view, Qt.Key.Key_Down)
    assert page(tab)[0] == rows(tab)[1] != first
    tab.list.field.setFocus()
    qtbot.keyClick(tab.list.field, Qt.Key.Key_Escape)
    assert tab.list.field.text() == ""


def test_everything_tab_reaches_has_a_name_and_tab_comes_round(tab: GlossaryTab, qtbot: QtBot) -> None:
    tab.list.field.setFocus()
    seen: list[QWidget] = []
    while (focused := QApplication.focusWidget()) not in seen and len(seen) < 60:
        assert focused is not None
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert focused is seen[0]
    assert tab.list.view in seen
    for widget in seen:
        labelled = any(label.buddy() is widget for label in tab.findChildren(QLabel))
        assert labelled or widget.accessibleName() or widget.property("text"), widget


def test_without_a_directory_it_says_so(qtbot: QtBot) -> None:
    tab = opened(qtbot, None, Language.ENGLISH)
    assert "No directory is open, and the glossary is kept in it." in page(tab)
    assert not tab.open_term("grief")


def test_clearing_leaves_nothing_of_the_person(tab: GlossaryTab) -> None:
    tab.list.field.setText("deuil")
    tab.clear()
    assert tab.list.field.text() == ""
    assert page(tab)[0] == rows(tab)[0]
    assert not tab.list.field.isUndoAvailable()
