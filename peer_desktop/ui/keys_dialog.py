"""Shows whose signatures count on this computer; adds a key from its printed fingerprint, or revokes one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from peer_desktop.bundle.install_kind import Installation
from peer_desktop.bundle.trust import KnownKey
from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem
from peer_desktop.models.trusted_keys import TrustedKeys
from peer_desktop.ui.add_key_dialog import AddKeyDialog
from peer_desktop.ui.careful_dialog import CarefulDialog, Question, fit
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_table import PlainRows, PlainTable
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import APART, NEAR, WIDE

_WIDTH, _HEIGHT = 860, 440
_FINGERPRINT = 2


class KeysDialog(CarefulDialog):
    """A row a key."""

    def __init__(
        self,
        keys: TrustedKeys,
        installation: Installation,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Trusted keys"))
        self._trusted = keys
        self._may = installation.writable
        self._language = language
        self._keys: tuple[KnownKey, ...] = ()
        headings = (self.tr("Name"), self.tr("From"), self.tr("Fingerprint"), self.tr("State"))
        self._rows = PlainRows(headings, parent=self)
        self.table = PlainTable(self._rows, 0, self.tr("Trusted keys"))
        self.said = PlainLabel(self._sentence(), read=True)
        self.add = QPushButton(icon("plus"), self.tr("&Add a key…"))
        self.revoke = QPushButton(icon("ban"), self.tr("&Revoke this key…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.add.clicked.connect(self._open_adding)
        self.revoke.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.reject)
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        keys.keys_read.connect(self._show)
        keys.key_added.connect(self._say_added)
        keys.key_revoked.connect(self._say_revoked)
        keys.failed.connect(self._say_failed)
        keys.read()
        self._enable()
        self.table.setFocus()
        fit(self, _WIDTH, _HEIGHT)

    def _sentence(self) -> str:
        if not self._may:
            return self.tr("This account may not change them: ask the person who keeps this computer.")
        return self.tr(
            "A bundle is accepted only when one of these keys signed it. The keys of the program came with "
            "it; add another one only from a paper that its publisher gave you."
        )

    def _show(self, keys: Sequence[KnownKey]) -> None:
        chosen = self.table.currentIndex().row()
        self._keys = tuple(keys)
        self._rows.show_rows([self._row(key) for key in keys])
        self.table.selectRow(max(0, min(chosen, len(self._keys) - 1)))
        self._enable()

    def _row(self, key: KnownKey) -> tuple[str, ...]:
        came = self.tr("the program") if key.built_in else self.tr("added here")
        state = self.tr("revoked") if key.revoked else self.tr("trusted")
        return (key.name, came, key.key.fingerprint, state)

    def _chosen(self) -> KnownKey | None:
        row = self.table.currentIndex().row()
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def _enable(self) -> None:
        chosen = self._chosen()
        self.add.setEnabled(self._may)
        self.revoke.setEnabled(self._may and chosen is not None and not chosen.revoked)

    def _open_adding(self) -> None:
        dialog = AddKeyDialog(self)
        dialog.key_typed.connect(self._trusted.add)
        dialog.open()

    def _ask(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        said = self.tr("Revoke the key “{name}” with the fingerprint {fingerprint}?")
        sentences = [said.format(name=chosen.name, fingerprint=chosen.key.fingerprint)]
        sentences.append(
            self.tr("No bundle signed with it is accepted any more. There is no way back on this computer.")
        )
        if sum(not key.revoked for key in self._keys) == 1:
            sentences.append(self.tr("It is the last one: after that no bundle at all is accepted."))
        question = Question(self.tr("Revoke a key"), sentences, self.tr("&Revoke it"), self)
        question.agreed.connect(lambda: self._trusted.revoke(chosen.key.fingerprint))
        question.open()

    def _say_added(self, name: str) -> None:
        self._say(self.tr("The key “{name}” is trusted now.").format(name=name))

    def _say_revoked(self) -> None:
        self._say(self.tr("The key is revoked."))

    def _say_failed(self, problem: Problem) -> None:
        said = self.tr("{sentence} (Code: {code})")
        self._say(said.format(sentence=problem.said_in(self._language), code=problem.code))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        announce(self, sentence)

    def _lay_out(self) -> None:
        for button in (self.add, self.revoke):
            button.setAutoDefault(False)
        self.close_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        for button in (self.add, self.revoke):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(APART)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
