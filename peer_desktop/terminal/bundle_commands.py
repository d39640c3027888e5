"""The commands about bundles: `peer-desktop-cli bundle …`."""

import click

from peer_desktop.directory.language import Language
from peer_desktop.terminal import bundle_wording as wording
from peer_desktop.terminal.bundle_making_commands import build, keygen, sign, workbook
from peer_desktop.terminal.bundle_reading_commands import diff, find, show, verify
from peer_desktop.terminal.bundle_store_commands import history, install, put_back
from peer_desktop.terminal.bundle_trust_commands import trust_add, trust_list, trust_revoke
from peer_desktop.terminal.two_languages import Command, CommandLine, name_of


class BundleCommand(Command):
    """A command whose help is found by its name in bundle_wording."""


class BundleGroup(click.Group):
    """Commands whose help is in the language of the answer."""

    context_class = CommandLine.context_class

    def __init__(self, name: str, commands: dict[str, click.Command]) -> None:
        super().__init__(name, commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, speaking the language of the answer."""
        command = super().get_command(ctx, cmd_name)
        if command is not None:
            prefix = f"{self.name} " if self.name != GROUP else ""
            _speak(command, f"{prefix}{cmd_name}", ctx.find_object(Language) or Language.ENGLISH)
        return command


GROUP = "bundle"


def _speak(command: click.Command, name: str, language: Language) -> None:
    command.help = wording.COMMANDS[name].said_in(language)
    command.short_help = command.help
    help_option = command.get_help_option(click.Context(command))
    for parameter in (*command.params, help_option):
        if isinstance(parameter, click.Option):
            parameter.help = wording.OPTIONS[name_of(parameter)].said_in(language)


trust = BundleGroup("trust", {"list": trust_list, "add": trust_add, "revoke": trust_revoke})

bundle = BundleGroup(
    GROUP,
    {
        "build": build,
        "workbook": workbook,
        "keygen": keygen,
        "sign": sign,
        "show": show,
        "verify": verify,
        "diff": diff,
        "find": find,
        "install": install,
        "history": history,
        "put-back": put_back,
        "trust": trust,
    },
)
