"""Puts a line into every long facet, and hides the values that are not looked for there."""

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QTreeView

from peer_desktop.models.facet_rows import Row
from peer_desktop.models.facet_tree import FacetTree, Role
from peer_desktop.ui.value_finder import FinderRow, ValueFinder


class ValueFinders(QObject):
    """The lines of one view, and the way in and out of them by arrow keys."""

    def __init__(self, view: QTreeView, tree: FacetTree) -> None:
        super().__init__(view)
        self._view = view
        self._tree = tree
        self._lines: list[tuple[QModelIndex, ValueFinder]] = []
        for row in range(tree.rowCount()):
            index = tree.index(0, 0, tree.index(row, 0))
            if index.data(Role.ROW) == Row.LOOK_FOR:
                self._put(index)  # such an index stays true: the tree never changes its shape

    def speak(self) -> None:
        """Say everything in the language of the window."""
        for index, line in self._lines:
            line.speak(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def clear(self) -> None:
        """Forget what was looked for, also for Undo, which would bring it back for the next person."""
        for _, line in self._lines:
            line.setText("")

    def _put(self, index: QModelIndex) -> None:
        line = ValueFinder()
        row = FinderRow(line)
        line.textChanged.connect(lambda: self._hide_others(index.parent(), row))
        line.left.connect(lambda step: self._leave(index, step))
        line.focused.connect(lambda: self._enter(index))
        self._view.setIndexWidget(index, row)
        self._lines.append((index, line))

    def _hide_others(self, facet: QModelIndex, finder: FinderRow) -> None:
        found = 0
        for row in range(1, self._tree.rowCount(facet)):
            meant = finder.line.is_meant(str(self._tree.index(row, 0, facet).data()))
            found += meant
            self._view.setRowHidden(row, facet, not meant)
        finder.say_found(found)
        self._view.scheduleDelayedItemsLayout()

    def _enter(self, index: QModelIndex) -> None:
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)

    def _leave(self, index: QModelIndex, step: int) -> None:
        beside = self._view.indexBelow(index) if step > 0 else index.parent()
        while beside.isValid() and not beside.flags() & Qt.ItemFlag.ItemIsEnabled:
            beside = self._view.indexBelow(beside)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if beside.isValid():
            self._view.setCurrentIndex(beside)
