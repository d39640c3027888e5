"""Opens the window: `peer-desktop [BUNDLE] [--directory FILE] [--home FOLDER] [--self-test]`."""

import argparse
import gc
import logging
import os
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from peer_desktop import __version__, paths
from peer_desktop.bundle.install_kind import installation
from peer_desktop.models.opened import Opened, open_current, open_file
from peer_desktop.settings import Settings, first_settings, read, settings_file
from peer_desktop.ui import theme
from peer_desktop.ui.crash import CrashCatcher
from peer_desktop.ui.main_window import MainWindow
from peer_desktop.ui.map_engine import engine_present, prepare_engine
from peer_desktop.ui.translator import Translator


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code is 0 unless the self-test failed."""
    command = sys.argv[1:] if arguments is None else list(arguments)
    if command:
        from peer_desktop.bundle.processes import run_if_asked

        if (code := run_if_asked([sys.argv[0], *command])) is not None:
            return code
    asked = _asked(command)
    if asked.home:
        os.environ["PEER_DESKTOP_HOME"] = str(asked.home.absolute())
    if asked.self_test:
        from peer_desktop.self_test import run

        return run(asked.screenshots, asked.directory)
    app = make_application()
    window = make_window(app, asked.directory)
    window.show()
    # what is here now stays: looking through all of it for garbage would hold a frame up now and then
    gc.freeze()
    if asked.bundle is not None:
        # in a turn of its own: the window is there first
        QTimer.singleShot(0, window, partial(window.open_update, asked.bundle.absolute()))
    return app.exec()


def make_application() -> QApplication:
    """The one QApplication. The map's scheme and flags must be known before it is made."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    prepare_engine()
    if engine_present():
        from peer_desktop.ui.map_scheme import register_scheme

        register_scheme()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([sys.argv[0]])
    app.setApplicationName("Peer Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("peer-desktop")
    app.setWindowIcon(QIcon(str(paths.resources_folder() / "peer-desktop.svg")))
    return app


def make_window(
    app: QApplication,
    directory_file: Path | None = None,
    *,
    settings: Settings | None = None,
    today: date | None = None,
    use_engine: bool = True,
) -> MainWindow:
    """The window on a directory, or on the reason why there is none."""
    CrashCatcher(app).start()
    settings = settings or read(settings_file(), otherwise=first_settings(QLocale.system().name()))
    theme.apply(app, theme.Appearance(settings.colours, settings.text_percent))
    translator = Translator(app, paths.resources_folder() / "translations")
    translator.speak(settings.language)
    today = today or date.today()
    opened = _open(directory_file, today)
    return MainWindow(opened, settings, translator, today=today, use_engine=use_engine)


def _open(file: Path | None, today: date) -> Opened:
    """The directory asked for, or else the one that is installed."""
    if file is not None:
        return open_file(file, today, paths.derived_folder())
    return open_current(installation().store, paths.shipped_directory(), today, paths.derived_folder())


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="peer-desktop", description=__doc__)
    parser.add_argument("bundle", type=Path, nargs="?", help="a .peerbundle to look at, as its icon gives it")
    parser.add_argument("--directory", type=Path, help="a directory file instead of the one installed")
    parser.add_argument("--home", type=Path, help="keep everything of the program in this folder")
    parser.add_argument("--self-test", action="store_true", help="try the whole program and say what failed")
    parser.add_argument("--screenshots", type=Path, help="with --self-test: keep its pictures here")
    parser.add_argument("--version", action="version", version=f"Peer Desktop {__version__}")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
