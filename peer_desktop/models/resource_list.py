"""Shows resources as a list, and says which of them a choice of topic, type and language keeps."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Resource
from peer_desktop.models.two_lines import SECOND_LINE

_TOP = QModelIndex()

_VALUES: Mapping[str, Callable[[Resource], tuple[str, ...]]] = {
    "topic": lambda resource: resource.topics,
    "type": lambda resource: (resource.type,),
    "language": lambda resource: resource.languages,
}
ASPECTS = tuple(_VALUES)
"""What the list can be narrowed by."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One value of each aspect, or nothing asked of it."""

    topic: str | None = None
    type: str | None = None
    language: str | None = None

    def with_value(self, aspect: str, value: str | None) -> "Narrowing":
        """The same with another value of one aspect."""
        return replace(self, **{aspect: value})

    def kept(self, resources: Iterable[Resource]) -> tuple[Resource, ...]:
        """The resources that have every value asked for, in the same order."""
        return tuple(resource for resource in resources if self._keeps(resource))

    def counts(self, aspect: str, resources: Iterable[Resource]) -> Counter[str]:
        """How many there would be with each value of an aspect, whatever is asked of that aspect now."""
        open_to_it = self.with_value(aspect, None)
        return Counter(value for kept in open_to_it.kept(resources) for value in _VALUES[aspect](kept))

    def _keeps(self, resource: Resource) -> bool:
        asked = {aspect: getattr(self, aspect) for aspect in ASPECTS}
        return all(value is None or value in _VALUES[aspect](resource) for aspect, value in asked.items())


class ResourceList(QAbstractListModel):
    """The resources found, by title; `describe` puts the line under it in words."""

    def __init__(
        self, describe: Callable[[Resource], str], language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._language = language
        self._resources: tuple[Resource, ...] = ()

    def show_resources(self, resources: Sequence[Resource], language: Language) -> None:
        """Show these resources, titled in this language where they have a title in it."""
        self.beginResetModel()
        self._resources = tuple(resources)
        self._language = language
        self.endResetModel()

    def resource(self, row: int) -> Resource:
        """The resource of a row."""
        return self._resources[row]

    def row_of(self, resource_id: str) -> int | None:
        """The row of a resource, if it is among those shown."""
        return next((row for row, shown in enumerate(self._resources) if shown.id == resource_id), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        """How many resources there are; a resource has nothing below it."""
        return 0 if parent.isValid() else len(self._resources)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The title, the line under it, and both as they are read aloud."""
        if not index.isValid():
            return None
        resource = self._resources[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return resource.title.said_in(self._language)
        if role == SECOND_LINE:
            return self._describe(resource)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{resource.title.said_in(self._language)}, {self._describe(resource)}"
        return None
