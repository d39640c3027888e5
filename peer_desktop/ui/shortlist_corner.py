"""Says at the edge of the window how many listings are kept, and leads to them and to the sheet of paper."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from peer_desktop.directory.listing import Listing
from peer_desktop.models.search import Search
from peer_desktop.models.shortlist import KeptListings, Shortlist
from peer_desktop.ui.icons import icon
from peer_desktop.ui.shortlist_panel import ShortlistPanel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import NEAR


class ShortlistCorner(QWidget):
    """The button beside the tabs. The directory that is asked is the one of the search, whichever it is."""

    reading_wanted = Signal(int)
    """The number of a listing."""
    refused = Signal(str)
    """A sentence: what was asked for cannot be done now."""

    def __init__(self, kept: KeptListings, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._search = search
        self._directory = search.directory
        self.button = QPushButton(icon("star"), "")
        self.button.clicked.connect(self.open_panel)
        edge = QHBoxLayout(self)
        edge.setContentsMargins(0, 0, NEAR, 0)
        edge.addWidget(self.button)
        kept.shortlist_changed.connect(self._show)
        kept.shortlist_changed.connect(lambda _: announce(self, self.button.text()))
        kept.keeping_refused.connect(lambda: self.refused.emit(self._full()))
        search.results_changed.connect(self._forget_the_gone)
        self._show(kept.shortlist)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show(self._kept.shortlist)

    def toggle_listing(self, number: int | None) -> None:
        """Keep the listing that is read, or let go of it."""
        if number is None:
            self.refused.emit(self.tr("Choose a listing to read; then Ctrl+D keeps it."))
        else:
            self._kept.toggle(self._search.directory.listing(number).id)

    def open_panel(self) -> None:
        """Show what is kept."""
        panel = ShortlistPanel(self._kept, self._listings, self._search.language, self.window())
        panel.handout_wanted.connect(lambda: self.open_handout(None))
        panel.reading_wanted.connect(panel.close)
        panel.reading_wanted.connect(self._ask_to_read)
        panel.open()

    def open_handout(self, number: int | None) -> None:
        """Show the sheet of what is kept; when nothing is, of the listing that is read."""
        # Loaded only now: the window opens without it.
        from peer_desktop.handout.sheet import Sheet
        from peer_desktop.ui.handout_dialog import HandoutDialog

        directory, language = self._search.directory, self._search.language
        listings = self._listings(self._kept.shortlist)
        if not listings and number is not None:
            listings = (directory.listing(number),)
        if not listings:
            self.refused.emit(
                self.tr("Keep a listing first, or choose one to read: the sheet is made of them.")
            )
            return
        facets, day = directory.facets, directory.facts.data_as_of
        sheet = Sheet(listings, facets, day, directory.today, language)
        HandoutDialog(sheet, language, self.window()).open()

    def _listings(self, shortlist: Shortlist) -> tuple[Listing, ...]:
        directory = self._search.directory
        numbers = [directory.number_of(listing_id) for listing_id in shortlist.ids]
        return tuple(directory.listing(number) for number in numbers if number is not None)

    def _show(self, shortlist: Shortlist) -> None:
        kept = len(shortlist.ids)
        self.button.setText(self.tr("Shortlist (%n)", None, kept) if kept else self.tr("Shortlist"))

    def _forget_the_gone(self) -> None:
        """Another directory may not have every listing of the one before."""
        if self._search.directory is not self._directory:
            self._directory = self._search.directory
            known = (one for one in self._kept.shortlist.ids if self._directory.number_of(one) is not None)
            self._kept.change(Shortlist(tuple(known)))

    def _full(self) -> str:
        return self.tr("%n listings are kept: let go of one first.", None, len(self._kept.shortlist.ids))

    def _ask_to_read(self, listing_id: str) -> None:
        number = self._search.directory.number_of(listing_id)
        if number is not None:
            self.reading_wanted.emit(number)
