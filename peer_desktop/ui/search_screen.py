"""Lays out the tab of programs: what is needed above; below it choose, list and read, with the map."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from peer_desktop import paths
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import ListingRow
from peer_desktop.directory.query import Place, Query, Results
from peer_desktop.models.changes import Change
from peer_desktop.models.search import Search
from peer_desktop.models.shortlist import KeptListings
from peer_desktop.settings import Settings
from peer_desktop.ui.asked_bar import AskedBar
from peer_desktop.ui.asking_row import AskingRow
from peer_desktop.ui.facet_pane import FacetPane
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.going_round import Stop
from peer_desktop.ui.in_frames import InFrames
from peer_desktop.ui.listing_pane import ListingPane
from peer_desktop.ui.map_pane import MapPane
from peer_desktop.ui.near_box import NearBox
from peer_desktop.ui.panes import Panes, Part
from peer_desktop.ui.result_pane import ResultPane
from peer_desktop.ui.search_box import SearchBox
from peer_desktop.ui.steady_line import SteadyLine
from peer_desktop.ui.theme import NEAR, TIGHT


class SearchScreen(QWidget):
    """Every pane shows the same results and asks the same search; none knows another."""

    listing_selected = Signal(int)
    """A row was selected by a person."""
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
        self.kept = KeptListings(self)
        directory = search.directory
        self._labels = FacetLabels(directory.facets)
        self._listings = _ListingsNow(search)
        self.search_box = SearchBox()
        self.near_box = NearBox(self._listings.places, self._listings.nearest_places)
        self.asked_bar = AskedBar(self._labels)
        self.facet_pane = FacetPane(directory.facets)
        self.result_pane = ResultPane(self._listings, self._labels)
        self._frames = InFrames(self)
        self.listing_pane = ListingPane(
            directory.facets, directory.terms(), directory.today, kept=self.kept, frames=self._frames
        )
        self.map_pane = MapPane(settings.language, dark, paths.regions_folder(), use_engine=use_engine)
        self._lay_out()
        self._connect()
        self.show_results(search.results)

    def show_results(self, results: Results) -> None:
        """Give every pane the same answer; for a large directory the list first, the others in frames."""
        for pane in (self.search_box, self.near_box, self.result_pane):
            pane.show_results(results)
        self._panes.show_found(results.total)

        def show_the_rest() -> Iterator[None]:
            self.facet_pane.show_results(results)
            yield
            self.asked_bar.show_results(results)
            self.map_pane.show_results(results, self._listings.names)
            self.map_pane.show_origin(results.origin, results.query.within_km)

        self._frames.do("results", show_the_rest, at_once=not self._search.is_large)

    def take_focus(self) -> None:
        """Go to the search box, ready to type something else."""
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def show_listing(self, number: int) -> None:
        """Read one listing, and show where it is."""
        if number == self.listing_shown:
            return
        self.listing_shown = number
        self.result_pane.select(number)
        at_once = not self._search.is_large
        listing = self._search.directory.listing(number)
        self.listing_pane.show_listing(listing, self._search.language, at_once=at_once)
        self._frames.do("pin", lambda: self.map_pane.select(number), at_once=at_once)

    def use(self, directory: Directory) -> None:
        """Show another directory: the same search in it, and the same listing, if it has it."""
        before, number = self._search.directory, self.listing_shown
        self._frames.forget()
        read = None if number is None else directory.number_of(before.listing(number).id)
        if directory.facets != before.facets:
            self._labels.use(directory.facets)
            self.facet_pane.use(directory.facets)
        self.listing_pane.use(directory.facets, directory.terms())
        self.listing_shown = None
        self.result_pane.select(None)
        self.map_pane.select(None)
        self._search.use(directory)
        if read is not None:
            self.show_listing(read)

    def clear(self) -> None:
        """Look as at the start: nothing asked, nothing read, nothing kept."""
        self._frames.forget()
        self.kept.clear()
        self.search_box.forget()
        self.near_box.clear()
        self._search.clear()
        self.listing_shown = None
        self.facet_pane.open_as_at_first()
        self.listing_pane.clear()
        self.result_pane.clear()
        self.map_pane.select(None)
        self._panes.show_list()
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_language(self, language: Language) -> None:
        """Show everything in this language."""
        self._search.speak(language)
        self.listing_pane.set_language(language)
        self.map_pane.set_language(language)

    def stops(self) -> Sequence[Stop]:
        """What F6 goes through, in order; what has no room now is shown for it."""
        stops = [
            Stop(self.search_box, self.take_focus),
            Stop(self.facet_pane, lambda: self._choose(True)),
            Stop(self.listing_pane, self._read_on),
        ]
        if not self.map_is_large:
            stops.insert(2, Stop(self.result_pane, self._go_to_results))
        if self._panes.has_map:
            stops.append(Stop(self.map_pane, self._go_to_map))
        return stops

    def enlarge_map(self, large: bool) -> None:
        """Give the map the whole middle, or its place under the reading pane again."""
        self._panes.enlarge_map(large)

    @property
    def map_is_large(self) -> bool:
        """Whether the map has the whole middle."""
        return self._panes.map_is_large

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has no line to spare."""
        super().resizeEvent(event)
        self._asked_line.fit(event.size().height())

    def shut_down(self) -> None:
        """End the map's page and the worker before the window goes."""
        self._frames.forget()
        self.map_pane.shut_down()
        self._search.stop()

    def _lay_out(self) -> None:
        self._panes = Panes(self.facet_pane, self.result_pane, self.listing_pane, self.map_pane)
        page = _Page()
        column = QVBoxLayout(page)
        column.setContentsMargins(NEAR, NEAR, NEAR, 0)
        column.setSpacing(TIGHT)
        column.addWidget(AskingRow(self.search_box, self.near_box))
        self._asked_line = SteadyLine(self.asked_bar)
        column.addWidget(self._asked_line)
        column.addWidget(self._panes, 1)
        scrolled = QScrollArea()  # in a low window with large text the rows keep their room
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(page)
        self._scrolled = scrolled
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)

    def _connect(self) -> None:
        search = self._search
        self._search.results_changed.connect(self.show_results)
        self.search_box.text_changed.connect(self._type)
        self.search_box.results_wanted.connect(self._go_to_results)
        self.search_box.row_step_wanted.connect(lambda rows: self.result_pane.step(rows))
        self.search_box.escape_pressed.connect(lambda: search.ask(Query(language=search.language)))
        self.map_pane.listing_selected.connect(self.show_listing)
        self._panes.arranged.connect(self.result_pane.offer_choosing)
        self._panes.went_back.connect(lambda: self.result_pane.take_focus())
        self.near_box.place_changed.connect(self._change)
        for pane in (self.asked_bar, self.facet_pane, self.result_pane):
            pane.change_wanted.connect(self._change)
        self.result_pane.listing_selected.connect(self.show_listing)
        self.result_pane.listing_opened.connect(self._read_on)
        self.result_pane.listing_clicked.connect(lambda: self._panes.turn_to(Part.READ))
        self.result_pane.choosing_wanted.connect(self._choose)
        self.result_pane.offer_choosing(self._panes.shows(Part.CHOOSE), self._panes.shows_all)
        self.result_pane.listing_selected.connect(self.listing_selected)
        self.listing_pane.term_wanted.connect(self.term_wanted)
        self.listing_pane.text_copied.connect(self.text_copied)

    def _go_to_results(self) -> None:
        self._panes.show_list()
        self.result_pane.take_focus()

    def _read_on(self) -> None:
        self._panes.turn_to(Part.READ)
        self.listing_pane.take_focus()

    def _go_to_map(self) -> None:
        self._panes.turn_to(Part.LIST if self.map_is_large else Part.READ)
        self.map_pane.take_focus()

    def _choose(self, wanted: bool) -> None:
        self._panes.turn_to(Part.CHOOSE if wanted else Part.LIST)
        if wanted:
            self.facet_pane.take_focus()

    def _type(self, text: str) -> None:
        if not self._panes.shows(Part.LIST):
            self._panes.turn_to(Part.LIST)
        self._search.ask(self._search.query.with_text(text))

    def _change(self, change: Change) -> None:
        self._search.ask(change.applied_to(self._search.query))


class _Page(QWidget):
    """Scrolls only when less than the least is left: a word to take away needs a line, not all the room."""

    def heightForWidth(self, width: int) -> int:
        """Qt gives a scrolled page all that it would like as soon as one line of it can break."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout is not None else -1


class _ListingsNow:
    """The listings of whatever directory the search asks now."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self.today = search.directory.today

    def rows(self, numbers: Sequence[int]) -> list[ListingRow]:
        return self._search.directory.rows(numbers)

    def names(self, numbers: Sequence[int]) -> list[str]:
        language = self._search.language
        return [row.name.said_in(language) for row in self.rows(numbers)]

    def places(self, text: str) -> tuple[Place, ...]:
        return self._search.directory.places(text)

    def nearest_places(self, text: str) -> tuple[Place, ...]:
        return self._search.directory.nearest_places(text)
