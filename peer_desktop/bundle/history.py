"""Tells what was installed and when, and puts an earlier directory back."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from peer_desktop.bundle import audit
from peer_desktop.bundle.audit import Deed
from peer_desktop.bundle.committing import PUT_BACK, activate, activation_of, prune
from peer_desktop.bundle.disk import problems_of
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.problems import NothingToPutBack
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.store import DIRECTORY_FILE, SHIPPED, Activation, Current, Receipt, Store
from peer_desktop.bundle.trying import NotWorkingError, try_directory
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.opening import DirectoryProblem, open_read_only


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of Data history."""

    activation: Activation
    receipt: Receipt | None
    """None when the generation is no longer kept, and for the directory that came with the program."""
    is_current: bool
    can_be_put_back: bool


def history(store: Store, program: Program) -> tuple[HistoryEntry, ...]:
    """Every change of what is current, the newest first; a generation is put back from its newest line."""
    current = store.current(program.shipped)
    offered: set[str] = {_name(current)}
    entries = []
    for activation in store.all_activations():
        receipt = None if activation.generation == SHIPPED else store.receipt_of(activation.generation)
        there = receipt is not None or activation.generation == SHIPPED
        entries.append(
            HistoryEntry(
                activation,
                receipt,
                is_current=current.activation == activation,
                can_be_put_back=there and activation.generation not in offered,
            )
        )
        offered.add(activation.generation)
    return tuple(entries)


def put_back(store: Store, program: Program, generation: str | None = None) -> Outcome:
    """Make an earlier directory current again: the one before, or the one named; SHIPPED is always there.

    The serial floor stays where it is. Whoever calls holds the lock of the store. Raises NothingToPutBack.
    """
    now = store.current(program.shipped)
    target = generation or _one_before(now, store)
    receipt = None if target == SHIPPED else store.whole_receipt_of(target)
    if target == _name(now) or (receipt is None and target != SHIPPED):
        raise NothingToPutBack
    path = store.generations / target / DIRECTORY_FILE if receipt else program.shipped
    try:
        listings = receipt.listings if receipt else _listings_in(path)
        try_directory(path, listings, program.now().date(), program.derived_folder)
    except (DirectoryProblem, NotWorkingError, sqlite3.Error) as error:
        raise NothingToPutBack from error
    with problems_of(store.folder):
        activate(activation_of(receipt, PUT_BACK, store, program), store, program.disk)
    deed = Deed(PUT_BACK, "PUT-BACK", receipt.channel if receipt else "", receipt.serial if receipt else 0)
    with suppress(OSError):
        audit.note(store.audit_file, deed, program.now(), program.disk)
    prune(store, program)
    return _outcome(target, receipt, listings)


def _name(current: Current) -> str:
    return current.receipt.generation if current.receipt else SHIPPED


def _one_before(now: Current, store: Store) -> str:
    """The newest other generation that is whole; else the directory that came with the program."""
    older = False
    for activation in store.all_activations():
        older = older or activation == now.activation
        named = activation.generation
        if older and named != _name(now) and (named == SHIPPED or store.whole_receipt_of(named)):
            return named
    return SHIPPED


def _listings_in(path: Path) -> int:
    with closing(open_read_only(path)) as connection:
        count: int = connection.execute("SELECT count(*) FROM listing").fetchone()[0]
        return count


def _outcome(target: str, receipt: Receipt | None, listings: int) -> Outcome:
    if receipt:
        which = Bilingual(
            f"the directory with the serial {receipt.serial}",
            f"le répertoire portant le numéro de série {receipt.serial}",
        )
    else:
        which = Bilingual("the directory that came with the program", "le répertoire venu avec le programme")
    return Outcome(
        "put-back",
        "PUT-BACK",
        Bilingual(
            f"Put back: {which.en}. A bundle older than the newest one ever installed is still refused.",
            f"Remis : {which.fr}. Un paquet plus ancien que le plus récent jamais installé reste refusé.",
        ),
        facts={"generation": target, "serial": receipt.serial if receipt else 0, "listings": listings},
    )
