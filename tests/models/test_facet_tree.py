"""The tree of facets: one shape, counts and ticks that change in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import NOT_STATED, Choice, Query
from peer_desktop.models.changes import Drop, LeaveOut, Tick
from peer_desktop.models.facet_rows import Row
from peer_desktop.models.facet_tree import FacetTree, Role
from peer_desktop.ui.facet_words import FacetSentences
from tests.tables import TODAY

VETERANS = Choice("audience", "veterans")


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=TODAY)
    yield directory
    directory.close()


@pytest.fixture
def tree(qapp: object, directory: Directory) -> FacetTree:
    tree = FacetTree(directory.facets, FacetSentences())
    tree.show_results(directory.search(Query()))
    return tree


def facet(tree: FacetTree, facet_id: str) -> QModelIndex:
    facets = [tree.index(row, 0) for row in range(tree.rowCount())]
    return next(index for index in facets if tree.facet_at(index).id == facet_id)


def value(tree: FacetTree, choice: Choice) -> QModelIndex:
    parent = facet(tree, choice.facet)
    rows = [tree.index(row, 0, parent) for row in range(tree.rowCount(parent))]
    return next(index for index in rows if tree.choice_at(index) == choice)


def spoken(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_model_keeps_the_rules_of_qt(tree: FacetTree, directory: Directory) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(tree, mode)
    for query in (Query(text="grief"), Query(text="zzzzz"), Query(language=Language.FRENCH), Query()):
        tree.show_results(directory.search(query))
    assert tester.model() is tree


def test_a_count_says_what_ticking_would_find(tree: FacetTree, directory: Directory) -> None:
    tree.show_results(directory.search(Query(text="circle")))
    for parent in (tree.index(row, 0) for row in range(tree.rowCount())):
        for index in (tree.index(row, 0, parent) for row in range(tree.rowCount(parent))):
            if choice := tree.choice_at(index):
                ticked = Tick(choice).applied_to(Query(text="circle"))
                assert index.data(Role.COUNT) == directory.search(ticked).total, choice


def test_results_change_only_what_is_different_and_never_the_shape(
    tree: FacetTree, directory: Directory
) -> None:
    changed, resets, laid_out = (
        QSignalSpy(signal) for signal in (tree.dataChanged, tree.modelReset, tree.layoutChanged)
    )
    tree.show_results(directory.search(Query()))
    assert changed.count() == 0
    tree.show_results(directory.search(Query(text="grief")))
    assert changed.count() > 0
    assert resets.count() == laid_out.count() == 0


def test_a_tick_is_asked_for_and_shown_when_results_arrive(
    tree: FacetTree, directory: Directory, qtbot: QtBot
) -> None:
    index = value(tree, VETERANS)
    with qtbot.waitSignal(tree.change_wanted) as asked:
        assert tree.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert asked.args == [Tick(VETERANS)]
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    tree.show_results(directory.search(Tick(VETERANS).applied_to(Query())))
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert tree.toggled(index) == Drop(VETERANS)


def test_a_value_can_be_left_out_and_taken_back(tree: FacetTree, directory: Directory) -> None:
    index = value(tree, VETERANS)
    assert tree.left_out(index) == LeaveOut(VETERANS)
    tree.show_results(directory.search(LeaveOut(VETERANS).applied_to(Query())))
    assert index.data(Role.STATE) == "excluded"
    assert tree.left_out(index) == tree.toggled(index) == Drop(VETERANS)


def test_a_value_that_would_find_nothing_stays_and_cannot_be_ticked(
    tree: FacetTree, directory: Directory
) -> None:
    tree.show_results(directory.search(Query(text="grief")))
    index = value(tree, Choice("topic", "homelessness"))
    assert index.data(Role.COUNT) == 0
    assert not index.flags() & Qt.ItemFlag.ItemIsEnabled
    assert not tree.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_a_ticked_value_can_be_dropped_even_when_it_finds_nothing(
    tree: FacetTree, directory: Directory
) -> None:
    homelessness = Choice("topic", "homelessness")
    tree.show_results(directory.search(Tick(homelessness).applied_to(Query(text="grief"))))
    index = value(tree, homelessness)
    assert index.flags() & Qt.ItemFlag.ItemIsEnabled
    assert tree.toggled(index) == Drop(homelessness)


def test_a_row_reads_as_a_sentence(tree: FacetTree, directory: Directory) -> None:
    assert spoken(value(tree, VETERANS)) == "Veterans, 5 listings, not ticked"
    assert spoken(facet(tree, "audience")) == "For whom"
    tree.show_results(directory.search(Tick(VETERANS).applied_to(Query(text="grief"))))
    assert spoken(value(tree, VETERANS)).endswith("ticked")
    assert spoken(facet(tree, "audience")) == "For whom, 1 chosen"
    assert spoken(value(tree, Choice("topic", "homelessness"))) == "Homelessness, no listings"
    tree.show_results(directory.search(LeaveOut(VETERANS).applied_to(Query())))
    assert spoken(value(tree, VETERANS)).endswith("left out")


def test_a_long_facet_has_a_row_to_look_in_and_not_stated_comes_last(tree: FacetTree) -> None:
    audience, cost = facet(tree, "audience"), facet(tree, "cost")
    assert tree.index(0, 0, audience).data(Role.ROW) == Row.LOOK_FOR
    assert spoken(tree.index(0, 0, audience)) == "Find in: For whom"
    assert tree.index(0, 0, cost).data(Role.ROW) == Row.VALUE
    for parent in (audience, cost):
        last = tree.choice_at(tree.index(tree.rowCount(parent) - 1, 0, parent))
        assert last is not None
        assert last.value == NOT_STATED


def test_labels_follow_the_language_of_the_search(tree: FacetTree, directory: Directory) -> None:
    tree.show_results(directory.search(Query(language=Language.FRENCH)))
    assert value(tree, VETERANS).data() == "Vétérans"
    assert facet(tree, "audience").data() == "Pour qui"
