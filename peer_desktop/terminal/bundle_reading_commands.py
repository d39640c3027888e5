"""The commands that look at a bundle and change nothing."""

import tempfile
from pathlib import Path
from typing import Any

import click

from peer_desktop.bundle.crisis_rules import crisis_changes
from peer_desktop.bundle.difference import difference
from peer_desktop.bundle.drives import bundles_on_drives
from peer_desktop.bundle.key_files import read_public_key
from peer_desktop.bundle.making import check_content
from peer_desktop.bundle.manifest import instant_written
from peer_desktop.bundle.preview_text import changes_lines
from peer_desktop.bundle.problems import StickGone
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.proving import (
    Opened,
    check_comment,
    check_signature,
    proven,
    read_signature,
    unproven,
)
from peer_desktop.bundle.rebuilding import Checked
from peer_desktop.bundle.refusals import KeyRevoked, KeyUnknown, SignatureBad
from peer_desktop.bundle.steps import Step
from peer_desktop.bundle.trust import Trust
from peer_desktop.terminal import as_json
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


@click.command("show", cls=Command)
@click.argument("file", type=FILE)
@with_home
@answering
def show(answer: Answer, file: Path, home: Path | None) -> None:
    """Show what a bundle says of itself."""
    program = Program.this()
    trust = Trust.read(asked_installation(home).store.trust_file, program.built_in)
    _there(file)
    with unproven(file, program.version) as bundle:
        state, facts = _signature_state(bundle, trust)
        manifest = as_json.plain(bundle.manifest)
    manifest["created_at"] = instant_written(bundle.manifest.created_at)
    signature = answer.word(wording.SIGNATURE_STATES[state], **facts)
    answer.say(f"{answer.word(wording.SIGNATURE)}: {signature}")
    for name, value in manifest.items():
        _say_member(answer, name, value)
    facts = {"signature": state, "manifest_sha256": bundle.manifest_sha256, "manifest": manifest}
    answer.ends(outcome_of("shown", "SHOWN", wording.SHOWN, **facts), quietly=True)


def _say_member(answer: Answer, name: str, value: Any) -> None:
    if isinstance(value, dict):
        for inner, one in value.items():
            _say_member(answer, f"{name}.{inner}", one)
    elif isinstance(value, list):
        for position, one in enumerate(value, start=1):
            _say_member(answer, f"{name}.{position}", one)
    elif value is not None:
        answer.say(f"{name}: {value}")


def _signature_state(bundle: Opened, trust: Trust) -> tuple[str, dict[str, object]]:
    if bundle.signature_bytes is None:
        return "none", {}
    try:
        signature = read_signature(bundle.signature_bytes)
        signer = check_signature(signature, bundle.manifest_bytes, trust)
        check_comment(signature, bundle.manifest, bundle.manifest_bytes)
    except KeyUnknown as unknown:
        return "unknown", {"key": unknown.facts["key_id"]}
    except KeyRevoked as revoked:
        return "revoked", {"key": revoked.facts["key_id"]}
    except SignatureBad:
        return "bad", {}
    return "trusted", {"name": signer.name}


@click.command("verify", cls=Command)
@click.argument("file", type=FILE)
@click.option("--public-key", type=FILE, metavar="FILE")
@with_home
@answering
def verify(answer: Answer, file: Path, public_key: Path | None, home: Path | None) -> None:
    """Prove a bundle."""
    program = Program.this()
    if public_key:
        trust = Trust(built_in={public_key.name: read_public_key(public_key).line})
    else:
        trust = Trust.read(asked_installation(home).store.trust_file, program.built_in)
    _there(file)
    with tempfile.TemporaryDirectory() as work, proven(file, trust, program.version) as bundle:
        checked = check_content(bundle, program, Path(work), answer.watch(Step.PROVING))
        signer, manifest = bundle.signer, bundle.manifest
    answer.findings(checked.warnings)
    answer.ends(
        outcome_of(
            "verified",
            "VERIFIED",
            wording.VERIFIED,
            name=signer.name,
            fingerprint=signer.key.fingerprint,
            channel=manifest.channel,
            serial=manifest.serial,
            manifest_sha256=bundle.manifest_sha256,
        )
    )


@click.command("diff", cls=Command)
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@answering
def diff(answer: Answer, old: Path, new: Path) -> None:
    """Compare two bundles."""
    program = Program.this()
    before, after = _checked(old, program), _checked(new, program)
    changes = difference(before.tables, after.tables)
    crisis = crisis_changes(before.rows, after.rows, program.pinned)
    for line in changes_lines(changes, crisis, answer.language):
        answer.say(line)
    outcome = outcome_of(
        "compared",
        "COMPARED",
        wording.COMPARED,
        old=old.name,
        new=new.name,
        difference=changes,
        crisis=crisis,
    )
    answer.ends(outcome, quietly=True)


def _checked(file: Path, program: Program) -> Checked:
    _there(file)
    with tempfile.TemporaryDirectory() as work, unproven(file, program.version) as bundle:
        return check_content(bundle, program, Path(work))


def _there(file: Path) -> None:
    if not file.is_file():
        raise StickGone(file=file.name)


@click.command("find", cls=Command)
@answering
def find(answer: Answer) -> None:
    """List the bundles on sticks."""
    found = bundles_on_drives()
    for bundle in found:
        answer.say(str(bundle.path))
    facts = {"n": len(found), "bundles": [str(bundle.path) for bundle in found]}
    answer.ends(outcome_of("found", "FOUND", wording.FOUND, **facts))
