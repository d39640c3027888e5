"""Tries the whole program without a person: window, search, ticks, reading, map, both languages.

It runs the same in a checkout, in an installed copy and in a package. It keeps to a folder of its own and
touches nothing of the person whose computer it is.
"""

import json
import logging
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Choice, Query
from peer_desktop.models.changes import NearChoice, Tick
from peer_desktop.paths import home_folder
from peer_desktop.settings import Settings
from peer_desktop.ui.handout_dialog import HandoutDialog
from peer_desktop.ui.main_window import MainWindow

PATIENCE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was tried; `failed` says what was wrong, or nothing."""

    name: str
    seconds: float
    failed: str = ""


class SelfTestFailed(Exception):  # noqa: N818 - not a bug of the self-test
    """A step did not do what it should."""


def run(screenshots: Path | None = None, directory: Path | None = None, report: Path | None = None) -> int:
    """Try everything; print a line a step; 0 when all went well. `report` also gets the steps as JSON."""
    with tempfile.TemporaryDirectory(prefix="peer-desktop-self-test-") as home:
        os.environ["PEER_DESKTOP_HOME"] = home
        _choose_platform()
        steps = _SelfTest(screenshots, directory).run()
    failed = [step for step in steps if step.failed]
    for step in steps:
        print(
            f"{'FAILED' if step.failed else 'ok':<7}{step.name} ({step.seconds:.2f} s) {step.failed}".rstrip()
        )
    print(f"self-test: {len(steps) - len(failed)} passed, {len(failed)} failed")
    if report:
        report.write_text(json.dumps([asdict(step) for step in steps], indent=1), "utf-8")
    return 1 if failed else 0


def _choose_platform() -> None:
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux"):
        if not has_display:
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if os.geteuid() == 0:  # the web engine's sandbox refuses root; only tests run as root
            os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


class _SelfTest:
    def __init__(self, screenshots: Path | None, directory: Path | None) -> None:
        self._screenshots = screenshots
        self._directory = directory
        self._steps: list[Step] = []
        self._errors = _Errors()

    def run(self) -> list[Step]:
        """Every step in its order; one that fails does not stop the others, but for the first."""
        logging.getLogger().addHandler(self._errors)
        try:
            self._try("the window opens", self._open)
            if self._steps[0].failed:
                return self._steps
            for name, what in (
                ("a search finds listings", self._search),
                ("a count says what ticking finds", self._tick),
                ("a listing can be read", self._read),
                ("a sheet of two listings is made", self._sheet),
                ("the glossary and the resources are there", self._other_tabs),
                ("the map is painted", self._map),
                ("the window speaks French", self._french),
                ("the window turns dark, and large", self._appearance),
                ("a bundle is made and proven, a damaged one refused", self._bundle),
                ("nothing was asked of the network", self._network),
                ("the desk can be cleared", self._clear),
            ):
                self._try(name, what)
            self._try("the window closes", self._close)
            self._try("no error was logged", self._errors.expect_none)
        finally:
            logging.getLogger().removeHandler(self._errors)
        return self._steps

    def _try(self, name: str, what: Callable[[], None]) -> None:
        started, failed = time.perf_counter(), ""
        try:
            what()
        except Exception as error:  # noqa: BLE001 - whatever a step ran into is what it found
            failed = f"{type(error).__name__}: {error}"
        self._steps.append(Step(name, round(time.perf_counter() - started, 3), failed))

    # -- the steps ---------------------------------------------------------------------------------------

    def _open(self) -> None:
        from peer_desktop.app import make_application, make_window

        self._app: QApplication = make_application()
        self._window: MainWindow = make_window(self._app, self._directory, settings=Settings(colours="light"))
        self._window.show()
        self._until(self._window.isVisible, "no window appeared")
        if self._window.search_screen is None:
            problem = self._window.problem_screen
            raise SelfTestFailed("the directory could not be opened" if problem else "no directory")
        self._screen = self._window.search_screen
        self._search_model = self._window.search
        _expect(self._search_model.results.total > 0, "the directory is empty")

    def _search(self) -> None:
        self._screen.search_box.setText("grief")
        self._until(lambda: self._search_model.results.query.text == "grief", "the words were not searched")
        _expect(
            0 < self._search_model.results.total < self._search_model.directory.size, "grief finds nothing"
        )

    def _tick(self) -> None:
        counts = self._search_model.results.counts["audience"]
        value = next(count for count in counts if count.count > 0)
        self._search_model.ask(Tick(Choice("audience", value.value)).applied_to(self._search_model.query))
        found = self._search_model.results.total
        _expect(found == value.count, f"{value.count} were promised and {found} found")

    def _read(self) -> None:
        number = int(self._search_model.results.numbers[0])
        self._screen.show_listing(number)
        name = self._search_model.directory.listing(number).name.said_in(Language.ENGLISH)
        _expect(self._screen.listing_shown == number, f"{name} is not shown")
        self._until(lambda: self._screen.map_pane.is_ready, "the map was never drawn")
        self._until_drawn(1.0)
        self._picture("window-en")

    def _sheet(self) -> None:
        for number in (1, 2):
            self._screen.show_listing(number)
            self._window.shortlist.toggle_listing(number)
        kept = self._screen.kept.shortlist.ids
        _expect(len(kept) == 2, f"{len(kept)} listings are kept")
        self._window.shortlist.open_handout(None)
        dialog = self._window.findChild(HandoutDialog)
        _expect(dialog is not None, "no sheet is shown")
        if dialog is not None:
            file = home_folder() / "sheet.pdf"
            dialog.save(file)
            _expect(file.read_bytes().startswith(b"%PDF"), f"no PDF was made: {dialog.said}")
            self._until_drawn()
            self._picture("handout-en", dialog)
            dialog.close()
        self._screen.kept.clear()

    def _other_tabs(self) -> None:
        for tab, name in ((1, "glossary-en"), (2, "resources-en")):
            self._window.tabs.setCurrentIndex(tab)
            self._until_drawn()
            self._picture(name)
        self._window.tabs.setCurrentIndex(0)

    def _map(self) -> None:
        self._until(lambda: self._screen.map_pane.is_ready, "the map was never drawn")
        place = self._search_model.directory.places("Moncton, NB")[0]
        self._search_model.ask(NearChoice(place, 250.0, serves=False).applied_to(Query()))
        self._screen.enlarge_map(True)
        self._until_drawn(1.5)
        self._picture("map-maritimes")
        self._screen.enlarge_map(False)

    def _french(self) -> None:
        title = self._window.tabs.tabText(1)
        self._window.speak(Language.FRENCH)
        self._until(lambda: self._window.tabs.tabText(1) != title, "the tabs still speak English")
        self._screen.search_box.setText("deuil")
        self._until(lambda: self._search_model.results.query.text == "deuil", "the words were not searched")
        self._search_model.ask(Query(text="deuil", language=Language.FRENCH))
        self._screen.show_listing(int(self._search_model.results.numbers[0]))
        self._until_drawn(1.0)
        self._picture("window-fr")

    def _appearance(self) -> None:
        self._window.apply_settings(Settings(Language.FRENCH, colours="dark"))
        self._until_drawn(1.0)
        self._picture("window-fr-dark")
        self._window.apply_settings(Settings(Language.ENGLISH, text_percent=200, colours="light"))
        self._until_drawn(1.0)
        self._picture("text-200")
        self._window.apply_settings(Settings(Language.ENGLISH, colours="light"))

    def _bundle(self) -> None:
        from peer_desktop.bundle.trial import try_chain

        with tempfile.TemporaryDirectory() as folder:
            preview, code = try_chain(Path(folder))
        _expect(preview.key_name == "trial" and preview.difference.after > 0, "the bundle was not read")
        _expect(bool(code), "a damaged bundle was accepted")

    def _network(self) -> None:
        refused = self._screen.map_pane.refused_requests
        _expect(refused == 0, f"{refused} requests left the map's own scheme")

    def _clear(self) -> None:
        self._window.clear_desk()
        query = self._search_model.query
        _expect(replace(query, language=Language.ENGLISH) == Query(), "something is still asked")

    def _close(self) -> None:
        self._window.close()
        self._until(lambda: not self._window.isVisible(), "the window stayed open")

    # -- waiting and looking -----------------------------------------------------------------------------

    def _until(self, true: Callable[[], bool], otherwise: str) -> None:
        ends = time.monotonic() + PATIENCE_SECONDS
        while not true():
            if time.monotonic() > ends:
                raise SelfTestFailed(otherwise)
            _wait(0.02)

    def _until_drawn(self, seconds: float = 0.3) -> None:
        _wait(seconds if self._screenshots else 0.05)

    def _picture(self, name: str, of: QWidget | None = None) -> None:
        if self._screenshots:
            self._screenshots.mkdir(parents=True, exist_ok=True)
            file = self._screenshots / f"{name}.png"
            _expect((of or self._window).grab().save(str(file)), f"{file} could not be written")


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class _Errors(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.said.append(record.getMessage())

    def expect_none(self) -> None:
        """Raise SelfTestFailed when something was logged."""
        _expect(not self.said, "; ".join(self.said))


def _expect(true: bool, otherwise: str) -> None:
    if not true:
        raise SelfTestFailed(otherwise)
