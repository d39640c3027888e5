"""Says what the search made of the words: corrected, widened, taken for a place, or only partly held."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from peer_desktop.directory.query import FoundPlace, Results
from peer_desktop.models.changes import Change, NearChoice, SearchExactly
from peer_desktop.ui.fitted_label import FittedLabel
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.wording import as_button_text


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence, or what a button beside it does."""

    words: str
    change: Change | None = None


class SearchNotes(QWidget):
    """One calm flow of sentences, each with what can be done about it."""

    change_wanted = Signal(object)  # Change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._shown: tuple[Note, ...] = ()
        self._room = self.width()
        self.hide()

    @property
    def says_something(self) -> bool:
        """Whether there is a note on this search."""
        return bool(self._shown)

    def show_results(self, results: Results) -> None:
        """Say what was made of the words of this search."""
        notes = tuple(self._notes(results))
        if notes != self._shown:
            self._shown = notes
            self._show(notes)
        self.setVisible(bool(notes))

    def fit(self, room: int) -> None:
        """Break long sentences where the room ends, in pixels."""
        self._room = room
        for sentence in self.findChildren(FittedLabel):
            sentence.fit(room)

    def _notes(self, results: Results) -> Iterator[Note]:
        for typed, searched in results.corrections.items():
            showing = self.tr("Showing results for “{word}”.").format(word=searched)
            exactly = self.tr("Search exactly “{word}” instead").format(word=typed)
            yield Note(showing)
            yield Note(exactly, SearchExactly((typed,)))
        words = sorted({word for also in results.widened.values() for word in also})
        if words:
            yield Note(self.tr("Also searching: {words}").format(words=", ".join(words)))
        if results.found_place is not None:
            yield from self._other_places(results.found_place, results)
        if results.partial_from == 0 and results.of_town:
            yield Note(self.tr("No listing holds all the words."))
        elif results.partial_from == 0:
            yield Note(self.tr("No listing holds all the words; these hold some of them."))
        elif results.partial_from is not None and results.of_town:
            yield Note(self.tr("%n hold all the words.", None, results.partial_from))
        elif results.partial_from is not None:
            said = self.tr(
                "The first %n hold all the words; those after hold some of them.", None, results.partial_from
            )
            yield Note(said)
        if results.of_town and (place := results.origin) is not None:
            town = place.label(results.query.language)
            said = self.tr("Among the first five is also what lies in {town} itself, whatever it says.")
            yield Note(said.format(town=town))

    def _other_places(self, found: FoundPlace, results: Results) -> Iterator[Note]:
        if found.others:
            yield Note(self.tr("Another place of this name:"))
        for place in found.others:
            yield Note(place.label(results.query.language), NearChoice(place))

    def _show(self, notes: tuple[Note, ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for note in notes:
            widget = self._sentence(note) if note.change is None else self._button(note)
            self._flow.addWidget(widget)
            widget.show()

    def _sentence(self, note: Note) -> FittedLabel:
        label = FittedLabel(note.words, calm=True)
        label.fit(self._room)  # before it is laid out, or everything below would jump twice
        return label

    def _button(self, note: Note) -> QPushButton:
        button = QPushButton(as_button_text(note.words))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.change_wanted.emit(note.change))
        return button
