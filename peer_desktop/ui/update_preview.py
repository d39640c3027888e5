"""Shows everything that a bundle would change, and takes the answer whether to install it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from peer_desktop.bundle.difference import Difference, ListingChange
from peer_desktop.bundle.preview import Preview
from peer_desktop.directory.language import Language
from peer_desktop.exchange.findings import Finding
from peer_desktop.ui import update_words as words
from peer_desktop.ui.changed_listings import ChangedListings
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_table import PlainRows, PlainTable
from peer_desktop.ui.plain_text import SELECTABLE, PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import NEAR, WIDE
from peer_desktop.ui.update_overview import UpdateOverview
from peer_desktop.ui.wording import locale

_MOST_WARNINGS = 1_000


class UpdatePreview(QWidget):
    """Overview, listings, provinces, things to look at; and below what is still to confirm."""

    install_wanted = Signal(object)
    """Confirmation."""
    cancel_wanted = Signal()
    saving_wanted = Signal()

    def __init__(
        self,
        preview: Preview,
        labels: FacetLabels,
        kept: Sequence[ListingChange],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self.overview = UpdateOverview(preview, kept, language)
        fields = words.FieldsInWords(labels, language)
        self.listings = ChangedListings(preview.difference, fields, language)
        self.provinces = self._province_table(preview.difference)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt took it from the row of tabs too
        self.tabs.addTab(self.overview, self.tr("Overview"))
        self.tabs.addTab(self.listings, self.tr("Listings"))
        self.tabs.addTab(self.provinces, self.tr("By province"))
        if preview.warnings:
            self.tabs.addTab(self._warnings(preview.warnings), self.tr("To look at"))
        self.missing = PlainLabel(bold=True)
        self._said = PlainLabel(calm=True)
        self.save = QPushButton(icon("save"), self.tr("&Save as text…"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.install = QPushButton(icon("download"), self.tr("&Install"))
        self._lay_out()
        self.overview.confirmation_changed.connect(self._show_missing)
        self.save.clicked.connect(self.saving_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.install.clicked.connect(lambda: self.install_wanted.emit(self.overview.confirmation))
        self._show_missing()

    def take_focus(self) -> None:
        """Begin where reading begins; Enter cancels."""
        self.cancel.setDefault(True)
        self.overview.title.setFocus(Qt.FocusReason.TabFocusReason)

    def say(self, sentence: str) -> None:
        """Say what became of something that was asked for here."""
        self._said.setText(sentence)
        self._said.show()
        announce(self, sentence)

    def _show_missing(self) -> None:
        said = "\n".join(self.overview.missing())
        was = self.missing.text()
        self.missing.setText(said)
        self.missing.setVisible(bool(said))
        self.install.setEnabled(not said)
        if was and not said:
            announce(self, self.tr("Everything is confirmed: the bundle can be installed."))

    def _province_table(self, difference: Difference) -> PlainTable:
        headings = (
            self.tr("Province"),
            self.tr("Now"),
            self.tr("After"),
            self.tr("Added"),
            self.tr("Removed"),
            self.tr("Changed"),
        )
        rows = PlainRows(headings, numbers=range(1, 6), parent=self)
        number = locale(self._language).toString
        rows.show_rows(
            [
                (
                    words.province_in_words(one.code),
                    *map(number, (one.before, one.after, one.added, one.removed, one.changed)),
                )
                for one in difference.by_province
            ]
        )
        return PlainTable(rows, 0, self.tr("Changes by province"))

    def _warnings(self, warnings: Sequence[Finding]) -> QPlainTextEdit:
        lines = [warning.said_in(self._language) for warning in warnings[:_MOST_WARNINGS]]
        if len(warnings) > len(lines):
            more = len(warnings) - len(lines)
            lines.append(self.tr("And %n more: save the preview as text to read all of them.", None, more))
        field = QPlainTextEdit("\n".join(lines))
        field.setReadOnly(True)
        field.setTextInteractionFlags(SELECTABLE)
        field.setTabChangesFocus(True)
        field.setAccessibleName(self.tr("Things to look at; none of them refuses the bundle"))
        return field

    def _lay_out(self) -> None:
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the preview"))
        self._said.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        buttons.addWidget(self.save)
        buttons.addStretch()
        buttons.addWidget(self.install)
        buttons.addWidget(self.cancel)
        for button in (self.save, self.install, self.cancel):
            button.setAutoDefault(False)
        below = QVBoxLayout()
        below.setContentsMargins(WIDE, 0, WIDE, WIDE)
        below.setSpacing(NEAR)
        below.addWidget(self.missing)
        below.addWidget(self._said)
        below.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NEAR)
        column.addWidget(self.tabs, 1)
        column.addLayout(below)
