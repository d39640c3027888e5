"""Narrows the resources by topic, type and language; every choice says how many it would leave."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from peer_desktop.directory.folding import fold
from peer_desktop.directory.listing import Resource
from peer_desktop.models.resource_list import ASPECTS, Narrowing
from peer_desktop.ui import crisis_words, theme
from peer_desktop.ui.resource_words import topic_in_words, type_in_words

_WORDS: Mapping[str, Callable[[str], str]] = {
    "topic": topic_in_words,
    "type": type_in_words,
    "language": lambda code: crisis_words.languages_in_words((code,)),
}
_LETTERS = 10


class ResourceFilters(QWidget):
    """Three boxes to choose from. It narrows nothing itself: a choice is a `narrowing_wanted`."""

    narrowing_wanted = Signal(object)
    """A Narrowing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrowing = Narrowing()
        self.boxes = {aspect: QComboBox() for aspect in ASPECTS}
        self._labels = {aspect: QLabel() for aspect in ASPECTS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.NEAR)
        grid.setVerticalSpacing(theme.TIGHT)
        grid.setColumnStretch(1, 1)
        for row, (aspect, box) in enumerate(self.boxes.items()):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
            box.setMaxVisibleItems(20)
            self._labels[aspect].setBuddy(box)
            grid.addWidget(self._labels[aspect], row, 0)
            grid.addWidget(box, row, 1)
            box.activated.connect(lambda _, chosen=aspect: self._want(chosen))

    def say(self) -> None:
        """Speak the language of the window."""
        self._labels["topic"].setText(self.tr("&Topic"))
        self._labels["type"].setText(self.tr("T&ype"))
        self._labels["language"].setText(self.tr("&Language"))

    def show_counts(
        self, found: Sequence[Resource], all_values: Sequence[Resource], narrowing: Narrowing
    ) -> None:
        """Offer every value of the directory with its count among what the words found; zero is disabled."""
        self._narrowing = narrowing
        for aspect, box in self.boxes.items():
            counts = narrowing.counts(aspect, found)
            values = Narrowing().counts(aspect, all_values)
            wanted = getattr(narrowing, aspect)
            words = _WORDS[aspect]
            with QSignalBlocker(box):
                box.clear()
                box.addItem(self._everything(aspect), None)
                for value in sorted(values, key=lambda value: fold(words(value))):
                    box.addItem(f"{words(value)} ({counts[value]})", value)
                    _set_enabled(box, box.count() - 1, enabled=bool(counts[value]) or value == wanted)
                box.setCurrentIndex(max(0, box.findData(wanted)))

    def _everything(self, aspect: str) -> str:
        if aspect == "topic":
            return self.tr("All topics")
        return self.tr("All types") if aspect == "type" else self.tr("All languages")

    def _want(self, aspect: str) -> None:
        self.narrowing_wanted.emit(self._narrowing.with_value(aspect, self.boxes[aspect].currentData()))


def _set_enabled(box: QComboBox, row: int, *, enabled: bool) -> None:
    model = box.model()
    if isinstance(model, QStandardItemModel):
        item = model.item(row)
        item.setFlags(
            item.flags() | Qt.ItemFlag.ItemIsEnabled if enabled else item.flags() & ~Qt.ItemFlag.ItemIsEnabled
        )
