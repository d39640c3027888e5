"""Lays out the window: crisis bar, tabs, status line, and the menus that lead everywhere."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.pinned_lines import PINNED_LINES
from peer_desktop.directory.problems import Problem
from peer_desktop.directory.query import Query, Results
from peer_desktop.models.opened import Opened
from peer_desktop.models.search import Search
from peer_desktop.settings import Settings, SettingsNotKept, keep, settings_file
from peer_desktop.ui import theme
from peer_desktop.ui.about_dialog import AboutDialog
from peer_desktop.ui.actions import Actions, shortcuts
from peer_desktop.ui.crisis_bar import CrisisBar
from peer_desktop.ui.desk import Desk, Part
from peer_desktop.ui.directory_keeping import DirectoryKeeping
from peer_desktop.ui.glossary_tab import GlossaryTab
from peer_desktop.ui.going_round import Stop, go_round
from peer_desktop.ui.help_dialog import HelpDialog
from peer_desktop.ui.menus import Menus
from peer_desktop.ui.notice import Notice
from peer_desktop.ui.problem_screen import ProblemScreen
from peer_desktop.ui.resources_tab import ResourcesTab
from peer_desktop.ui.search_screen import SearchScreen
from peer_desktop.ui.settings_dialog import SettingsDialog
from peer_desktop.ui.shortlist_corner import ShortlistCorner
from peer_desktop.ui.status_line import StatusLine
from peer_desktop.ui.tabs import Tabs
from peer_desktop.ui.translator import Translator

FIRST_SIZE = (1366, 728)
"""Fits the smallest screen that halls have, beside a task bar; in pixels."""


class MainWindow(QMainWindow):
    """The one window. Without a directory it still shows whom to call, and what is wrong."""

    def __init__(
        self,
        opened: Opened,
        settings: Settings,
        translator: Translator,
        *,
        today: date | None = None,
        use_engine: bool = True,
    ) -> None:
        super().__init__()
        self._opened = opened
        self._use_engine = use_engine
        self._settings = settings
        self._translator = translator
        self.search_screen: SearchScreen | None = None
        self.crisis_bar = CrisisBar(PINNED_LINES, settings.language)
        self.notice = Notice()
        self.tabs = Tabs()
        self.problem_screen: ProblemScreen | None = None
        self.glossary = GlossaryTab(opened.directory, settings.language)
        self.resources = ResourcesTab(opened.directory, settings.language)
        self._status = StatusLine()
        self._actions = Actions(self)
        self._menus = Menus(self.menuBar(), self._actions)
        self._keeping = DirectoryKeeping(self, today or date.today())
        self.desk = Desk(self, _application(), self.notice, settings.idle_minutes)
        self._lay_out()
        self._connect()
        if opened.directory is not None:
            self._begin_search(opened.directory)
        else:
            self.problem_screen = ProblemScreen(opened.problem or Problem())
            self.tabs.insertTab(0, self.problem_screen, "")
        if opened.problem is not None and opened.directory is not None:
            self.notice.say(opened.problem.said_in(settings.language))
        self.tabs.add_at_the_edge(self.desk.buttons)
        self._actions.can(self._deeds())
        self._keeping.note_shown(opened)
        self.tabs.setCurrentIndex(0)
        self._say()
        self.resize(*FIRST_SIZE)
        if self.search_screen is not None:
            self.search_screen.search_box.setFocus()

    # -- what a person can do ---------------------------------------------------------------------------

    def clear_desk(self) -> None:
        """Forget the person at the desk: what was searched, ticked, read, kept and copied."""
        self.desk.clear()

    def speak(self, language: Language) -> None:
        """Change the language of the whole window at once."""
        self.apply_settings(replace(self._settings, language=language))

    def apply_settings(self, settings: Settings) -> None:
        """Wear new settings at once, and keep them."""
        before, self._settings = self._settings, settings
        try:
            keep(settings_file(), settings)
        except SettingsNotKept as problem:
            self.notice.say(problem.said_in(settings.language))
        theme.apply(_application(), theme.Appearance(settings.colours, settings.text_percent))
        self.desk.allow_minutes(settings.idle_minutes)
        if settings.language is not before.language:
            self._translator.speak(settings.language)
            for part in (self.crisis_bar, self.glossary, self.resources):
                part.set_language(settings.language)
            if self.search_screen is not None:
                self.search_screen.set_language(settings.language)

    def show_opened(self, opened: Opened) -> None:
        """Show another directory in every pane, at once."""
        directory = opened.directory
        if directory is None:
            return
        self._opened = opened
        self._keeping.note_shown(opened)
        if self.search_screen is None:
            self._begin_search(directory)
            self._actions.can(self._deeds())
            if self.problem_screen is not None:
                self.tabs.removeTab(self.tabs.indexOf(self.problem_screen))
                self.problem_screen.deleteLater()
                self.problem_screen = None
        else:
            self.search_screen.use(directory)
            self.crisis_bar.show_lines(directory.crisis_lines())
        for part in (self.glossary, self.resources):
            # in turns of their own: nobody waits for a page that is behind another
            QTimer.singleShot(0, part, partial(part.show_directory, directory))
        self._say()

    def open_term(self, term_id: str) -> None:
        """Explain a word in the glossary."""
        self.tabs.setCurrentWidget(self.glossary)
        self.glossary.open_term(term_id)

    def open_update(self, file: Path | None = None) -> None:
        """Update directory…; with a bundle, that one is looked at."""

        def kept_ids() -> Collection[str]:
            return self.search_screen.kept.shortlist.ids if self.search_screen else ()

        if not self.desk.cover.is_down:
            self._keeping.open_update(self._opened, self._settings.language, kept_ids, file)

    # -- Qt ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, and the colours of the system."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        elif event.type() == QEvent.Type.PaletteChange and self.search_screen is not None:
            self.search_screen.map_pane.set_dark(_is_dark())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing of the person behind."""
        self.clear_desk()
        self._keeping.shut_down()
        if self.search_screen is not None:
            self.search_screen.shut_down()
        super().closeEvent(event)

    # -- laying out --------------------------------------------------------------------------------------

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What each action does; without a directory some of them can do nothing."""
        doing: dict[str, Callable[[], object]] = {
            "clear": self.clear_desk,
            "hide": self.desk.cover.drop,
            "next-pane": lambda: self._go_round(1),
            "previous-pane": lambda: self._go_round(-1),
            "programs": lambda: self.tabs.setCurrentIndex(0),
            "resources": lambda: _turn_to(self.tabs, self.resources),
            "crisis": lambda: self.crisis_bar.open_lines(),
            "update": self.open_update,
            "history": lambda: self._keeping.open_history(self._settings.language),
            "keys": lambda: self._keeping.open_keys(self._settings.language),
            "settings": self._open_settings,
            "help": lambda: HelpDialog(shortcuts(), self).open(),
            "about": self._open_about,
            "quit": self.close,
        }
        if self.search_screen is None:
            return doing
        screen = self.search_screen
        return doing | {
            "programs": lambda: self._in_programs(screen.take_focus),
            "find": lambda: self._in_programs(screen.take_focus),
            "near": lambda: self._in_programs(screen.near_box.take_focus),
            "back": self.search.back,
            "forward": self.search.forward,
            "next-listing": lambda: screen.result_pane.step(1),
            "previous-listing": lambda: screen.result_pane.step(-1),
            "glossary": lambda: _turn_to(self.tabs, self.glossary),
            "keep": lambda: self.shortlist.toggle_listing(screen.listing_shown),
            "shortlist": self.shortlist.open_panel,
            "handout": lambda: self.shortlist.open_handout(screen.listing_shown),
            "wide-map": lambda: screen.enlarge_map(not screen.map_is_large),
        }

    def _begin_search(self, directory: Directory) -> None:
        self.search = Search(directory, Query(language=self._settings.language), self)
        screen = SearchScreen(self.search, self._settings, dark=_is_dark(), use_engine=self._use_engine)
        self.search_screen = screen
        self.crisis_bar.show_lines(directory.crisis_lines())
        self.tabs.insertTab(0, screen, "")
        screen.term_wanted.connect(self.open_term)
        screen.text_copied.connect(self.desk.copied.add)
        self.shortlist = ShortlistCorner(screen.kept, self.search)
        self.shortlist.refused.connect(lambda why: self.notice.say(why))
        self.shortlist.reading_wanted.connect(lambda one: self._in_programs(lambda: screen.show_listing(one)))
        self.tabs.add_at_the_edge(self.shortlist)
        self.search.results_changed.connect(self._show_found)
        self.search.history_changed.connect(self._show_history)

    def _lay_out(self) -> None:
        self.tabs.addTab(self.glossary, "")
        self.tabs.addTab(self.resources, "")
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.crisis_bar)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self._status)

    def _connect(self) -> None:
        self.crisis_bar.language_wanted.connect(self.speak)
        for part in (self.crisis_bar, self.glossary, self.resources):
            part.text_copied.connect(self.desk.copied.add)
        self._keeping.directory_opened.connect(self.show_opened)
        self._keeping.bundle_dropped.connect(self.open_update)
        self.desk.consists_of(self._parts)
        self.desk.covered.connect(self._actions.pause)
        self.desk.covered.connect(self._show_history)
        self.notice.answered.connect(self.notice.hide)
        self.resources.term_wanted.connect(self.open_term)

    def _say(self) -> None:
        self.setWindowTitle("Peer Desktop")
        for tab, title in enumerate((self.tr("Programs"), self.tr("Glossary"), self.tr("Resources"))):
            self.tabs.setTabText(tab, title)
        self.tabs.bar.setAccessibleName(self.tr("Parts of the program"))
        self._menus.say()
        self._actions.say()
        self.tabs.setTabEnabled(self.tabs.indexOf(self.glossary), self._opened.directory is not None)
        self._show_history()
        if self._opened.directory is not None:
            self._show_found(self.search.results)
            receipt = self._opened.current.receipt
            self._status.show_directory(self._opened.directory, receipt, self._settings.language)

    def _show_found(self, results: Results) -> None:
        self._status.show_found(results.total, self.search.directory.size)

    def _parts(self) -> list[Part]:
        """What is cleared, in order; the search comes last, for it takes the keyboard."""
        parts: list[Part] = [self.glossary, self.resources, self.tabs]
        return [*parts, self.search_screen] if self.search_screen else parts

    def _show_history(self) -> None:
        if self.search_screen is not None and not self.desk.cover.is_down:
            self._actions["back"].setEnabled(self.search.can_go_back)
            self._actions["forward"].setEnabled(self.search.can_go_forward)

    def _in_programs(self, go: Callable[[], object]) -> None:
        self.tabs.setCurrentIndex(0)
        go()

    def _go_round(self, step: int) -> None:
        tab = self.tabs.currentWidget()
        stops = [Stop(self.crisis_bar)]
        if isinstance(tab, SearchScreen | GlossaryTab | ResourcesTab):
            stops += tab.stops()
        elif tab is not None:
            stops.append(Stop(tab))
        go_round(stops, step)

    def _open_settings(self) -> None:
        dialog = SettingsDialog(self._settings, self)
        dialog.settings_changed.connect(self.apply_settings)
        dialog.open()

    def _open_about(self) -> None:
        opened = self._opened
        dialog = AboutDialog(opened.directory, self._settings.language, self, file=opened.current.path)
        dialog.text_copied.connect(self.desk.copied.add)
        dialog.open()


def _turn_to(tabs: Tabs, tab: GlossaryTab | ResourcesTab) -> None:
    """Ready to type: whoever comes by a key looks for something."""
    tabs.setCurrentWidget(tab)
    tab.take_focus()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs a QApplication")
    return app


def _is_dark() -> bool:
    return QGuiApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128
