"""Offers every value of every facet with its count, to tick or to leave out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Facet
from peer_desktop.directory.query import Results
from peer_desktop.models.facet_tree import FacetTree
from peer_desktop.ui.facet_view import FacetView
from peer_desktop.ui.facet_words import FacetSentences

OPEN_AT_FIRST = frozenset({"audience", "topic", "format", "structure", "cost", "language", "serves"})
"""The facets a counsellor asks first."""


class FacetPane(QWidget):
    """The pane to choose in. It filters nothing: a tick is a `change_wanted`, shown when results arrive."""

    change_wanted = Signal(object)  # Change

    def __init__(self, facets: Sequence[Facet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken: Language | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._make_tree(facets)
        self._column.addWidget(self._view)

    def use(self, facets: Sequence[Facet]) -> None:
        """Offer the values of another directory: another tree, for the shape of one never changes."""
        tree, view = self._tree, self._view
        self._make_tree(facets)
        self._column.replaceWidget(view, self._view)
        self.setTabOrder(view, self._view)
        view.hide()
        view.deleteLater()
        tree.deleteLater()

    def show_results(self, results: Results) -> None:
        """Show the counts and ticks of these results; what is open and where it is scrolled stays."""
        spoken, self._spoken = self._spoken, results.query.language
        self._tree.show_results(results)
        counts = (count.count for counts in results.counts.values() for count in counts)
        self._view.show_counts_up_to(max(counts, default=0))
        if spoken is not self._spoken:
            self._view.scheduleDelayedItemsLayout()

    def take_focus(self) -> None:
        """Go to the row that was left, or to the first."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_as_at_first(self) -> None:
        """Open the main facets, close the others, and forget what was looked for in them."""
        for row, facet in enumerate(self._facets):
            self._view.setExpanded(self._tree.index(row, 0), facet.id in OPEN_AT_FIRST)
        self._view.finders.clear()
        self._view.setCurrentIndex(QModelIndex())
        self._view.scrollToTop()

    def _make_tree(self, facets: Sequence[Facet]) -> None:
        self._facets = tuple(facets)
        self._spoken = None
        self._tree = FacetTree(facets, FacetSentences(), self)
        self._tree.change_wanted.connect(self.change_wanted)
        self._view = FacetView(self._tree)
        self.setFocusProxy(self._view)
        self.open_as_at_first()
        self._view.speak()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._view.speak()
            self._view.finders.clear()  # the letters typed belong to labels of the other language
