"""The preview says everything a bundle would change, and nothing is installed before it is confirmed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.preview import Confirmation, Preview
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Facet
from peer_desktop.ui.crisis_change_card import CrisisChangeCard
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.marked_text import MarkedText, differences
from peer_desktop.ui.plain_table import PlainRows
from peer_desktop.ui.update_preview import UpdatePreview
from tests.tables import HOSTILE, TODAY
from tests.updates import Computer, Edit, cell, computer, without_listings

PEER_LINE, PEER_LINE_ROW, PEER_PHONE_ROW = "peer-line", 7, 12
GONE = ("halifax-drop-in", "northern-warm-line", "rivers-and-rods")


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory, small_directory: Path) -> Computer:
    return computer(tmp_path_factory.mktemp("publisher"), small_directory)


def preview_of(publisher: Computer, name: str, *edits: Edit) -> Preview:
    file = publisher.bundle(name, *edits)
    with importing(publisher.store, publisher.program) as one:
        return one.prepare(file)


@pytest.fixture(scope="module")
def fields(publisher: Computer) -> Preview:
    """Three fields of one listing change, and a hostile name."""
    return preview_of(
        publisher,
        "fields",
        cell("listings.csv", 2, "hours_en", "Mondays"),
        cell("listings.csv", 2, "cost", "donation;fee"),
        cell("listings.csv", 2, "checked_on", "2026-11-01"),
        cell("listings.csv", 3, "name_en", HOSTILE + "!"),
    )


@pytest.fixture(scope="module")
def crisis(publisher: Computer) -> Preview:
    """A crisis line has another number, and many listings go."""
    return preview_of(
        publisher,
        "crisis",
        cell("phones.csv", PEER_PHONE_ROW, "number", "613-555-0199"),
        without_listings(*GONE),
    )


@pytest.fixture(scope="module")
def facets(small_directory: Path) -> Iterator[tuple[Facet, ...]]:
    directory = Directory.open(small_directory, today=TODAY)
    yield directory.facets
    directory.close()


def page_of(
    qtbot: QtBot, preview: Preview, facets: tuple[Facet, ...], language: Language = Language.ENGLISH
) -> UpdatePreview:
    page = UpdatePreview(preview, FacetLabels(facets), preview.touches(["moncton-grief-group"]), language)
    qtbot.addWidget(page)
    page.resize(900, 640)
    page.show()
    return page


def words_on(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return "\n".join(labels + [field.toPlainText() for field in widget.findChildren(QPlainTextEdit)])


# -- what it says --------------------------------------------------------------------------------------------


def test_the_overview_says_whose_bundle_it_is_and_how_old(
    qtbot: QtBot, fields: Preview, facets: tuple[Facet, ...]
) -> None:
    words = words_on(page_of(qtbot, fields, facets).overview)
    for said in (
        "Hall 26",
        "506-555-0142",
        "hall@example.ca",
        fields.fingerprint,
        "A test.",
        "21 November 2026",
    ):
        assert said in words
    assert "came with the program" in words


def test_each_field_is_shown_before_and_after_in_words(
    qtbot: QtBot, fields: Preview, facets: tuple[Facet, ...]
) -> None:
    listings = page_of(qtbot, fields, facets).listings
    QAbstractItemModelTester(listings.model, QAbstractItemModelTester.FailureReportingMode.Fatal, listings)
    names = [listings.model.index(row, 0).data() for row in range(listings.model.rowCount())]
    row = names.index("Anna's Grief Group")
    listings.view.setCurrentIndex(listings.model.index(row, 0))
    words = words_on(listings.page)
    assert "When, in English\nBefore: Tuesdays at 7 p.m.\nAfter: Mondays" in words
    assert "Before: Free" in words
    assert "After: A fee, Donation" in words or "After: Donation" in words or "Fee" in words
    assert "After: 1 November 2026" in words
    assert "checked_on" not in words
    assert HOSTILE + "!" in names


def test_the_list_is_narrowed_by_what_happens_and_where(
    qtbot: QtBot, crisis: Preview, facets: tuple[Facet, ...]
) -> None:
    listings = page_of(qtbot, crisis, facets).listings
    assert listings.model.rowCount() == len(GONE)
    assert [listings.fate.itemText(at) for at in range(listings.fate.count())] == [
        "All that changes",
        "Removed",
    ]
    listings.province.setCurrentIndex(listings.province.findText("Nova Scotia"))
    assert listings.model.rowCount() == 1
    assert "This listing goes." in words_on(listings.page)


def test_the_counts_by_province_are_a_table_that_reads_its_rows_aloud(
    qtbot: QtBot, crisis: Preview, facets: tuple[Facet, ...]
) -> None:
    table = page_of(qtbot, crisis, facets).provinces
    rows = table.model()
    assert isinstance(rows, PlainRows)
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    aloud = [rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]
    assert "Province: British Columbia, Now: 1, After: 0, Added: 0, Removed: 1, Changed: 0" in aloud


def test_listings_on_the_shortlist_that_are_touched_are_named(
    qtbot: QtBot, fields: Preview, facets: tuple[Facet, ...]
) -> None:
    assert "Kept on the shortlist, and touched" in words_on(page_of(qtbot, fields, facets).overview)


def test_it_speaks_french(qtbot: QtBot, fields: Preview, facets: tuple[Facet, ...]) -> None:
    words = words_on(page_of(qtbot, fields, facets, Language.FRENCH).overview)
    assert "Un essai." in words
    assert "21 novembre 2026" in words


# -- what has to be confirmed --------------------------------------------------------------------------------


def test_an_ordinary_bundle_needs_no_more_than_yes(
    qtbot: QtBot, fields: Preview, facets: tuple[Facet, ...]
) -> None:
    page = page_of(qtbot, fields, facets)
    assert page.install.isEnabled()
    assert not page.missing.isVisible()
    with qtbot.waitSignal(page.install_wanted) as told:
        page.install.click()
    assert told.args == [Confirmation()]


def test_many_removed_listings_and_a_new_number_each_need_their_own_yes(
    qtbot: QtBot, crisis: Preview, facets: tuple[Facet, ...]
) -> None:
    page = page_of(qtbot, crisis, facets)
    (field,) = page.overview.cards[0].fields
    assert not page.install.isEnabled()
    assert "1 crisis number" in page.missing.text() or "crisis numbers" in page.missing.text()
    page.overview.removal.click()
    assert not page.install.isEnabled()
    qtbot.keyClicks(field, "613 555 0100")  # the number of before
    assert not page.install.isEnabled()
    field.clear()
    qtbot.keyClicks(field, "(613) 555-0199")
    assert field.is_right
    assert page.install.isEnabled()
    page.overview.removal.click()
    assert not page.install.isEnabled()
    page.overview.removal.click()
    with qtbot.waitSignal(page.install_wanted) as told:
        page.install.click()
    (confirmation,) = told.args
    assert confirmation.is_enough(crisis)


def test_the_number_cannot_be_pasted(qtbot: QtBot, crisis: Preview, facets: tuple[Facet, ...]) -> None:
    page = page_of(qtbot, crisis, facets)
    (field,) = page.overview.cards[0].fields
    QGuiApplication.clipboard().setText("613-555-0199")
    field.setFocus()
    for keys in QKeySequence.keyBindings(QKeySequence.StandardKey.Paste):
        combination = keys[0]
        qtbot.keyClick(field, combination.key(), combination.keyboardModifiers())
    assert field.text() == ""
    QGuiApplication.clipboard().clear()


def test_old_and_new_stand_side_by_side_with_the_digits_marked_that_differ(
    qtbot: QtBot, crisis: Preview, facets: tuple[Facet, ...]
) -> None:
    card = page_of(qtbot, crisis, facets).overview.cards[0]
    old, new = (text for text in card.findChildren(MarkedText) if text.marked_letters)
    assert (old.text(), old.marked_letters) == ("613-555-0100", "00")
    assert (new.text(), new.marked_letters) == ("613-555-0199", "99")
    assert "99" in new.accessibleName()
    assert old.mapTo(card, old.rect().topLeft()).x() < new.mapTo(card, new.rect().topLeft()).x()
    assert old.height() > old.fontMetrics().height() * 1.4


def test_in_a_narrow_window_the_old_line_stands_above_the_new_one(qtbot: QtBot, crisis: Preview) -> None:
    card = CrisisChangeCard(crisis.crisis[0], Language.ENGLISH)
    qtbot.addWidget(card)
    card.resize(260, 500)
    card.show()
    old, new = (text for text in card.findChildren(MarkedText) if text.marked_letters)
    qtbot.waitUntil(
        lambda: old.mapTo(card, old.rect().topLeft()).y() < new.mapTo(card, new.rect().topLeft()).y()
    )


@pytest.mark.parametrize(
    ("one", "other", "marked"),
    [
        ("1-800-268-7708", "1-800-268-7780", ("08", "80")),
        ("9-8-8", "9-8-8", ("", "")),
        ("Helpline", "Helpline (new)", ("", " (new)")),
        ("Peer line", "Pear line", ("e", "a")),
    ],
)
def test_what_differs_between_two_texts(one: str, other: str, marked: tuple[str, str]) -> None:
    spans = differences(one, other)
    texts = ("".join(text[a:b] for a, b in found) for text, found in zip((one, other), spans, strict=True))
    assert tuple(texts) == marked
