"""Ends every bundle command alike: one sentence or one JSON object, and its exit code."""

import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from peer_desktop.bundle.install_kind import Installation, installation, installation_for_everybody
from peer_desktop.bundle.key_files import read_secret_key
from peer_desktop.bundle.outcome import Outcome
from peer_desktop.bundle.problems import NEEDS_CONFIRMATION, Cancelled, KeyUnreadable
from peer_desktop.bundle.refusals import ValueRefused
from peer_desktop.bundle.secret_key import SecretKey
from peer_desktop.bundle.steps import Progress, Step, Watch
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.problems import Problem
from peer_desktop.exchange.findings import BuildRefused, Finding
from peer_desktop.terminal import as_json
from peer_desktop.terminal import bundle_wording as wording

Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.Path(path_type=Path)
"""A file name, looked at by the command itself so that it is said in both languages."""


class Answer:
    """What a command says, in the language and form that was asked for."""

    def __init__(self, language: Language, *, in_json: bool) -> None:
        self.language = language
        self.in_json = in_json

    def say(self, line: str) -> None:
        """A line for people; not in JSON."""
        if not self.in_json:
            click.echo(line)

    def say_beside(self, line: str) -> None:
        """A line on the error stream, for people."""
        if not self.in_json:
            click.echo(line, err=True)

    def word(self, text: Bilingual, **facts: object) -> str:
        """A text of ours in the language of the answer, with facts in it."""
        return text.said_in(self.language).format(**facts)

    def findings(self, findings: Iterable[Finding]) -> None:
        """Everything that is wrong, a line each."""
        for finding in findings:
            self.say_beside(finding.said_in(self.language))

    def watch(self, *untold: Step) -> Watch:
        """Tell each step once, but these."""
        told = set(untold)

        def tell(progress: Progress) -> None:
            if progress.step not in told:
                told.add(progress.step)
                self.say_beside(f"{wording.STEPS[progress.step].said_in(self.language)}…")

        return Watch(tell)

    def ends(self, outcome: Outcome, *, quietly: bool = False) -> None:
        """Say how it ended, and end with its exit code. `quietly`: people were told already."""
        if self.in_json:
            message = outcome.message
            answer = {
                "outcome": outcome.outcome,
                "code": outcome.code,
                "exit_code": outcome.exit_code,
                "message_en": message.en,
                "message_fr": message.fr,
            }
            click.echo(
                as_json.written(answer | {name: as_json.plain(fact) for name, fact in outcome.facts.items()})
            )
        elif not quietly:
            click.echo(outcome.message.said_in(self.language), err=bool(outcome.exit_code))
            if outcome.code.startswith("E-"):
                # as the window says it: by this one asks somebody
                click.echo(self.word(wording.CODE, code=outcome.code), err=True)
        click.get_current_context().exit(outcome.exit_code)


def answering(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command its Answer as first argument, --json and --lang, and say its problems through it."""

    @click.option("--lang", type=click.Choice([language.value for language in Language]), expose_value=False)
    @click.option("--json", "in_json", is_flag=True)
    @click.pass_obj
    @wraps(command)
    def run(language: Language, /, *arguments: Any, in_json: bool, **options: Any) -> None:
        answer = Answer(language, in_json=in_json)
        try:
            command(answer, *arguments, **options)
        except Problem as problem:
            findings = _findings(problem)
            answer.findings(findings)
            outcome = Outcome.of(problem)
            shown = [as_json.plain(finding) for finding in findings]
            facts = {"findings": shown} if findings else {}
            answer.ends(Outcome(outcome.outcome, outcome.code, outcome.message, outcome.exit_code, facts))
        except click.Abort:  # a question had no answer; questions come before anything is changed
            click.echo(err=True)
            answer.ends(_stopped(wording.NOT_ANSWERED))
        except KeyboardInterrupt:
            click.echo(err=True)
            answer.ends(_stopped(wording.STOPPED))

    return run


def _stopped(said: Bilingual) -> Outcome:
    return Outcome(Cancelled.outcome, Cancelled.code, said, NEEDS_CONFIRMATION)


def _findings(problem: Problem) -> tuple[Finding, ...]:
    return problem.findings if isinstance(problem, (BuildRefused, ValueRefused)) else ()


def with_home(command: Command) -> Command:
    """--home FOLDER, for every command that reads or changes a store."""
    return click.option("--home", type=FILE, metavar="FOLDER")(command)


def asked_installation(home: Path | None, *, for_everybody: bool = False) -> Installation:
    """Which store is meant. --home is for this command what PEER_DESKTOP_HOME is for the program."""
    if home is not None:
        os.environ["PEER_DESKTOP_HOME"] = str(home.absolute())
    return installation_for_everybody() if for_everybody else installation()


def asked_key(answer: Answer, key: Path, passphrase_file: Path | None) -> SecretKey:
    """The private key, opened. Raises KeyUnreadable or PassphraseWrong."""
    return read_secret_key(key, asked_passphrase(answer, passphrase_file))


def asked_passphrase(answer: Answer, file: Path | None, *, twice: bool = False) -> str:
    """From the first line of a file, or typed unseen; never an argument, which other accounts can read."""
    if file is not None:
        try:
            with file.open(encoding="utf-8") as stream:
                return stream.readline().rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            reason = Bilingual("it cannot be read", "il est illisible")
            raise KeyUnreadable(file=file, reason=reason) from error
    typed: str = click.prompt(answer.word(wording.PASSPHRASE), hide_input=True, err=True)
    if twice:
        again: str = click.prompt(answer.word(wording.PASSPHRASE_AGAIN), hide_input=True, err=True)
        while again != typed:
            answer.say_beside(answer.word(wording.PASSPHRASES_DIFFER))
            typed = click.prompt(answer.word(wording.PASSPHRASE), hide_input=True, err=True)
            again = click.prompt(answer.word(wording.PASSPHRASE_AGAIN), hide_input=True, err=True)
    return typed


def somebody_is_there() -> bool:
    """Whether a question can be answered."""
    return sys.stdin.isatty()


def outcome_of(outcome: str, code: str, said: Bilingual, **facts: object) -> Outcome:
    """An outcome whose sentence holds its facts."""
    message = Bilingual((said.en or "").format(**facts), (said.fr or "").format(**facts))
    return Outcome(outcome, code, message, facts=facts)
