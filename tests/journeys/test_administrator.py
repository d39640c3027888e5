"""What an administrator does: a row in Excel, a signed bundle, a stick; and at the hall, the window."""

import shutil
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QWidget

from peer_desktop.bundle.key_files import KeyFiles, make_key_files, read_secret_key
from peer_desktop.bundle.making import make_bundle
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.workbook import tables_from_workbook, workbook_from_tables
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query
from peer_desktop.paths import source_folder
from peer_desktop.ui.add_key_dialog import AddKeyDialog
from peer_desktop.ui.careful_dialog import Question
from peer_desktop.ui.data_history_dialog import DataHistoryDialog
from peer_desktop.ui.keys_dialog import KeysDialog
from peer_desktop.ui.main_window import MainWindow
from peer_desktop.ui.update_dialog import UpdateDialog
from tests.bundle.conftest import recipe
from tests.journeys.conftest import Journey
from tests.updates import until

PASSPHRASE = "a long sentence that nobody guesses"
NEW_NAME = "Quiltmaking circle of the Legion"
WORD = "quiltmaking"
LEAST_MEMORY = 1024 * 1024
"""Bytes that opening a key takes: tests guess no passphrase."""

LISTING = "buddy-check-coffee-manotick"
CHANGES = {
    "name_en": NEW_NAME,
    "cost": "donation",
    "city": "Whitehorse",
    "province": "YT",
    "coverage": "YT",
    "address": "",
    "postal_code": "",
    "latitude": "60.72157",
    "longitude": "-135.05494",
    "precision": "town",
}
ASKED = Query().choosing("audience", "veterans")
COUNTED = (("cost", "free"), ("cost", "donation"), ("serves", "YT"))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("office")


@pytest.fixture(scope="module")
def key(office: Path) -> KeyFiles:
    return make_key_files(office / "publisher", PASSPHRASE, LEAST_MEMORY)


@pytest.fixture(scope="module")
def made(office: Path, key: KeyFiles) -> Path:
    """At the office: one row edited in Excel, built, signed."""
    tables = Path(shutil.copytree(source_folder(), office / "tables"))
    workbook = office / "listings.xlsx"
    workbook_from_tables(tables, workbook, ["listings.csv"])
    book = openpyxl.load_workbook(workbook)
    sheet = book["listings"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, columns["id"]).value == LISTING)
    for column, value in CHANGES.items():
        sheet.cell(row, columns[column]).value = value
    book.save(workbook)
    tables_from_workbook(workbook, tables, ["listings.csv"])
    secret = read_secret_key(key.private, PASSPHRASE)
    return make_bundle(tables, recipe(1), secret, office / "made.peerbundle", Program.this()).file


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK #1 été"
    folder.mkdir()
    return folder


@pytest.fixture
def bundle(made: Path, stick: Path) -> Path:
    """Carried."""
    return Path(shutil.copy(made, stick / "directory-1.peerbundle"))


def drop_on(window: QWidget, file: Path) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file))])
    where, copy = QPointF(600, 300), Qt.DropAction.CopyAction
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), copy, dragged, button, key)
    QApplication.sendEvent(window.windowHandle(), enter)
    assert enter.isAccepted()
    drop = QDropEvent(where, copy, dragged, button, key, QEvent.Type.Drop)
    QApplication.sendEvent(window.windowHandle(), drop)


def shown(kind: type[QDialog]) -> QDialog:
    found: list[QDialog] = []

    def is_there() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]
        return len(found) == 1

    until(is_there)
    return found[0]


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def counted(window: MainWindow, facet: str, value: str) -> int:
    return next(one.count for one in window.search.results.counts[facet] if one.value == value)


def place_of(window: MainWindow, number: int) -> tuple[float, float]:
    points = window.search_screen.map_pane._content.points
    (row,) = np.flatnonzero(points.numbers == number)
    return tuple(round(float(one), 2) for one in points.coordinates[row])


def trust(key: KeyFiles) -> None:
    """Type the fingerprint from paper."""
    keys = shown(KeysDialog)
    assert isinstance(keys, KeysDialog)
    until(lambda: keys.table.model().rowCount() == 2)
    QTest.mouseClick(keys.add, Qt.MouseButton.LeftButton)
    adding = shown(AddKeyDialog)
    assert isinstance(adding, AddKeyDialog)
    adding.use_file(key.public)
    paper = key.key.fingerprint
    QTest.keyClicks(adding.first, paper[:19])
    QTest.keyClicks(adding.last, paper[20:])
    QTest.keyClick(adding.add, Qt.Key.Key_Space)
    until(lambda: keys.table.model().rowCount() == 3)
    keys.reject()


def test_a_row_is_edited_carried_and_seen_in_every_pane_and_put_back(
    journey: Journey, home: Path, bundle: Path, key: KeyFiles, stick: Path
) -> None:
    def steps(window: MainWindow) -> None:
        screen, search = window.search_screen, window.search
        number = search.directory.number_of(LISTING)
        old_name = search.directory.listing(number).name.en
        search.ask(ASKED)
        screen.show_listing(number)
        old_place = place_of(window, number)
        free, donation, yukon = (counted(window, *one) for one in COUNTED)
        assert search.directory.search(Query(text=WORD)).total == 0

        # dropped on the window, refused: nobody knows this key yet
        drop_on(window, bundle)
        dialog = shown(UpdateDialog)
        assert isinstance(dialog, UpdateDialog)
        until(lambda: "E-SIG-UNKNOWN-KEY" in words_on(dialog))
        assert not list((home / "directories" / "staging").iterdir())
        QTest.mouseClick(dialog.outcome.keys, Qt.MouseButton.LeftButton)
        trust(key)
        QTest.mouseClick(dialog.outcome.other, Qt.MouseButton.LeftButton)
        dialog.begin(bundle)
        until(lambda: dialog.preview is not None)
        shutil.rmtree(stick)  # it may be pulled out by now

        # looked at
        preview = dialog.preview
        assert preview is not None
        assert "Hall 26" in words_on(preview.overview)
        fields = [field.toPlainText() for field in preview.overview.findChildren(QPlainTextEdit)]
        assert key.key.fingerprint in fields
        assert preview.listings.model.rowCount() == 1
        said = words_on(preview.listings.page)
        assert f"Before: {old_name}" in said
        assert f"After: {NEW_NAME}" in said
        assert "Before: Free" in said
        assert "After: Donation" in said

        # installed: every pane shows it, and nothing was restarted
        QTest.keyClick(preview.install, Qt.Key.Key_Space)
        until(lambda: "serial 1" in words_on(dialog))
        dialog.reject()
        assert window.search_screen is screen
        assert search.query == ASKED
        now = search.directory.number_of(LISTING)
        assert screen.listing_shown == now
        assert NEW_NAME in words_on(screen.listing_pane)
        assert "Donation" in words_on(screen.listing_pane)
        assert place_of(window, now) == (60.72, -135.05) != old_place
        changed = tuple(counted(window, *one) for one in COUNTED)
        assert changed == (free - 1, donation + 1, yukon + 1)
        screen.search_box.setText(WORD)
        until(lambda: search.results.query.text == WORD)
        assert [row.name.en for row in search.directory.rows(search.results.numbers.tolist())] == [NEW_NAME]
        assert "Hall 26 (signed)" in window._status.words
        search.ask(ASKED)

        # and put back
        window._actions["history"].trigger()
        history = shown(DataHistoryDialog)
        assert isinstance(history, DataHistoryDialog)
        until(lambda: history.table.model().rowCount() == 2)
        history.table.selectRow(1)
        QTest.mouseClick(history.put_back, Qt.MouseButton.LeftButton)
        asked = shown(Question)
        assert isinstance(asked, Question)
        QTest.keyClick(asked.yes, Qt.Key.Key_Space)
        until(lambda: search.directory.search(Query(text=WORD)).total == 0)
        until(lambda: history.close_button.isEnabled())
        history.reject()
        number = search.directory.number_of(LISTING)
        assert old_name in words_on(screen.listing_pane)
        assert place_of(window, number) == old_place
        assert (free, donation, yukon) == tuple(counted(window, *one) for one in COUNTED)

    assert journey(steps) == 0


def test_without_a_readable_directory_a_bundle_brings_one(
    journey: Journey, home: Path, bundle: Path, key: KeyFiles, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"")

    def steps(window: MainWindow) -> None:
        assert window.search_screen is None
        window._actions["keys"].trigger()
        trust(key)
        drop_on(window, bundle)
        dialog = shown(UpdateDialog)
        assert isinstance(dialog, UpdateDialog)
        until(lambda: dialog.preview is not None)
        assert dialog.preview is not None
        QTest.keyClick(dialog.preview.install, Qt.Key.Key_Space)
        until(lambda: window.search_screen is not None)
        until(lambda: "serial 1" in words_on(dialog))
        dialog.reject()
        assert window.problem_screen is None
        assert window.search.directory.search(Query(text=WORD)).total == 1
        window._actions["find"].trigger()
        assert window.focusWidget() is window.search_screen.search_box
        window.speak(Language.FRENCH)

    assert journey(steps, "--directory", broken) == 0

    def next_day(window: MainWindow) -> None:
        assert isinstance(window.search.directory, Directory)
        assert window.search.directory.search(Query(text=WORD)).total == 1

    assert journey(next_day) == 0
