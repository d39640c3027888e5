"""Installs what was prepared and confirmed, and goes back by itself when the new directory does not open."""

import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path

from peer_desktop.bundle import audit
from peer_desktop.bundle.audit import Deed
from peer_desktop.bundle.committing import INSTALL, UNDONE, activate, activation_of, prune, seal
from peer_desktop.bundle.disk import problems_of
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.preview import Confirmation, Preview
from peer_desktop.bundle.problems import NotConfirmed, PutBackAfterFailure
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.staging import GENERATION, INDEX, Prepared, sweep
from peer_desktop.bundle.steps import UNWATCHED, Step, Watch
from peer_desktop.bundle.store import Current, Receipt, Store
from peer_desktop.bundle.trying import NotWorkingError, try_directory
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.opening import DirectoryProblem


def install(
    prepared: Prepared,
    confirmation: Confirmation,
    store: Store,
    program: Program,
    watch: Watch = UNWATCHED,
) -> Outcome:
    """Make it current. Whoever calls holds the lock of the store since `prepare`.

    Raises NotConfirmed (then it still waits in staging), PutBackAfterFailure, or an EnvironmentProblem after
    which nothing was changed.
    """
    if not confirmation.is_enough(prepared.preview):
        raise NotConfirmed(missing=_missing(prepared.preview, confirmation))
    watch.at(Step.INSTALLING)
    before = store.current(program.shipped)
    receipt, work = prepared.receipt, store.staging / prepared.work
    try:
        with problems_of(store.folder):
            seal(work / GENERATION, receipt, store, program.disk)
            activate(activation_of(receipt, INSTALL, store, program, prepared.preview), store, program.disk)
    except BaseException:
        give_up(store, program)
        raise
    _keep_index(work / INDEX, program.derived_folder)
    try:
        _try_what_is_current(receipt, store, program)
    except (DirectoryProblem, NotWorkingError, sqlite3.Error) as error:
        activate(activation_of(before.receipt, UNDONE, store, program), store, program.disk)
        _note(UNDONE, "E-OPEN", receipt, store, program)
        raise PutBackAfterFailure(publisher=receipt.publisher.name) from error
    _note(INSTALL, "INSTALLED", receipt, store, program)
    prune(store, program)
    sweep(store, program)
    return _outcome(prepared)


def give_up(store: Store, program: Program) -> None:
    """Leave nothing of an import that is not wanted, or that failed."""
    with suppress(OSError):
        sweep(store, program)
        prune(store, program)


def _try_what_is_current(receipt: Receipt, store: Store, program: Program) -> None:
    current: Current = store.current(program.shipped)
    if current.receipt is None or current.receipt.generation != receipt.generation:
        raise NotWorkingError("it is not the current one")
    try_directory(current.path, receipt.listings, program.now().date(), program.derived_folder)


def _keep_index(made: Path, derived: Path | None) -> None:
    """Save the next start from making the index again; nothing depends on it."""
    if derived is None:
        return
    with suppress(OSError):
        derived.mkdir(parents=True, exist_ok=True)
        for older in derived.glob("*.index"):
            with suppress(OSError):  # a window still reads it
                older.unlink()
        for file in made.iterdir():
            shutil.copyfile(file, derived / file.name)


def _note(action: str, code: str, receipt: Receipt, store: Store, program: Program) -> None:
    deed = Deed(action, code, receipt.channel, receipt.serial, receipt.manifest_sha256, receipt.fingerprint)
    # what was done is done, and the activation says it too
    with suppress(OSError):
        audit.note(store.audit_file, deed, program.now(), program.disk)


def _missing(preview: Preview, confirmation: Confirmation) -> Bilingual:
    said = []
    if preview.removal_to_confirm and not confirmation.removal:
        count, share = len(preview.difference.removed), preview.difference.removed_share
        said.append(
            (
                f"{count} listings go ({share:.0%}), which is more than a fifth",
                f"{count} fiches disparaissent ({share * 100:.0f} %), soit plus du cinquième",
            )
        )
    if numbers := confirmation.numbers_missing(preview):
        shown = ", ".join(numbers)
        said.append(
            (f"crisis numbers to type: {shown}", f"numéros de crise à taper : {shown}"),
        )
    return Bilingual("; ".join(one for one, _ in said), "; ".join(other for _, other in said))


def _outcome(prepared: Prepared) -> Outcome:
    receipt, changes = prepared.receipt, prepared.preview.difference
    added, removed, changed = len(changes.added), len(changes.removed), len(changes.changed)
    return Outcome(
        "installed",
        "INSTALLED",
        Bilingual(
            f"The new directory is installed (serial {receipt.serial}): {added} added, {removed} removed, "
            f"{changed} changed. The one before can be put back from Data history.",
            f"Le nouveau répertoire est installé (numéro de série {receipt.serial}) : {added} ajoutées, "
            f"{removed} retirées, {changed} modifiées. Le précédent peut être remis depuis l'historique des "
            "données.",
        ),
        facts={
            "channel": receipt.channel,
            "serial": receipt.serial,
            "generation": receipt.generation,
            "listings": receipt.listings,
            "added": added,
            "removed": removed,
            "changed": changed,
        },
    )
