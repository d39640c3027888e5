"""Data history tells every change of the directory in use, and puts one back after a question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.install_kind import Installation, InstallKind
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.directory.language import Language
from peer_desktop.models.update import Phase, Update
from peer_desktop.ui.careful_dialog import Question
from peer_desktop.ui.data_history_dialog import DataHistoryDialog
from tests.updates import Computer, cell, computer, until


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory, small_directory: Path) -> tuple[Path, Path]:
    publisher = computer(tmp_path_factory.mktemp("publisher"), small_directory)
    edits = (cell("listings.csv", 2, "name_en", "First"), cell("listings.csv", 2, "name_en", "Second"))
    return (publisher.bundle("first", edits[0], serial=6), publisher.bundle("second", edits[1], serial=7))


@pytest.fixture
def here(tmp_path: Path, small_directory: Path) -> Computer:
    return computer(tmp_path, small_directory)


@pytest.fixture
def update(qapp: object, here: Computer) -> Iterator[Update]:
    update = here.update()
    yield update
    update.shut_down()


def install(here: Computer, *files: Path) -> None:
    for file in files:
        with importing(here.store, here.program) as one:
            one.prepare(file)
            one.install(Confirmation())


def dialog_of(qtbot: QtBot, update: Update, here: Computer, *, writable: bool = True) -> DataHistoryDialog:
    installation = Installation(InstallKind.USER, here.store, writable)
    dialog = DataHistoryDialog(update, installation, Language.ENGLISH)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    until(lambda: dialog.table.model().rowCount())
    return dialog


def rows(dialog: DataHistoryDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def question() -> Question:
    (asked,) = (
        one for one in QApplication.topLevelWidgets() if isinstance(one, Question) and one.isVisible()
    )
    return asked


def test_before_the_first_update_it_names_the_directory_of_the_program(
    qtbot: QtBot, update: Update, here: Computer
) -> None:
    dialog = dialog_of(qtbot, update, here)
    ((when, what, *_, state),) = rows(dialog)
    assert (when, what, state) == ("", "At first", "In use")
    assert not dialog.put_back.isEnabled()


def test_every_change_has_its_row_the_newest_first(
    qtbot: QtBot, update: Update, here: Computer, bundles: tuple[Path, Path]
) -> None:
    install(here, *bundles)
    dialog = dialog_of(qtbot, update, here)
    newest, older, first = rows(dialog)
    assert newest[1:] == ["Installed", "7", "Hall 26", "10", "0", "0", "1", "tester", "In use"]
    assert older[1:] == ["Installed", "6", "Hall 26", "10", "0", "0", "1", "tester", "Can be put back"]
    assert first[1:] == ["At first", "", "Came with the program", "", "", "", "", "", "Can be put back"]
    assert "2026" in newest[0]


def test_put_back_asks_first_and_its_default_is_no(
    qtbot: QtBot, update: Update, here: Computer, bundles: tuple[Path, Path]
) -> None:
    install(here, *bundles)
    dialog = dialog_of(qtbot, update, here)
    dialog.table.selectRow(1)
    dialog.put_back.click()
    asked = question()
    assert asked.no.isDefault()
    assert asked.focusWidget() is asked.no
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert update.state.phase is Phase.CHOOSING
    dialog.put_back.click()
    question().yes.click()
    until(lambda: update.state.phase is Phase.ENDED)
    assert here.store.current(here.program.shipped).receipt.serial == 6
    until(lambda: len(rows(dialog)) == 4)
    assert rows(dialog)[0][1:3] == ["Put back", "6"]
    assert rows(dialog)[0][-1] == "In use"
    assert "serial 6" in dialog.said.text()


def test_the_directory_of_the_program_can_always_be_put_back(
    qtbot: QtBot, update: Update, here: Computer, bundles: tuple[Path, Path]
) -> None:
    install(here, bundles[0])
    dialog = dialog_of(qtbot, update, here)
    dialog.table.selectRow(1)
    dialog.put_back.click()
    question().yes.click()
    until(lambda: update.state.phase is Phase.ENDED)
    assert here.store.current(here.program.shipped).receipt is None
    until(lambda: len(rows(dialog)) == 2)
    assert [row[-1] for row in rows(dialog)] == ["In use", "Can be put back"]


def test_an_account_that_may_not_is_told_so(
    qtbot: QtBot, update: Update, here: Computer, bundles: tuple[Path, Path]
) -> None:
    install(here, *bundles)
    dialog = dialog_of(qtbot, update, here, writable=False)
    dialog.table.selectRow(1)
    assert not dialog.put_back.isEnabled()
    assert "ask the person who keeps this computer" in dialog.said.text()


def test_a_refusal_is_said_with_its_code(
    qtbot: QtBot, update: Update, here: Computer, bundles: tuple[Path, Path]
) -> None:
    install(here, *bundles)
    dialog = dialog_of(qtbot, update, here)
    dialog.table.selectRow(1)
    dialog.put_back.click()
    (kept,) = [name for name in here.everything() if "00000006" in name and name.endswith("directory.sqlite")]
    (here.store.folder / kept).write_bytes(b"damaged since")
    question().yes.click()
    until(lambda: "E-HISTORY" in dialog.said.text())
    assert here.store.current(here.program.shipped).receipt.serial == 7
