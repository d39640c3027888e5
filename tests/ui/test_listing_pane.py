"""One listing in full: everything that is known, in the order a person asks, and how sure it is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Phone, SourcePage
from peer_desktop.ui.copy_button import CopyButton
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.fact_grid import FactGrid
from peer_desktop.ui.keep_button import KeepButton
from peer_desktop.ui.listing_pane import ListingPane
from peer_desktop.ui.listing_words import Fact, ListingInWords
from peer_desktop.ui.plain_text import PlainField, PlainLabel
from tests.tables import HOSTILE, TODAY

EN, FR = Language.ENGLISH, Language.FRENCH


@pytest.fixture
def directory(small_directory: Path) -> Iterator[Directory]:
    directory = Directory.open(small_directory, today=TODAY)
    yield directory
    directory.close()


@pytest.fixture
def pane(qtbot: QtBot, directory: Directory) -> ListingPane:
    pane = ListingPane(directory.facets, directory.terms(), TODAY)
    qtbot.addWidget(pane)
    pane.resize(520, 700)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def show(pane: ListingPane, directory: Directory, listing: str, language: Language = EN) -> None:
    number = directory.number_of(listing)
    assert number is not None
    pane.show_listing(directory.listing(number), language)
    QApplication.processEvents()


def texts(pane: ListingPane) -> list[str]:
    sheet = pane.widget()
    return [label.text() for label in sheet.findChildren(QLabel)] + [
        field.toPlainText() for field in sheet.findChildren(QPlainTextEdit)
    ]


def facts(pane: ListingPane) -> dict[str, str]:
    """Caption → what is said, as a screen reader hears it."""
    spoken = [label.accessibleName() for label in pane.widget().findChildren(PlainLabel)]
    said = dict(name.split(": ", 1) for name in spoken if ": " in name and not name.startswith("Phone"))
    fields = {field.accessibleName(): field.toPlainText() for field in pane.widget().findChildren(PlainField)}
    return said | fields


def focusable(pane: ListingPane) -> list[QWidget]:
    every = pane.widget().findChildren(QWidget)
    taking_keys = [part for part in every if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [part for part in taking_keys if part.isVisibleTo(pane)]


def test_everything_known_is_said(pane: ListingPane, directory: Directory) -> None:
    show(pane, directory, "moncton-grief-group")
    assert texts(pane)[:3] == ["Anna's Grief Group", "Anna Foundation", "Confirmed by phone 3 weeks ago"]
    assert facts(pane) == {
        "What it is": "A weekly circle for Families who lost someone who served. Led by trained peers.",
        "How": "In person\xa0· Group\xa0· Formal (trained peers)\xa0· Community",
        "Who it is for": (
            "Families of Veterans and serving members.\nVeterans\xa0· Families\xa0· Bereaved people"
        ),
        "When": "Tuesdays at 7 p.m.\nEvery week\xa0· Open-ended",
        "Cost": "Free",
        "Language": "English\xa0· French",
        "How to start": "Call the number above. No referral is needed.",
        "Email": "anna@example.ca",
        "Website": "https://anna.example.ca/grief",
        "Where": "10 Main Street\nMoncton, NB  E1C 1A1",
        "Serves": "New Brunswick",
        "Topics": "Grief and loss",
        "Source pages": "The website above\nhttps://news.example.ca/ (article 12)",
    }


def test_a_number_that_only_takes_text_messages_is_texted(directory: Directory) -> None:
    text, voice = Phone("686868", "text"), Phone("+15065550142", "voice")
    for phones, first_step in (
        ((text,), "Text the number above."),
        ((text, voice), "Call the number above."),
    ):
        listing = replace(directory.listing(1), phones=phones, referral_needed=None)
        said = ListingInWords(listing, FacetLabels(directory.facets), EN, TODAY).facts()
        assert Fact("How to start", first_step) in said


def test_source_pages_are_copied_as_addresses_with_what_to_look_for(
    pane: ListingPane, directory: Directory, qtbot: QtBot
) -> None:
    show(pane, directory, "moncton-grief-group")
    button = pane.widget().findChildren(CopyButton)[-1]
    assert button.accessibleName() == "Copy Source pages"
    with qtbot.waitSignal(pane.text_copied) as copied:
        button.click()
    assert copied.args == ["https://anna.example.ca/grief\nhttps://news.example.ca/ (article 12)"]


@pytest.mark.parametrize("page", ["http://www.Example.ca/a/", "https://example.ca/a", "http://example.ca/a"])
def test_the_website_is_not_written_out_a_second_time(directory: Directory, page: str) -> None:
    listing = replace(directory.listing(1), website="https://www.example.ca/a", sources=(SourcePage(page),))
    sources = ListingInWords(listing, FacetLabels(directory.facets), EN, TODAY).sources()
    assert sources is not None
    assert sources.text == "The website above"
    other = replace(listing, sources=(SourcePage("https://example.ca/b"), SourcePage("https://example.ca/b")))
    assert ListingInWords(other, FacetLabels(directory.facets), EN, TODAY).sources().text == (
        "https://example.ca/b"
    )


def test_all_numbers_are_large_and_say_what_must_be_known(pane: ListingPane, directory: Directory) -> None:
    show(pane, directory, "moncton-grief-group")
    phones = [
        label
        for label in pane.widget().findChildren(PlainLabel)
        if label.accessibleName().startswith("Phone")
    ]
    assert [phone.accessibleName() for phone in phones] == [
        "Phone: 1-800-555-0100, toll-free",
        "Phone: 506-555-0142, extension 12\xa0· evenings",
    ]
    assert all(phone.font().pointSizeF() > pane.font().pointSizeF() * 1.4 for phone in phones)


def test_a_number_is_copied_on_demand_and_named(
    pane: ListingPane, directory: Directory, qtbot: QtBot
) -> None:
    show(pane, directory, "moncton-grief-group")
    button = pane.widget().findChildren(CopyButton)[0]
    assert button.accessibleName() == "Copy 1-800-555-0100"
    with qtbot.waitSignal(pane.text_copied) as copied:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert copied.args == ["1-800-555-0100"]
    assert QGuiApplication.clipboard().text() == "1-800-555-0100"


def test_what_a_person_would_ask_is_said_not_to_be_stated(pane: ListingPane, directory: Directory) -> None:
    show(pane, directory, "legion-truro")
    said = facts(pane)
    assert {said[asked] for asked in ("When", "Cost", "Language", "Who it is for")} == {"Not stated"}
    assert said["How to start"] == "No phone, email or website is stated; the pages below may help."
    assert said["Where"] == "Truro, NS\nOnly the town is known."
    assert said["Peer support there"] == "Not confirmed"
    assert "Topics" not in said
    assert "From an undated page; not yet confirmed by phone" in texts(pane)


def test_an_old_confirmation_and_a_needed_referral_are_said(pane: ListingPane, directory: Directory) -> None:
    show(pane, directory, "osi-clinic-ottawa")
    assert "Confirmed by phone 17 months ago; it may have changed since" in texts(pane)
    assert "A referral is needed." in facts(pane)["How to start"]


def test_a_text_in_one_language_only_is_marked(pane: ListingPane, directory: Directory) -> None:
    show(pane, directory, "cercle-conjoints-valcartier", EN)
    assert facts(pane)["What it is"].endswith("(en français)")
    show(pane, directory, "cercle-conjoints-valcartier", FR)
    assert not facts(pane)["What it is"].endswith(")")


def test_words_of_the_glossary_are_explained_in_place_and_whole_in_the_glossary(
    pane: ListingPane, directory: Directory, qtbot: QtBot
) -> None:
    show(pane, directory, "moncton-grief-group")
    buttons = {
        button.accessibleName() or button.text(): button
        for button in pane.widget().findChildren(QPushButton)
        if not isinstance(button, CopyButton | KeepButton)
    }
    assert set(buttons) == {"Explain: grief", "Read more in the glossary"}
    explain, whole = buttons["Explain: grief"], buttons["Read more in the glossary"]
    assert not whole.isVisibleTo(pane)
    qtbot.mouseClick(explain, Qt.MouseButton.LeftButton)
    (term,) = (term for term in directory.terms() if term.id == "grief")
    assert f"grief: {term.plain.en}" in texts(pane)
    assert whole.isVisibleTo(pane)
    with qtbot.waitSignal(pane.term_wanted) as wanted:
        qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert wanted.args == ["grief"]
    qtbot.mouseClick(explain, Qt.MouseButton.LeftButton)
    assert not whole.isVisibleTo(pane)


def test_hostile_text_is_shown_letter_by_letter(pane: ListingPane, directory: Directory) -> None:
    show(pane, directory, "hostile-text")
    assert HOSTILE in texts(pane)
    assert facts(pane)["When"] == "<u>always</u>"
    for label in pane.widget().findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_every_part_is_reached_by_tab_and_named(pane: ListingPane, directory: Directory) -> None:
    show(pane, directory, "moncton-grief-group")
    parts = focusable(pane)
    assert len(parts) > 15
    for part in parts:
        text = part.text() if isinstance(part, QLabel | QPushButton) else ""
        assert part.accessibleName() or text, part


def test_reading_begins_at_the_name(pane: ListingPane, directory: Directory) -> None:
    show(pane, directory, "moncton-grief-group")
    pane.take_focus()
    name = QApplication.focusWidget()
    assert isinstance(name, PlainLabel)
    assert name.text() == "Anna's Grief Group"
    assert name.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_before_a_listing_is_chosen_the_main_keys_are_said(pane: ListingPane, directory: Directory) -> None:
    assert "Choose a listing to read it here." in texts(pane)
    assert "F1" in texts(pane)
    show(pane, directory, "moncton-grief-group")
    pane.clear()
    assert "Choose a listing to read it here." in texts(pane)


def test_another_listing_is_read_from_its_top(pane: ListingPane, directory: Directory) -> None:
    pane.resize(300, 200)
    show(pane, directory, "moncton-grief-group")
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert pane.verticalScrollBar().value() > 0
    show(pane, directory, "rivers-and-rods")
    assert pane.verticalScrollBar().value() == 0


@pytest.mark.parametrize("width", [320, 520, 900])
def test_nothing_is_wider_than_the_pane(pane: ListingPane, directory: Directory, width: int) -> None:
    pane.resize(width, 600)
    for listing in ("moncton-grief-group", "hostile-text"):
        show(pane, directory, listing)
        QApplication.processEvents()
        assert pane.horizontalScrollBar().maximum() == 0


def test_the_language_can_change_while_reading(pane: ListingPane, directory: Directory) -> None:
    show(pane, directory, "moncton-grief-group")
    told = QSignalSpy(pane.text_copied)
    pane.set_language(FR)
    assert texts(pane)[0] == "Groupe de deuil d'Anna"
    assert told.count() == 0


def test_a_long_caption_goes_on_in_a_second_line_and_leaves_the_room_to_the_text(qtbot: QtBot) -> None:
    grid = FactGrid()
    qtbot.addWidget(grid)
    text = PlainLabel("Par aiguillage")
    grid.add("Soutien par les pairs sur place, ou ailleurs", text)
    grid.resize(400, 200)
    grid.show()
    qtbot.waitExposed(grid)
    (caption,) = (label for label in grid.findChildren(PlainLabel) if label is not text)
    assert caption.height() > 2 * caption.fontMetrics().lineSpacing()
    assert text.width() > grid.width() / 2
