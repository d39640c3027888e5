"""Lays out captions and what they name: side by side, or above each other where there is little room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.theme import APART, TIGHT

_LETTERS = 20
"""Average letters of a caption beside its text."""
_NO_LIMIT = 16_777_215
"""Pixels: Qt's own largest size."""
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class FactGrid(QWidget):
    """Rows of a calm caption and a widget."""

    def __init__(self, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._rows: list[tuple[PlainLabel, QWidget]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(APART)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnStretch(1, 1)

    def add(self, caption: str, widget: QWidget) -> None:
        """Put one more row at the end."""
        label = PlainLabel(caption, calm=True)
        label.setAlignment(_TOP)
        label.setMargin(TIGHT)
        self._rows.append((label, widget))
        self._fit(label)
        self._place(len(self._rows) - 1)

    def set_narrow(self, narrow: bool) -> None:
        """Stand captions above what they name, or beside it."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._fit_all()
        while self._grid.takeAt(0) is not None:
            pass
        for row in range(len(self._rows)):
            self._place(row)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need a wider column."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_all()

    def _fit_all(self) -> None:
        for label, _ in self._rows:
            self._fit(label)

    def _fit(self, label: PlainLabel) -> None:
        """Beside its text a long caption goes on in a second line: the text needs the room."""
        label.setMinimumWidth(0)
        label.setMaximumWidth(_NO_LIMIT)
        if not self._narrow:
            metrics = label.fontMetrics()
            whole = metrics.horizontalAdvance(label.text()) + 2 * TIGHT + 2
            label.setFixedWidth(min(whole, _LETTERS * metrics.averageCharWidth()))

    def _place(self, row: int) -> None:
        label, widget = self._rows[row]
        if self._narrow:
            self._grid.addWidget(label, 2 * row, 0, 1, 2)
            self._grid.addWidget(widget, 2 * row + 1, 0, 1, 2)
        else:
            self._grid.addWidget(label, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(widget, 2 * row, 1)
