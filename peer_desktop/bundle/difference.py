"""Says what a newer directory changes: listings added, removed and changed, field by field."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.listing import dialled
from peer_desktop.exchange.columns import TABLES
from peer_desktop.exchange.tables import Row, Table

Tables = Mapping[str, Table]

CANADA = "CA"
"""Where a listing counts that serves all of Canada, or several provinces from nowhere in particular."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as the tables write it: ; between values, nothing when not stated."""

    field: str
    """The column of listings.csv, or organization, phones, sources."""
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ListingChange:
    """One listing that comes, goes or changes. `fields` is empty unless it changes."""

    id: str
    name: Bilingual
    province: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ProvinceCount:
    """What changes in one province; `code` is two letters, or CA."""

    code: str
    before: int
    after: int
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True)
class TableCount:
    """What changes in one of the other tables."""

    file: str
    before: int
    after: int
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True)
class Difference:
    """From one directory to another. Listings by id."""

    before: int
    after: int
    """Listings."""
    added: tuple[ListingChange, ...]
    removed: tuple[ListingChange, ...]
    changed: tuple[ListingChange, ...]
    by_province: tuple[ProvinceCount, ...]
    other_tables: tuple[TableCount, ...]

    @property
    def removed_share(self) -> float:
        """Of the listings that were there, 0 to 1."""
        return len(self.removed) / self.before if self.before else 0.0


_KEYS: Mapping[str, tuple[str, ...]] = {
    "terms.csv": ("id",),
    "resources.csv": ("id",),
    "crisis_lines.csv": ("id",),
    "facet_values.csv": ("facet", "value"),
    "places.csv": ("name_en", "province", "latitude", "longitude"),
    "postal_prefixes.csv": ("prefix",),
    "synonyms.csv": ("said", "means"),
}
_LISTING_FIELDS = tuple(
    column.name
    for column in TABLES["listings.csv"]
    if not column.for_editors and column.name != "organization_id"
)


def difference(old: Tables, new: Tables) -> Difference:
    """Compare two directories as tables."""
    before, after = _Listings(old), _Listings(new)
    added = tuple(after.change(id_) for id_ in sorted(after.ids - before.ids))
    removed = tuple(before.change(id_) for id_ in sorted(before.ids - after.ids))
    changed = tuple(
        after.change(id_, fields)
        for id_ in sorted(before.ids & after.ids)
        if not before.is_the_same(after, id_)
        and (fields := _changed_fields(before.fields(id_), after.fields(id_)))
    )
    return Difference(
        before=len(before.ids),
        after=len(after.ids),
        added=added,
        removed=removed,
        changed=changed,
        by_province=_by_province(before, after, added, removed, changed),
        other_tables=tuple(_table_count(file, old[file], new[file]) for file in _KEYS),
    )


class _Listings:
    """The listings of one directory with what belongs to them."""

    def __init__(self, tables: Tables) -> None:
        self._rows = {row["id"]: row for row in tables["listings.csv"]}
        self._organizations = {row["id"]: row for row in tables["organizations.csv"]}
        self._phones = _joined(tables["phones.csv"], _phone)
        self._sources = _joined(tables["sources.csv"], _source)
        self.ids = self._rows.keys()

    def fields(self, id_: str) -> Mapping[str, str]:
        """Every field of a listing, as the preview shows it."""
        row = self._rows[id_]
        organization = self._organizations[row["organization_id"]]
        fields = {field: row[field] for field in _LISTING_FIELDS}
        fields["organization"] = " / ".join(
            dict.fromkeys(name for name in (organization["name_en"], organization["name_fr"]) if name)
        )
        fields["phones"] = self._phones.get(id_, "")
        fields["sources"] = self._sources.get(id_, "")
        return fields

    def is_the_same(self, other: "_Listings", id_: str) -> bool:
        """Whether nothing at all differs: so it is with most listings, and no field needs to be written."""
        one, another = self._rows[id_], other._rows[id_]
        own = self._organizations[one["organization_id"]].cells
        return (
            one.cells == another.cells
            and own == other._organizations[another["organization_id"]].cells
            and self._phones.get(id_) == other._phones.get(id_)
            and self._sources.get(id_) == other._sources.get(id_)
        )

    def change(self, id_: str, fields: tuple[FieldChange, ...] = ()) -> ListingChange:
        """A listing as the preview names it."""
        row = self._rows[id_]
        return ListingChange(
            id_, Bilingual(row["name_en"] or None, row["name_fr"] or None), self.province(id_), fields
        )

    def province(self, id_: str) -> str:
        """Where the listing is, or else the one province it serves, or else CA."""
        row = self._rows[id_]
        if row["province"]:
            return row["province"]
        serves = row.split("coverage")
        return serves[0] if len(serves) == 1 else CANADA


def _changed_fields(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[FieldChange, ...]:
    if old == new:
        return ()
    return tuple(FieldChange(field, old[field], new[field]) for field in new if old[field] != new[field])


def _joined(table: Table, shown: Callable[[Row], str]) -> Mapping[str, str]:
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in table:
        if row["listing_id"]:
            found[row["listing_id"]].append((int(row["position"]), shown(row)))
    return {listing: "; ".join(text for _, text in sorted(texts)) for listing, texts in found.items()}


def _phone(row: Row) -> str:
    shown = dialled(row["number"])
    notes = [row["kind"], *(f"#{row['extension']}" for _ in row["extension"][:1])]
    notes += dict.fromkeys(note for note in (row["note_en"], row["note_fr"]) if note)
    return f"{shown} ({', '.join(notes)})"


def _source(row: Row) -> str:
    return f"{row['url']} ({row['note']})" if row["note"] else row["url"]


def _by_province(
    before: _Listings,
    after: _Listings,
    added: tuple[ListingChange, ...],
    removed: tuple[ListingChange, ...],
    changed: tuple[ListingChange, ...],
) -> tuple[ProvinceCount, ...]:
    was, is_ = (Counter(map(one.province, one.ids)) for one in (before, after))
    more, fewer, other = (
        Counter(change.province for change in changes) for changes in (added, removed, changed)
    )
    return tuple(
        ProvinceCount(code, was[code], is_[code], more[code], fewer[code], other[code])
        for code in sorted(was.keys() | is_.keys())
    )


def _table_count(file: str, old: Table, new: Table) -> TableCount:
    key = _KEYS[file]
    before, after = ({tuple(row[name] for name in key): row.cells for row in table} for table in (old, new))
    return TableCount(
        file=file,
        before=len(old),
        after=len(new),
        added=len(after.keys() - before.keys()),
        removed=len(before.keys() - after.keys()),
        changed=sum(before[row] != after[row] for row in before.keys() & after.keys()),
    )
