"""A publisher makes a bundle: the same tables, the same bytes; what an import would refuse is never made."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from peer_desktop.bundle.importing import importing
from peer_desktop.bundle.making import WORKBOOK_FILES, make_bundle, sign_bundle
from peer_desktop.bundle.manifest import Publisher
from peer_desktop.bundle.preview import Confirmation
from peer_desktop.bundle.problems import NotWritten
from peer_desktop.bundle.program import Program
from peer_desktop.bundle.proving import proven, unproven
from peer_desktop.bundle.recipe import RECIPE_COLUMNS, RECIPE_FILE, Recipe
from peer_desktop.bundle.refusals import CrisisLinePinned, ManifestWrong, SignatureBad
from peer_desktop.bundle.store import Store
from peer_desktop.bundle.trust import Trust
from peer_desktop.bundle.workbook import workbook_from_tables
from peer_desktop.exchange.findings import BuildRefused, Finding
from tests.bundle.conftest import NOW, recipe
from tests.bundle.forge import KEY
from tests.tables import add_row, change_cell, read_rows

OWN = Trust(built_in={"test": KEY.public.line})


def findings_of(source: Path, program: Program, tmp_path: Path) -> tuple[Finding, ...]:
    target = tmp_path / "refused.peerbundle"
    with pytest.raises(BuildRefused) as caught:
        make_bundle(source, recipe(), KEY, target, program)
    assert not target.exists() and not list(tmp_path.glob(".refused*")), "nothing is left of it"
    return caught.value.findings


# -- the same every time ---------------------------------------------------------------------------------


def test_the_same_tables_give_the_same_bytes_whatever_their_order(
    source: Path, program: Program, tmp_path: Path, good_bundle: Path
) -> None:
    for file in ("listings.csv", "phones.csv", "places.csv", "terms.csv"):
        header, *rows = (source / file).read_text("utf-8").splitlines(keepends=True)
        (source / file).write_text(header + "".join(reversed(rows)), "utf-8")
    again = make_bundle(source, recipe(), KEY, tmp_path / "again.peerbundle", program).file
    assert again.read_bytes() == good_bundle.read_bytes()


def test_a_manifest_says_what_the_bundle_holds(good_bundle: Path) -> None:
    with proven(good_bundle, OWN) as bundle:
        manifest = bundle.manifest
    assert (manifest.channel, manifest.serial, manifest.created_at) == ("test-directory", 6, NOW)
    assert (manifest.data_as_of, manifest.stale_after) == (date(2026, 11, 21), date(2027, 5, 20))
    assert manifest.publisher == Publisher("Hall 26", "506-555-0142", "hall@example.ca")
    assert manifest.counts["listing"] == 10 and manifest.counts["phone"] == 11
    assert [file.path for file in manifest.files] == ["directory.sqlite"]


def test_a_workbook_gives_the_same_bundle_as_its_folder(
    source: Path, program: Program, tmp_path: Path, good_bundle: Path
) -> None:
    workbook = tmp_path / "tables.xlsx"
    assert workbook_from_tables(source, workbook, WORKBOOK_FILES) == 14
    made = make_bundle(workbook, recipe(), KEY, tmp_path / "excel.peerbundle", program)
    assert made.file.read_bytes() == good_bundle.read_bytes()


def test_a_spreadsheet_s_own_dates_numbers_and_empty_rows_are_understood(
    source: Path, program: Program, tmp_path: Path, good_bundle: Path
) -> None:
    workbook = tmp_path / "tables.xlsx"
    workbook_from_tables(source, workbook, WORKBOOK_FILES)
    book = openpyxl.load_workbook(workbook)
    listings = book["listings"]
    column = {cell.value: cell.column for cell in listings[1]}
    listings.cell(2, column["checked_on"]).value = datetime(2026, 10, 30)
    listings.cell(2, column["checked_on"]).number_format = "yyyy-mm-dd"
    listings.cell(2, column["source_date"]).value = datetime(2026, 10, 1)
    listings.cell(2, column["source_date"]).number_format = "mmm-yy"
    listings.cell(2, column["latitude"]).value = 46.0899
    book["terms"].insert_rows(2)
    book["phones"].cell(1, 12).value = None
    book["phones"].cell(3, 12).value = " "
    book["phones"].cell(3, 12).value = None
    book["synonyms"].cell(2, 3).value = True
    book.create_sheet("My notes")["A1"] = "not a table"
    book.save(workbook)
    made = make_bundle(workbook, recipe(), KEY, tmp_path / "excel.peerbundle", program)
    assert made.file.read_bytes() == good_bundle.read_bytes()


# -- what is refused -------------------------------------------------------------------------------------


def test_everything_wrong_is_said_in_one_report_with_table_row_column_and_reason(
    source: Path, program: Program, tmp_path: Path
) -> None:
    change_cell(source, "listings.csv", 3, "website", "javascript:alert(1)")
    change_cell(source, "listings.csv", 5, "province", "XX")
    change_cell(source, "phones.csv", 2, "number", "1-800-VETERAN")
    change_cell(source, "terms.csv", 2, "see_also", "nobody")
    found = {(one.file, one.row, one.column) for one in findings_of(source, program, tmp_path)}
    assert found >= {
        ("listings.csv", 3, "website"),
        ("listings.csv", 5, "province"),
        ("phones.csv", 2, "number"),
        ("terms.csv", 2, "see_also"),
    }


def test_a_formula_in_a_workbook_is_refused_where_it_stands(
    source: Path, program: Program, tmp_path: Path
) -> None:
    workbook = tmp_path / "tables.xlsx"
    workbook_from_tables(source, workbook, WORKBOOK_FILES)
    book = openpyxl.load_workbook(workbook)
    book["listings"]["E4"] = '=HYPERLINK("https://evil.example/","Drop-in")'
    book.save(workbook)
    (finding,) = findings_of(workbook, program, tmp_path)
    assert (finding.file, finding.row, finding.column) == ("listings.csv", 4, "name_en")


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\3\4nothing"])
def test_what_is_no_workbook_is_said_to_be_none(content: bytes, program: Program, tmp_path: Path) -> None:
    workbook = tmp_path / "tables.xlsx"
    workbook.write_bytes(content)
    assert findings_of(workbook, program, tmp_path)[0].file == "tables.xlsx"


def test_a_missing_table_a_missing_folder_and_a_missing_sheet_are_named(
    source: Path, program: Program, tmp_path: Path
) -> None:
    (source / "terms.csv").unlink()
    assert [one.file for one in findings_of(source, program, tmp_path)] == ["terms.csv"]
    assert findings_of(tmp_path / "nowhere", program, tmp_path)


def test_a_pinned_number_cannot_be_changed_by_a_publisher_either(
    source: Path, program: Program, tmp_path: Path
) -> None:
    change_cell(source, "phones.csv", 8, "number", "1-800-555-0177")
    with pytest.raises(CrisisLinePinned):
        make_bundle(source, recipe(), KEY, tmp_path / "x.peerbundle", program)


def test_a_channel_other_than_that_of_the_tables_stops_the_build(
    source: Path, program: Program, tmp_path: Path
) -> None:
    with pytest.raises(BuildRefused, match="channel"):
        make_bundle(source, replace(recipe(), channel="other"), KEY, tmp_path / "x.peerbundle", program)


def test_a_bundle_without_a_publisher_or_with_a_wrong_phone_is_not_made(
    source: Path, program: Program, tmp_path: Path
) -> None:
    with pytest.raises(BuildRefused, match="publisher"):
        make_bundle(source, Recipe(6, NOW), KEY, tmp_path / "x.peerbundle", program)
    with pytest.raises(ManifestWrong):
        wrong = replace(recipe(), publisher=Publisher("Hall", "call us"))
        make_bundle(source, wrong, KEY, tmp_path / "x.peerbundle", program)


def test_a_bundle_is_never_written_over(source: Path, program: Program, good_bundle: Path) -> None:
    before = good_bundle.read_bytes()
    with pytest.raises(NotWritten):
        make_bundle(source, recipe(), KEY, good_bundle, program)
    assert good_bundle.read_bytes() == before


# -- the recipe beside the tables ------------------------------------------------------------------------


def test_the_recipe_beside_the_tables_says_what_nobody_typed(
    source: Path, program: Program, tmp_path: Path
) -> None:
    values = ["Table Hall", "902-555-0199", "", "90", "From the table.", "Du tableau."]
    (source / RECIPE_FILE).write_text(
        ",".join(RECIPE_COLUMNS) + "\n" + ",".join(values) + "\n", encoding="utf-8"
    )
    made = make_bundle(source, Recipe(6, NOW), KEY, tmp_path / "a.peerbundle", program).manifest
    assert made.publisher == Publisher("Table Hall", "902-555-0199", None)
    assert made.stale_after == date(2027, 2, 19) and made.notes.fr == "Du tableau."
    typed = make_bundle(source, recipe(7), KEY, tmp_path / "b.peerbundle", program).manifest
    assert typed.publisher.name == "Hall 26" and typed.notes.en == "A test."


def test_a_wrong_recipe_is_said_like_a_wrong_table(source: Path, program: Program, tmp_path: Path) -> None:
    values = ["Hall", "", "no address", "soon", "", ""]
    (source / RECIPE_FILE).write_text(",".join(RECIPE_COLUMNS) + "\n" + ",".join(values) + "\n")
    found = [(one.file, one.column) for one in findings_of(source, program, tmp_path)]
    assert found == [(RECIPE_FILE, "publisher_email"), (RECIPE_FILE, "fresh_for_days")]


# -- dirty tables ----------------------------------------------------------------------------------------


def test_wrong_rows_are_left_out_when_that_is_asked_and_each_is_named(
    source: Path, program: Program, tmp_path: Path
) -> None:
    change_cell(source, "phones.csv", 2, "number", "1-800-VETERAN")
    change_cell(source, "listings.csv", 4, "province", "XX")
    made = make_bundle(source, recipe(), KEY, tmp_path / "x.peerbundle", program, leave_out_wrong_rows=True)
    named = {(one.file, one.row) for one in made.left_out}
    assert named >= {("phones.csv", 2), ("listings.csv", 4)}
    assert ("phones.csv", 4) in named, "the phone of a listing that was left out goes with it"
    assert made.manifest.counts["listing"] == 9 and made.manifest.counts["phone"] == 9
    with unproven(made.file) as bundle:
        assert bundle.manifest == made.manifest


@pytest.mark.parametrize(
    ("file", "row", "column", "value"),
    [
        ("crisis_lines.csv", 2, "name_en", ""),
        ("phones.csv", 6, "number", "none"),
        ("facet_values.csv", 2, "label_en", ""),
        ("directory.csv", 2, "channel", "No Channel"),
    ],
)
def test_a_wrong_row_that_nobody_can_do_without_stops_the_build_all_the_same(
    file: str, row: int, column: str, value: str, source: Path, program: Program, tmp_path: Path
) -> None:
    change_cell(source, file, row, column, value)
    with pytest.raises(BuildRefused):
        make_bundle(source, recipe(), KEY, tmp_path / "x.peerbundle", program, leave_out_wrong_rows=True)


# -- documents, a map, and a signature that comes later --------------------------------------------------


def test_a_document_and_a_map_travel_along(
    source: Path, program: Program, store: Store, tmp_path: Path
) -> None:
    document, basemap = tmp_path / "guide.pdf", tmp_path / "canada.pmtiles"
    document.write_bytes(b"%PDF-1.7\nA guide\n%%EOF\n")
    basemap.write_bytes(b"PMTiles\3" + bytes(200))
    rich = replace(recipe(), basemap=basemap, documents={"burke-2019": document})
    file = make_bundle(source, rich, KEY, tmp_path / "rich.peerbundle", program).file
    with importing(store, program) as one:
        preview = one.prepare(file)
        assert preview.carries_map and preview.documents == 1
        one.install(Confirmation())
    current = store.current(program.shipped)
    carried = current.file_of("burke-2019")
    assert carried is not None and carried.read_bytes() == document.read_bytes()
    assert current.file_of("evaluation-2005") is None
    assert current.basemap is not None and current.basemap.read_bytes() == basemap.read_bytes()
    carried.write_bytes(b"%PDF-1.7\nA guidE\n%%EOF\n")
    assert store.current(program.shipped).file_of("burke-2019") is None, "a damaged document is not opened"
    carried.unlink()
    assert store.current(program.shipped).file_of("burke-2019") is None


def test_a_document_of_no_resource_is_refused(source: Path, program: Program, tmp_path: Path) -> None:
    document = tmp_path / "guide.pdf"
    document.write_bytes(b"%PDF-1.7")
    with pytest.raises(BuildRefused, match="nobody"):
        rich = replace(recipe(), documents={"nobody": document})
        make_bundle(source, rich, KEY, tmp_path / "x.peerbundle", program)


def test_a_document_or_a_map_that_is_not_there_is_named(
    source: Path, program: Program, tmp_path: Path
) -> None:
    for rich in (
        replace(recipe(), basemap=tmp_path / "gone.pmtiles"),
        replace(recipe(), documents={"burke-2019": tmp_path / "gone.pdf"}),
    ):
        with pytest.raises(BuildRefused, match="gone"):
            make_bundle(source, rich, KEY, tmp_path / "x.peerbundle", program)


def test_a_bundle_can_be_signed_later_and_elsewhere(
    source: Path, program: Program, tmp_path: Path, good_bundle: Path
) -> None:
    unsigned = make_bundle(source, recipe(), None, tmp_path / "unsigned.peerbundle", program).file
    with pytest.raises(SignatureBad), proven(unsigned, OWN):
        pass
    sign_bundle(unsigned, KEY, tmp_path / "signed.peerbundle", program)
    assert (tmp_path / "signed.peerbundle").read_bytes() == good_bundle.read_bytes()


def test_a_listing_more_is_a_listing_more(source: Path, program: Program, tmp_path: Path) -> None:
    cells = read_rows(source, "listings.csv")[5] | {"id": "one-more", "name_en": "One more"}
    add_row(source, "listings.csv", cells)
    made = make_bundle(source, recipe(), KEY, tmp_path / "x.peerbundle", program)
    assert made.manifest.counts["listing"] == 11


def test_the_clock_of_a_bundle_is_to_the_second(source: Path, program: Program, tmp_path: Path) -> None:
    odd = replace(recipe(), created_at=datetime(2026, 11, 21, 18, 30, 1, 999_999, tzinfo=UTC))
    made = make_bundle(source, odd, KEY, tmp_path / "x.peerbundle", program)
    assert made.manifest.created_at == datetime(2026, 11, 21, 18, 30, 1, tzinfo=UTC)
