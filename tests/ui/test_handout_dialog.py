"""The sheet is seen before it is printed, in the language of its reader, and is forgotten when closed."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.handout.problems import SheetNotPrinted
from peer_desktop.handout.sheet import Sheet, make_sheet
from peer_desktop.ui import theme
from peer_desktop.ui.handout_dialog import HandoutDialog
from peer_desktop.ui.page_picture import PagePicture
from peer_desktop.ui.printing import JOB, print_pages, printer_for_sheets
from tests.tables import TODAY

EN, FR = Language.ENGLISH, Language.FRENCH


@pytest.fixture
def sheet(small_directory: Path) -> Iterator[Sheet]:
    directory = Directory.open(small_directory, today=TODAY)
    listings = tuple(directory.listing(number) for number in (1, 2, 3, 4))
    yield Sheet(listings, directory.facets, directory.facts.data_as_of, TODAY, EN)
    directory.close()


@pytest.fixture
def dialog(qtbot: QtBot, sheet: Sheet) -> HandoutDialog:
    dialog = HandoutDialog(sheet, EN)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def pages(dialog: HandoutDialog) -> list[PagePicture]:
    return dialog.preview.widget().findChildren(PagePicture)


def saved(dialog: HandoutDialog, folder: Path) -> str:
    file = folder / "sheet.pdf"
    dialog.save(file)
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(file.read_bytes())).pages)


def test_every_page_is_shown_with_a_name(dialog: HandoutDialog, sheet: Sheet) -> None:
    count = len(make_sheet(sheet).pages)
    assert count > 1
    names = [page.accessibleName() for page in pages(dialog)]
    assert names == [f"Page {place} of {count}" for place in range(1, count + 1)]
    assert dialog.said.startswith(str(count))
    assert "Anna's Grief Group" in dialog.preview.accessibleDescription()


@pytest.mark.parametrize("colours", ["light", "dark", "contrast"])
def test_paper_is_white_and_letters_are_black_in_every_theme(
    qtbot: QtBot, dialog: HandoutDialog, colours: str
) -> None:

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Appearance(colours))
    image = pages(dialog)[0].grab().toImage()
    shades = {image.pixelColor(x, 60).lightness() for x in range(image.width())}
    assert image.pixelColor(4, 4).lightness() == 255
    assert min(shades) < 60
    theme.apply(app, theme.Appearance("light"))


def test_a_page_keeps_the_proportions_of_paper(dialog: HandoutDialog) -> None:
    page = pages(dialog)[0]
    assert page.heightForWidth(850) == 1100
    assert abs(page.height() / page.width() - 11 / 8.5) < 0.01


def test_the_sheet_speaks_the_language_of_its_reader(
    qtbot: QtBot, dialog: HandoutDialog, tmp_path: Path
) -> None:
    assert "Anna's Grief Group" in saved(dialog, tmp_path)
    qtbot.mouseClick(dialog.languages[FR], Qt.MouseButton.LeftButton)
    assert "Groupe de deuil d'Anna" in saved(dialog, tmp_path)


def test_codes_can_be_left_out(qtbot: QtBot, dialog: HandoutDialog, tmp_path: Path) -> None:
    saved(dialog, tmp_path)
    assert b"/Figure" in (tmp_path / "sheet.pdf").read_bytes()
    dialog.codes.click()
    saved(dialog, tmp_path)
    assert b"/Figure" not in (tmp_path / "sheet.pdf").read_bytes()


def test_a_file_that_cannot_be_written_is_said(dialog: HandoutDialog, tmp_path: Path) -> None:
    dialog.save(tmp_path / "no such folder" / "sheet.pdf")
    assert "could not be written" in dialog.said
    assert dialog.save_button.isEnabled()


def test_without_the_typesetter_nothing_can_be_printed(
    qtbot: QtBot, sheet: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    dialog = HandoutDialog(sheet, FR)
    qtbot.addWidget(dialog)
    assert dialog.said.startswith("La feuille n’a pas pu être faite.")
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()


def test_a_closed_dialog_holds_no_sheet(dialog: HandoutDialog, tmp_path: Path) -> None:
    dialog.close()
    dialog.save(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == b""


def test_saving_asks_where_and_leaves_no_history_of_folders(
    qtbot: QtBot, dialog: HandoutDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtCore import QSettings

    monkeypatch.setenv("HOME", str(tmp_path))
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "conf"))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    ask = dialog.findChild(QDialog)
    assert ask is not None
    folder = tmp_path / "zanzibarcanary"
    folder.mkdir()
    ask.setDirectory(str(folder))
    ask.selectFile(str(folder / "sheet.pdf"))
    gone: list[bool] = []
    ask.destroyed.connect(lambda: gone.append(True))
    ask.accept()
    qtbot.waitUntil(lambda: bool(gone))
    assert (folder / "sheet.pdf").read_bytes().startswith(b"%PDF")
    left = [file for file in (tmp_path / "conf").rglob("*") if file.is_file()]
    assert not [file for file in left if b"zanzibarcanary" in file.read_bytes()]


# -- the printer ---------------------------------------------------------------------------------------------


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    """A printer of paper that is a file, so that what it printed can be read."""
    printer = printer_for_sheets()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def printed(tmp_path: Path) -> PdfReader:
    return PdfReader(BytesIO((tmp_path / "printed.pdf").read_bytes()))


def test_a_print_job_names_neither_person_nor_program(
    sheet: Sheet, printer: QPrinter, tmp_path: Path
) -> None:
    assert printer.docName() == JOB == "Document"
    made = make_sheet(sheet)
    print_pages(made.pages, printer)
    reader = printed(tmp_path)
    assert len(reader.pages) == len(made.pages)
    assert reader.metadata is not None
    assert reader.metadata.title == "Document"
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)


def test_letters_are_printed_without_an_outline(sheet: Sheet, printer: QPrinter, tmp_path: Path) -> None:
    """Outlined letters run into each other."""
    page = make_sheet(sheet).pages[0]
    letters = page.count(b"<use ")
    print_pages([page], printer)
    content = printed(tmp_path).pages[0].get_contents()
    assert content is not None
    painted = re.findall(rb"\b(f\*?|S)\s", content.get_data())
    assert letters > 500
    assert letters * 0.9 < len(painted) < letters + 50


def test_only_the_pages_asked_for_are_printed(sheet: Sheet, printer: QPrinter, tmp_path: Path) -> None:
    printer.setFromTo(2, 2)
    print_pages(make_sheet(sheet).pages, printer)
    assert len(printed(tmp_path).pages) == 1


def test_a_printer_that_takes_nothing_is_said(sheet: Sheet, printer: QPrinter) -> None:
    printer.setOutputFileName("/nowhere/printed.pdf")
    with pytest.raises(SheetNotPrinted):
        print_pages(make_sheet(sheet).pages, printer)


def test_printing_leaves_no_temporary_file(
    sheet: Sheet, printer: QPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    assert os.environ["TMPDIR"] == str(temporary)
    print_pages(make_sheet(sheet).pages, printer)
    assert list(temporary.iterdir()) == []


def test_the_window_opens_without_what_only_paper_needs() -> None:
    script = "import peer_desktop.app, json, sys; print(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert "peer_desktop.ui.shortlist_corner" in loaded
    late = {"typst", "PySide6.QtPrintSupport", "peer_desktop.handout.sheet"}
    assert not late & loaded
