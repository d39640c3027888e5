"""The pages of an update: choosing, progress in words, the outcome with its code; drops and sticks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peer_desktop.bundle.install_kind import Installation, InstallKind
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.problems import BundleProblem, DiskFull, StickGone
from peer_desktop.bundle.refusals import Older, SignatureBad
from peer_desktop.bundle.steps import Progress, Step
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.models.opened import Opened, open_file
from peer_desktop.models.update import Phase, Update, UpdateState
from peer_desktop.ui.bundle_drops import BundleDrops
from peer_desktop.ui.removable_drives import BundleOnDrive, RemovableDrives
from peer_desktop.ui.update_choosing import BundleList, UpdateChoosing
from peer_desktop.ui.update_dialog import UpdateDialog
from peer_desktop.ui.update_outcome import UpdateOutcome
from peer_desktop.ui.update_progress import UpdateProgress
from tests.tables import TODAY
from tests.updates import Computer, cell, computer, until

HOSTILE = "<img src='x'> & ${x} {0}.peerbundle"


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory, small_directory: Path) -> Computer:
    return computer(tmp_path_factory.mktemp("publisher"), small_directory)


@pytest.fixture(scope="module")
def good(publisher: Computer) -> Path:
    """A listing has another name."""
    return publisher.bundle("good", cell("listings.csv", 2, "name_en", "New"))


@pytest.fixture(scope="module")
def crisis(publisher: Computer) -> Path:
    """A crisis line has another number."""
    return publisher.bundle("crisis", cell("phones.csv", 12, "number", "613-555-0199"))


@pytest.fixture
def here(tmp_path: Path, small_directory: Path) -> Computer:
    return computer(tmp_path, small_directory)


@pytest.fixture
def opened(small_directory: Path) -> Iterator[Opened]:
    opened = open_file(small_directory, TODAY, None)
    yield opened
    assert isinstance(opened.directory, Directory)
    opened.directory.close()


@pytest.fixture
def update(qapp: object, here: Computer) -> Iterator[Update]:
    update = here.update()
    yield update
    update.shut_down()


@pytest.fixture
def dialog(qtbot: QtBot, here: Computer, update: Update, opened: Opened) -> Iterator[UpdateDialog]:
    drives = RemovableDrives(look=tuple)
    dialog = UpdateDialog(update, chosen(here), opened, drives, Language.ENGLISH)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    yield dialog
    drives.shut_down()


def chosen(here: Computer, kind: InstallKind = InstallKind.USER, *, writable: bool = True) -> Installation:
    return Installation(kind, here.store, writable)


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


# -- choosing ------------------------------------------------------------------------------------------------


def test_it_says_what_is_in_use_and_waits_for_a_stick(dialog: UpdateDialog) -> None:
    words = words_on(dialog.choosing)
    assert "10 listings" in words
    assert "No stick with a bundle is plugged in" in words
    assert not dialog.choosing.view.isVisible()
    assert dialog.choosing.other.isVisible()


def test_a_bundle_on_a_stick_appears_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    found: list[tuple[BundleOnDrive, ...]] = []
    plugged = BundleOnDrive(tmp_path / "a.peerbundle", "STICK", 1, datetime.now(UTC))
    answers = iter([(), (plugged,)])
    drives = RemovableDrives(look=lambda: next(answers, (plugged,)))
    drives._timer.setInterval(10)
    drives.found.connect(found.append)
    drives.watch(True)
    until(lambda: len(found) == 2)
    assert found == [(), (plugged,)]
    drives.shut_down()


def test_the_bundle_that_was_chosen_stays_chosen_when_another_appears(
    qtbot: QtBot, here: Computer, tmp_path: Path
) -> None:
    page = UpdateChoosing(chosen(here), "", Language.ENGLISH)
    qtbot.addWidget(page)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page.model)
    old, new = (
        BundleOnDrive(tmp_path / name, "STICK", 20 << 20, datetime.now(UTC)) for name in (HOSTILE, "b")
    )
    page.show_bundles((old,))
    page.show_bundles((new, old))
    with qtbot.waitSignal(page.file_chosen) as told:
        page.use.click()
    assert told.args == [old.path]
    assert page.model.index(1, 0).data() == HOSTILE
    assert "20.0 MB" in page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    page.show_bundles(())
    assert not page.use.isVisibleTo(page)
    assert isinstance(page.model, BundleList)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (InstallKind.MACHINE, "only an administrator"),
        (InstallKind.PORTABLE, "runs from a stick"),
        (InstallKind.USER, "may not write to"),
    ],
)
def test_who_may_update_is_explained_where_this_account_may_not(
    kind: InstallKind, said: str, qtbot: QtBot, here: Computer, update: Update, opened: Opened, tmp_path: Path
) -> None:
    drives = RemovableDrives(look=tuple)
    dialog = UpdateDialog(update, chosen(here, kind, writable=False), opened, drives, Language.ENGLISH)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert said in words_on(dialog)
    assert "go on reading" in words_on(dialog)
    dialog.begin(tmp_path / "a.peerbundle")
    assert update.state.phase is Phase.CHOOSING
    buttons = [button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()]
    assert buttons == ["Close"]


# -- progress ------------------------------------------------------------------------------------------------


def test_the_screen_says_when_the_stick_may_be_pulled_out(qtbot: QtBot, tmp_path: Path) -> None:
    page = UpdateProgress()
    qtbot.addWidget(page)
    for step in Step:
        if step is Step.INSTALLING:
            continue
        page.show_state(UpdateState(Phase.PREPARING, tmp_path / HOSTILE, Progress(step, 1, 2)))
        may_go = page.stick.text() == "From here on the stick may be pulled out."
        assert may_go == (step not in (Step.ROOM, Step.COPYING))
        assert may_go or "Leave the stick in" in page.stick.text()
        assert page.bar.value() * 2 == page.bar.maximum()
    assert HOSTILE in words_on(page)
    assert page.cancel.isEnabled()


def test_what_cannot_be_stopped_offers_no_cancel(qtbot: QtBot) -> None:
    page = UpdateProgress()
    qtbot.addWidget(page)
    page.show_state(UpdateState(Phase.PREPARING, is_stopping=True))
    assert not page.cancel.isEnabled()
    page.show_state(UpdateState(Phase.CHANGING))
    assert not page.cancel.isEnabled()
    assert "cannot be stopped" in words_on(page)


# -- the outcome ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "problem",
    [
        SignatureBad(reason=Bilingual("its comment is not plain text", "son commentaire est étrange")),
        Older(serial=3, floor=5),
        DiskFull(needed=100, free=3),
        StickGone(file=HOSTILE),
    ],
    ids=lambda one: one.code,
)
def test_every_refusal_is_said_in_the_language_of_the_window_with_its_code(
    problem: BundleProblem, language: Language, qtbot: QtBot
) -> None:
    page = UpdateOutcome(language)
    qtbot.addWidget(page)
    page.show_outcome(Outcome.of(problem))
    assert page.sentence.text() == problem.said_in(language)
    assert problem.code in page.code.text()
    assert page.other.isVisibleTo(page)
    assert not page.history.isVisibleTo(page)


def test_an_unknown_key_leads_to_the_keys(
    dialog: UpdateDialog, update: Update, here: Computer, qtbot: QtBot, good: Path
) -> None:
    file = good
    stranger = replace(here.program, built_in={})
    update._work._make_program = lambda: stranger
    dialog.begin(file)
    until(lambda: update.state.phase is Phase.ENDED)
    assert "E-SIG-UNKNOWN-KEY" in dialog.outcome.code.text()
    with qtbot.waitSignal(dialog.keys_wanted):
        dialog.outcome.keys.click()


# -- the whole dialog ----------------------------------------------------------------------------------------


def test_enter_never_installs_and_cancels_instead(
    dialog: UpdateDialog, update: Update, here: Computer, qtbot: QtBot, good: Path
) -> None:
    dialog.begin(good)
    until(lambda: update.state.phase is Phase.DECIDING)
    preview = dialog.preview
    assert preview is not None
    assert preview.cancel.isDefault()
    preview.install.setFocus()
    qtbot.keyClick(preview.install, Qt.Key.Key_Return)
    assert update.state.phase is Phase.DECIDING
    preview.overview.title.setFocus()
    qtbot.keyClick(preview.overview.title, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert update.state.phase is Phase.CHOOSING
    update.shut_down()
    assert here.left_in_staging() == []
    assert here.store.current(here.program.shipped).receipt is None


def test_the_space_bar_installs(
    dialog: UpdateDialog, update: Update, here: Computer, qtbot: QtBot, good: Path
) -> None:
    dialog.begin(good)
    until(lambda: update.state.phase is Phase.DECIDING)
    assert dialog.preview is not None
    dialog.preview.install.setFocus()
    qtbot.keyClick(dialog.preview.install, Qt.Key.Key_Space)
    until(lambda: update.state.phase is Phase.ENDED)
    assert "serial 6" in dialog.outcome.sentence.text()
    assert not dialog.outcome.code.isVisible()
    with qtbot.waitSignal(dialog.history_wanted):
        dialog.outcome.history.click()


def test_the_window_is_not_closed_while_the_directory_changes(dialog: UpdateDialog, update: Update) -> None:
    update._show(UpdateState(Phase.CHANGING))
    dialog.close()
    assert dialog.isVisible()
    update._show(UpdateState(Phase.ENDED, outcome=Outcome("installed", "INSTALLED", Bilingual("a", "b"))))
    dialog.close()
    assert not dialog.isVisible()


def test_closing_while_a_bundle_is_checked_leaves_nothing(
    dialog: UpdateDialog, update: Update, here: Computer, good: Path
) -> None:
    dialog.begin(good)
    until(lambda: update.state.progress is not None)
    dialog.close()
    assert not dialog.isVisible()
    update.shut_down()
    assert here.left_in_staging() == []


def test_everything_that_takes_the_focus_has_a_name(
    dialog: UpdateDialog, update: Update, here: Computer, crisis: Path
) -> None:
    def nameless() -> list[str]:
        found = []
        for widget in dialog.findChildren(QWidget):
            reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
            text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
            if reached and not (widget.accessibleName() or text):
                found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
        return found

    assert nameless() == []
    dialog.begin(crisis)
    until(lambda: update.state.phase is Phase.DECIDING)
    assert dialog.preview is not None
    for tab in range(dialog.preview.tabs.count()):
        dialog.preview.tabs.setCurrentIndex(tab)
        assert nameless() == []


# -- dropping ------------------------------------------------------------------------------------------------


def drop(window: QWidget, *files: Path) -> bool:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    handle = window.windowHandle()
    where, actions = QPointF(20, 20), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), actions, dragged, buttons, keys)
    QApplication.sendEvent(handle, enter)
    QApplication.sendEvent(handle, QDropEvent(where, actions, dragged, buttons, keys, QEvent.Type.Drop))
    return enter.isAccepted()


def test_a_bundle_dropped_on_a_line_of_words_is_a_bundle(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    line = QLineEdit()
    QVBoxLayout(window).addWidget(line)
    drops = BundleDrops(window)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(drops.bundle_dropped) as told:
        assert drop(window, tmp_path / "a b#?é.PeerBundle")
    assert told.args == [tmp_path / "a b#?é.PeerBundle"]
    assert line.text() == ""
    with qtbot.assertNotEmitted(drops.bundle_dropped):
        drop(window, tmp_path / "a.pdf")
        drop(window, tmp_path / "a.peerbundle", tmp_path / "b.peerbundle")


def test_a_bundle_can_be_dropped_on_the_dialog(
    dialog: UpdateDialog, update: Update, here: Computer, good: Path
) -> None:
    drop(dialog, good)
    until(lambda: update.state.phase is Phase.DECIDING)
    update.install(Confirmation())
    until(lambda: update.state.phase is Phase.ENDED)
