"""Says which build of the program runs: its version, and in a package the commit that it was made of."""

import json
from dataclasses import dataclass

from peer_desktop import __version__
from peer_desktop.paths import program_folder


@dataclass(frozen=True, slots=True)
class ThisBuild:
    """What a person tells who helps them from afar."""

    version: str
    commit: str
    """Short, with `+` when the package holds more than the commit; empty outside of a package."""


def this_build() -> ThisBuild:
    """The build that runs."""
    try:
        said = json.loads((program_folder() / "build.json").read_text(encoding="utf-8"))
        commit = said["commit"]
    except (OSError, ValueError, TypeError, KeyError):
        commit = ""
    return ThisBuild(__version__, commit if isinstance(commit, str) else "")
