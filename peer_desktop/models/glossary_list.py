"""Shows terms of the glossary as a list: each by its name, with its name in the other language."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Term
from peer_desktop.models.two_lines import SECOND_LINE

_TOP = QModelIndex()


class GlossaryList(QAbstractListModel):
    """The terms found, in the order they were found in."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._terms: tuple[Term, ...] = ()
        self._language = language

    def show_terms(self, terms: Sequence[Term], language: Language) -> None:
        """Show these terms, named in this language."""
        self.beginResetModel()
        self._terms = tuple(terms)
        self._language = language
        self.endResetModel()

    def term(self, row: int) -> Term:
        """The term of a row."""
        return self._terms[row]

    def row_of(self, term_id: str) -> int | None:
        """The row of a term, if it is among those shown."""
        return next((row for row, term in enumerate(self._terms) if term.id == term_id), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        """How many terms there are; a term has nothing below it."""
        return 0 if parent.isValid() else len(self._terms)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The name, the other name, and both as they are read aloud."""
        if not index.isValid():
            return None
        name = self._terms[index.row()].name
        said = name.said_in(self._language)
        other = name.written_in(self._language.other) or ""
        if role == Qt.ItemDataRole.DisplayRole:
            return said
        if role == SECOND_LINE:
            return "" if other == said else other
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said if other in ("", said) else f"{said}, {other}"
        return None
