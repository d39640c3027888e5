"""The terminal: asks the directory, builds it, and tests the whole program."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console

from peer_desktop import __version__, paths
from peer_desktop.bundle.install_kind import installation
from peer_desktop.bundle.processes import run_if_asked
from peer_desktop.bundle.store import current_directory
from peer_desktop.directory.crisis_lines import all_lines
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.pinned_lines import PINNED_LINES
from peer_desktop.directory.problems import Problem
from peer_desktop.directory.query import Place, Query, Sort
from peer_desktop.exchange.build import build_directory
from peer_desktop.exchange.findings import BuildRefused
from peer_desktop.terminal import as_json, asking, wording
from peer_desktop.terminal.bundle_commands import bundle
from peer_desktop.terminal.for_people import ForPeople
from peer_desktop.terminal.two_languages import CommandLine

Command = TypeVar("Command", bound=Callable[..., Any])


def in_language(command: Command) -> Command:
    """--lang, which CommandLine has read before any command starts."""
    languages = click.Choice([language.value for language in Language])
    return click.option("--lang", type=languages, expose_value=False)(command)


@click.group(cls=CommandLine)
@click.version_option(__version__, prog_name="Peer Desktop")
@in_language
def command_line() -> None:
    """Find peer support. The help itself is in wording.COMMANDS and wording.OPTIONS."""


def of_directory(command: Command) -> Command:
    """--directory and --json."""
    command = click.option("--json", "in_json", is_flag=True)(command)
    return click.option("--directory", "file", type=click.Path(path_type=Path), metavar="FILE")(command)


@command_line.command()
@click.argument("words", nargs=-1)
@click.option("--where", multiple=True, metavar="FACET=VALUE")
@click.option("--not", "without", multiple=True, metavar="FACET=VALUE")
@click.option("--near", metavar="PLACE")
@click.option("--within", type=float, metavar="KM")
@click.option("--serves", metavar="PLACE")
@click.option("--sort", type=click.Choice([sort.value for sort in Sort]), default=Sort.BEST.value)
@click.option("--limit", type=click.IntRange(min=0), metavar="N")
@click.option("--explain", is_flag=True)
@of_directory
@in_language
@click.pass_obj
def search(
    language: Language,
    words: tuple[str, ...],
    where: tuple[str, ...],
    without: tuple[str, ...],
    near: str | None,
    within: float | None,
    serves: str | None,
    sort: str,
    limit: int | None,
    explain: bool,
    file: Path | None,
    in_json: bool,
) -> None:
    """Find listings."""
    with opened(file) as directory:
        query = Query(
            text=" ".join(words),
            near=placed(near, directory, language),
            within_km=asking.distance(within),
            serves=placed(serves, directory, language),
            sort=Sort(sort),
            language=language,
        )
        for pair in where:
            query = query.choosing(*asking.choice(pair, directory.facets))
        for pair in without:
            query = query.excluding(*asking.choice(pair, directory.facets))
        found = directory.search(query)
        asking.check_origin(found)
        if in_json:
            click.echo(as_json.written(as_json.results(found, directory, limit, explain=explain)))
        else:
            for_people(language).results(found, directory, limit, explain=explain)


@command_line.command()
@click.argument("listing_id", metavar="ID")
@of_directory
@in_language
@click.pass_obj
def show(language: Language, listing_id: str, file: Path | None, in_json: bool) -> None:
    """Show one listing."""
    with opened(file) as directory:
        listing = directory.listing(asking.number_of_listing(listing_id, directory))
        if in_json:
            click.echo(as_json.written(as_json.plain(listing)))
        else:
            for_people(language).listing(listing, directory)


@command_line.command()
@click.argument("words", nargs=-1)
@of_directory
@in_language
@click.pass_obj
def terms(language: Language, words: tuple[str, ...], file: Path | None, in_json: bool) -> None:
    """Read the glossary."""
    with opened(file) as directory:
        found = directory.find_terms(" ".join(words), language)
        if in_json:
            click.echo(as_json.written(as_json.plain(found)))
        else:
            for_people(language).terms(found)


@command_line.command()
@click.argument("words", nargs=-1)
@of_directory
@in_language
@click.pass_obj
def resources(language: Language, words: tuple[str, ...], file: Path | None, in_json: bool) -> None:
    """Find what there is to read."""
    with opened(file) as directory:
        found = directory.find_resources(" ".join(words), language)
        if in_json:
            click.echo(as_json.written(as_json.plain(found)))
        else:
            for_people(language).resources(found)


@command_line.command()
@of_directory
@in_language
@click.pass_obj
def crisis(language: Language, file: Path | None, in_json: bool) -> None:
    """Show the crisis lines, also with no directory or a broken one."""
    try:
        with opened(file) as directory:
            lines = all_lines(PINNED_LINES, directory.crisis_lines())
    except Problem as problem:
        click.echo(problem.said_in(language), err=True)
        lines = PINNED_LINES
    if in_json:
        click.echo(as_json.written(as_json.plain(lines)))
    else:
        for_people(language).crisis_lines(lines)


@command_line.command()
@click.argument("text")
@of_directory
@in_language
@click.pass_obj
def places(language: Language, text: str, file: Path | None, in_json: bool) -> None:
    """Find places."""
    with opened(file) as directory:
        found = directory.places(text)
        if not found:
            raise asking.UnknownPlace(text, asking.labels(directory.nearest_places(text)))
        if in_json:
            click.echo(as_json.written(as_json.plain(found)))
        else:
            for_people(language).places(found)


@command_line.command()
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE")
@in_language
@click.pass_obj
def build(language: Language, source: Path | None, output: Path | None) -> None:
    """Build a directory file; without SOURCE, that of the program."""
    source = source or paths.source_folder()
    target = output or source.absolute().parent / "directory.sqlite"
    try:
        report = build_directory(source, target)
    except BuildRefused as refused:
        for finding in refused.findings:
            click.echo(finding.said_in(language), err=True)
        raise
    for warning in report.warnings:
        click.echo(warning.said_in(language), err=True)
    for_people(language).say(wording.BUILT, file=report.target, n=report.counts["listing"])


@command_line.command("self-test")
@click.option("--screenshots", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")
@in_language
def self_test(screenshots: Path | None) -> None:
    """Start the real window unseen and use it."""
    # Qt is loaded by this command only
    from peer_desktop.self_test import run

    sys.exit(run(screenshots, None))


command_line.add_command(bundle)


# -- what the commands share ---------------------------------------------------------------------------------


@contextmanager
def opened(file: Path | None) -> Iterator[Directory]:
    """The directory asked for, or the current one."""
    path = file or current_directory(installation().store, paths.shipped_directory())
    directory = Directory.open(path, today=date.today(), index_folder=paths.derived_folder())
    try:
        yield directory
    finally:
        directory.close()


def placed(text: str | None, directory: Directory, language: Language) -> Place | None:
    """The place that is meant; when others have the same name, they are named on the error stream."""
    if text is None:
        return None
    place, others = asking.place(text, directory)
    if others:
        also = "; ".join(one.label(language) for one in others[:3])
        said = wording.PEOPLE_MEAN.said_in(language).format(taken=place.label(language), others=also)
        click.echo(said, err=True)
    return place


def for_people(language: Language) -> ForPeople:
    """Prints to the terminal of this moment."""
    return ForPeople(Console(file=sys.stdout, soft_wrap=False), language)


def main() -> None:
    """Run the command line. JSON is UTF-8 wherever it goes."""
    if (code := run_if_asked(sys.argv)) is not None:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    command_line()


if __name__ == "__main__":
    main()
