"""Turns an Excel workbook with a sheet a table into the folder of tables that everything reads, and back."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.findings import BuildRefused, Finding

_TEXT = "@"
_BOLD = Font(bold=True)
_WIDTH = 24
_FORMULA = Bilingual(
    "holds a formula; write the text itself", "contient une formule; écrivez le texte lui-même"
)
_NO_TABLES = Bilingual("holds no tables", "ne contient aucun tableau")
_NOT_A_WORKBOOK = Bilingual("is not an Excel workbook (.xlsx)", "n'est pas un classeur Excel (.xlsx)")


def tables_from_workbook(workbook: Path, folder: Path, files: Iterable[str]) -> None:
    """Write each sheet as the table of its name, rows where they stand. Other sheets are passed over.

    Raises BuildRefused with every cell that holds a formula, or when the file is no workbook.
    """
    try:
        book = openpyxl.load_workbook(workbook, read_only=True)
    except (InvalidFileException, BadZipFile, OSError, KeyError, ValueError, TypeError) as error:
        raise BuildRefused([Finding(workbook.name, 0, "", "", _NOT_A_WORKBOOK)]) from error
    findings: list[Finding] = []
    with closing(book):
        for file in files:
            name = Path(file).stem
            if name in book.sheetnames:
                sheet = book[name]
                sheet.reset_dimensions()  # the size that a file says of itself may be wrong
                lines = list(sheet.iter_rows())
                findings += _formulas(file, lines)
                rows = [[_cell(cell) for cell in line] for line in lines]
                _write(folder / file, _of_one_width(rows))
    if findings:
        raise BuildRefused(findings)


def workbook_from_tables(folder: Path, workbook: Path, files: Iterable[str]) -> int:
    """Write the tables as sheets, every cell as text so that Excel leaves numbers alone; how many.

    Raises BuildRefused when the folder holds none, OSError also when the workbook is there already.
    """
    tables = [folder / file for file in files if (folder / file).is_file()]
    if not tables:
        raise BuildRefused([Finding(folder.name, 0, "", "", _NO_TABLES)])
    with workbook.open("xb") as place:
        book = openpyxl.Workbook(write_only=True)
        for table in tables:
            _add_sheet(book, table)
        book.save(place)
    return len(tables)


def _add_sheet(book: Any, table: Path) -> None:
    sheet = book.create_sheet(table.stem)
    sheet.freeze_panes = "B2"
    with table.open(encoding="utf-8-sig", newline="") as stream:
        for number, record in enumerate(csv.reader(stream)):
            if number == 0:
                for column in range(1, len(record) + 1):
                    sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
            sheet.append([_text_cell(sheet, text, bold=number == 0) for text in record])


def _text_cell(sheet: Any, text: str, *, bold: bool) -> Any:
    if not text:
        return None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # also what begins with =
    cell.number_format = _TEXT
    if bold:
        cell.font = _BOLD
    return cell


def _cell(cell: Any) -> str:
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


def _formulas(file: str, lines: Sequence[Sequence[Any]]) -> Iterator[Finding]:
    for number, line in enumerate(lines, start=1):
        for column, cell in enumerate(line):
            if cell.data_type == "f":
                header = str(lines[0][column].value) if column < len(lines[0]) else ""
                yield Finding(file, number, header, str(cell.value), _FORMULA)


def _of_one_width(rows: list[list[str]]) -> list[list[str]]:
    """As wide as the header: spreadsheets leave out what is empty at the end, or keep what was full once."""
    width = max((column for column, name in enumerate(rows[0], start=1) if name), default=0) if rows else 0
    return [row if any(row[width:]) else [*row[:width], *[""] * (width - len(row))] for row in rows]


def _write(file: Path, rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
