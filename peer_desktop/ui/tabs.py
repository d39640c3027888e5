"""Holds the pages of the window under one row: their tabs, and at its end what is always in view."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from peer_desktop.ui import colours
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.theme import NEAR, TIGHT


class Tabs(QWidget):
    """Named like QTabWidget; but where there is no room beside the tabs, the buttons begin a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setDocumentMode(True)
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self._pages = QStackedWidget()
        self._edge = QWidget()
        self._buttons = FlowLayout(self._edge, gap=TIGHT)
        self._row = _Row()
        row = FlowLayout(self._row, last_at_the_end=True)
        row.setContentsMargins(0, 0, NEAR, 0)
        row.addWidget(self.bar)
        row.addWidget(self._edge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(self._pages, 1)
        self.bar.currentChanged.connect(self._pages.setCurrentIndex)

    def add_at_the_edge(self, widget: QWidget) -> None:
        """Put something at the end of the row, in view with every page."""
        self._buttons.addWidget(widget)
        widget.show()

    def clear(self) -> None:
        """Look as at the start: the first page."""
        self.setCurrentIndex(0)

    def insertTab(self, at: int, page: QWidget, title: str) -> int:
        """Put a page before another, or at the end (-1)."""
        place = self.bar.insertTab(self._pages.insertWidget(at, page), title)
        self._pages.setCurrentIndex(self.bar.currentIndex())
        return place

    def addTab(self, page: QWidget, title: str) -> int:
        """Put a page at the end."""
        return self.insertTab(-1, page, title)

    def removeTab(self, at: int) -> None:
        """Take a page away; it belongs to nobody then."""
        if page := self._pages.widget(at):
            self._pages.removeWidget(page)
        self.bar.removeTab(at)

    def indexOf(self, page: QWidget) -> int:
        """Where a page is; -1 where it is not."""
        return self._pages.indexOf(page)

    def setTabText(self, at: int, title: str) -> None:
        """Name a page."""
        self.bar.setTabText(at, title)

    def tabText(self, at: int) -> str:
        """The name of a page."""
        return self.bar.tabText(at)

    def setTabEnabled(self, at: int, enabled: bool) -> None:
        """Whether a page can be turned to."""
        self.bar.setTabEnabled(at, enabled)

    def currentIndex(self) -> int:
        """Which page is in front."""
        return self.bar.currentIndex()

    def setCurrentIndex(self, at: int) -> None:
        """Turn to a page."""
        self.bar.setCurrentIndex(at)

    def currentWidget(self) -> QWidget | None:
        """The page in front."""
        return self._pages.currentWidget()

    def setCurrentWidget(self, page: QWidget) -> None:
        """Turn to this page."""
        self.setCurrentIndex(self.indexOf(page))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Tab and Ctrl+Shift+Tab go from page to page, as in every program."""
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        at = (self.currentIndex() + step) % self.bar.count()
        while not self.bar.isTabEnabled(at):
            at = (at + step) % self.bar.count()
        self.setCurrentIndex(at)


class _Row(QWidget):
    """The row of tabs, with a line under it on which the pages stand."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the line is one pixel
        """Draw the line."""
        edge = colours.mixed(self.palette().windowText().color(), self.palette().window().color(), 0.25)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, edge)
