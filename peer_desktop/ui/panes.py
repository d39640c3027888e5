"""Arranges the panes to choose in, to list and to read, and the map: side by side as far as there is room."""

from enum import IntEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from peer_desktop.ui.pane_side import PaneSide

_LETTERS_FOR_THREE, _LETTERS_FOR_TWO = 120, 72
"""Average letters across; with fewer there is a pane less beside the others."""
_LINES_WITH_MAP = 26
"""Lines of text in the reading column; with fewer all of it is for reading, and the map is a key away."""


class Part(IntEnum):
    """What can be shown beside the others, from left to right."""

    CHOOSE = 0
    LIST = 1
    READ = 2


_NARROWEST_CHOICE = 256
"""Pixels."""
_SHARES = {Part.CHOOSE: 0.4, Part.LIST: 0.6, Part.READ: 0.4}
"""Of the width that two share."""


class Panes(QSplitter):
    """Three panes in a wide window, two in a narrow one or with large text, one where there is less room.

    The list is always among two. `turn_to` shows what a person wants: nothing is ever out of reach.
    """

    arranged = Signal(bool, bool)
    """Others are shown than before."""
    went_back = Signal()
    """A person turned to the list again."""

    def __init__(
        self,
        choosing: QWidget,
        results: QWidget,
        reading: QWidget,
        map_: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._map = map_
        self._wanted = Part.LIST
        self._shown: frozenset[Part] = frozenset()
        self._borders_moved = False
        self._results = PaneSide(results)
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.addWidget(self._results)
        self._column = QSplitter(Qt.Orientation.Vertical)
        self._column.addWidget(reading)
        self._column.addWidget(map_)
        self._column.setSizes([400, 220])
        self._choosing, self._reading = PaneSide(choosing), PaneSide(self._column)
        for side in (self._choosing, self._reading):
            side.went_back.connect(self._go_back)
        for part in (self._choosing, self._middle, self._reading):
            self.addWidget(part)
        for place, stretch in enumerate((0, 3, 2)):
            self.setStretchFactor(place, stretch)
        for splitter in (self, self._middle, self._column):
            splitter.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep_borders)
        self._arrange()

    def shows(self, part: Part) -> bool:
        """Whether there is room for this one now."""
        return part in self._shown

    @property
    def shows_all(self) -> bool:
        """Whether nothing has to give way."""
        return self._shown == frozenset(Part)

    def show_list(self) -> None:
        """A person wants the rows now, in the place of a large map too."""
        self.enlarge_map(False)
        self.turn_to(Part.LIST)

    def turn_to(self, part: Part) -> None:
        """A person wants this one now."""
        self._wanted = part
        self._arrange()

    def show_found(self, found: int) -> None:
        """How many listings the way back leads to."""
        for side in (self._choosing, self._reading):
            side.show_found(found)

    @property
    def map_is_large(self) -> bool:
        """Whether the map has the whole middle."""
        return self._map.parentWidget() is self._middle

    @property
    def has_map(self) -> bool:
        """Whether the map has a place, large or small."""
        return not self._map.isHidden()

    def enlarge_map(self, large: bool) -> None:
        """Give the map the whole middle, or its place under the reading pane again."""
        if large != self.map_is_large:
            (self._middle if large else self._column).addWidget(self._map)
            self._column.setSizes([400, 220])
        self._results.setVisible(not large)
        if large:
            self.turn_to(Part.LIST)
        self._fit_map()

    def minimumSizeHint(self) -> QSize:
        """Room for one: the others give way before anything is cut off."""
        hints = [side.minimumSizeHint() for side in (self._choosing, self._middle, self._reading)]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See again how many fit."""
        super().resizeEvent(event)
        self._arrange()
        if not self._borders_moved:
            self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        self._fit_map()
        shown = self._fitting()
        if shown == self._shown:
            return
        self._shown = shown
        for part, side in zip(Part, (self._choosing, self._middle, self._reading), strict=True):
            side.setVisible(part in shown)
        for side in (self._choosing, self._reading):
            side.offer_way_back(len(shown) == 1)
        self._borders_moved = False
        self._share_width()
        self.arranged.emit(self.shows(Part.CHOOSE), self.shows_all)

    def _keep_borders(self) -> None:
        self._borders_moved = True

    def _share_width(self) -> None:
        """Give each its usual share, until a person moves the borders."""
        choice = max(_NARROWEST_CHOICE, self._choosing.minimumSizeHint().width()) if self.shows_all else 0
        rest = self.width() - choice
        widths = {part: round(_SHARES[part] * rest) if part in self._shown else 0 for part in Part}
        if choice:
            widths[Part.CHOOSE] = choice
        self.setSizes([widths[part] for part in Part])

    def _fitting(self) -> frozenset[Part]:
        letters = self.width() / self.fontMetrics().averageCharWidth()
        if letters >= _LETTERS_FOR_THREE:
            return frozenset(Part)
        if letters < _LETTERS_FOR_TWO:
            return frozenset({self._wanted})
        return frozenset({Part.LIST, Part.CHOOSE if self._wanted is Part.CHOOSE else Part.READ})

    def _fit_map(self) -> None:
        has_room = self.height() >= _LINES_WITH_MAP * self.fontMetrics().lineSpacing()
        self._map.setVisible(self.map_is_large or has_room)

    def _go_back(self) -> None:
        self.turn_to(Part.LIST)
        self.went_back.emit()
