"""Large text in a small window: fewer panes at a time, and nothing lost or out of reach."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query
from peer_desktop.settings import Settings, keep, settings_file
from peer_desktop.ui.main_window import MainWindow
from peer_desktop.ui.panes import Part
from tests.journeys.conftest import Journey, until

KEY = Qt.Key
SIZES = ((1366, 728), (1024, 560), (640, 480))


def parts_shown(window: MainWindow) -> set[Part]:
    return {part for part in Part if window.search_screen._panes.shows(part)}


def seen_rows(window: MainWindow) -> int:
    """How many rows of the results stand whole on the screen, without scrolling."""
    table = window.search_screen.result_pane._table
    view = table.viewport()
    top, bottom = (view.mapTo(window, QPoint(0, y)).y() for y in (0, view.height()))
    end = min(bottom, window._status.mapTo(window, QPoint(0, 0)).y())
    return (end - top) // table.rowHeight(0)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_window_is_as_narrow_as_the_screen(
    journey: Journey, shipped_directory: Path, percent: int
) -> None:
    keep(settings_file(), Settings(Language.FRENCH, percent, "light"))

    def fits(window: MainWindow, size: tuple[int, int]) -> bool:
        inside = window.rect()
        parts = [part for part in window.search_screen.findChildren(QWidget) if part.isVisible()]
        taking_keys = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        rights = {part.mapTo(window, part.rect().topRight()).x() for part in taking_keys}
        return window.size().toTuple() == size and max(rights) <= inside.right()

    def steps(window: MainWindow) -> None:
        screen = window.search_screen
        for size in SIZES:
            window.resize(*size)
            for words in ("", "deuil moncton", "zzzz qqqq"):
                screen.search_box.setText(words)
                if window.search.results.total:
                    screen.show_listing(int(window.search.results.numbers[0]))
                until(lambda size=size: fits(window, size))

    assert journey(steps, "--directory", shipped_directory) == 0


@pytest.mark.parametrize("language", Language)
def test_at_twice_the_size_three_rows_stand_on_the_screen_of_a_hall(
    journey: Journey, shipped_directory: Path, language: Language
) -> None:
    keep(settings_file(), Settings(language, 200, "light"))

    def steps(window: MainWindow) -> None:
        window.search_screen.search_box.setText("greif moncton")
        until(lambda: window.search.results.total > 0)
        until(lambda: seen_rows(window) >= 3)

    assert journey(steps, "--directory", shipped_directory) == 0


@pytest.mark.parametrize(
    ("size", "percent", "shown"), [((1366, 728), 100, 3), ((1366, 728), 200, 2), ((640, 480), 200, 1)]
)
def test_every_pane_is_reached_by_f6_in_every_window(
    journey: Journey, shipped_directory: Path, size: tuple[int, int], percent: int, shown: int
) -> None:
    keep(settings_file(), Settings(Language.ENGLISH, percent, "light"))

    def steps(window: MainWindow) -> None:
        window.resize(*size)
        screen = window.search_screen
        until(lambda: len(parts_shown(window)) == shown)
        reached = set()
        for _ in range(6):
            QTest.keyClick(window, KEY.Key_F6)
            focused = QApplication.focusWidget()
            assert focused is not None
            assert focused.isVisible()
            assert len(parts_shown(window)) == shown
            for pane in (screen.facet_pane, screen.result_pane, screen.listing_pane):
                if pane.isAncestorOf(focused):
                    reached.add(pane)
        assert len(reached) == 3

    assert journey(steps, "--directory", shipped_directory) == 0


def test_with_room_for_one_pane_enter_reads_and_the_way_back_leads_to_the_list(
    journey: Journey, shipped_directory: Path
) -> None:
    keep(settings_file(), Settings(Language.ENGLISH, 200, "light"))

    def steps(window: MainWindow) -> None:
        window.resize(640, 480)
        screen = window.search_screen
        until(lambda: parts_shown(window) == {Part.LIST})
        QTest.keyClicks(screen.search_box, "grief")
        QTest.keyClick(screen.search_box, KEY.Key_Down)
        table = screen.result_pane._table
        until(table.hasFocus)
        QTest.keyClick(table, KEY.Key_Return)
        until(lambda: parts_shown(window) == {Part.READ})
        assert screen.listing_pane.isAncestorOf(QApplication.focusWidget())
        back = screen._panes._reading.back
        assert back.isVisible()
        assert str(window.search.results.total) in back.text()
        QTest.keyClick(back, KEY.Key_Space)
        until(lambda: parts_shown(window) == {Part.LIST})
        until(table.hasFocus)

    assert journey(steps, "--directory", shipped_directory) == 0


def test_the_pane_to_narrow_in_is_opened_and_closed_by_its_button(
    journey: Journey, shipped_directory: Path
) -> None:
    keep(settings_file(), Settings(Language.ENGLISH, 200, "light"))

    def steps(window: MainWindow) -> None:
        screen = window.search_screen
        until(lambda: parts_shown(window) == {Part.LIST, Part.READ})
        narrow = screen.result_pane._narrow
        QTest.mouseClick(narrow, Qt.MouseButton.LeftButton)
        until(lambda: parts_shown(window) == {Part.CHOOSE, Part.LIST})
        assert screen.facet_pane.isAncestorOf(QApplication.focusWidget())
        assert narrow.isChecked()
        QTest.mouseClick(narrow, Qt.MouseButton.LeftButton)
        until(lambda: parts_shown(window) == {Part.LIST, Part.READ})
        assert not narrow.isChecked()

    assert journey(steps, "--directory", shipped_directory) == 0


def test_typing_shows_what_is_found(journey: Journey, shipped_directory: Path) -> None:
    keep(settings_file(), Settings(Language.ENGLISH, 200, "light"))

    def steps(window: MainWindow) -> None:
        window.resize(640, 480)
        screen = window.search_screen
        screen._panes.turn_to(Part.READ)
        QTest.keyClicks(screen.search_box, "g")
        until(lambda: parts_shown(window) == {Part.LIST})

    assert journey(steps, "--directory", shipped_directory) == 0


def test_a_fresh_start_shows_the_list(journey: Journey, shipped_directory: Path) -> None:
    keep(settings_file(), Settings(Language.ENGLISH, 200, "light"))

    def steps(window: MainWindow) -> None:
        window.resize(640, 480)
        window.search_screen._panes.turn_to(Part.CHOOSE)
        window.clear_desk()
        until(lambda: parts_shown(window) == {Part.LIST})

    assert journey(steps, "--directory", shipped_directory) == 0


def test_on_the_screen_of_a_hall_nothing_jumps_while_somebody_types(
    journey: Journey, shipped_directory: Path
) -> None:
    def steps(window: MainWindow) -> None:
        screen = window.search_screen
        QTest.qWait(20)
        place = screen._panes.geometry()
        for letter in "greif moncton":
            QTest.keyClicks(screen.search_box, letter)
            QTest.qWait(5)
            assert screen._panes.geometry() == place, screen.search_box.text()
        assert screen.asked_bar.isVisible()

    assert journey(steps, "--directory", shipped_directory) == 0


@pytest.mark.parametrize("language", Language)
def test_on_the_screen_of_a_hall_a_tick_leaves_the_whole_page_in_view(
    journey: Journey, shipped_directory: Path, language: Language
) -> None:
    keep(settings_file(), Settings(language, 100, "light"))

    def steps(window: MainWindow) -> None:
        window.resize(1366, 728)
        screen = window.search_screen
        asked = Query(text="grief", language=language).choosing("audience", "veterans")
        window.search.ask(asked)
        screen.show_listing(int(window.search.results.numbers[0]))
        until(lambda: screen.map_pane.is_ready and screen.asked_bar.isVisible())
        QTest.qWait(50)
        assert screen._scrolled.verticalScrollBar().maximum() == 0
        end = screen.map_pane.mapTo(window, screen.map_pane.rect().bottomLeft()).y()
        assert screen.map_pane.isVisible()
        assert end < window._status.geometry().top()

    assert journey(steps, "--directory", shipped_directory) == 0
