"""The search: one query at a time, one answer for every pane, and the way back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query
from peer_desktop.models.search import Search


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=date(2026, 11, 21))
    yield directory
    directory.close()


@pytest.fixture
def search(qapp: object, directory: Directory) -> Search:
    return Search(directory, Query())


@pytest.fixture
def search_in_worker(qapp: object, directory: Directory) -> Iterator[Search]:
    search = Search(directory, Query(), at_once=0)
    yield search
    search.stop()


def test_every_pane_is_told_the_same_answer(search: Search, qtbot: QtBot) -> None:
    with qtbot.waitSignal(search.results_changed) as told:
        search.ask(Query(text="grief"))
    assert told.args == [search.results]
    assert search.results.query == search.query == Query(text="grief")


def test_asking_the_same_again_says_nothing(search: Search, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(search.results_changed):
        search.ask(Query())
    assert not search.can_go_back


def test_letters_typed_one_after_the_other_are_one_step_back(search: Search) -> None:
    for text in ("g", "gr", "gri"):
        search.ask(search.query.with_text(text))
    search.back()
    assert search.query.text == ""
    assert not search.can_go_back


def test_back_and_forward_walk_the_same_way(search: Search) -> None:
    search.ask(search.query.choosing("audience", "families"))
    search.ask(search.query.with_text("grief"))
    search.back()
    assert search.query == Query().choosing("audience", "families")
    search.back()
    assert search.query == Query()
    search.forward()
    search.forward()
    assert search.query == Query(text="grief").choosing("audience", "families")
    assert not search.can_go_forward


def test_a_new_question_ends_the_way_forward(search: Search) -> None:
    search.ask(search.query.with_text("grief"))
    search.back()
    search.ask(search.query.with_text("women"))
    assert not search.can_go_forward


def test_clearing_forgets_what_was_asked_but_not_the_language(search: Search) -> None:
    search.ask(Query(text="grief", language=Language.FRENCH))
    search.clear()
    assert search.query == Query(language=Language.FRENCH)
    assert not search.can_go_back
    assert not search.can_go_forward


def test_another_language_is_no_step_back(search: Search) -> None:
    search.ask(Query(text="grief"))
    search.speak(Language.FRENCH)
    assert search.query == Query(text="grief", language=Language.FRENCH)
    search.back()
    assert search.query == Query(language=Language.FRENCH)


def test_a_worker_delivers_the_latest_question(search_in_worker: Search, qtbot: QtBot) -> None:
    seen = []
    search_in_worker.results_changed.connect(lambda results: seen.append(results.query.text))
    for text in ("w", "wo", "wom", "women"):
        search_in_worker.ask(search_in_worker.query.with_text(text))
    qtbot.waitUntil(lambda: search_in_worker.results.query.text == "women")
    assert seen[-1] == "women"
    assert len(seen) == len(set(seen))
