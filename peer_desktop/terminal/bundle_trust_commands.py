"""The commands about keys: whose bundles this computer accepts."""

from pathlib import Path

import click

from peer_desktop.bundle.fingerprint import read_fingerprint
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.trust import KnownKey, Trust
from peer_desktop.bundle.trusting import revoke_key, trust_key
from peer_desktop.terminal import bundle_wording as wording
from peer_desktop.terminal.bundle_answers import (
    FILE,
    Answer,
    answering,
    asked_installation,
    outcome_of,
    with_home,
)
from peer_desktop.terminal.two_languages import Command


@click.command("list", cls=Command)
@with_home
@answering
def trust_list(answer: Answer, home: Path | None) -> None:
    """List the keys."""
    trust = Trust.read(asked_installation(home).store.trust_file, Program.this().built_in)
    for key in trust.keys:
        state = answer.word(wording.KEY_STATES[_state(key)])
        answer.say(f"{key.name}  {key.key.name}  {key.key.fingerprint}  {state}")
    keys = [
        {"name": key.name, "id": key.key.name, "fingerprint": key.key.fingerprint, "state": _state(key)}
        for key in trust.keys
    ]
    answer.ends(outcome_of("listed", "KEYS", wording.KEYS, keys=keys), quietly=True)


def _state(key: KnownKey) -> str:
    if key.revoked:
        return "revoked"
    return "built-in" if key.built_in else "added"


@click.command("add", cls=Command)
@click.argument("file", type=FILE)
@click.option("--fingerprint", metavar="GROUPS")
@click.option("--name", metavar="NAME")
@with_home
@answering
def trust_add(
    answer: Answer, file: Path, fingerprint: str | None, name: str | None, home: Path | None
) -> None:
    """Trust a key."""
    typed = fingerprint or click.prompt(answer.word(wording.FINGERPRINT), err=True)
    store, program = asked_installation(home).store, Program.this()
    trust = trust_key(file, typed, name or file.stem, store, program)
    key = next(known for known in trust.keys if known.key.fingerprint == read_fingerprint(typed))
    answer.ends(
        outcome_of("added", "KEY-ADDED", wording.KEY_ADDED, name=key.name, fingerprint=key.key.fingerprint)
    )


@click.command("revoke", cls=Command)
@click.option("--fingerprint", metavar="GROUPS")
@with_home
@answering
def trust_revoke(answer: Answer, fingerprint: str | None, home: Path | None) -> None:
    """Trust a key no more."""
    typed = fingerprint or click.prompt(answer.word(wording.FINGERPRINT), err=True)
    revoke_key(typed, asked_installation(home).store, Program.this())
    print_of = read_fingerprint(typed)
    answer.ends(outcome_of("revoked", "KEY-REVOKED", wording.KEY_REVOKED, fingerprint=print_of))
