"""Makes click speak both official languages: help, and what it says of a command it cannot read."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.problems import Problem
from peer_desktop.terminal import wording


class Refused(click.ClickException):
    """Ends a command with a sentence on the error stream, and exit code 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the sentence alone."""
        click.echo(self.message, file=file, err=file is None)


class _Formatter(click.HelpFormatter):
    """Writes help under headings of the chosen language."""

    language = Language.ENGLISH

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or wording.USAGE.said_in(self.language))

    def write_heading(self, heading: str) -> None:
        super().write_heading(wording.HEADINGS.get(heading, Bilingual(heading)).said_in(self.language))


class _FrenchFormatter(_Formatter):
    language = Language.FRENCH


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        kind = _FrenchFormatter if self.find_object(Language) is Language.FRENCH else _Formatter
        return kind(width=self.terminal_width, max_width=self.max_content_width)


class Command(click.Command):
    """A command whose help is found by its name in wording.COMMANDS."""

    context_class = _Context


class CommandLine(click.Group):
    """All commands; `ctx.obj` is the language of the answer."""

    context_class = _Context
    command_class = Command

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run a command line. Everything the world can cause ends in one sentence and exit code 2."""
        typed = list(sys.argv[1:] if args is None else args)
        language = asked_language(typed, os.environ)
        self._speak(language)
        # * and ? in a search are words, also where click would look for files of that name (Windows)
        return super().main(typed, *more, obj=language, windows_expand_args=False, **extra)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Read the command line; what cannot be read is said in the chosen language."""
        with _said_in(extra.get("obj", Language.ENGLISH)):
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Carry out the command."""
        with _said_in(ctx.obj):
            return super().invoke(ctx)

    def _speak(self, language: Language) -> None:
        self.help = wording.COMMANDS[""].said_in(language)
        for command in (self, *self.commands.values()):
            if command is not self:
                command.help = wording.COMMANDS[command.name or ""].said_in(language)
                command.short_help = command.help
            help_option = command.get_help_option(click.Context(command))
            for parameter in (*command.params, help_option):
                if isinstance(parameter, click.Option):
                    parameter.help = wording.OPTIONS[name_of(parameter)].said_in(language)


def name_of(option: click.Option) -> str:
    """The long name of an option."""
    return max(option.opts, key=len)


def asked_language(typed: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of --lang, or else that of the system."""
    for position, word in enumerate(typed):
        if word == "--":
            break
        name, _, value = word.partition("=")
        if name == "--lang":
            said = value or "".join(typed[position + 1 : position + 2])
            return Language.FRENCH if said == Language.FRENCH else Language.ENGLISH
    system = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return Language.FRENCH if system.lower().startswith("fr") else Language.ENGLISH


@contextmanager
def _said_in(language: Language) -> Iterator[None]:
    try:
        yield
    except Problem as problem:
        raise Refused(problem.said_in(language)) from problem
    except click.exceptions.NoArgsIsHelpError:
        raise  # help is no mistake
    except click.UsageError as error:
        raise Refused(_sentence(error, language)) from error


def _sentence(error: click.UsageError, language: Language) -> str:
    """What click says of a command line that it cannot read, in our words."""
    nearest: Sequence[str] = ()
    name = ""
    match error:
        case click.NoSuchOption():
            said, name, nearest = wording.NO_SUCH_OPTION, error.option_name, error.possibilities or ()
        case click.NoSuchCommand():
            said, name, nearest = wording.NO_SUCH_COMMAND, error.command_name, error.possibilities or ()
        case click.BadOptionUsage():
            said, name = wording.NO_VALUE, error.option_name
        case click.MissingParameter():
            said, name = wording.IS_MISSING, _name_of_parameter(error)
        case click.BadParameter():
            said, name, nearest = wording.UNFIT, _name_of_parameter(error), _choices(error)
        case _:
            said = wording.NOT_UNDERSTOOD
    sentences = [said.said_in(language).format(name=name)]
    if nearest:
        offered = wording.listed(tuple(nearest), language)
        sentences.append(wording.DID_YOU_MEAN.said_in(language).format(nearest=offered))
    command = error.ctx.command_path if error.ctx else "peer-desktop-cli"
    sentences.append(wording.TRY_HELP.said_in(language).format(command=command))
    return " ".join(sentences)


def _name_of_parameter(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return name_of(error.param)
    return error.param.make_metavar(error.ctx) if error.param and error.ctx else ""


def _choices(error: click.BadParameter) -> Sequence[str]:
    kind = error.param.type if error.param else None
    return [str(choice) for choice in kind.choices] if isinstance(kind, click.Choice) else ()
