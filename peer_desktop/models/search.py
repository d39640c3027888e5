"""Holds the query on screen: the only thing in the program that changes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Choice, Query, Results
from peer_desktop.models.background import Background

_AT_ONCE = 20_000
"""Up to this many listings a search takes less than a frame and runs where it is asked."""
_REMEMBERED = 200


class Search(QObject):
    """Asks a directory, one query after the other, and tells every pane the same answer."""

    results_changed = Signal(object)  # Results
    history_changed = Signal()

    def __init__(
        self,
        directory: Directory,
        query: Query,
        parent: QObject | None = None,
        *,
        at_once: int = _AT_ONCE,
    ) -> None:
        super().__init__(parent)
        self.directory = directory
        self._query = query
        self._results = directory.search(query)
        self._back: list[Query] = []
        self._forward: list[Query] = []
        self._at_once = at_once
        self._background: Background | None = None

    @property
    def query(self) -> Query:
        """What is looked for now."""
        return self._query

    @property
    def results(self) -> Results:
        """What was found last; while a worker searches, the answer to an older query."""
        return self._results

    @property
    def language(self) -> Language:
        """The language of the names that are sorted."""
        return self._query.language

    @property
    def is_large(self) -> bool:
        """Whether a search takes so long that it runs beside the window."""
        return self.directory.size > self._at_once

    def ask(self, query: Query) -> None:
        """Look for something else. Letters typed one after the other are one step back."""
        if query == self._query:
            return
        if not self._only_types_on(query):
            self._back = [*self._back[-_REMEMBERED:], self._query]
        self._forward = []
        self._go(query)

    def back(self) -> None:
        """Look again for what was looked for before."""
        if self._back:
            self._forward.append(self._query)
            self._go(self._back.pop())

    def forward(self) -> None:
        """Take one step back again."""
        if self._forward:
            self._back.append(self._query)
            self._go(self._forward.pop())

    @property
    def can_go_back(self) -> bool:
        """Whether something was looked for before."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether a step back was taken."""
        return bool(self._forward)

    def speak(self, language: Language) -> None:
        """Sort and name in this language from now on, also on the way back."""
        self._back = [replace(query, language=language) for query in self._back]
        self._forward = [replace(query, language=language) for query in self._forward]
        self._go(replace(self._query, language=language))

    def clear(self) -> None:
        """Forget what was looked for, and what was looked for before it."""
        self._back, self._forward = [], []
        self._go(Query(language=self._query.language))

    def use(self, directory: Directory) -> None:
        """Ask another directory from now on, the same as before, as far as it knows what is asked.

        The one before is not closed: a page or a file may still be written from it.
        """
        self.directory = directory
        self._back = [_known(query, directory) for query in self._back]
        self._forward = [_known(query, directory) for query in self._forward]
        self._query = _known(self._query, directory)
        self.history_changed.emit()
        # at once, however large it is: rows of the one before must not be read from this one
        self._show(directory.search(self._query))

    def stop(self) -> None:
        """Let the worker go; the search cannot be used after this."""
        if self._background:
            self._background.stop()

    def _only_types_on(self, query: Query) -> bool:
        same_but_text = replace(query, text="", exactly=frozenset()) == replace(
            self._query, text="", exactly=frozenset()
        )
        return same_but_text and bool(self._query.text) and bool(query.text)

    def _go(self, query: Query) -> None:
        self._query = query
        self.history_changed.emit()
        if not self.is_large:
            self._show(self.directory.search(query))
            return
        self._background = self._background or Background(self)
        self._background.run(*self._task(query, self.directory), self._fail)

    def _task(
        self, query: Query, directory: Directory
    ) -> tuple[Callable[[], Results | None], Callable[[Results | None], None]]:
        """What the worker does, and what is done with its answer: nothing when another one is wanted."""

        def wanted() -> bool:
            return query == self._query and directory is self.directory

        def show(results: Results | None) -> None:
            if results is not None and wanted():
                self._show(results)

        return lambda: directory.search(query) if wanted() else None, show

    def _show(self, results: Results) -> None:
        self._results = results
        self.results_changed.emit(results)

    def _fail(self, error: BaseException) -> None:
        raise error


def _known(query: Query, directory: Directory) -> Query:
    """The same query without values that this directory does not have: their box could not be unticked."""
    values = {Choice(facet.id, value.value) for facet in directory.facets for value in facet.values}
    return replace(query, chosen=query.chosen & values, excluded=query.excluded & values)
