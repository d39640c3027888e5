"""Near: a place is taken, asked back or unknown, and never guessed in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.query import Query
from peer_desktop.models.changes import NearChoice
from peer_desktop.ui.near_answer import NearAnswer
from peer_desktop.ui.near_box import NearBox
from tests.tables import TODAY

_Key = Qt.Key


@pytest.fixture
def directory(shipped_directory: Path, tmp_path: Path) -> Iterator[Directory]:
    directory = Directory.open(shipped_directory, today=TODAY, index_folder=tmp_path)
    yield directory
    directory.close()


@pytest.fixture
def box(qtbot: QtBot, directory: Directory) -> NearBox:
    box = NearBox(directory.places, directory.nearest_places)
    qtbot.addWidget(box)
    box.show()
    box.take_focus()
    return box


def line(box: NearBox) -> QLineEdit:
    return box.findChild(QLineEdit)  # type: ignore[return-value]


def around(box: NearBox) -> QComboBox:
    return box.findChild(QComboBox)  # type: ignore[return-value]


def offered(box: NearBox) -> list[str]:
    answer = box.findChild(NearAnswer)
    assert isinstance(answer, NearAnswer)
    if answer.isHidden():
        return []
    return [button.text() for button in answer.findChildren(QPushButton) if not button.isHidden()]


def typed(box: NearBox, qtbot: QtBot, text: str) -> list[NearChoice]:
    spy = QSignalSpy(box.place_changed)
    line(box).selectAll()
    qtbot.keyClicks(line(box), text)
    qtbot.keyClick(line(box), _Key.Key_Return)
    return [spy.at(call)[0] for call in range(spy.count())]


def test_a_town_is_taken_and_shown_with_its_province(box: NearBox, qtbot: QtBot) -> None:
    (choice,) = typed(box, qtbot, "moncton")
    assert choice.place is not None
    assert (choice.place.province, choice.serves) == ("NB", True)
    assert line(box).text() == "Moncton, NB"


def test_a_postal_code_is_a_place(box: NearBox, qtbot: QtBot) -> None:
    (choice,) = typed(box, qtbot, "e1c 1a1")
    assert choice.place is not None
    assert choice.place.kind == "postal"


def test_other_places_of_the_same_name_are_offered(box: NearBox, qtbot: QtBot) -> None:
    (choice,) = typed(box, qtbot, "windsor")
    assert choice.place is not None
    assert choice.place.province == "ON"
    assert "Windsor, NS" in offered(box)
    answer = box.findChild(NearAnswer)
    assert isinstance(answer, NearAnswer)
    button = next(b for b in answer.findChildren(QPushButton) if b.text() == "Windsor, NS")
    with qtbot.waitSignal(box.place_changed) as changed:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert changed.args[0].place.province == "NS"
    assert offered(box) == []


def test_a_beginning_asks_which_place_is_meant(box: NearBox, qtbot: QtBot) -> None:
    assert typed(box, qtbot, "sain") == []
    assert len(offered(box)) > 1
    assert box.choice == NearChoice(None)


def test_an_unknown_place_is_said_with_the_nearest_right_ones(box: NearBox, qtbot: QtBot) -> None:
    assert typed(box, qtbot, "Monctn") == []
    assert "Moncton, NB" in offered(box)
    assert line(box).text() == "Monctn", "what was typed stays, to mend it"


def test_an_unknown_place_takes_the_old_one_back(box: NearBox, qtbot: QtBot) -> None:
    typed(box, qtbot, "moncton")
    assert typed(box, qtbot, "qqqqqqqq") == [NearChoice(None)]


def test_places_are_offered_while_one_types(box: NearBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(box), "monc")
    popup = line(box).completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, _Key.Key_Down)
    with qtbot.waitSignal(box.place_changed) as changed:
        qtbot.keyClick(popup, _Key.Key_Return)
    assert changed.args[0].place.name.en == "Moncton"


def test_the_distance_around_is_asked_with_the_place(box: NearBox, qtbot: QtBot) -> None:
    assert not around(box).isEnabled(), "there is nothing to be near to"
    typed(box, qtbot, "moncton")
    around(box).setFocus()
    with qtbot.waitSignal(box.place_changed) as changed:
        qtbot.keyClick(around(box), _Key.Key_Down)
    assert (changed.args[0].within_km, changed.args[0].serves) == (10, False)
    with qtbot.waitSignal(box.place_changed) as changed:
        qtbot.keyClick(around(box), _Key.Key_End)
    assert (changed.args[0].within_km, changed.args[0].serves) == (None, False)


def test_a_province_is_served_and_has_no_distance(box: NearBox, qtbot: QtBot) -> None:
    (choice,) = typed(box, qtbot, "Ontario")
    assert choice.place is not None
    assert choice.serves
    assert not around(box).isEnabled()


def test_an_emptied_line_is_no_place_at_once(box: NearBox, qtbot: QtBot) -> None:
    typed(box, qtbot, "moncton")
    with qtbot.waitSignal(box.place_changed) as changed:
        line(box).selectAll()
        qtbot.keyClick(line(box), _Key.Key_Delete)
    assert changed.args == [NearChoice(None)]


def test_escape_gives_up_what_was_typed(box: NearBox, qtbot: QtBot) -> None:
    typed(box, qtbot, "moncton")
    qtbot.keyClicks(line(box), "xx")
    qtbot.keyClick(line(box), _Key.Key_Escape)
    assert line(box).text() == "Moncton, NB"


def test_it_shows_the_place_of_a_search_without_asking_again(box: NearBox, directory: Directory) -> None:
    asked = QSignalSpy(box.place_changed)
    moncton = directory.places("Moncton")[0]
    for choice in (NearChoice(moncton, 30, serves=False), NearChoice(moncton), NearChoice(None)):
        box.show_results(directory.search(choice.applied_to(Query())))
        assert box.choice == choice
    assert asked.count() == 0
    assert line(box).text() == ""


def test_it_shows_a_place_that_was_recognised_in_the_words(box: NearBox, directory: Directory) -> None:
    results = directory.search(Query(text="grief moncton"))
    assert results.found_place is not None
    box.show_results(results)
    assert line(box).text() == "Moncton, NB"


def test_every_part_has_a_name(box: NearBox) -> None:
    assert line(box).accessibleName()
    assert around(box).accessibleName()


def test_a_place_that_is_forgotten_takes_the_clear_button_with_it(
    box: NearBox, directory: Directory, qtbot: QtBot
) -> None:
    (cross,) = line(box).findChildren(QToolButton)
    box.show_results(directory.search(NearChoice(directory.places("Moncton")[0]).applied_to(Query())))
    qtbot.waitUntil(lambda: cross.property("opacity") == 1.0)
    box.clear()
    assert line(box).text() == ""
    qtbot.waitUntil(lambda: cross.property("opacity") == 0.0)
