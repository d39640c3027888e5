"""Tells every change of the directory in use: when, which, whose, how much, who; and puts one back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from peer_desktop.bundle.history import HistoryEntry
from peer_desktop.bundle.install_kind import Installation
from peer_desktop.bundle.problems import DONE
from peer_desktop.bundle.store import SHIPPED
from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem
from peer_desktop.models.update import Phase, Update, UpdateState
from peer_desktop.ui import update_words as words
from peer_desktop.ui.careful_dialog import CarefulDialog, Question, fit
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_table import PlainRows, PlainTable
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import APART, NEAR, WIDE
from peer_desktop.ui.wording import locale

_WIDTH, _HEIGHT = 980, 520


class DataHistoryDialog(CarefulDialog):
    """A row a change, the newest first; the last row is the directory that came with the program."""

    def __init__(
        self, update: Update, installation: Installation, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Data history"))
        self._update = update
        self._may = installation.writable
        self._language = language
        self._entries: tuple[HistoryEntry, ...] = ()
        self._shipped_is_offered = False
        self._rows = PlainRows(self._headings(), numbers=(2, 4, 5, 6, 7), parent=self)
        self.table = PlainTable(self._rows, 3, self.tr("Directories that were in use"))
        self.said = PlainLabel(self._sentence(), read=True)
        self.put_back = QPushButton(icon("undo-2"), self.tr("&Put this one back…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.put_back.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.reject)
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        update.history_read.connect(self._show)
        update.state_changed.connect(self._follow)
        update.failed.connect(self._say_failed)
        update.read_history()
        self._enable()
        self.table.setFocus()
        fit(self, _WIDTH, _HEIGHT)

    def reject(self) -> None:
        """Stay while something is put back: it takes a moment."""
        if self._update.state.phase is not Phase.CHANGING:
            self._update.start_over()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same for the cross of the window."""
        self.reject()
        event.setAccepted(not self.isVisible())

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("When"),
            self.tr("What"),
            self.tr("Serial"),
            self.tr("Publisher"),
            self.tr("Listings"),
            self.tr("Added"),
            self.tr("Removed"),
            self.tr("Changed"),
            self.tr("Who"),
            self.tr("Now"),
        )

    def _sentence(self) -> str:
        if not self._may:
            return self.tr(
                "This account may not put a directory back: ask the person who keeps this computer."
            )
        return self.tr(
            "Three directories are kept, and the one that came with the program. Putting one back takes "
            "nothing away: the one of now can be put back as well."
        )

    def _show(self, entries: Sequence[HistoryEntry]) -> None:
        self._entries = tuple(entries)
        current = next((entry.activation.generation for entry in entries if entry.is_current), SHIPPED)
        named = {entry.activation.generation for entry in entries}
        self._shipped_is_offered = current != SHIPPED and SHIPPED not in named
        rows = [self._row(entry) for entry in entries]
        if SHIPPED not in named:
            rows.append(self._shipped_row(is_current=current == SHIPPED))
        self._rows.show_rows(rows)
        self.table.selectRow(0)
        self._enable()

    def _row(self, entry: HistoryEntry) -> tuple[str, ...]:
        done = entry.activation
        number = locale(self._language).toString
        when = words.moment_in_words(done.at, self._language)
        what = words.action_in_words(done.action)
        state = self._state(is_current=entry.is_current, can=entry.can_be_put_back)
        if done.generation == SHIPPED:
            return (when, what, "", self.tr("Came with the program"), "", "", "", "", done.who, state)
        counts = (done.listings, done.added, done.removed, done.changed)
        return (when, what, str(done.serial), done.publisher, *map(number, counts), done.who, state)

    def _shipped_row(self, *, is_current: bool) -> tuple[str, ...]:
        state = self._state(is_current=is_current, can=not is_current)
        return ("", self.tr("At first"), "", self.tr("Came with the program"), "", "", "", "", "", state)

    def _state(self, *, is_current: bool, can: bool) -> str:
        if is_current:
            return self.tr("In use")
        return self.tr("Can be put back") if can else ""

    def _generation_chosen(self) -> str | None:
        """The generation of the row that is chosen, when it can be put back."""
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._entries):
            entry = self._entries[row]
            return entry.activation.generation if entry.can_be_put_back else None
        return SHIPPED if row == len(self._entries) and self._shipped_is_offered else None

    def _enable(self) -> None:
        busy = self._update.state.phase is Phase.CHANGING
        self.put_back.setEnabled(self._may and not busy and self._generation_chosen() is not None)
        self.close_button.setEnabled(not busy)

    def _ask(self) -> None:
        generation = self._generation_chosen()
        if generation is None:
            return
        sentences = (
            self._question(generation),
            self.tr("Searches, lists and the map show it at once. Nothing else changes."),
            self.tr("A bundle older than the newest one ever installed is still refused."),
        )
        question = Question(self.tr("Put back"), sentences, self.tr("&Put it back"), self)
        question.agreed.connect(lambda: self._update.put_back(generation))
        question.open()

    def _question(self, generation: str) -> str:
        if generation == SHIPPED:
            return self.tr("Put back the directory that came with the program?")
        done = next(entry.activation for entry in self._entries if entry.activation.generation == generation)
        day = words.moment_in_words(done.at, self._language)
        said = self.tr("Put back the directory with the serial {serial}, in use since {day}?")
        return said.format(serial=done.serial, day=day)

    def _follow(self, state: UpdateState) -> None:
        if state.phase is Phase.CHANGING:
            self._say(self.tr("The directory is being put back…"))
        elif state.phase is Phase.ENDED and state.outcome is not None:
            said = state.outcome.message.said_in(self._language)
            if state.outcome.exit_code != DONE:
                said = self.tr("{sentence} (Code: {code})").format(sentence=said, code=state.outcome.code)
            self._say(said)
            self._update.read_history()
        self._enable()

    def _say_failed(self, problem: Problem) -> None:
        self._say(problem.said_in(self._language))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self, sentence)

    def _lay_out(self) -> None:
        self.put_back.setAutoDefault(False)
        self.close_button.setDefault(True)
        self.said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        buttons.addWidget(self.put_back)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(APART)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(buttons)
