"""A key is trusted only when its fingerprint was typed from paper, and never again once it was revoked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from peer_desktop.bundle.install_kind import Installation, InstallKind
from peer_desktop.bundle.trust import Trust
from peer_desktop.directory.language import Language
from peer_desktop.models.trusted_keys import TrustedKeys
from peer_desktop.ui.add_key_dialog import AddKeyDialog
from peer_desktop.ui.careful_dialog import Question
from peer_desktop.ui.fingerprint_field import FingerprintField
from peer_desktop.ui.keys_dialog import KeysDialog
from tests.bundle.forge import KEY, OTHER_KEY
from tests.updates import Computer, computer, until

PRINT = OTHER_KEY.public.fingerprint
FIRST, LAST = PRINT[:19], PRINT[20:]


@pytest.fixture
def here(tmp_path: Path, small_directory: Path) -> Computer:
    return computer(tmp_path, small_directory)


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    file = tmp_path / "hall & <b>.pub"
    file.write_text(OTHER_KEY.public.text)
    return file


@pytest.fixture
def dialog(qtbot: QtBot, here: Computer) -> Iterator[KeysDialog]:
    keys = TrustedKeys(here.store, lambda: here.program)
    dialog = KeysDialog(keys, Installation(InstallKind.USER, here.store, True), Language.ENGLISH)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    until(lambda: dialog.table.model().rowCount())
    yield dialog
    keys.shut_down()


def rows(dialog: KeysDialog) -> list[tuple[str, ...]]:
    model = dialog.table.model()
    return [tuple(model.index(row, at).data() for at in range(4)) for row in range(model.rowCount())]


def shown(kind: type) -> AddKeyDialog | Question:
    (one,) = (
        widget for widget in QApplication.topLevelWidgets() if type(widget) is kind and widget.isVisible()
    )
    return one


def typed_in(qtbot: QtBot, dialog: KeysDialog, key_file: Path, first: str, last: str) -> AddKeyDialog:
    dialog.add.click()
    adding = shown(AddKeyDialog)
    assert isinstance(adding, AddKeyDialog)
    adding.use_file(key_file)
    qtbot.keyClicks(adding.first, first)
    qtbot.keyClicks(adding.last, last)
    return adding


def test_the_keys_of_the_program_are_listed(dialog: KeysDialog) -> None:
    assert rows(dialog) == [("test", "the program", KEY.public.fingerprint, "trusted")]


def test_a_key_is_added_by_typing_its_fingerprint(
    qtbot: QtBot, dialog: KeysDialog, key_file: Path, here: Computer
) -> None:
    adding = typed_in(qtbot, dialog, key_file, FIRST.lower().replace("-", " "), LAST)
    assert adding.first.text() == FIRST
    adding.add.click()
    until(lambda: len(rows(dialog)) == 2)
    assert rows(dialog)[1] == ("hall & <b>", "added here", PRINT, "trusted")
    assert "hall & <b>" in dialog.said.text()
    assert "trust" in here.store.audit_file.read_text()


def test_the_screen_never_shows_what_is_to_be_typed(qtbot: QtBot, dialog: KeysDialog, key_file: Path) -> None:
    adding = typed_in(qtbot, dialog, key_file, "", "")
    words = "\n".join(label.text() for label in adding.findChildren(QLabel))
    assert not any(group in words for group in PRINT.split("-"))


def test_a_wrong_fingerprint_trusts_nobody_and_says_so(
    qtbot: QtBot, dialog: KeysDialog, key_file: Path, here: Computer
) -> None:
    typed_in(qtbot, dialog, key_file, FIRST, LAST[:-1] + ("0" if LAST[-1] != "0" else "1")).add.click()
    until(lambda: "E-FINGERPRINT" in dialog.said.text())
    assert len(rows(dialog)) == 1
    assert not here.store.trust_file.exists()


def test_enter_trusts_nobody(qtbot: QtBot, dialog: KeysDialog, key_file: Path, here: Computer) -> None:
    adding = typed_in(qtbot, dialog, key_file, FIRST, LAST)
    for widget in (adding.first, adding.last, adding.add):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Return)
        assert adding.isVisible()
    assert not here.store.trust_file.exists()


def test_what_is_not_complete_cannot_be_sent(qtbot: QtBot, dialog: KeysDialog, key_file: Path) -> None:
    adding = typed_in(qtbot, dialog, key_file, FIRST, LAST[:-1])
    assert not adding.add.isEnabled()
    qtbot.keyClicks(adding.last, LAST[-1])
    assert adding.add.isEnabled()
    adding.name.clear()
    assert not adding.add.isEnabled()


def test_a_revoked_key_stays_in_the_list_and_stays_revoked(
    qtbot: QtBot, dialog: KeysDialog, here: Computer
) -> None:
    dialog.revoke.click()
    asked = shown(Question)
    assert isinstance(asked, Question)
    words = "\n".join(label.text() for label in asked.findChildren(QLabel))
    assert KEY.public.fingerprint in words
    assert "It is the last one" in words
    assert asked.no.isDefault()
    asked.yes.click()
    until(lambda: rows(dialog)[0][3] == "revoked")
    assert not dialog.revoke.isEnabled()
    assert Trust.read(here.store.trust_file, here.program.built_in).keys[0].revoked


def test_a_damaged_list_of_keys_is_said_with_its_code(qtbot: QtBot, here: Computer) -> None:
    here.store.folder.mkdir(parents=True)
    here.store.trust_file.write_text("{")
    keys = TrustedKeys(here.store, lambda: here.program)
    dialog = KeysDialog(keys, Installation(InstallKind.USER, here.store, True), Language.FRENCH)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    until(lambda: "E-TRUST" in dialog.said.text())
    assert "illisible" in dialog.said.text()
    keys.shut_down()


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("abcd", "ABCD"),
        ("abcde", "ABCD-E"),
        ("ab cd-ef gh", "ABCD-EFGH"),
        ("1234567890abcdefgh", "1234-5678-90AB-CDEF"),
        ("<b>&", "B"),
    ],
)
def test_groups_are_written_as_they_are_typed(qtbot: QtBot, typed: str, text: str) -> None:
    field = FingerprintField("name")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, typed)
    assert field.text() == text


def test_a_slip_in_the_middle_is_corrected_where_it_is(qtbot: QtBot) -> None:
    field = FingerprintField("name")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "ABXDEFGH")
    field.setCursorPosition(3)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "c")
    assert field.text() == "ABCD-EFGH"
    assert field.cursorPosition() == 3
