"""The commands of a publisher: make a key, make a bundle, sign it."""

from datetime import datetime
from pathlib import Path

import click

from peer_desktop.bundle.disk import problems_of
from peer_desktop.bundle.key_files import make_key_files
from peer_desktop.bundle.making import WORKBOOK_FILES, Made, make_bundle, sign_bundle
from peer_desktop.bundle.manifest import HIGHEST_SERIAL, Publisher, instant_read
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.recipe import OLDEST_PROGRAM, Recipe
from peer_desktop.bundle.workbook import workbook_from_tables
from peer_desktop.directory.language import Bilingual
from peer_desktop.terminal import bundle_wording as wording
from peer_desktop.terminal.bundle_answers import (
    FILE,
    Answer,
    answering,
    asked_key,
    asked_passphrase,
    outcome_of,
)
from peer_desktop.terminal.two_languages import Command


def _instant(_context: click.Context, _option: click.Parameter, written: str | None) -> datetime | None:
    if written is None:
        return None
    try:
        return instant_read(written)
    except ValueError as error:
        raise click.BadParameter(written) from error


def _documents(
    _context: click.Context, _option: click.Parameter, written: tuple[str, ...]
) -> dict[str, Path]:
    pairs = [one.partition("=") for one in written]
    if not all(name and file for name, _, file in pairs):
        raise click.BadParameter("")
    return {name: Path(file) for name, _, file in pairs}


@click.command("build", cls=Command)
@click.argument("source", type=FILE)
@click.option("--serial", type=click.IntRange(1, HIGHEST_SERIAL), required=True, metavar="N")
@click.option("--output", "-o", type=FILE, required=True, metavar="FILE")
@click.option("--key", type=FILE, metavar="FILE")
@click.option("--passphrase-file", type=FILE, metavar="FILE")
@click.option("--channel", metavar="NAME")
@click.option("--publisher", default="", metavar="NAME")
@click.option("--phone", metavar="NUMBER")
@click.option("--email", metavar="ADDRESS")
@click.option("--notes-en", metavar="TEXT")
@click.option("--notes-fr", metavar="TEXT")
@click.option("--fresh-for", type=click.IntRange(1, 3650), metavar="DAYS")
@click.option("--created-at", callback=_instant, metavar="TIME")
@click.option("--min-app-version", default=OLDEST_PROGRAM, metavar="VERSION")
@click.option("--basemap", type=FILE, metavar="FILE")
@click.option("--document", "documents", callback=_documents, multiple=True, metavar="RESOURCE=FILE")
@click.option("--leave-out-wrong-rows", "leave_out", is_flag=True)
@answering
def build(
    answer: Answer,
    source: Path,
    serial: int,
    output: Path,
    key: Path | None,
    passphrase_file: Path | None,
    channel: str | None,
    publisher: str,
    phone: str | None,
    email: str | None,
    notes_en: str | None,
    notes_fr: str | None,
    fresh_for: int | None,
    created_at: datetime | None,
    min_app_version: str,
    basemap: Path | None,
    documents: dict[str, Path],
    leave_out: bool,
) -> None:
    """Make a bundle."""
    program = Program.this()
    secret = asked_key(answer, key, passphrase_file) if key else None
    recipe = Recipe(
        serial=serial,
        created_at=created_at or program.now(),
        publisher=Publisher(publisher, phone, email),
        notes=Bilingual(notes_en, notes_fr),
        fresh_for_days=fresh_for,
        channel=channel,
        min_app_version=min_app_version,
        basemap=basemap,
        documents=documents,
    )
    made = make_bundle(source, recipe, secret, output, program, leave_out_wrong_rows=leave_out)
    for finding in made.left_out:
        answer.say_beside(f"{answer.word(wording.LEFT_OUT)} – {finding.said_in(answer.language)}")
    answer.findings(made.warnings)
    answer.ends(_built(made, signed=secret is not None))


def _built(made: Made, *, signed: bool) -> Outcome:
    facts = {"file": made.file, "serial": made.manifest.serial, "n": made.manifest.counts["listing"]}
    said = [wording.BUILT] if signed else [wording.BUILT, wording.UNSIGNED]
    return Outcome(
        "built",
        "BUILT",
        Bilingual(
            " ".join((one.en or "").format(**facts) for one in said),
            " ".join((one.fr or "").format(**facts) for one in said),
        ),
        facts={
            "file": str(made.file),
            "channel": made.manifest.channel,
            "serial": made.manifest.serial,
            "signed": signed,
            "counts": made.manifest.counts,
            "warnings": made.warnings,
            "left_out": made.left_out,
        },
    )


@click.command("workbook", cls=Command)
@click.argument("source", type=FILE)
@click.option("--output", "-o", type=FILE, required=True, metavar="FILE")
@answering
def workbook(answer: Answer, source: Path, output: Path) -> None:
    """Write tables as a workbook."""
    with problems_of(output.parent):
        count = workbook_from_tables(source, output, WORKBOOK_FILES)
    answer.ends(outcome_of("written", "WRITTEN", wording.WORKBOOK_MADE, file=str(output), n=count))


@click.command("keygen", cls=Command)
@click.argument("name", type=FILE)
@click.option("--passphrase-file", type=FILE, metavar="FILE")
@answering
def keygen(answer: Answer, name: Path, passphrase_file: Path | None) -> None:
    """Make a key."""
    made = make_key_files(name, asked_passphrase(answer, passphrase_file, twice=True))
    answer.ends(
        outcome_of(
            "made",
            "KEY-MADE",
            wording.KEY_MADE,
            private=str(made.private),
            public=str(made.public),
            fingerprint=made.key.fingerprint,
        )
    )


@click.command("sign", cls=Command)
@click.argument("file", type=FILE)
@click.option("--key", type=FILE, required=True, metavar="FILE")
@click.option("--passphrase-file", type=FILE, metavar="FILE")
@click.option("--output", "-o", type=FILE, required=True, metavar="FILE")
@answering
def sign(answer: Answer, file: Path, key: Path, passphrase_file: Path | None, output: Path) -> None:
    """Sign a bundle."""
    secret = asked_key(answer, key, passphrase_file)
    manifest = sign_bundle(file, secret, output, Program.this())
    answer.ends(outcome_of("signed", "SIGNED", wording.SIGNED, file=str(output), serial=manifest.serial))
