"""Joins a search field to the list it narrows: type, go down, choose."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.ui import theme
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.two_line_rows import TwoLineRows

_PAUSE_BEFORE_SAYING_MS = 700


class SearchedList(QWidget):
    """A field, whatever narrows further, the number found, and the rows."""

    text_changed = Signal(str)
    row_chosen = Signal(int)
    reading_wanted = Signal(bool)
    """A row was clicked or entered; true when the keyboard asked, and the focus wants to follow."""
    clearing_wanted = Signal()
    """Nothing is found, and the person asks for everything again."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._label = QLabel(wordWrap=True)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setMaxLength(1000)
        self.field.textChanged.connect(self.text_changed)
        self.field.installEventFilter(self)
        self._label.setBuddy(self.field)
        self.view = _Rows(model)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.clicked.connect(lambda _: self.reading_wanted.emit(False))
        self.view.entered_by_key.connect(lambda: self.reading_wanted.emit(True))
        self._count = PlainLabel(calm=True)
        self._nothing = PlainLabel()
        self._everything = QPushButton(icon("rotate-ccw"), "")
        self._everything.clicked.connect(self.clearing_wanted)
        self._saying = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_SAYING_MS)
        self._saying.timeout.connect(lambda: announce(self, self._count.text()))
        self._filters = QVBoxLayout()
        self._filters.setSpacing(theme.TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.APART, theme.APART, theme.NEAR, theme.APART)
        column.setSpacing(theme.NEAR)
        column.addWidget(self._label)
        column.addWidget(self.field)
        column.addLayout(self._filters)
        column.addWidget(self._count)
        column.addWidget(self.view, stretch=1)
        column.addWidget(self._nothing)
        column.addWidget(self._everything, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def add_filter(self, widget: QWidget) -> None:
        """Put something that narrows under the field."""
        self._filters.addWidget(widget)

    def say(self, *, label: str, rows: str, nothing: str, everything: str) -> None:
        """The words of this list, in the language of the window; `label` holds the & of its shortcut."""
        self._label.setText(label)
        self.view.setAccessibleName(rows)
        self._nothing.setText(nothing)
        self._everything.setText(everything)

    def show_count(self, count: str, *, can_show_more: bool = True) -> None:
        """After the rows changed: say how many, or offer the way out of nothing."""
        is_empty = self._model.rowCount() == 0
        self.view.setVisible(not is_empty)
        self._nothing.setVisible(is_empty and can_show_more)
        self._everything.setVisible(is_empty and can_show_more)
        self._count.setText(self._nothing.text() if is_empty and can_show_more else count)
        self._count.setVisible(bool(self._count.text()) and not (is_empty and can_show_more))
        if self.field.hasFocus():
            self._saying.start()

    def forget_text(self) -> None:
        """Take away what was typed, also from Undo, which would bring it back for the next person."""
        self.field.setText("")

    def choose(self, row: int, *, tell: bool = True) -> None:
        """Make a row the one that is read; without `tell` it is read already."""
        index = self._model.index(row, 0)
        was_blocked = self.blockSignals(not tell)
        self.view.setCurrentIndex(index)
        self.blockSignals(was_blocked)
        self.view.scrollTo(index)

    def unchoose(self) -> None:
        """No row is read: something else is on the page."""
        self.view.clearSelection()
        self.view.setCurrentIndex(QModelIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field, Down and Enter go to the rows and Esc clears what was typed."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.focus_rows()
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text():
                self.field.clear()
                return True
        return super().eventFilter(watched, event)

    def focus_rows(self) -> None:
        """Put the focus on the row that is read, or on the first."""
        if self._model.rowCount() == 0:
            return
        if not self.view.currentIndex().isValid():
            self.choose(0)
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(current.row())


class _Rows(QListView):
    """Rows of two lines that are broken anew when the list becomes narrower."""

    entered_by_key = Signal()

    def __init__(self, model: QAbstractItemModel) -> None:
        super().__init__()
        self._painter = TwoLineRows(self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break every text anew: Qt keeps the heights of another width, and rows would cover each other."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads. Letters belong to the field, not to a hidden search by first letter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_by_key.emit()
            return
        if event.text().isprintable() and event.text() and not event.text().isspace():
            event.ignore()
            return
        super().keyPressEvent(event)
