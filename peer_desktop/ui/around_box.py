"""Chooses how far around a place: what serves it, or what lies within kilometres of it."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from peer_desktop.directory.query import Place
from peer_desktop.models.changes import NearChoice

KILOMETRES = (10, 25, 50, 100, 250)
"""How far around can be asked."""

_SERVES, _ANY = 0.0, math.inf
"""Stand for kilometres in the list: what serves the place, and measured without a limit."""


class AroundBox(QComboBox):
    """A list of distances. It knows no place: it says what a choice of one would be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speak()

    def choice_of(self, place: Place | None) -> NearChoice:
        """The choice of this place with the distance shown."""
        within = self.currentData()
        if place is None or place.kind == "province" or within == _SERVES:
            return NearChoice(place)
        return NearChoice(place, None if within == _ANY else within, serves=False)

    def show_choice(self, choice: NearChoice) -> None:
        """Show how far around; a search from elsewhere may hold a distance that is not in the list."""
        self._show(_SERVES if choice.serves else choice.within_km or _ANY)
        self.setEnabled(choice.place is not None and choice.place.kind != "province")

    def speak(self) -> None:
        """Say everything in the language of the window."""
        within = self.currentData()
        self.setAccessibleName(self.tr("How far around the place"))
        self.setAccessibleDescription(self.accessibleName())  # Qt on Linux names a list by its choice
        self.clear()
        self.addItem(self.tr("Serves here"), _SERVES)
        for kilometres in KILOMETRES:
            self.addItem(self._words_for(kilometres), float(kilometres))
        self.addItem(self.tr("Any distance"), _ANY)
        reach = self.tr("What a person living there can use: local, provincial, Canada-wide and online")
        self.setItemData(0, reach, Qt.ItemDataRole.ToolTipRole)
        self._show(_SERVES if within is None else within)

    def _show(self, within: float) -> None:
        if self.findData(within) < 0:
            self.insertItem(self.count() - 1, self._words_for(within), within)
        self.setCurrentIndex(self.findData(within))

    def _words_for(self, kilometres: float) -> str:
        return self.tr("Within {number} km").format(number=f"{kilometres:g}")
