"""The commands that change which directory is current, and tell what was."""

from dataclasses import replace
from pathlib import Path

import click

from peer_desktop.bundle.audit import broken_lines
from peer_desktop.bundle.history import HistoryEntry
from peer_desktop.bundle.history import history as entries_of
from peer_desktop.bundle.history import put_back as put_back_generation
from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.lock import only_one
from peer_desktop.bundle.manifest import instant_written
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.preview import Confirmation, Preview
from peer_desktop.bundle.preview_text import preview_text
from peer_desktop.bundle.problems import Cancelled, NotConfirmed, NotWritten
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.store import SHIPPED
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.terminal import bundle_wording as wording
from peer_desktop.terminal.bundle_answers import (
    FILE,
    Answer,
    answering,
    asked_installation,
    outcome_of,
    somebody_is_there,
    with_home,
)
from peer_desktop.terminal.two_languages import Command


@click.command("install", cls=Command)
@click.argument("file", type=FILE)
@click.option("--yes", is_flag=True)
@click.option("--confirm-number", "numbers", multiple=True, metavar="NUMBER")
@click.option("--confirm-removed", "removed", is_flag=True)
@click.option("--preview", "only_preview", is_flag=True)
@click.option("--save-preview", type=FILE, metavar="FILE")
@click.option("--for-everybody", is_flag=True)
@with_home
@answering
def install(
    answer: Answer,
    file: Path,
    yes: bool,
    numbers: tuple[str, ...],
    removed: bool,
    only_preview: bool,
    save_preview: Path | None,
    for_everybody: bool,
    home: Path | None,
) -> None:
    """Install a bundle."""
    program = Program.this()
    place = asked_installation(home, for_everybody=for_everybody)
    with importing(place.store, program) as one:
        preview = one.prepare(file, answer.watch())
        answer.say(preview_text(preview, answer.language))
        if save_preview:
            _save(save_preview, preview, answer)
        if only_preview:
            answer.ends(_previewed(preview))
        confirmation = Confirmation(removed, numbers)
        if somebody_is_there() and not yes and not answer.in_json:
            confirmation = _asked(answer, preview, confirmation)
        elif not yes:
            answer.ends(_unconfirmed(NotConfirmed(missing=wording.YES_IS_MISSING), preview))
        try:
            outcome = one.install(confirmation, answer.watch())
        except NotConfirmed as problem:
            outcome = _unconfirmed(problem, preview)
        answer.ends(outcome)


def _unconfirmed(problem: NotConfirmed, preview: Preview) -> Outcome:
    facts = {"removal_to_confirm": preview.removal_to_confirm, "numbers_to_type": preview.numbers_to_type}
    return replace(Outcome.of(problem), facts=facts)


def _previewed(preview: Preview) -> Outcome:
    return outcome_of(
        "previewed",
        "PREVIEWED",
        wording.PREVIEWED,
        preview=preview,
        removal_to_confirm=preview.removal_to_confirm,
        numbers_to_type=preview.numbers_to_type,
    )


def _save(target: Path, preview: Preview, answer: Answer) -> None:
    try:
        target.write_text(preview_text(preview, answer.language), encoding="utf-8")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise NotWritten(file=target, reason=Bilingual(why, why)) from error
    answer.say(answer.word(wording.SAVED, file=target))


def _asked(answer: Answer, preview: Preview, said: Confirmation) -> Confirmation:
    """Ask for what is missing; whatever else is typed cancels, and so does Enter alone."""
    numbers = said.numbers
    for number in said.numbers_missing(preview):
        lines = [change for change in preview.crisis if number in change.to_type]
        shown = lines[0].new or lines[0].old
        name = shown.name.said_in(answer.language) if shown else ""
        numbers = (*numbers, _typed(answer.word(wording.TYPE_NUMBER, line=name)))
    removed = said.removal
    count = len(preview.difference.removed)
    if preview.removal_to_confirm and not removed:
        removed = _typed(answer.word(wording.TYPE_REMOVED, n=count)) == str(count)
    confirmation = Confirmation(removed, numbers)
    if not confirmation.is_enough(preview):
        raise Cancelled
    yes = {wording.YES.said_in(language) for language in Language}
    if _typed(answer.word(wording.INSTALL_NOW)).casefold() not in yes:
        raise Cancelled
    return confirmation


def _typed(question: str) -> str:
    typed: str = click.prompt(question, default="", show_default=False, err=True)
    return typed.strip()


@click.command("history", cls=Command)
@with_home
@answering
def history(answer: Answer, home: Path | None) -> None:
    """List what was installed."""
    place = asked_installation(home)
    entries = entries_of(place.store, Program.this())
    for entry in entries:
        answer.say(_entry_line(entry, answer))
    if not entries:
        answer.say(answer.word(wording.NO_HISTORY))
    broken = broken_lines(place.store.audit_file)
    if broken:
        answer.say_beside(answer.word(wording.AUDIT_BROKEN, lines=", ".join(map(str, broken))))
    outcome = outcome_of(
        "listed", "HISTORY", wording.HISTORY, kind=place.kind, entries=entries, audit_broken_at=broken
    )
    answer.ends(outcome, quietly=True)


def _entry_line(entry: HistoryEntry, answer: Answer) -> str:
    activation = entry.activation
    what = answer.word(wording.SHIPPED)
    if activation.generation != SHIPPED:
        what = answer.word(
            wording.ENTRY,
            serial=activation.serial,
            publisher=activation.publisher,
            listings=activation.listings,
            added=activation.added,
            removed=activation.removed,
            changed=activation.changed,
            who=activation.who,
        )
    line = f"{instant_written(activation.at)}  {answer.word(wording.ACTIONS[activation.action])}: {what}"
    if entry.is_current:
        line += f"  [{answer.word(wording.IS_CURRENT)}]"
    if entry.can_be_put_back:
        line += f"  [{answer.word(wording.CAN_BE_PUT_BACK, generation=activation.generation)}]"
    return line


@click.command("put-back", cls=Command)
@click.argument("generation", required=False)
@with_home
@answering
def put_back(answer: Answer, generation: str | None, home: Path | None) -> None:
    """Put an earlier directory back."""
    place = asked_installation(home)
    with only_one(place.store.lock_file):
        answer.ends(put_back_generation(place.store, Program.this(), generation))
