"""Says what a bundle tells beside its tables: its publisher, until when it is fresh, what it brings along."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from peer_desktop.bundle.manifest import Publisher
from peer_desktop.directory.language import UNWRITTEN, Bilingual
from peer_desktop.exchange import cells
from peer_desktop.exchange.columns import NAME, Column
from peer_desktop.exchange.findings import BuildRefused, Finding
from peer_desktop.exchange.tables import read_tables

RECIPE_FILE = "bundle.csv"
"""May stand beside the tables, with one row; what is typed in the terminal counts more."""

FRESH_FOR = 180
"""Days after data_as_of, when nobody says otherwise."""

OLDEST_PROGRAM = "0.1.0"
"""The first program that reads this format."""

_COLUMNS = (
    Column("publisher_name", NAME),
    Column("publisher_phone", NAME),
    Column("publisher_email", cells.email),
    Column("fresh_for_days", cells.whole_number),
    Column("notes_en", cells.text(10_000)),
    Column("notes_fr", cells.text(10_000)),
)
RECIPE_COLUMNS = tuple(column.name for column in _COLUMNS)


NOBODY = Publisher("")
"""A publisher that nobody has named yet."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the maker of a bundle decides."""

    serial: int
    created_at: datetime
    publisher: Publisher = NOBODY
    notes: Bilingual = UNWRITTEN
    fresh_for_days: int | None = None
    channel: str | None = None
    """None: the channel of the tables."""
    min_app_version: str = OLDEST_PROGRAM
    basemap: Path | None = None
    documents: Mapping[str, Path] = field(default_factory=dict)
    """Resource → its PDF."""

    def stale_after(self, data_as_of: date) -> date:
        """The last day on which the data are fresh."""
        return data_as_of + timedelta(days=self.fresh_for_days or FRESH_FOR)


def with_recipe_file(recipe: Recipe, folder: Path) -> Recipe:
    """Fill what nobody said from the recipe file beside the tables. Raises BuildRefused."""
    if not (folder / RECIPE_FILE).is_file():
        return recipe
    tables, findings = read_tables(folder, {RECIPE_FILE: RECIPE_COLUMNS})
    rows = tables[RECIPE_FILE].rows
    if not findings and len(rows) != 1:
        reason = Bilingual("must hold one row", "doit contenir une seule ligne")
        findings = [Finding(RECIPE_FILE, 0, "", "", reason)]
    for row in rows:
        for column in _COLUMNS:
            cell = row[column.name]
            if cell and (why := cells.readable(cell) or column.check(cell)):
                findings.append(row.finding(column.name, why))
    if findings:
        raise BuildRefused(findings)
    (row,) = rows
    publisher, notes = recipe.publisher, recipe.notes
    return replace(
        recipe,
        publisher=Publisher(
            publisher.name or row["publisher_name"],
            publisher.phone or row["publisher_phone"] or None,
            publisher.email or row["publisher_email"] or None,
        ),
        notes=Bilingual(notes.en or row["notes_en"] or None, notes.fr or row["notes_fr"] or None),
        fresh_for_days=recipe.fresh_for_days or int(row["fresh_for_days"] or FRESH_FOR),
    )
