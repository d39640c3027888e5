"""Lays out the window: crisis bar, tabs, status line, and the menus that lead everywhere."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.pinned_lines import PINNED_LINES
from peer_desktop.directory.problems import Problem
from peer_desktop.directory.query import Query, Results
from peer_desktop.models.search import Search
from peer_desktop.settings import Settings, SettingsNotKept, keep, settings_file
from peer_desktop.ui import theme
from peer_desktop.ui.about_dialog import AboutDialog
from peer_desktop.ui.actions import Actions, shortcuts
from peer_desktop.ui.crisis_bar import CrisisBar
from peer_desktop.ui.directory_age import directory_age
from peer_desktop.ui.glossary_tab import GlossaryTab
from peer_desktop.ui.going_round import go_round
from peer_desktop.ui.help_dialog import HelpDialog
from peer_desktop.ui.idle_watch import IdleWatch
from peer_desktop.ui.notice import Notice
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.problem_screen import ProblemScreen
from peer_desktop.ui.resources_tab import ResourcesTab
from peer_desktop.ui.search_screen import SearchScreen
from peer_desktop.ui.settings_dialog import SettingsDialog
from peer_desktop.ui.translator import Translator

FIRST_SIZE = (1366, 728)
"""Fits the smallest screen that halls have, beside a task bar; in pixels."""


class MainWindow(QMainWindow):
    """The one window. Without a directory it still shows whom to call, and what is wrong."""

    def __init__(
        self,
        directory: Directory | None,
        problem: Problem | None,
        settings: Settings,
        translator: Translator,
        *,
        file: Path | None = None,
        use_engine: bool = True,
    ) -> None:
        super().__init__()
        self._file = file
        self._directory = directory
        self._settings = settings
        self._translator = translator
        self._copied: set[str] = set()
        self.search_screen: SearchScreen | None = None
        self.crisis_bar = CrisisBar(PINNED_LINES, settings.language)
        self.notice = Notice()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row of tabs takes it
        self.problem_screen = ProblemScreen(problem) if problem else None
        if directory is not None:
            self.search = Search(directory, Query(language=settings.language), self)
            self.search_screen = SearchScreen(self.search, settings, dark=_is_dark(), use_engine=use_engine)
            self.crisis_bar.show_lines(directory.crisis_lines())
        self.glossary = GlossaryTab(directory, settings.language)
        self.resources = ResourcesTab(directory, settings.language)
        self._actions = Actions(self, self._deeds())
        self._idle = IdleWatch(_application(), self)
        self._lay_out()
        self._connect()
        self._say()
        self.resize(*FIRST_SIZE)
        if self.search_screen is not None:
            self.search_screen.search_box.setFocus()

    # -- what a person can do ---------------------------------------------------------------------------

    def clear_desk(self) -> None:
        """Forget the person at the desk: what was searched, ticked, read and copied."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() in self._copied:
            clipboard.clear()
        self._copied.clear()
        self.notice.hide()
        self.glossary.clear()
        self.resources.clear()
        for dialog in self.findChildren(QWidget):
            if dialog.isWindow() and dialog.isVisible():
                dialog.close()
        self.tabs.setCurrentIndex(0)
        if self.search_screen is not None:
            self.search_screen.clear()
        self._idle.watch(False)

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
        if self.search_screen is not None:
            self.search_screen.fit_text(settings.text_percent)
        if settings.language is not before.language:
            self._translator.speak(settings.language)
            for part in (self.crisis_bar, self.glossary, self.resources):
                part.set_language(settings.language)
            if self.search_screen is not None:
                self.search_screen.set_language(settings.language)

    def open_term(self, term_id: str) -> None:
        """Explain a word in the glossary."""
        self.tabs.setCurrentWidget(self.glossary)
        self.glossary.open_term(term_id)

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
        if self.search_screen is not None:
            self.search_screen.shut_down()
        super().closeEvent(event)

    # -- laying out --------------------------------------------------------------------------------------

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What each action does; without a directory some of them can do nothing."""
        doing: dict[str, Callable[[], object]] = {
            "clear": self.clear_desk,
            "next-pane": lambda: self._go_round(1),
            "previous-pane": lambda: self._go_round(-1),
            "programs": lambda: self.tabs.setCurrentIndex(0),
            "resources": lambda: self.tabs.setCurrentWidget(self.resources),
            "crisis": lambda: self.crisis_bar.open_lines(),
            "settings": self._open_settings,
            "help": lambda: HelpDialog(shortcuts(), self).open(),
            "about": self._open_about,
            "quit": self.close,
        }
        if self.search_screen is None:
            return doing
        screen = self.search_screen
        return doing | {
            "find": lambda: self._in_programs(screen.take_focus),
            "near": lambda: self._in_programs(screen.near_box.take_focus),
            "back": self.search.back,
            "forward": self.search.forward,
            "next-listing": lambda: screen.result_pane.step(1),
            "previous-listing": lambda: screen.result_pane.step(-1),
            "glossary": lambda: self.tabs.setCurrentWidget(self.glossary),
            "wide-map": lambda: screen.enlarge_map(not screen.map_is_large),
        }

    def _lay_out(self) -> None:
        self.tabs.addTab(self.search_screen or self.problem_screen or QWidget(), "")
        self.tabs.addTab(self.glossary, "")
        self.tabs.addTab(self.resources, "")
        self.tabs.setTabEnabled(1, self._directory is not None)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.crisis_bar)
        column.addWidget(self.notice)
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)
        self._menus = {name: self.menuBar().addMenu("") for name in _MENUS}
        for name, deeds in _MENUS.items():
            for deed in deeds:
                if deed:
                    self._menus[name].addAction(self._actions[deed])
                else:
                    self._menus[name].addSeparator()
        self._status = QLabel()
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self.statusBar().addWidget(self._status, 1)
        self._age = PlainLabel(calm=True)
        self._age.setWordWrap(False)
        self.statusBar().addPermanentWidget(self._age)

    def _connect(self) -> None:
        self.crisis_bar.language_wanted.connect(self.speak)
        for part in (self.crisis_bar, self.glossary, self.resources):
            part.text_copied.connect(self._copied.add)
        self._idle.warned.connect(self._warn)
        self._idle.returned.connect(self.notice.hide)
        self._idle.left.connect(self.clear_desk)
        self.notice.answered.connect(self.notice.hide)
        self.resources.term_wanted.connect(self.open_term)
        if self.search_screen is not None:
            self.search_screen.term_wanted.connect(self.open_term)
            self.search_screen.text_copied.connect(self._copied.add)
            self.search.results_changed.connect(self._show_status)
            self.search.results_changed.connect(lambda: self._idle.watch(True))
            self.search.history_changed.connect(self._show_history)
            self.search_screen.result_pane.listing_selected.connect(lambda _: self._idle.watch(True))

    def _say(self) -> None:
        self.setWindowTitle("Peer Desktop")
        for tab, title in enumerate((self.tr("Programs"), self.tr("Glossary"), self.tr("Resources"))):
            self.tabs.setTabText(tab, title)
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the program"))
        titles = (self.tr("&File"), self.tr("&Go"), self.tr("&View"), self.tr("&Help"))
        for menu, title in zip(self._menus.values(), titles, strict=True):
            menu.setTitle(title)
        self._actions.say()
        self._show_history()
        if self.search_screen is not None:
            self._show_status(self.search.results)

    def _show_status(self, results: Results) -> None:
        directory = self.search.directory
        found = self.tr("%n of {all} listings", None, results.total).format(all=directory.size)
        self._status.setText(found)
        age = directory_age(directory.facts.data_as_of, directory.today, self._settings.language)
        self._age.setText(self.tr("{age} · works without internet").format(age=age))

    def _show_history(self) -> None:
        if self.search_screen is not None:
            self._actions["back"].setEnabled(self.search.can_go_back)
            self._actions["forward"].setEnabled(self.search.can_go_forward)

    def _in_programs(self, go: Callable[[], object]) -> None:
        self.tabs.setCurrentIndex(0)
        go()

    def _go_round(self, step: int) -> None:
        parts: list[QWidget] = [self.crisis_bar]
        if self.tabs.currentWidget() is self.search_screen and self.search_screen is not None:
            parts += [pane for pane in self.search_screen.panes() if pane.isVisible()]
        else:
            parts.append(self.tabs.currentWidget())
        go_round(parts, step)

    def _open_settings(self) -> None:
        dialog = SettingsDialog(self._settings, self)
        dialog.settings_changed.connect(self.apply_settings)
        dialog.open()

    def _open_about(self) -> None:
        dialog = AboutDialog(self._directory, self._settings.language, self, file=self._file)
        dialog.text_copied.connect(self._copied.add)
        dialog.open()

    def _warn(self) -> None:
        self.notice.say(
            self.tr("Nobody has used this window for a while. In half a minute the desk is cleared."),
            self.tr("Stay"),
        )


_MENUS = {
    "file": ("clear", "", "settings", "", "quit"),
    "go": ("find", "near", "", "back", "forward", "", "next-listing", "previous-listing", "",
           "next-pane", "previous-pane"),
    "view": ("programs", "glossary", "resources", "", "wide-map"),
    "help": ("help", "crisis", "", "about"),
}  # fmt: skip


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs a QApplication")
    return app


def _is_dark() -> bool:
    return QGuiApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128
