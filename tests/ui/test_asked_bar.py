"""What is asked stands as words that can be taken away."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import NOT_STATED, FoundPlace, Query, Results
from peer_desktop.models.changes import NearChoice, SearchExactly
from peer_desktop.ui.asked_bar import AskedBar
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.plain_text import PlainLabel
from tests.tables import TODAY


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=TODAY)
    yield directory
    directory.close()


@pytest.fixture
def bar(qtbot: QtBot, directory: Directory) -> Iterator[AskedBar]:
    window = QWidget()
    column = QVBoxLayout(window)
    bar = AskedBar(FacetLabels(directory.facets))
    column.addWidget(bar)
    column.addStretch()
    qtbot.addWidget(window)
    window.resize(900, 300)
    window.show()
    yield bar


def buttons(bar: AskedBar) -> list[QPushButton]:
    return [button for button in bar.findChildren(QPushButton) if button.isVisible()]


def button(bar: AskedBar, words: str) -> QPushButton:
    return next(found for found in buttons(bar) if found.text() == words)


def sentences(bar: AskedBar) -> list[str]:
    return [label.text() for label in bar.findChildren(PlainLabel) if label.isVisible()]


def test_it_has_no_height_when_nothing_is_asked(bar: AskedBar, directory: Directory) -> None:
    bar.show_results(directory.search(Query(text="grief")))
    assert not bar.isVisible()
    bar.show_results(directory.search(Query().choosing("topic", "grief-loss")))
    assert bar.isVisible()


def test_each_condition_is_a_word_with_a_spoken_removal(bar: AskedBar, directory: Directory) -> None:
    query = Query().choosing("topic", "grief-loss").choosing("audience", "families")
    query = query.excluding("setting", "workplace").choosing("cost", NOT_STATED)
    moncton = directory.places("Moncton")[0]
    query = NearChoice(moncton, 50, serves=False).applied_to(query)
    bar.show_results(directory.search(query))
    said = {found.text(): found.accessibleName() for found in buttons(bar)}
    assert said == {
        "Within 50 km of Moncton, NB": "Remove Within 50 km of Moncton, NB",
        "Families": "Remove Families",
        "Grief and loss": "Remove Grief and loss",
        "not: Workplace": "Remove not: Workplace",
        "Cost: Not stated": "Remove Cost: Not stated",
        "Clear all": "Clear all conditions",
    }


def test_a_removed_word_leaves_the_query(bar: AskedBar, directory: Directory, qtbot: QtBot) -> None:
    query = Query(text="grief").choosing("audience", "families").excluding("setting", "workplace")
    bar.show_results(directory.search(query))
    for words, left in (
        ("Families", Query(text="grief").excluding("setting", "workplace")),
        ("not: Workplace", Query(text="grief").choosing("audience", "families")),
        ("Clear all", Query(text="grief")),
    ):
        with qtbot.waitSignal(bar.change_wanted) as asked:
            qtbot.mouseClick(button(bar, words), Qt.MouseButton.LeftButton)
        assert asked.args[0].applied_to(query) == left


def test_a_place_can_be_removed(bar: AskedBar, directory: Directory, qtbot: QtBot) -> None:
    moncton = directory.places("Moncton")[0]
    for choice in (NearChoice(moncton), NearChoice(moncton, 25, serves=False)):
        query = choice.applied_to(Query())
        bar.show_results(directory.search(query))
        with qtbot.waitSignal(bar.change_wanted) as asked:
            qtbot.keyClick(buttons(bar)[0], Qt.Key.Key_Space)
        assert asked.args[0].applied_to(query) == Query()


def test_the_focus_stays_among_the_words_after_one_is_removed(
    bar: AskedBar, directory: Directory, qtbot: QtBot
) -> None:
    query = Query().choosing("audience", "families").choosing("audience", "veterans")
    bar.change_wanted.connect(lambda change: bar.show_results(directory.search(change.applied_to(query))))
    bar.show_results(directory.search(query))
    buttons(bar)[0].setFocus()
    qtbot.keyClick(buttons(bar)[0], Qt.Key.Key_Space)
    assert [found.text() for found in buttons(bar)] == ["Families", "Clear all"]
    assert button(bar, "Families").hasFocus()


def test_words_and_notes_share_a_line_where_there_is_room(
    bar: AskedBar, directory: Directory, qtbot: QtBot
) -> None:
    results = directory.search(Query(text="vetrans").choosing("audience", "veterans"))
    bar.show_results(replace(results, corrections={"vetrans": "veterans"}, widened={}, partial_from=None))

    def tops() -> set[int]:
        parts = [part for part in bar.findChildren(QWidget) if not part.findChildren(QWidget)]
        return {part.mapTo(bar, part.rect().center()).y() // 10 for part in parts if part.isVisible()}

    qtbot.waitUntil(lambda: len(tops()) == 1)
    bar.window().resize(240, 400)
    qtbot.waitUntil(lambda: len(tops()) > 1)
    inside = bar.rect()
    parts = [part for part in bar.findChildren(QWidget) if part.isVisible()]
    assert all(inside.contains(part.mapTo(bar, part.rect().bottomRight())) for part in parts)
    bar.window().resize(900, 300)
    qtbot.waitUntil(lambda: len(tops()) == 1)


def test_a_corrected_word_is_said_and_can_be_searched_exactly(
    bar: AskedBar, directory: Directory, qtbot: QtBot
) -> None:
    results = directory.search(Query(text="vetrans"))
    results = replace(results, corrections={"vetrans": "veterans"})
    bar.show_results(results)
    assert sentences(bar) == ["Showing results for “veterans”."]
    with qtbot.waitSignal(bar.change_wanted) as asked:
        qtbot.mouseClick(button(bar, "Search exactly “vetrans” instead"), Qt.MouseButton.LeftButton)
    assert asked.args == [SearchExactly(("vetrans",))]


def test_words_kept_as_typed_can_be_corrected_again(
    bar: AskedBar, directory: Directory, qtbot: QtBot
) -> None:
    query = Query(text="vetrans", exactly=frozenset({"vetrans", "gone"}))
    bar.show_results(directory.search(query))
    with qtbot.waitSignal(bar.change_wanted) as asked:
        qtbot.mouseClick(button(bar, "exactly: vetrans"), Qt.MouseButton.LeftButton)
    assert asked.args == [SearchExactly(("vetrans",), wanted=False)]


def test_widened_words_and_partial_matches_are_said(bar: AskedBar, directory: Directory) -> None:
    results = directory.search(Query(text="grief"))
    bar.show_results(replace(results, widened={"wife": ("spouse", "partner")}, partial_from=0))
    assert sentences(bar) == [
        "Also searching: partner, spouse",
        "No listing holds all the words; these hold some of them.",
    ]
    bar.show_results(replace(results, partial_from=3))
    assert sentences(bar) == ["The first 3 hold all the words; those after hold some of them."]
    (moncton, *_) = directory.places("Moncton")
    bar.show_results(replace(results, partial_from=3, of_town=2, origin=moncton))
    assert sentences(bar) == [
        "3 hold all the words.",
        "Among the first five is also what lies in Moncton, NB itself, whatever it says.",
    ]
    bar.show_results(replace(results, partial_from=0, of_town=2, origin=moncton))
    assert sentences(bar)[0] == "No listing holds all the words."


def test_a_place_in_the_words_can_be_another_or_none(
    bar: AskedBar, directory: Directory, qtbot: QtBot
) -> None:
    moncton, halifax = directory.places("Moncton")[0], directory.places("Halifax")[0]
    results: Results = directory.search(Query(text="grief moncton"))
    bar.show_results(replace(results, found_place=FoundPlace(("moncton",), moncton, (halifax,))))
    with qtbot.waitSignal(bar.change_wanted) as asked:
        qtbot.mouseClick(button(bar, "Serves Moncton, NB"), Qt.MouseButton.LeftButton)
    assert asked.args == [SearchExactly(("moncton",))]
    with qtbot.waitSignal(bar.change_wanted) as asked:
        qtbot.mouseClick(button(bar, halifax.label(Language.ENGLISH)), Qt.MouseButton.LeftButton)
    assert asked.args == [NearChoice(halifax)]


def test_many_words_go_on_in_the_next_line(bar: AskedBar, directory: Directory) -> None:
    query = Query()
    for facet in directory.facets[:2]:
        for value in facet.values:
            query = query.choosing(facet.id, value.value)
    bar.show_results(directory.search(query))
    bar.window().layout().activate()
    inside = bar.rect()
    for found in buttons(bar):
        place = found.mapTo(bar, found.rect().bottomRight())
        assert inside.contains(place), found.text()
