"""What a counsellor does at a Legion hall, on the real directory, mostly by keyboard."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Choice, Query
from peer_desktop.models.changes import NearChoice, Tick
from peer_desktop.ui.main_window import MainWindow
from tests.journeys.conftest import Journey, until


def type_words(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_from_the_first_word_to_a_phone_number_by_keyboard_alone(
    journey: Journey, shipped_directory: Path
) -> None:
    def steps(window: MainWindow) -> None:
        screen = window.search_screen
        until(lambda: QApplication.focusWidget() is screen.search_box)
        type_words("operational stress injury social support osiss")
        until(lambda: window.search.results.query.text.endswith("osiss"))
        press(Qt.Key.Key_Down)
        until(lambda: screen.listing_shown is not None)
        listing = window.search.directory.listing(screen.listing_shown)
        assert "OSISS" in (listing.name.en or "")
        assert listing.name.en in texts(screen.listing_pane)
        assert "1-800-883-6094" in texts(screen.listing_pane)

    assert journey(steps, "--directory", shipped_directory) == 0


def test_keys_lead_where_the_next_letter_is_wanted(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        screen = window.search_screen
        press(Qt.Key.Key_Down)
        table = screen.result_pane._table
        until(table.hasFocus)
        chosen = {index.row() for index in table.selectionModel().selectedIndexes()}
        assert chosen == {table.currentIndex().row()}
        for key, field in (
            (Qt.Key.Key_2, window.glossary.list.field),
            (Qt.Key.Key_3, window.resources.list.field),
            (Qt.Key.Key_1, screen.search_box),
        ):
            QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
            until(field.hasFocus)
        until(lambda: screen.map_pane.is_ready)
        QTest.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        until(lambda: QApplication.focusWidget() is not None)
        for _ in range(6):
            if screen.map_pane.isAncestorOf(QApplication.focusWidget()):
                break
            QTest.keyClick(window, Qt.Key.Key_F6)
        assert screen.map_pane.isAncestorOf(QApplication.focusWidget())

    assert journey(steps, "--directory", shipped_directory) == 0


def test_another_place_shows_the_best_of_it_first(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        search, screen = window.search, window.search_screen
        table = screen.result_pane._table
        screen.show_listing(int(search.results.numbers[40]))
        place = search.directory.places("Moncton")[0]
        search.ask(NearChoice(place, serves=False).applied_to(search.query))
        until(lambda: table.verticalScrollBar().value() == 0)

    assert journey(steps, "--directory", shipped_directory) == 0


def test_a_tick_shows_as_many_rows_as_it_promised_and_back_takes_it_away(
    journey: Journey, shipped_directory: Path
) -> None:
    def steps(window: MainWindow) -> None:
        search = window.search
        promised = {count.value: count.count for count in search.results.counts["topic"]}
        search.ask(Tick(Choice("topic", "grief-loss")).applied_to(search.query))
        assert search.results.total == promised["grief-loss"]
        QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        until(lambda: search.query == Query())

    assert journey(steps, "--directory", shipped_directory) == 0


def test_escape_clears_the_words_then_the_conditions(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        search = window.search
        search.ask(Tick(Choice("audience", "families")).applied_to(search.query))
        type_words("grief")
        press(Qt.Key.Key_Escape)
        assert search.query == Query().choosing("audience", "families")
        press(Qt.Key.Key_Escape)
        assert search.query == Query()

    assert journey(steps, "--directory", shipped_directory) == 0


def test_clearing_the_desk_leaves_the_window_as_at_the_start(
    journey: Journey, shipped_directory: Path
) -> None:
    def steps(window: MainWindow) -> None:
        type_words("wife nightmares")
        window.search_screen.show_listing(int(window.search.results.numbers[0]))
        window.search_screen.text_copied.emit("1-800-883-6094")
        QGuiApplication.clipboard().setText("1-800-883-6094")
        window.clear_desk()
        assert window.search.query == Query()
        assert not window.search.can_go_back
        assert window.search_screen.search_box.text() == ""
        assert window.search_screen.listing_shown is None
        assert QGuiApplication.clipboard().text() == ""

    assert journey(steps, "--directory", shipped_directory) == 0


def test_the_whole_window_changes_its_language_at_once(journey: Journey, shipped_directory: Path) -> None:
    def tabs(window: MainWindow) -> list[str]:
        return [window.tabs.tabText(tab) for tab in range(3)]

    def steps(window: MainWindow) -> None:
        window.speak(Language.FRENCH)
        until(lambda: tabs(window) == ["Programmes", "Glossaire", "Ressources"])
        assert window.search.query.language is Language.FRENCH
        window.speak(Language.ENGLISH)
        until(lambda: tabs(window) == ["Programs", "Glossary", "Resources"])

    assert journey(steps, "--directory", shipped_directory) == 0


def test_tab_goes_through_the_whole_window_and_comes_back(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        window.search_screen.show_listing(1)
        start = QApplication.focusWidget()
        seen: list[QWidget] = []
        for _ in range(400):
            press(Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused is not None
            if focused is start:
                break
            seen.append(focused)
        else:
            raise AssertionError(f"the Tab key is caught after {seen[-3:]}")
        screen = window.search_screen
        for pane in (window.crisis_bar, screen.facet_pane, screen.result_pane, screen.listing_pane):
            assert any(pane.isAncestorOf(widget) for widget in seen), f"Tab never reaches {pane}"

    assert journey(steps, "--directory", shipped_directory) == 0


def test_f6_walks_the_panes_and_comes_back(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        window.search_screen.take_focus()
        start = QApplication.focusWidget()
        visited = 0
        for _ in range(10):
            QTest.keyClick(window, Qt.Key.Key_F6)
            visited += 1
            if QApplication.focusWidget() is start:
                break
        assert 4 <= visited <= 7

    assert journey(steps, "--directory", shipped_directory) == 0


def test_everything_that_takes_the_focus_has_a_name(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        window.search_screen.show_listing(1)
        nameless = []
        for tab in range(3):
            window.tabs.setCurrentIndex(tab)
            for widget in window.findChildren(QWidget):
                reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
                if reached and not spoken_name(window, widget):
                    nameless.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
        assert nameless == []

    assert journey(steps, "--directory", shipped_directory) == 0


def spoken_name(window: MainWindow, widget: QWidget) -> str:
    """What a screen reader says: the accessible name, the words on it, or the label before it."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QLabel | QPushButton):
        return widget.text()
    labels = [label for label in window.findChildren(QLabel) if label.buddy() is widget]
    text = getattr(widget, "text", lambda: "")
    return labels[0].text() if labels else str(text() or "")


def test_shift_and_other_lone_keys_do_nothing(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        for key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            QApplication.sendEvent(
                window, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
            )
        assert window.search.query == Query()

    assert journey(steps, "--directory", shipped_directory) == 0
