"""Takes where help is wanted: a town or postal code, and how far around it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.directory.folding import fold_place
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Place, Results
from peer_desktop.models.changes import NearChoice
from peer_desktop.ui.around_box import AroundBox
from peer_desktop.ui.near_answer import NearAnswer
from peer_desktop.ui.search_box import name_clear_button
from peer_desktop.ui.theme import NEAR, TIGHT

FindPlaces = Callable[[str], tuple[Place, ...]]
"""What was typed → places, the likeliest first."""

_LETTERS, _FEWEST_LETTERS = 16, 10
"""Letters of a place that its line shows at once, Charlottetown, PE, and where there is little room."""
_LONGEST = 200
_OFFERED = 5


class NearBox(QWidget):
    """A line for the place, with what the gazetteer offers, and how far around."""

    place_changed = Signal(object)  # NearChoice

    def __init__(self, find: FindPlaces, find_nearest: FindPlaces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._find_nearest = find_nearest
        self._language = Language.ENGLISH
        self._place: Place | None = None
        self._said = NearChoice(None)
        self._offered: tuple[Place, ...] = ()
        self._label = QLabel()
        self._line = _PlaceLine()
        self._around = AroundBox()
        self._answer = NearAnswer()
        self._offers = QStringListModel(self)
        self._completer = QCompleter(self._offers, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._line.setCompleter(self._completer)
        self._lay_out()
        self._say()
        self._show(NearChoice(None))
        self._line.textEdited.connect(self._offer)
        self._line.editingFinished.connect(self._decide)
        self._line.offers_wanted.connect(self._open_offers)
        self._line.given_up.connect(lambda: self._show(self._said))
        chosen = self._completer.activated[QModelIndex]  # type: ignore[index]  # the stubs know one overload
        chosen.connect(lambda index: self._take(self._offered[index.row()]))
        self._around.activated.connect(self._emit)
        self._answer.place_chosen.connect(self._take)

    @property
    def choice(self) -> NearChoice:
        """What is chosen now."""
        return self._around.choice_of(self._place)

    def show_results(self, results: Results) -> None:
        """Show the place of this search, also one that was recognised among the words."""
        relabelled = results.query.language is not self._language
        self._language = results.query.language
        choice = NearChoice.of(results.query)
        if choice.place is None and results.found_place is not None:
            choice = NearChoice(results.found_place.place)
        if choice != self.choice or (relabelled and choice.place is not None):
            self._show(choice)

    def take_focus(self) -> None:
        """Go to the line, ready to type another place."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def clear(self) -> None:
        """Forget the place, also one that was typed and not taken."""
        self._show(NearChoice(None))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _show(self, choice: NearChoice) -> None:
        """Show a choice without asking for it."""
        self._place = choice.place
        self._line.show_text(choice.place.label(self._language) if choice.place else "")
        self._around.show_choice(choice)
        self._answer.hide()
        self._said = self.choice

    def _offer(self, typed: str) -> None:
        """Offer places while something is typed; an empty line is no place, at once."""
        if not typed.strip():
            self._offers.setStringList([])
            self._take(None)
            return
        self._answer.hide()
        self._offered = self._find(typed)
        self._offers.setStringList([place.label(self._language) for place in self._offered])

    def _open_offers(self) -> None:
        self._offer(self._line.text())
        self._completer.complete()

    def _decide(self) -> None:
        """Take what was typed when it names one place; say so when it names several, or none."""
        typed = self._line.text().strip()
        if not typed or (self._place is not None and typed == self._place.label(self._language)):
            return
        candidates = self._find(typed)
        named = [place for place in candidates if self._is_named(place, typed)]
        if named:
            self._take(named[0])
            self._answer.say_taken(named[0], named[1:_OFFERED], self._language)
        elif len(candidates) == 1:
            self._take(candidates[0])
        else:
            self._leave_open(typed, candidates)

    def _leave_open(self, typed: str, candidates: tuple[Place, ...]) -> None:
        """Take no place, keep what was typed, and offer what may be meant."""
        self._place = None
        self._around.setEnabled(False)
        self._emit()
        if candidates:
            self._answer.ask_which(candidates[:_OFFERED], self._language)
        else:
            self._answer.say_unknown(typed, self._find_nearest(typed), self._language)

    def _is_named(self, place: Place, typed: str) -> bool:
        """Whether this is the place's own name, and not only its beginning; a postal code always is."""
        names = {name for name in (place.name.en, place.name.fr) if name}
        names |= {place.label(language) for language in Language}
        return place.kind == "postal" or fold_place(typed) in {fold_place(name) for name in names}

    def _take(self, place: Place | None) -> None:
        said = self._said
        self._show(self._around.choice_of(place))
        self._said = said
        self._emit()

    def _emit(self) -> None:
        if self.choice != self._said:
            self._said = self.choice
            self.place_changed.emit(self.choice)

    def _lay_out(self) -> None:
        self._label.setBuddy(self._line)
        self._line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.addWidget(self._label)
        row.addWidget(self._line, 1)
        row.addWidget(self._around)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(row)
        column.addWidget(self._answer)

    def _say(self) -> None:
        self._label.setText(self.tr("Near"))
        self._line.setPlaceholderText(self.tr("Town or postal code"))
        self._line.setAccessibleName(self.tr("Near: town or postal code"))
        name_clear_button(self._line, self.tr("Clear the place"))
        self._around.speak()


class _PlaceLine(QLineEdit):
    """The line for a place: Down opens what is offered, Esc gives up what was typed."""

    offers_wanted = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_LONGEST)
        self.setClearButtonEnabled(True)
        self._shown = ""

    def sizeHint(self) -> QSize:
        hint, metrics = super().sizeHint(), self.fontMetrics()
        words = metrics.horizontalAdvance(self.placeholderText())
        beside = 3 * NEAR + TIGHT + hint.height()  # the clear button has room also while it is not seen
        return QSize(beside + max(words, metrics.averageCharWidth() * _LETTERS), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.height() + self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS, hint.height())

    def show_text(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)  # the beginning of a long name says most
        self._shown = text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if event.key() == Qt.Key.Key_Down and not (popup and popup.isVisible()):
            self.offers_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
