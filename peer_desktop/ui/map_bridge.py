"""Carries small events between the window and the map page: all that the page may call is here."""

from PySide6.QtCore import QObject, Signal, Slot

from peer_desktop.ui.map_content import MapContent

MOST_NAMES = 1000
"""Names asked for at once; the page shows at most a few hundred markers."""


class MapBridge(QObject):
    """Known to the page as `bridge`. What comes from the page is checked before it is believed."""

    points_changed = Signal(int, bool)
    """To the page: fetch /points/<version>; and whether they are other listings, or only in another order."""
    chosen_changed = Signal(int, int)
    """To the page: the version of the points, and the position of the chosen one, -1 for none."""
    names_changed = Signal()
    """To the page: ask for the names again."""
    origin_changed = Signal(str)
    """To the page: the starting point as JSON, or null."""
    look_changed = Signal(str)
    """To the page: language, colours and words as JSON."""

    page_ready = Signal()
    page_drawn = Signal()
    points_shown = Signal(int)
    """How many points the page has laid out."""
    point_activated = Signal(int)
    """A listing number."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.content = MapContent()
        self.version = 0

    @Slot()
    def ready(self) -> None:
        """Tells that the page listens."""
        self.page_ready.emit()

    @Slot()
    def drawn(self) -> None:
        """Tells that every tile in view is painted."""
        self.page_drawn.emit()

    @Slot(int, int)
    def shown(self, version: int, count: int) -> None:
        """Tells that points are laid out."""
        if version == self.version:
            self.points_shown.emit(count)

    @Slot(int, int)
    def activated(self, version: int, index: int) -> None:
        """Tells that a pin was clicked, or Enter pressed on it."""
        if version == self.version and 0 <= index < len(self.content.points):
            self.point_activated.emit(int(self.content.points.numbers[index]))

    @Slot(int, "QVariantList", result="QVariantList")
    def names_of(self, version: int, indices: list[object]) -> list[str]:
        """The names of points in view, in the order asked for."""
        numbers = self.content.points.numbers
        asked = [
            int(index) if isinstance(index, int | float) and 0 <= index < len(numbers) else -1
            for index in indices[:MOST_NAMES]
        ]
        if version != self.version or -1 in asked:
            return []
        return list(self.content.names([int(numbers[index]) for index in asked]))
