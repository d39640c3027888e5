"""Starts the packaged program: the window, `--terminal`, or with `--verify` a check of its own files."""

import os
import sys
from collections.abc import MutableMapping, Sequence
from pathlib import Path

import whole_files


def main(arguments: Sequence[str]) -> int:
    """Do what is asked; the exit code is that of the part that did it."""
    package = whole_files.package_folder()
    if "--verify" in arguments[:2]:
        return whole_files.main(package)
    keep_on_the_stick(package, os.environ)
    if arguments:
        from peer_desktop.bundle.processes import run_if_asked

        part = run_if_asked(["", *arguments])
        if part is not None:
            return part
    if sys.platform.startswith("linux"):
        import linux_sandbox

        linux_sandbox.prepare(os.environ)
    elif sys.platform == "win32":
        _name_the_window()
    if arguments[:1] == ["--terminal"]:
        from peer_desktop.cli import main as terminal

        sys.argv[:] = ["peer-desktop-cli", *arguments[1:]]
        return int(terminal() or 0)
    from peer_desktop.app import main as window

    return window(list(arguments))


def keep_on_the_stick(package: Path, environment: MutableMapping[str, str]) -> None:
    """With a file `portable` in the package, everything of a person stays beside it."""
    from peer_desktop.bundle.install_kind import PORTABLE_FOLDER, PORTABLE_MARK

    if (package / PORTABLE_MARK).is_file():
        environment.setdefault("PEER_DESKTOP_HOME", str(package / PORTABLE_FOLDER))


def _name_the_window() -> None:
    """Windows groups and pins windows by this name; without it, under that of pythonw.exe."""
    import ctypes

    windll = getattr(ctypes, "windll")  # noqa: B009 - exists on Windows only
    windll.shell32.SetCurrentProcessExplicitAppUserModelID("PeerDesktop.Window")


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
