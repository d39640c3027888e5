"""Shows the shortlist as a list: each listing by its name, with who offers it and its first number."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Listing
from peer_desktop.models.two_lines import SECOND_LINE

_TOP = QModelIndex()
_BETWEEN = " · "


class KeptList(QAbstractListModel):
    """The listings kept, in their order."""

    ID = Qt.ItemDataRole.UserRole + 2
    """The id of a listing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listings: tuple[Listing, ...] = ()
        self._language = Language.ENGLISH

    def show_listings(self, listings: Sequence[Listing], language: Language) -> None:
        """Show these, named in this language."""
        self.beginResetModel()
        self._listings = tuple(listings)
        self._language = language
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        """How many are kept; a listing has nothing below it."""
        return 0 if parent.isValid() else len(self._listings)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The name, the line under it, and both as they are read aloud."""
        if not index.isValid():
            return None
        listing = self._listings[index.row()]
        name = listing.name.said_in(self._language)
        about = [listing.organization.said_in(self._language), *map(str, listing.phones[:1])]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == self.ID:
            return listing.id
        if role == SECOND_LINE:
            return _BETWEEN.join(part for part in about if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (name, *about) if part)
        return None
