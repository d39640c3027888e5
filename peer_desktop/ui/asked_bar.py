"""Shows what is asked as words that can be taken away, and says what the search made of the words typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from peer_desktop.directory.query import Results
from peer_desktop.models.changes import Change, ClearConditions
from peer_desktop.ui.asked_conditions import Condition, conditions
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.search_notes import SearchNotes
from peer_desktop.ui.theme import TIGHT
from peer_desktop.ui.wording import as_button_text


class AskedBar(QWidget):
    """Removable words, then the notes on the search, in one line if it has room; else none is shown."""

    change_wanted = Signal(object)  # Change

    def __init__(self, labels: FacetLabels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = labels
        self._results: Results | None = None
        self._shown: tuple[Condition, ...] = ()
        self._words = QWidget()
        self._flow = FlowLayout(self._words, gap=TIGHT)
        self._notes = SearchNotes()
        self._notes.change_wanted.connect(self.change_wanted)
        flow = FlowLayout(self)
        flow.addWidget(self._words)
        flow.addWidget(self._notes)
        self.hide()

    def show_results(self, results: Results) -> None:
        """Show what this search asks."""
        self._results = results
        asked = conditions(results, self._labels)
        if asked != self._shown:
            self._show(asked)
        self._words.setVisible(bool(asked))
        around = self.parentWidget()
        self._notes.fit(around.width() if around else self.width())  # a hidden bar has an old width
        self._notes.show_results(results)
        self.setVisible(bool(asked) or self._notes.says_something)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break long notes where the room ends."""
        super().resizeEvent(event)
        self._notes.fit(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._results is not None:
            self._shown = ()
            self.show_results(self._results)

    def _show(self, asked: tuple[Condition, ...]) -> None:
        """Put up one button each; the focus stays where it was, or as near as there is one."""
        focused = next((at for at, button in enumerate(self._buttons()) if button.hasFocus()), None)
        while (item := self._flow.takeAt(0)) is not None:
            if button := item.widget():
                button.hide()
                button.deleteLater()
        self._shown = asked
        for condition in asked:
            self._flow.addWidget(self._button(condition))
        if asked:
            self._flow.addWidget(self._clear_button())
        buttons = self._buttons()
        for button in buttons:
            button.show()  # or the layout would do it a moment later, too late for the focus
        if focused is not None and buttons:
            buttons[min(focused, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> list[QWidget]:
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    def _button(self, condition: Condition) -> QPushButton:
        button = QPushButton(icon("x"), as_button_text(condition.words))
        button.setAutoDefault(False)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the word
        button.setAccessibleName(self.tr("Remove {condition}").format(condition=condition.words))
        button.clicked.connect(lambda: self._want(condition.removal))
        return button

    def _clear_button(self) -> QPushButton:
        button = QPushButton(self.tr("Clear all"))
        button.setAutoDefault(False)
        button.setFlat(True)
        button.setAccessibleName(self.tr("Clear all conditions"))
        button.clicked.connect(lambda: self._want(ClearConditions()))
        return button

    def _want(self, change: Change) -> None:
        self.change_wanted.emit(change)
