"""Offers what there is to read about peer support, after a page that explains it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Resource
from peer_desktop.models.resource_list import Narrowing, ResourceList
from peer_desktop.ui import resource_page, resource_words, theme, understanding
from peer_desktop.ui.going_round import Stop
from peer_desktop.ui.icons import icon
from peer_desktop.ui.reading_page import ReadingPage
from peer_desktop.ui.resource_filters import ResourceFilters
from peer_desktop.ui.searched_list import SearchedList
from peer_desktop.ui.two_sides import TwoSides
from peer_desktop.ui.wrapped_button import WrappedButton


class ResourcesTab(QWidget):
    """Understanding peer support, and the list of resources, on the left; what is read on the right."""

    text_copied = Signal(str)
    term_wanted = Signal(str)
    """The id of a term of the glossary."""

    def __init__(
        self, directory: Directory | None, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._directory = directory
        self._language = language
        self._narrowing = Narrowing()
        self._shown: Resource | None = None
        self._model = ResourceList(resource_words.description, language, self)
        self.understanding = WrappedButton(icon("book-open"), "")
        self.understanding.setCheckable(True)
        self.filters = ResourceFilters()
        self.list = SearchedList(self._model)
        self.page = ReadingPage()
        self._lay_out()
        self.understanding.clicked.connect(self._open_understanding)
        self.filters.narrowing_wanted.connect(self._narrow)
        self.list.text_changed.connect(self._find)
        self.list.row_chosen.connect(self._read)
        self.list.reading_wanted.connect(self._turn_to_page)
        self.list.clearing_wanted.connect(self._show_everything)
        self.page.text_copied.connect(self.text_copied)
        self.set_language(language)

    def show_directory(self, directory: Directory | None) -> None:
        """Offer the resources of another directory, or of none."""
        self._directory = directory
        self.clear()

    def set_language(self, language: Language) -> None:
        """Speak this language from now on; what is read stays open."""
        self._language = language
        self.understanding.say(self.tr("Understanding peer support"))
        self.filters.say()
        self.sides.say(self.tr("Back to the resources"))
        self.list.say(
            label=self.tr("F&ind something to read, watch or hear"),
            rows=self.tr("Resources"),
            nothing=self.tr("No resource fits these words and choices."),
            everything=self.tr("Show all resources"),
        )
        self._find()
        if self._shown is None:
            self.open_understanding()
        else:
            resource_page.write(self.page, self._shown, language)

    def open_understanding(self) -> None:
        """Show the page that explains peer support."""
        self._shown = None
        self.understanding.setChecked(True)
        self.list.unchoose()
        directory = self._directory
        terms = directory.terms() if directory else ()
        resources = directory.resources() if directory else ()
        ways = understanding.Ways(
            open_resource=self._follow,
            open_term=self.term_wanted.emit,
            resources=frozenset(resource.id for resource in resources),
            terms={term.id: term.name.said_in(self._language) for term in terms},
        )
        understanding.write(self.page, understanding.read(self._language), ways)

    def open_resource(self, resource_id: str) -> bool:
        """Go to a resource; False where the directory has no such resource."""
        if self._model.row_of(resource_id) is None:
            self._ask_for_everything()
        row = self._model.row_of(resource_id)
        if row is None:
            return False
        self.list.choose(row, tell=False)
        self._read(row)
        self._turn_to_page(True)
        return True

    def stops(self) -> Sequence[Stop]:
        """What F6 goes through: the list, and the page."""
        return (
            Stop(self.sides.choosing, self.take_focus),
            Stop(self.page, lambda: self._turn_to_page(True)),
        )

    def clear(self) -> None:
        """Look as at the start: nothing typed, nothing chosen, the page that explains."""
        self._ask_for_everything()
        self.open_understanding()
        self.list.view.scrollToTop()
        self.sides.choose()

    def _open_understanding(self) -> None:
        self.open_understanding()
        self._turn_to_page(True)

    def take_focus(self) -> None:
        """Go to the line to look for words in."""
        self.sides.choose()
        self.list.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_to_page(self, with_focus: bool) -> None:
        self.sides.read()
        if with_focus:
            self.page.focus_title()

    def _follow(self, resource_id: str) -> None:
        self.open_resource(resource_id)

    def _show_everything(self) -> None:
        self._ask_for_everything()
        self.list.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for_everything(self) -> None:
        self._narrowing = Narrowing()
        self.list.forget_text()
        self._find()

    def _narrow(self, narrowing: Narrowing) -> None:
        self._narrowing = narrowing
        self._find()

    def _find(self, text: str | None = None) -> None:
        words = self.list.field.text() if text is None else text
        directory = self._directory
        found = directory.find_resources(words, self._language) if directory else ()
        everything = directory.resources() if directory else ()
        kept = self._narrowing.kept(found)
        self._model.show_resources(kept, self._language)
        self.filters.show_counts(found, everything, self._narrowing)
        if directory is None:
            no_directory = self.tr("No directory is open, and the resources are kept in it.")
            self.list.show_count(no_directory, can_show_more=False)
            return
        count = len(kept)
        self.list.show_count(self.tr("%n resources", None, count))
        if self._shown is not None and (row := self._model.row_of(self._shown.id)) is not None:
            self.list.choose(row, tell=False)

    def _read(self, row: int) -> None:
        self._shown = self._model.resource(row)
        self.understanding.setChecked(False)
        resource_page.write(self.page, self._shown, self._language)

    def _lay_out(self) -> None:
        self.list.add_filter(self.filters)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.APART, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(theme.APART, 0, theme.NEAR, 0)
        top.addWidget(self.understanding)
        column.addLayout(top)
        column.addWidget(self.list, stretch=1)
        self.sides = TwoSides(left, self.page)
        self.sides.went_back.connect(self.list.focus_rows)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sides)
