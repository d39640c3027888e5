"""Reads the tables that administrators edit: one CSV file each, all in one folder."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.findings import Finding

_LONGEST_CELL = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. `number` counts as a spreadsheet does: the header is row 1."""

    file: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def split(self, column: str) -> list[str]:
        """The values of a cell that holds several, with ; between."""
        cell = self.cells[column]
        return [value.strip() for value in cell.split(";") if value.strip()] if cell else []

    def finding(self, column: str, reason: Bilingual, *, refuses: bool = True) -> Finding:
        """What is wrong in a cell of this row."""
        return Finding(self.file, self.number, column, self.cells.get(column, ""), reason, refuses)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it was read."""

    file: str
    rows: tuple[Row, ...]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def read_tables(folder: Path, shapes: Mapping[str, Sequence[str]]) -> tuple[dict[str, Table], list[Finding]]:
    """Read the tables of `shapes` (file name → its columns) and say what cannot be read."""
    tables = {}
    findings = []
    for file, columns in shapes.items():
        table, wrong = _read_table(folder / file, columns)
        tables[file] = table
        findings += wrong
    return tables, findings


def _read_table(path: Path, columns: Sequence[str]) -> tuple[Table, list[Finding]]:
    empty = Table(path.name, ())
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return empty, [_about(path, Bilingual("the file is missing", "le fichier est absent"))]
    except OSError as error:
        why = error.strerror or type(error).__name__
        return empty, [_about(path, Bilingual(f"cannot be read: {why}", f"illisible : {why}"))]
    except UnicodeDecodeError as error:
        return empty, [_not_utf8(path, error)]
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, columns), strict=True)
    try:
        lines = list(reader)
    except csv.Error as error:
        reason = Bilingual(f"not a CSV table: {error}", f"ce n'est pas un tableau CSV : {error}")
        return empty, [Finding(path.name, reader.line_num, "", "", reason)]
    if not lines:
        return empty, [_about(path, Bilingual("the file is empty", "le fichier est vide"))]
    header, *records = lines
    wrong = _wrong_header(path, header, columns)
    if wrong:
        return empty, wrong
    rows = []
    for number, record in enumerate(records, start=2):
        if not any(cell.strip() for cell in record):
            continue  # spreadsheets leave empty rows behind
        if len(record) != len(header):
            reason = Bilingual(
                f"has {len(record)} cells where the header has {len(header)}",
                f"compte {len(record)} cellules alors que l'en-tête en compte {len(header)}",
            )
            wrong.append(Finding(path.name, number, "", "", reason))
            continue
        rows.append(Row(path.name, number, dict(zip(header, record, strict=True))))
    return Table(path.name, tuple(rows)), wrong


def _delimiter(text: str, columns: Sequence[str]) -> str:
    """A comma, or the semicolon that a spreadsheet set to French writes instead."""
    header = text.partition("\n")[0]
    commas, semicolons = (
        len(set(header.replace('"', "").strip().split(mark)) & set(columns)) for mark in ",;"
    )
    return ";" if semicolons > commas else ","


def _wrong_header(path: Path, header: Sequence[str], columns: Sequence[str]) -> list[Finding]:
    missing = Bilingual("the column is missing", "la colonne est absente")
    unknown = Bilingual("the column is not known", "la colonne est inconnue")
    twice = Bilingual("the column stands twice", "la colonne figure deux fois")
    wrong = [Finding(path.name, 1, name, "", missing) for name in columns if name not in header]
    wrong += [Finding(path.name, 1, name, "", unknown) for name in header if name not in columns]
    wrong += [Finding(path.name, 1, name, "", twice) for name in columns if header.count(name) > 1]
    return wrong


def _about(path: Path, reason: Bilingual) -> Finding:
    return Finding(path.name, 0, "", "", reason)


def _not_utf8(path: Path, error: UnicodeDecodeError) -> Finding:
    before: bytes = error.object[: error.start]
    row = before.count(b"\n") + 1
    reason = Bilingual(
        "is not UTF-8 text; save the table as “CSV UTF-8”",
        "n'est pas du texte UTF-8; enregistrez le tableau au format « CSV UTF-8 »",
    )
    return Finding(path.name, row, "", "", reason)
