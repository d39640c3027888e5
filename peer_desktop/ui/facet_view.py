"""Shows the facet tree and takes ticks: by mouse, by keyboard, by menu, by assistive technology."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QToolTip, QTreeView, QWidget

from peer_desktop.models.changes import Change
from peer_desktop.models.facet_rows import EMPTY, EXCLUDED, Row
from peer_desktop.models.facet_tree import FacetTree, Role
from peer_desktop.ui.facet_row import FacetRow
from peer_desktop.ui.theme import WIDE
from peer_desktop.ui.value_finder import FinderRow
from peer_desktop.ui.value_finders import ValueFinders

Index = QModelIndex | QPersistentModelIndex

_Key = Qt.Key
_LETTERS = 26
_TICKING = (_Key.Key_Space, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Select)
_LEAVING_OUT = (_Key.Key_X, _Key.Key_Delete)


class FacetView(QTreeView):
    """A tree without selection: what is asked stands in the boxes."""

    def __init__(self, tree: FacetTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = tree
        self._row = FacetRow(self)  # PySide6 keeps no reference of its own
        self._pressed: QPersistentModelIndex | None = None
        self.setModel(tree)
        self.setItemDelegate(self._row)
        self.setHeaderHidden(True)
        self.setSelectionMode(QTreeView.SelectionMode.NoSelection)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setIndentation(WIDE)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.finders = ValueFinders(self, tree)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, X leaves out, both open and close a facet."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        index = self.currentIndex()
        if event.key() in _TICKING and plain:
            self._activate(index)
        elif event.key() in _LEAVING_OUT and plain:
            self._ask(index, self._tree.left_out(index))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, so that a press that slides away does nothing."""
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, leave out with Alt, open or close."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or self._pressed != index:
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._ask(index, self._tree.left_out(index))
        elif self.visualRect(index).contains(event.position().toPoint()):  # Qt opens at the arrow itself
            self._activate(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything a row can do, in words; also by the menu key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        menu = self._menu(index)
        place = event.pos() if by_mouse else self.visualRect(index).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(place))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Walk into the line of a row that is one."""
        super().currentChanged(current, previous)
        if isinstance(finder := self.indexWidget(current), FinderRow) and self.hasFocus():
            finder.setFocus(Qt.FocusReason.TabFocusReason)

    def show_counts_up_to(self, count: int) -> None:
        """Counts have changed; none of them is greater than this."""
        if self._row.reserve(count):
            self.scheduleDelayedItemsLayout()

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """Paint anew. Only headings may change their height with a count; Qt would measure every row."""
        if not top.parent().isValid():
            super().dataChanged(top, bottom, list(roles))
        elif QAccessible.isActive():
            QAbstractItemView.dataChanged(self, top, bottom, list(roles))  # tells it
        elif self.isExpanded(top.parent()):
            self.viewport().update()  # Qt would look for the place of every value, seen or not

    def minimumSizeHint(self) -> QSize:
        """So wide that the longest words of both languages stay whole."""
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the labels anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say under the mouse how a value is left out."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if self.indexAt(event.pos()).data(Role.ROW) == Row.VALUE:
                hint = self.tr("Click to ask for it. Alt+click, or X, to leave it out.")
                QToolTip.showText(event.globalPos(), hint, self)
            return True
        return super().viewportEvent(event)

    def speak(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(self.tr("Narrow the results"))
        self.setAccessibleDescription(self.tr("Space ticks a value, X leaves it out."))
        self.finders.speak()

    def _activate(self, index: Index) -> None:
        if index.data(Role.ROW) == Row.FACET:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self._ask(index, self._tree.toggled(index))

    def _ask(self, index: Index, change: Change | None) -> None:
        if change is not None and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._tree.change_wanted.emit(change)

    def _menu(self, index: Index) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if index.data(Role.ROW) == Row.VALUE:
            state = index.data(Role.STATE)
            asked = self.tr("Ask for it") if state == EMPTY else self.tr("Do not ask for it any more")
            tick = menu.addAction(asked)
            tick.setVisible(state != EXCLUDED)
            tick.triggered.connect(lambda: self._ask(index, self._tree.toggled(index)))
            left_out = (
                self.tr("Do not leave it out any more") if state == EXCLUDED else self.tr("Leave it out")
            )
            leave = menu.addAction(left_out)
            leave.triggered.connect(lambda: self._ask(index, self._tree.left_out(index)))
            for action in (tick, leave):
                action.setEnabled(bool(index.flags() & Qt.ItemFlag.ItemIsEnabled))
            menu.addSeparator()
        menu.addAction(self.tr("Open all")).triggered.connect(self.expandAll)
        menu.addAction(self.tr("Close all")).triggered.connect(self.collapseAll)
        return menu
