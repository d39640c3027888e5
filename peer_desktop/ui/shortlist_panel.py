"""Shows the listings kept for the person at the desk: to read, to put in order, to let go of, to print."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Listing
from peer_desktop.models.kept_list import KeptList
from peer_desktop.models.shortlist import KeptListings, Shortlist
from peer_desktop.ui import theme
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.two_line_rows import TwoLineRows

_WIDTH, _HEIGHT = 680, 440
ReadListings = Callable[[Shortlist], Sequence[Listing]]
"""The listings of a shortlist, in its order; those the directory does not have are left out."""


class ShortlistPanel(QDialog):
    """Everything a button does, a key does: Enter, Delete, Alt+Up and Alt+Down."""

    reading_wanted = Signal(str)
    """The id of a listing."""
    handout_wanted = Signal()

    def __init__(
        self, kept: KeptListings, read: ReadListings, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Shortlist"))
        self._kept = kept
        self._read = read
        self._language = language
        self._model = KeptList(self)
        self.view = _Rows(self._model)
        self.view.setAccessibleName(self.tr("Listings kept"))
        self._nothing = PlainLabel(
            self.tr("Nothing is kept yet. “Keep” or Ctrl+D keeps the listing you are reading."), read=True
        )
        self._keys = PlainLabel(
            self.tr("Enter reads, Delete lets go, Alt+Up and Alt+Down change the order."), calm=True
        )
        self.read_button = self._button("book-open", self.tr("Read"), self._ask_to_read)
        self.up_button = self._button("arrow-up", self.tr("Move up"), lambda: self._move(-1))
        self.down_button = self._button("arrow-down", self.tr("Move down"), lambda: self._move(1))
        self.let_go_button = self._button("x", self.tr("Let go"), self._let_go)
        self._on_one = (self.read_button, self.up_button, self.down_button, self.let_go_button)
        self.handout_button = self._button("printer", self.tr("Handout…"), self.handout_wanted.emit)
        self._lay_out()
        self.view.entered_by_key.connect(self._ask_to_read)
        self.view.doubleClicked.connect(self._ask_to_read)
        self.view.deleted_by_key.connect(self._let_go)
        self.view.selectionModel().currentRowChanged.connect(self._enable)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self._move(step))
        kept.shortlist_changed.connect(self._show)
        self._show(kept.shortlist)
        self.view.setFocus()

    def _button(self, sign: str, words: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(sign), words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    def _lay_out(self) -> None:
        on_one = FlowLayout()
        for button in self._on_one:
            on_one.addWidget(button)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        close.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        close.rejected.connect(self.reject)
        on_all = FlowLayout(last_at_the_end=True)
        on_all.addWidget(self.handout_button)
        on_all.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.WIDE, theme.WIDE, theme.WIDE, theme.WIDE)
        column.setSpacing(theme.NEAR)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addLayout(on_one)
        column.addWidget(self._keys)
        column.addStretch()
        column.addLayout(on_all)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))

    def _show(self, shortlist: Shortlist) -> None:
        row = max(0, self.view.currentIndex().row())
        chosen = self._chosen()
        listings = self._read(shortlist)
        self._model.show_listings(listings, self._language)
        ids = [listing.id for listing in listings]
        row = ids.index(chosen) if chosen in ids else min(row, len(ids) - 1)
        self.view.setCurrentIndex(self._model.index(row, 0))
        self._nothing.setVisible(not ids)
        for part in (self.view, self._keys, *self._on_one, self.handout_button):
            part.setVisible(bool(ids))
        self._enable()

    def _enable(self) -> None:
        row, last = self.view.currentIndex().row(), self._model.rowCount() - 1
        for button in (self.read_button, self.let_go_button):
            button.setEnabled(row >= 0)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < last)
        self.handout_button.setEnabled(last >= 0)

    def _chosen(self) -> str:
        return str(self.view.currentIndex().data(KeptList.ID) or "")

    def _ask_to_read(self) -> None:
        if chosen := self._chosen():
            self.reading_wanted.emit(chosen)

    def _move(self, step: int) -> None:
        self._kept.change(self._kept.shortlist.moved(self._chosen(), step))

    def _let_go(self) -> None:
        self._kept.change(self._kept.shortlist.without(self._chosen()))


class _Rows(QListView):
    """Rows of two lines; the keys of the panel."""

    entered_by_key = Signal()
    deleted_by_key = Signal()

    def __init__(self, model: KeptList) -> None:
        super().__init__()
        self._painter = TwoLineRows(self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, also beside a scroll bar that has just come, breaks the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads, Delete lets go."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted_by_key.emit()
        else:
            super().keyPressEvent(event)
