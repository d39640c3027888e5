"""Lays out the tab of programs: what is needed above; below it choose, list and read, with the map."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from peer_desktop import paths
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query, Results
from peer_desktop.models.changes import Change
from peer_desktop.models.search import Search
from peer_desktop.settings import Settings
from peer_desktop.ui.asked_bar import AskedBar
from peer_desktop.ui.facet_pane import FacetPane
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.listing_pane import ListingPane
from peer_desktop.ui.map_pane import MapPane
from peer_desktop.ui.near_box import NearBox
from peer_desktop.ui.result_pane import ResultPane
from peer_desktop.ui.search_box import SearchBox
from peer_desktop.ui.theme import NEAR, TIGHT


LARGE_TEXT = 175
"""From this size of the text on, in percent, the small map under the reading pane gives way."""


class SearchScreen(QWidget):
    """Every pane shows the same results and asks the same search; none knows another."""

    term_wanted = Signal(str)
    text_copied = Signal(str)

    def __init__(
        self,
        search: Search,
        settings: Settings,
        *,
        dark: bool,
        use_engine: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self.listing_shown: int | None = None
        directory = search.directory
        labels = FacetLabels(directory.facets)
        self.search_box = SearchBox()
        self.near_box = NearBox(directory.places, directory.nearest_places)
        self.asked_bar = AskedBar(labels)
        self.facet_pane = FacetPane(directory.facets)
        self.result_pane = ResultPane(directory, labels)
        self.listing_pane = ListingPane(directory.facets, directory.terms(), directory.today)
        self.map_pane = MapPane(settings.language, dark, paths.regions_folder(), use_engine=use_engine)
        self._lay_out()
        self._connect()
        self.fit_text(settings.text_percent)
        self.show_results(search.results)

    def show_results(self, results: Results) -> None:
        """Give every pane the same answer."""
        for pane in (self.search_box, self.near_box, self.asked_bar, self.facet_pane, self.result_pane):
            pane.show_results(results)
        self.map_pane.show_results(results, self._names)
        self.map_pane.show_origin(results.origin, results.query.within_km)

    def take_focus(self) -> None:
        """Go to the search box, ready to type something else."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def show_listing(self, number: int) -> None:
        """Read one listing, and show where it is."""
        if number == self.listing_shown:
            return
        self.listing_shown = number
        self.listing_pane.show_listing(self._search.directory.listing(number), self._search.language)
        self.result_pane.select(number)
        self.map_pane.select(number)

    def clear(self) -> None:
        """Look as at the start: nothing asked, nothing read."""
        self.near_box.clear()
        self._search.clear()
        self.listing_shown = None
        self.facet_pane.open_as_at_first()
        self.listing_pane.clear()
        self.result_pane.select(None)
        self.map_pane.select(None)
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_language(self, language: Language) -> None:
        """Show everything in this language."""
        self._search.speak(language)
        self.listing_pane.set_language(language)
        self.map_pane.set_language(language)

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes through, in order."""
        return (self.search_box, self.facet_pane, self.result_pane, self.listing_pane, self.map_pane)

    def enlarge_map(self, large: bool) -> None:
        """Give the map the whole middle, or its place under the reading pane again."""
        if large:
            self._middle.addWidget(self.map_pane)
        else:
            self._reading.addWidget(self.map_pane)
        self.result_pane.setVisible(not large)
        self.map_pane.setVisible(large or not self._text_is_large)

    def fit_text(self, percent: int) -> None:
        """Large text needs the room of the small map; the large one is always a key away."""
        self._text_is_large = percent >= LARGE_TEXT
        self.enlarge_map(self.map_is_large)

    @property
    def map_is_large(self) -> bool:
        """Whether the map has the whole middle."""
        return self.map_pane.parentWidget() is self._middle

    def shut_down(self) -> None:
        """End the map's page and the worker before the window goes."""
        self.map_pane.shut_down()
        self._search.stop()

    def _lay_out(self) -> None:
        asking = QHBoxLayout()
        asking.setSpacing(NEAR)
        asking.addWidget(self.search_box, 3, Qt.AlignmentFlag.AlignTop)
        asking.addWidget(self.near_box, 2, Qt.AlignmentFlag.AlignTop)
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.addWidget(self.result_pane)
        self._reading = QSplitter(Qt.Orientation.Vertical)
        self._reading.addWidget(self.listing_pane)
        self._reading.addWidget(self.map_pane)
        self._reading.setSizes([400, 220])
        panes = QSplitter(Qt.Orientation.Horizontal)
        for pane, stretch in (
            (self.facet_pane, 0),
            (self._middle, 3),
            (self._reading, 2),
        ):
            panes.addWidget(pane)
            panes.setStretchFactor(panes.count() - 1, stretch)
        panes.setSizes([240, 650, 460])
        for splitter in (panes, self._middle, self._reading):
            splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(NEAR, NEAR, NEAR, 0)
        column.setSpacing(TIGHT)
        column.addLayout(asking)
        column.addWidget(self.asked_bar)
        column.addWidget(panes, 1)

    def _connect(self) -> None:
        self._search.results_changed.connect(self.show_results)
        self.search_box.text_changed.connect(self._type)
        self.search_box.results_wanted.connect(self.result_pane.take_focus)
        self.search_box.row_step_wanted.connect(self.result_pane.step)
        self.search_box.escape_pressed.connect(self._drop_conditions)
        self.near_box.place_changed.connect(self._change)
        for pane in (self.asked_bar, self.facet_pane, self.result_pane):
            pane.change_wanted.connect(self._change)
        self.result_pane.listing_selected.connect(self.show_listing)
        self.result_pane.listing_opened.connect(self.listing_pane.take_focus)
        self.map_pane.listing_selected.connect(self.show_listing)
        self.listing_pane.term_wanted.connect(self.term_wanted)
        self.listing_pane.text_copied.connect(self.text_copied)

    def _type(self, text: str) -> None:
        self._search.ask(self._search.query.with_text(text))

    def _change(self, change: Change) -> None:
        self._search.ask(change.applied_to(self._search.query))

    def _drop_conditions(self) -> None:
        self._search.ask(Query(language=self._search.language))

    def _names(self, numbers: Sequence[int]) -> list[str]:
        language = self._search.language
        return [row.name.said_in(language) for row in self._search.directory.rows(numbers)]
