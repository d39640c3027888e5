"""Shows one listing to be read; before one is chosen, the few keys that are enough to begin."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Facet, Listing, Term
from peer_desktop.models.shortlist import KeptListings
from peer_desktop.models.term_finder import TermFinder
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.in_frames import InFrames
from peer_desktop.ui.keep_button import KeepButton
from peer_desktop.ui.listing_sheet import ListingSheet
from peer_desktop.ui.listing_words import ListingInWords
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel
from peer_desktop.ui.theme import APART, TIGHT, WIDE

_LETTERS = 34
_SHEET = "sheet"


class ListingPane(QScrollArea):
    """The reading pane. `today` is what the age of a listing is measured from."""

    term_wanted = Signal(str)
    """The id of a term of the glossary."""
    text_copied = Signal(str)
    """What is on the clipboard now: clearing the desk takes it away."""

    def __init__(
        self,
        facets: Sequence[Facet],
        terms: Sequence[Term],
        today: date,
        parent: QWidget | None = None,
        *,
        kept: KeptListings | None = None,
        frames: InFrames | None = None,
    ) -> None:
        super().__init__(parent)
        self._kept = kept or KeptListings(self)
        self._frames = frames or InFrames(self)
        self._labels = FacetLabels(facets)
        self._terms = TermFinder(terms)
        self._today = today
        self._language = Language.ENGLISH
        self._listing: Listing | None = None
        self._first_keys = _FirstKeys()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts take it
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._show()

    def use(self, facets: Sequence[Facet], terms: Sequence[Term]) -> None:
        """Word the listings of another directory from now on; none is shown yet."""
        self._labels = FacetLabels(facets)
        self._terms = TermFinder(terms)
        self.clear()

    def show_listing(self, listing: Listing, language: Language, *, at_once: bool = True) -> None:
        """Show a listing from its top: now, or made in several frames and then shown whole.

        Until then the one before stands there whole: a number is never seen beside the name of another.
        """
        self._listing, self._language = listing, language
        self._show(at_once=at_once)

    def set_language(self, language: Language) -> None:
        """Show the same listing in this language."""
        self._language = language
        self._show()

    def clear(self) -> None:
        """Show no listing."""
        self._listing = None
        self._show()

    def take_focus(self) -> None:
        """Go to where reading begins."""
        self._frames.finish(_SHEET)
        sheet = self.widget()
        if isinstance(sheet, ListingSheet | _FirstKeys):
            sheet.take_focus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._first_keys.deleteLater()
            self._first_keys = _FirstKeys()
            self._show()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """So wide that a phone number and the longest words stay whole."""
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the listing out for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if isinstance(sheet := self.widget(), ListingSheet):
            sheet.fit(self.viewport().width())

    def _show(self, *, at_once: bool = True) -> None:
        self._frames.do(_SHEET, self._make_sheet, at_once=at_once)

    def _make_sheet(self) -> Iterator[None]:
        """In parts that each fit a frame; left alone before the end, it leaves nothing behind."""
        if self._listing is None:
            self._put(self._first_keys)
            return
        words = ListingInWords(self._listing, self._labels, self._language, self._today)
        sheet = ListingSheet(words, KeepButton(self._listing.id, self._kept))
        sheet.term_wanted.connect(self.term_wanted)
        sheet.text_copied.connect(self.text_copied)
        is_shown = False
        try:
            sheet.add_facts(words.facts())
            sheet.explain(self._terms.terms_in(words.texts(), self._language), self._language)
            if sources := words.sources():
                sheet.add_facts([sources])
            yield
            sheet.measure(self.viewport().width())
            yield
            self._put(sheet)
            is_shown = True
        finally:
            if not is_shown:
                sheet.deleteLater()

    def _put(self, sheet: QWidget) -> None:
        none = self._listing is None
        self.setAccessibleName(self.tr("No listing chosen") if none else self.tr("The listing chosen"))
        before = self.takeWidget()
        if before is not None and before is not self._first_keys:
            before.hide()
            before.deleteLater()  # a button of it may still be in its click
        self.setWidget(sheet)
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._put_in_tab_order(sheet)

    def _put_in_tab_order(self, sheet: QWidget) -> None:
        """A widget that comes late stands last in the window; this one belongs where the pane is."""
        none = Qt.FocusPolicy.NoFocus
        before: QWidget | None = self
        while before and before.focusPolicy() == none:  # Qt knows no order after such a one
            before = before.previousInFocusChain()
        for part in sheet.findChildren(QWidget):
            if before and part.focusPolicy() != none:
                QWidget.setTabOrder(before, part)
                before = part


class _FirstKeys(QWidget):
    """What stands here before a listing is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._title = LargeLabel(
            self.tr("Choose a listing to read it here."), factor=1.2, bold=True, read=True
        )
        keys = (
            (self.tr("Ctrl+F"), self.tr("what is needed, in your words")),
            (self.tr("Down"), self.tr("from the words to the results")),
            (self.tr("Alt+Up, Alt+Down"), self.tr("read one listing after the other while you type")),
            (self.tr("F6"), self.tr("from pane to pane")),
            (self.tr("Esc"), self.tr("clear the words")),
            (self.tr("F1"), self.tr("help with every key")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (key, does) in enumerate(keys):
            name = PlainLabel(key, bold=True)
            name.setWordWrap(False)
            name.setMargin(TIGHT)  # as the title above it
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            sentence = PlainLabel(does, calm=True)
            sentence.setMargin(TIGHT)
            grid.addWidget(sentence, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(APART)
        column.addWidget(self._title)
        column.addLayout(grid)
        column.addStretch(1)

    def take_focus(self) -> None:
        self._title.setFocus(Qt.FocusReason.TabFocusReason)
