"""Answers what was typed as a place: which was taken, which else it may be, or that there is none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Place
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import TIGHT
from peer_desktop.ui.wording import as_button_text


class NearAnswer(QWidget):
    """A calm sentence, and a button for each place that may be meant. It has no height without a sentence."""

    place_chosen = Signal(object)  # Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = PlainLabel(calm=True)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._sentence)
        column.addWidget(self._buttons)
        self.hide()

    def say_taken(self, place: Place, others: Sequence[Place], language: Language) -> None:
        """This place was taken; there are others of its name."""
        if not others:
            self.hide()
            return
        sentence = self.tr("{place} was taken. Other places of this name:")
        self._say(sentence.format(place=place.label(language)), others, language)

    def ask_which(self, places: Sequence[Place], language: Language) -> None:
        """What was typed begins several names."""
        self._say(self.tr("Which place is meant?"), places, language)

    def say_unknown(self, typed: str, nearest: Sequence[Place], language: Language) -> None:
        """No place is called so; these are spelled almost like it."""
        if nearest:
            sentence = self.tr("“{typed}” is not in the list of places. Perhaps:")
        else:
            sentence = self.tr(
                "“{typed}” is not in the list of places. A town or the start of a postal code is."
            )
        self._say(sentence.format(typed=_shortened(typed)), nearest, language)

    def _say(self, sentence: str, places: Sequence[Place], language: Language) -> None:
        self._sentence.setText(sentence)
        while (item := self._flow.takeAt(0)) is not None:
            if button := item.widget():
                button.hide()
                button.deleteLater()
        for place in places:
            self._flow.addWidget(self._button(place, language))
        self._buttons.setVisible(bool(places))
        self.show()
        labels = [place.label(language) for place in places]
        announce(self, " ".join([sentence, ", ".join(labels)]).strip())

    def _button(self, place: Place, language: Language) -> QPushButton:
        button = QPushButton(as_button_text(place.label(language)))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Near {place}").format(place=place.label(language)))
        button.clicked.connect(lambda: self.place_chosen.emit(place))
        return button


def _shortened(typed: str) -> str:
    """As much of what was typed as a sentence can hold."""
    return typed if len(typed) <= 40 else f"{typed[:39]}…"
