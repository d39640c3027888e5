"""Starts this program again as another process that does one thing."""

import os
import sys

from peer_desktop.paths import program_folder


def command_for(flag: str, module: str) -> list[str]:
    """What to start: the module by Python, or a packaged program with the flag, for it has no `python -m`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, flag]
    return [sys.executable, "-P", "-m", module]


def environment() -> dict[str, str]:
    """The surroundings of the process: ours, without what would change how Python works."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONPATH": str(program_folder()), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
