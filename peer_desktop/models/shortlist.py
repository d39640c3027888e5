"""Keeps the listings chosen for the person at the desk: their ids, in order, in memory only."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

MOST = 12
"""More choices than a person can hold help nobody."""


@dataclass(frozen=True, slots=True)
class Shortlist:
    """The listings kept, in the order of the sheet: a value, changed by making another one."""

    ids: tuple[str, ...] = ()
    """Ids of listings: their numbers are others in the next directory."""

    @property
    def is_full(self) -> bool:
        """Whether one must go before another can be kept."""
        return len(self.ids) >= MOST

    def keeping(self, listing_id: str) -> "Shortlist":
        """The same with one more at the end."""
        return self if listing_id in self.ids else Shortlist((*self.ids, listing_id))

    def without(self, listing_id: str) -> "Shortlist":
        """The same without one."""
        return Shortlist(tuple(one for one in self.ids if one != listing_id))

    def moved(self, listing_id: str, step: int) -> "Shortlist":
        """The same with one of them so many places further down, or up; never over an end."""
        if listing_id not in self.ids:
            return self
        others = [one for one in self.ids if one != listing_id]
        others.insert(max(0, self.ids.index(listing_id) + step), listing_id)
        return Shortlist(tuple(others))


class KeptListings(QObject):
    """Holds the shortlist of now, and tells everyone who shows it."""

    shortlist_changed = Signal(object)  # Shortlist
    keeping_refused = Signal()
    """The shortlist is full."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shortlist = Shortlist()

    @property
    def shortlist(self) -> Shortlist:
        """What is kept now."""
        return self._shortlist

    def toggle(self, listing_id: str) -> None:
        """Keep a listing, or let go of it."""
        if listing_id in self._shortlist.ids:
            self.change(self._shortlist.without(listing_id))
        elif self._shortlist.is_full:
            self.keeping_refused.emit()
        else:
            self.change(self._shortlist.keeping(listing_id))

    def change(self, shortlist: Shortlist) -> None:
        """Keep these from now on."""
        if shortlist != self._shortlist:
            self._shortlist = shortlist
            self.shortlist_changed.emit(shortlist)

    def clear(self) -> None:
        """Forget them all."""
        self.change(Shortlist())
