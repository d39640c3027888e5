"""Keeps one listing for the person at the desk, or lets go of it: a button that is down while it is kept."""

from PySide6.QtWidgets import QPushButton, QWidget

from peer_desktop.models.shortlist import KeptListings
from peer_desktop.ui.icons import icon


class KeepButton(QPushButton):
    """Shows whether a listing is on the shortlist, also when that was changed elsewhere."""

    def __init__(self, listing_id: str, kept: KeptListings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing_id = listing_id
        self._kept = kept
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(self.tr("Keep on the shortlist"))
        self.setToolTip(self.tr("Keep on the shortlist"))
        self.clicked.connect(self._toggle)
        kept.shortlist_changed.connect(self._show)
        self._show()

    def _toggle(self) -> None:
        self._kept.toggle(self._listing_id)
        self._show()  # a full shortlist refuses: the button must not stay down

    def _show(self) -> None:
        is_kept = self._listing_id in self._kept.shortlist.ids
        self.setChecked(is_kept)
        self.setText(self.tr("Kept") if is_kept else self.tr("Keep"))
        self.setIcon(icon("star-filled" if is_kept else "star"))
