"""Starts the packaged program: the window, `--terminal`, or with `--verify` a check of its own files."""

import os
import sys
from collections.abc import Sequence

import whole_files


def main(arguments: Sequence[str]) -> int:
    """Do what is asked; the exit code is that of the part that did it."""
    if "--verify" in arguments[:2]:
        return whole_files.main(whole_files.package_folder())
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


def _name_the_window() -> None:
    """Windows groups and pins windows by this name; without it, under that of pythonw.exe."""
    import ctypes

    windll = getattr(ctypes, "windll")  # noqa: B009 - exists on Windows only
    windll.shell32.SetCurrentProcessExplicitAppUserModelID("PeerDesktop.Window")


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
