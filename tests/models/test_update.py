"""An update beside the window: one state after the other, and nothing is left of what was not wanted."""

import hashlib
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peer_desktop.bundle.lock import only_one
from peer_desktop.bundle.preparing_process import prepare_beside
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.staging import Prepared, prepare
from peer_desktop.bundle.steps import Step, Watch
from peer_desktop.bundle.store import RECEIPT_FILE, SHIPPED, Store, written
from peer_desktop.directory.language import Language
from peer_desktop.models.opened import open_current
from peer_desktop.models.update import Phase, Update, UpdateState
from tests.tables import TODAY
from tests.updates import Computer, cell, computer, until

RENAMED = cell("listings.csv", 2, "name_en", "Anna's Circle")


@pytest.fixture(scope="module")
def bundle(small_directory: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return computer(tmp_path_factory.mktemp("publisher"), small_directory).bundle("renamed", RENAMED)


@pytest.fixture
def here(tmp_path: Path, small_directory: Path) -> Computer:
    return computer(tmp_path, small_directory)


@pytest.fixture
def update(qapp: object, here: Computer) -> Iterator[Update]:
    update = here.update()
    yield update
    update.shut_down()


def states_of(update: Update) -> list[UpdateState]:
    seen: list[UpdateState] = []
    update.state_changed.connect(seen.append)
    return seen


def ready(update: Update, file: Path) -> None:
    update.begin(file)
    until(lambda: update.state.phase in (Phase.DECIDING, Phase.ENDED))
    assert update.state.phase is Phase.DECIDING, update.state.outcome


class Waiting:
    """A preparing that waits at a step until it is let go, or stopped."""

    def __init__(self) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()

    def __call__(self, file: Path, store: Store, program: Program, watch: Watch) -> Prepared:
        def stops() -> bool:
            return watch.wants_to_stop()

        def tell(progress: object) -> None:
            watch.tell(progress)  # type: ignore[arg-type]
            if not self.reached.is_set():
                self.reached.set()
                while not self.go_on.wait(0.01) and not stops():
                    pass

        return prepare(file, store, program, Watch(tell, stops))


def test_a_bundle_is_prepared_shown_installed_and_opened(update: Update, bundle: Path, qtbot: QtBot) -> None:
    seen = states_of(update)
    ready(update, bundle)
    steps = [state.progress.step for state in seen if state.progress]
    assert steps == sorted(steps, key=list(Step).index)
    assert {Step.COPYING, Step.READING, Step.BUILDING, Step.COMPARING} <= set(steps)
    preview = update.state.preview
    assert preview is not None
    assert [change.id for change in preview.difference.changed] == ["moncton-grief-group"]
    with qtbot.waitSignal(update.directory_opened, timeout=20_000) as told:
        update.install(Confirmation())
    (opened,) = told.args
    assert opened.directory.rows([opened.directory.number_of("moncton-grief-group")])[0].name.en == (
        "Anna's Circle"
    )
    assert opened.current.receipt.serial == 6
    until(lambda: update.state.phase is Phase.ENDED)
    assert update.state.outcome is not None
    assert update.state.outcome.code == "INSTALLED"
    assert [state.phase for state in seen if state.phase is not Phase.PREPARING] == [
        Phase.DECIDING, Phase.CHANGING, Phase.ENDED,
    ]  # fmt: skip


def test_the_lock_is_held_while_somebody_decides_and_free_afterwards(
    update: Update, here: Computer, bundle: Path
) -> None:
    ready(update, bundle)
    other = here.update()
    other.begin(bundle)
    until(lambda: other.state.phase is Phase.ENDED)
    assert other.state.outcome is not None
    assert other.state.outcome.code == "E-LOCKED"
    other.shut_down()
    update.stop()
    until(lambda: is_free(here.store))
    assert update.state.outcome is not None
    assert update.state.outcome.code == "CANCELLED"


def is_free(store: Store) -> bool:
    try:
        with only_one(store.lock_file):
            return True
    except Exception:  # noqa: BLE001 - held
        return False


@pytest.mark.parametrize("how", ["cancelled at the preview", "closed at the preview", "cancelled on the way"])
def test_cancel_leaves_nothing(how: str, here: Computer, bundle: Path, qapp: object) -> None:
    waiting = Waiting()
    update = here.update(waiting)
    if how == "cancelled on the way":
        update.begin(bundle)
        until(waiting.reached.is_set)
        update.stop()
        assert update.state.is_stopping
        until(lambda: update.state.phase is Phase.ENDED)
        assert update.state.outcome is not None
        assert update.state.outcome.code == "CANCELLED"
    else:
        waiting.go_on.set()
        ready(update, bundle)
        if how == "cancelled at the preview":
            update.stop()
    update.shut_down()
    assert here.left_in_staging() == []
    assert [name for name in here.everything() if not name.startswith("staging")] == []


def test_a_preparing_process_is_ended_by_cancel(here: Computer, bundle: Path, qapp: object) -> None:
    update = here.update(prepare_beside)
    update.begin(bundle)
    until(lambda: update.state.progress is not None)
    update.stop()
    until(lambda: update.state.phase is Phase.ENDED)
    assert update.state.outcome is not None
    assert update.state.outcome.code == "CANCELLED"
    update.shut_down()
    assert here.left_in_staging() == []


def test_a_refusal_is_an_outcome_in_both_languages(update: Update, here: Computer, tmp_path: Path) -> None:
    file = tmp_path / "no.peerbundle"
    file.write_bytes(b"%PDF-1.7 a sheet of paper")
    update.begin(file)
    until(lambda: update.state.phase is Phase.ENDED)
    outcome = update.state.outcome
    assert outcome is not None
    assert (outcome.code, outcome.exit_code) == ("E-CONTAINER", 2)
    assert "Nothing was changed" in outcome.message.said_in(Language.ENGLISH)
    assert "Rien n'a été modifié" in outcome.message.said_in(Language.FRENCH)
    assert here.left_in_staging() == []


def test_another_bundle_takes_the_place_of_one_that_is_shown(
    update: Update, here: Computer, bundle: Path
) -> None:
    ready(update, bundle)
    update.begin(here.bundle("other", cell("listings.csv", 2, "name_en", "Another name"), serial=7))
    until(lambda: update.state.phase in (Phase.DECIDING, Phase.ENDED))
    assert update.state.preview is not None
    assert update.state.preview.serial == 7
    assert len(here.left_in_staging()) == 1


def test_what_is_not_confirmed_is_not_installed(update: Update, here: Computer) -> None:
    update.begin(here.bundle("hours", cell("phones.csv", 12, "number", "613-555-0199")))
    until(lambda: update.state.phase is Phase.DECIDING)
    update.install(Confirmation())
    until(lambda: update.state.phase is Phase.ENDED)
    assert update.state.outcome is not None
    assert update.state.outcome.code == "NEEDS-CONFIRMATION"
    assert here.store.current(here.program.shipped).receipt is None


def test_what_is_current_is_put_back_and_told(update: Update, bundle: Path, qtbot: QtBot) -> None:
    ready(update, bundle)
    with qtbot.waitSignal(update.directory_opened, timeout=20_000):
        update.install(Confirmation())
    until(lambda: update.state.phase is Phase.ENDED)
    with qtbot.waitSignal(update.directory_opened, timeout=20_000) as told:
        update.put_back(SHIPPED)
    assert told.args[0].current.receipt is None
    with qtbot.waitSignal(update.history_read, timeout=20_000) as read:
        update.read_history()
    assert [entry.activation.action for entry in read.args[0]] == ["put-back", "install"]


def test_a_preview_is_kept_as_text(update: Update, bundle: Path, tmp_path: Path, qtbot: QtBot) -> None:
    ready(update, bundle)
    with qtbot.waitSignal(update.preview_saved, timeout=20_000):
        update.save_preview(tmp_path / "kept.txt", Language.FRENCH)
    text = (tmp_path / "kept.txt").read_text(encoding="utf-8")
    assert "Anna's Grief Group → Anna's Circle" in text
    assert "Empreinte" in text
    with qtbot.waitSignal(update.failed, timeout=20_000) as told:
        update.save_preview(tmp_path / "no such folder" / "kept.txt", Language.FRENCH)
    assert told.args[0].code == "E-WRITE"


def test_a_change_by_another_program_is_noticed(
    update: Update, here: Computer, bundle: Path, qtbot: QtBot
) -> None:
    shown = here.store.current(here.program.shipped).path
    terminal = here.update()
    ready(terminal, bundle)
    terminal.install(Confirmation())
    until(lambda: terminal.state.phase is Phase.ENDED)
    terminal.shut_down()
    with qtbot.waitSignal(update.directory_opened, timeout=20_000) as told:
        update.look_again(shown)
    assert told.args[0].current.receipt.serial == 6
    with qtbot.assertNotEmitted(update.directory_opened, wait=300):
        update.look_again(told.args[0].current.path)


def test_an_installed_directory_that_cannot_be_read_gives_way_to_the_one_of_the_program(
    update: Update, here: Computer, bundle: Path
) -> None:
    ready(update, bundle)
    update.install(Confirmation())
    until(lambda: update.state.phase is Phase.ENDED)
    current = here.store.current(here.program.shipped)
    assert current.receipt is not None
    # sealed as it is, but of a program that is newer than this one
    with closing(sqlite3.connect(current.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    content = current.path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    receipt = replace(current.receipt, directory_sha256=digest, directory_size=len(content))
    (current.path.parent / RECEIPT_FILE).write_bytes(written(receipt))
    assert here.store.current(here.program.shipped).path == current.path
    opened = open_current(here.store, here.program.shipped, TODAY, None)
    assert opened.directory is not None
    assert opened.current.path == here.program.shipped
    assert opened.problem is not None
    assert opened.problem.code == "E-DIRECTORY-NEWER"


def test_without_any_directory_the_problem_is_told(here: Computer, tmp_path: Path) -> None:
    opened = open_current(here.store, tmp_path / "missing.sqlite", TODAY, None)
    assert opened.directory is None
    assert opened.problem is not None
    assert opened.problem.code == "E-DIRECTORY-MISSING"
