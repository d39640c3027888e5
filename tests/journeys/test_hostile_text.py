"""Text of a record is never code: it is shown as it was written."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextBrowser, QTextEdit, QWidget

from peer_desktop.directory.query import Query
from peer_desktop.ui.main_window import MainWindow
from tests.journeys.conftest import Journey
from tests.tables import HOSTILE


def test_hostile_text_is_shown_letter_by_letter(journey: Journey, small_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        directory = window.search.directory
        screen = window.search_screen
        for number in range(1, directory.size + 1):
            screen.show_listing(number)
        number = next(
            row.number for row in directory.rows(range(1, directory.size + 1)) if row.name.en == HOSTILE
        )
        screen.show_listing(number)
        listing = directory.listing(number)
        said = "\n".join(label.text() for label in screen.listing_pane.findChildren(QLabel))
        for text in (listing.name.en, listing.description.en):
            assert text in said
        assert window.windowTitle() == "Peer Desktop"
        window.search.ask(Query(text=listing.name.en))
        assert number in window.search.results.numbers

    assert journey(steps, "--directory", small_directory) == 0


def test_no_widget_reads_markup(journey: Journey, small_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        window.search_screen.show_listing(1)
        for tab in range(window.tabs.bar.count()):
            window.tabs.setCurrentIndex(tab)
        rich = [
            label.text()
            for label in window.findChildren(QLabel)
            if label.textFormat() is not Qt.TextFormat.PlainText
            and type(label).__module__.startswith("peer_desktop")
        ]
        assert rich == []
        assert [w for w in window.findChildren(QWidget) if isinstance(w, QTextBrowser | QTextEdit)] == []

    assert journey(steps, "--directory", small_directory) == 0
