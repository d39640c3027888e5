"""Chooses the order of the results."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from peer_desktop.directory.query import Results, Sort
from peer_desktop.models.changes import SortBy

_LETTERS = 8


class SortBox(QComboBox):
    """A list of orders. Distance can be chosen where there is one."""

    sort_wanted = Signal(SortBy)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._say()
        self.activated.connect(lambda: self.sort_wanted.emit(SortBy(Sort(self.currentData()))))

    def minimumSizeHint(self) -> QSize:
        """Large text may cut the name of the order; the list that opens shows it whole."""
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS + hint.height(), hint.height())

    def show_results(self, results: Results) -> None:
        """Show the order of these results."""
        self.setCurrentIndex(self.findData(results.query.sort.value))
        items = self.model()
        if isinstance(items, QStandardItemModel):
            distance = items.item(self.findData(Sort.DISTANCE.value))
            distance.setEnabled(results.distances_km is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Order of the results"))
        self.setAccessibleDescription(self.accessibleName())  # Qt on Linux names a list by its choice
        names = {
            Sort.BEST: self.tr("Best match"),
            Sort.NAME: self.tr("By name"),
            Sort.ORGANIZATION: self.tr("By organization"),
            Sort.HOW: self.tr("By how and where"),
            Sort.DISTANCE: self.tr("By distance"),
            Sort.COST: self.tr("By cost"),
            Sort.CHECKED: self.tr("Newest check first"),
        }
        if not self.count():
            for sort in names:
                self.addItem("", sort.value)
        for row, name in enumerate(names.values()):
            self.setItemText(row, name)
            self.setItemData(row, name, Qt.ItemDataRole.AccessibleTextRole)
