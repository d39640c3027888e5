"""Turns an Excel workbook with a sheet a table into the folder of tables that everything reads, and back."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException

from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.findings import BuildRefused, Finding

_TEXT = "@"
_WIDTH = 24
_FORMULA = Bilingual(
    "holds a formula; write the text itself", "contient une formule; écrivez le texte lui-même"
)
_NOT_A_WORKBOOK = Bilingual("is not an Excel workbook (.xlsx)", "n'est pas un classeur Excel (.xlsx)")


def tables_from_workbook(workbook: Path, folder: Path, files: Iterable[str]) -> None:
    """Write each sheet as the table of its name, rows where they stand. Other sheets are passed over.

    Raises BuildRefused with every cell that holds a formula, or when the file is no workbook.
    """
    try:
        # not read-only: that mode trusts the size a file says of itself
        book = openpyxl.load_workbook(workbook)
    except (InvalidFileException, BadZipFile, OSError, KeyError, ValueError, TypeError) as error:
        raise BuildRefused([Finding(workbook.name, 0, "", "", _NOT_A_WORKBOOK)]) from error
    findings: list[Finding] = []
    for file in files:
        name = Path(file).stem
        if name not in book.sheetnames:
            continue
        rows = []
        for line in book[name].iter_rows():
            rows.append([_cell(cell) for cell in line])
            findings += [_formula(file, line, cell) for cell in line if cell.data_type == "f"]
        _write(folder / file, _without_empty_columns(rows))
    if findings:
        raise BuildRefused(findings)


def workbook_from_tables(folder: Path, workbook: Path, files: Iterable[str]) -> int:
    """Write the tables as sheets, every cell as text so that Excel leaves numbers alone; how many."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for file in files:
        if not (folder / file).is_file():
            continue
        sheet = book.create_sheet(Path(file).stem)
        with (folder / file).open(encoding="utf-8-sig", newline="") as stream:
            for number, record in enumerate(csv.reader(stream), start=1):
                for column, text in enumerate(record, start=1):
                    cell = sheet.cell(number, column)
                    cell.value = text or None
                    if text:
                        cell.data_type = "s"  # also what begins with =
                    cell.number_format = _TEXT
                    if number == 1:
                        cell.font = Font(bold=True)
                        sheet.column_dimensions[cell.column_letter].width = _WIDTH
        sheet.freeze_panes = "B2"
    book.save(workbook)
    return len(book.sheetnames)


def _cell(cell: Cell) -> str:
    """A cell as the tables write it: a spreadsheet turns dates and numbers into its own kinds."""
    value: Any = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (datetime, date)):
        # what was typed as 2026-03 is shown as a month, and is the first of it only to the spreadsheet
        return value.strftime("%Y-%m-%d" if "d" in cell.number_format.lower() else "%Y-%m")
    return str(value)


def _formula(file: str, line: Sequence[Cell], cell: Cell) -> Finding:
    header = cell.parent.cell(1, cell.column).value
    return Finding(file, line[0].row, str(header or ""), str(cell.value), _FORMULA)


def _without_empty_columns(rows: list[list[str]]) -> list[list[str]]:
    """Spreadsheets keep columns that held something once."""
    width = max((column for column, name in enumerate(rows[0], start=1) if name), default=0)
    return [row if any(row[width:]) else row[:width] for row in rows]


def _write(file: Path, rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
