"""An update, its history and its keys, with nothing but keys: whoever uses no mouse does all of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.install_kind import Installation, InstallKind
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.trust import Trust
from peer_desktop.directory.language import Language
from peer_desktop.models.opened import open_file
from peer_desktop.models.trusted_keys import TrustedKeys
from peer_desktop.models.update import Phase, Update
from peer_desktop.ui.add_key_dialog import AddKeyDialog
from peer_desktop.ui.careful_dialog import Question
from peer_desktop.ui.data_history_dialog import DataHistoryDialog
from peer_desktop.ui.keys_dialog import KeysDialog
from peer_desktop.ui.open_dialog import OpenDialog
from peer_desktop.ui.removable_drives import RemovableDrives
from peer_desktop.ui.save_dialog import SaveDialog
from peer_desktop.ui.update_dialog import UpdateDialog
from peer_desktop.ui.update_preview import UpdatePreview
from tests.bundle.forge import OTHER_KEY
from tests.tables import TODAY, read_rows
from tests.updates import Computer, cell, computer, until, without_listings

Key = Qt.Key
Kind = TypeVar("Kind", bound=QWidget)
FARTHEST = 40
"""Presses of Tab after which everything on a page must have been reached."""
NEW_NUMBER = "613-555-0199"


@pytest.fixture(scope="module")
def careful(tmp_path_factory: pytest.TempPathFactory, small_directory: Path) -> Path:
    """A crisis line has another number, three of ten listings go, and one has another cost."""
    publisher = computer(tmp_path_factory.mktemp("publisher"), small_directory)
    gone = [row["id"] for row in read_rows(publisher.folder / "of-the-program", "listings.csv")[5:8]]
    return publisher.bundle(
        "careful",
        cell("phones.csv", 12, "number", NEW_NUMBER),
        cell("listings.csv", 2, "cost", "donation"),
        without_listings(*gone),
    )


@pytest.fixture
def here(tmp_path: Path, small_directory: Path) -> Computer:
    return computer(tmp_path, small_directory)


@pytest.fixture
def installation(here: Computer) -> Installation:
    return Installation(InstallKind.USER, here.store, True)


@pytest.fixture
def update(qapp: object, here: Computer) -> Iterator[Update]:
    update = here.update()
    yield update
    update.shut_down()


@pytest.fixture
def dialog(
    qtbot: QtBot, update: Update, installation: Installation, small_directory: Path
) -> Iterator[UpdateDialog]:
    opened = open_file(small_directory, TODAY, None)
    drives = RemovableDrives(look=tuple)
    dialog = UpdateDialog(update, installation, opened, drives, Language.ENGLISH)
    show(qtbot, dialog)
    yield dialog
    drives.shut_down()
    assert opened.directory is not None
    opened.directory.close()


def show(qtbot: QtBot, window: QWidget) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, holding: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, holding)


def go_to(wanted: QWidget, key: Qt.Key = Key.Key_Tab) -> None:
    for _ in range(FARTHEST):
        if focused() is wanted:
            return
        press(key)
    raise AssertionError(f"{wanted.accessibleName() or wanted} is not reached")


def shown(kind: type[Kind]) -> Kind:
    found: list[Kind] = []

    def is_there() -> bool:
        found[:] = [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]
        return len(found) == 1

    until(is_there)
    back_to(found[0])
    return found[0]


def back_to(window: QWidget) -> None:
    """What a desktop does when the window above is closed; there is none in tests."""
    window.activateWindow()
    until(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)


def name_file(dialog: SaveDialog, file: Path) -> None:
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, str(file))
    press(Key.Key_Return)


def decide(dialog: UpdateDialog, update: Update, file: Path) -> UpdatePreview:
    dialog.begin(file)
    until(lambda: update.state.phase is Phase.DECIDING)
    assert dialog.preview is not None
    until(dialog.preview.overview.title.hasFocus)
    return dialog.preview


def test_a_number_is_typed_a_box_ticked_and_the_bundle_installed(
    dialog: UpdateDialog, update: Update, here: Computer, careful: Path
) -> None:
    preview = decide(dialog, update, careful)
    ((field,),) = (card.fields for card in preview.overview.cards)
    go_to(field)
    QTest.keyClicks(field, NEW_NUMBER)
    go_to(preview.overview.removal)
    assert not preview.install.isEnabled()
    press(Key.Key_Space)
    go_to(preview.install)
    press(Key.Key_Return)
    assert update.state.phase is Phase.DECIDING  # Enter confirms nothing
    press(Key.Key_Space)
    until(lambda: update.state.phase is Phase.ENDED)
    assert here.store.current(here.program.shipped).receipt is not None
    until(dialog.outcome.title.hasFocus)
    press(Key.Key_Return)
    assert not dialog.isVisible()


def test_what_is_confirmed_is_always_in_sight(dialog: UpdateDialog, update: Update, careful: Path) -> None:
    """The page scrolls to what has the focus."""
    preview = decide(dialog, update, careful)
    page = preview.overview.viewport()
    for _ in range(FARTHEST):
        press(Key.Key_Tab)
        if preview.overview.isAncestorOf(focused()):
            top = focused().mapTo(page, focused().rect().topLeft()).y()
            assert -focused().height() < top < page.height(), focused().accessibleName()
        if focused() is preview.overview.title:
            return
    raise AssertionError("Tab does not come round")


def test_every_part_of_the_preview_is_reached_and_a_listing_is_read_field_by_field(
    dialog: UpdateDialog, update: Update, careful: Path
) -> None:
    preview = decide(dialog, update, careful)
    go_to(preview.tabs.tabBar(), Key.Key_Backtab)
    press(Key.Key_Right)
    assert preview.tabs.currentWidget() is preview.listings
    listings = preview.listings
    go_to(listings.fate)
    go_to(listings.view)
    assert listings.model.rowCount() == 4
    press(Key.Key_Return)
    assert listings.page.isAncestorOf(focused())  # the page of the first: changed
    go_to(preview.tabs.tabBar(), Key.Key_Backtab)
    press(Key.Key_Right)
    go_to(preview.provinces)
    press(Key.Key_Down)
    assert preview.provinces.currentIndex().row() == 1
    go_to(preview.tabs.tabBar(), Key.Key_Backtab)
    press(Key.Key_Right)
    warnings = preview.tabs.currentWidget()
    assert isinstance(warnings, QPlainTextEdit)
    go_to(warnings)
    go_to(preview.cancel)  # a field of several lines does not keep the Tab key


def test_the_preview_is_saved_as_text_by_its_letter(
    dialog: UpdateDialog, update: Update, careful: Path, tmp_path: Path
) -> None:
    preview = decide(dialog, update, careful)
    press(Key.Key_S, holding=Qt.KeyboardModifier.AltModifier)
    file = tmp_path / "changes #1.txt"
    name_file(shown(SaveDialog), file)
    until(file.exists)
    text = file.read_text(encoding="utf-8")
    assert NEW_NUMBER in text
    assert "Takes the place of" in text
    assert "which came with the program" in text
    until(lambda: "changes #1.txt" in preview._said.text())


def test_escape_leaves_a_preview_and_nothing_stays(
    dialog: UpdateDialog, update: Update, here: Computer, careful: Path
) -> None:
    decide(dialog, update, careful)
    press(Key.Key_Escape)
    assert not dialog.isVisible()
    update.shut_down()
    assert here.left_in_staging() == []


def test_a_directory_is_put_back(
    qtbot: QtBot, update: Update, here: Computer, installation: Installation, careful: Path
) -> None:
    with importing(here.store, here.program) as one:
        one.prepare(careful)
        one.install(Confirmation(removal=True, numbers=(NEW_NUMBER,)))
    dialog = DataHistoryDialog(update, installation, Language.ENGLISH)
    assert not dialog.put_back.isEnabled()  # nothing is read yet
    show(qtbot, dialog)
    until(lambda: dialog.table.model().rowCount() == 2)
    assert isinstance(focused(), QTableView)
    press(Key.Key_Down)
    go_to(dialog.put_back)
    press(Key.Key_Space)
    asked = shown(Question)
    press(Key.Key_Return)  # the default is no
    assert not asked.isVisible()
    back_to(dialog)
    go_to(dialog.put_back)
    press(Key.Key_Space)
    asked = shown(Question)
    go_to(asked.yes)
    press(Key.Key_Space)
    back_to(dialog)
    until(lambda: "came with the program" in dialog.said.text())
    assert here.store.current(here.program.shipped).receipt is None
    press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_key_is_added_and_revoked(
    qtbot: QtBot, here: Computer, installation: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "hall.pub"
    file.write_text(OTHER_KEY.public.text)
    keys = TrustedKeys(here.store, lambda: here.program)
    dialog = KeysDialog(keys, installation, Language.ENGLISH)
    show(qtbot, dialog)
    until(lambda: dialog.table.model().rowCount() == 1)
    go_to(dialog.add)
    press(Key.Key_Space)
    adding = shown(AddKeyDialog)
    go_to(adding.choose)
    press(Key.Key_Space)
    name_file(shown(OpenDialog), file)
    back_to(adding)
    groups = OTHER_KEY.public.fingerprint
    for field, typed in ((adding.first, groups[:19]), (adding.last, groups[20:])):
        go_to(field)
        QTest.keyClicks(field, typed.lower())
    go_to(adding.add)
    press(Key.Key_Space)
    until(lambda: dialog.table.model().rowCount() == 2)
    back_to(dialog)
    go_to(dialog.table)
    press(Key.Key_Down)
    go_to(dialog.revoke)
    press(Key.Key_Space)
    asked = shown(Question)
    go_to(asked.yes)
    press(Key.Key_Space)
    until(lambda: dialog.table.model().index(1, 3).data() == "revoked")
    trusted = Trust.read(here.store.trust_file, here.program.built_in).keys
    assert [key.revoked for key in trusted] == [False, True]
    keys.shut_down()
