"""One wrong row stops the build, and the report says which file, which row and why."""

from collections.abc import Callable
from pathlib import Path

import pytest

from peer_desktop.directory.language import Language
from peer_desktop.exchange.build import build_directory
from peer_desktop.exchange.findings import BuildRefused, Finding
from tests.tables import add_row, change_cell

LISTINGS, PHONES, LINES = "listings.csv", "phones.csv", "crisis_lines.csv"

WRONG_CELLS = {
    "a province that is none": (LISTINGS, 2, "province", "XX", "is not one of BC, AB, SK"),
    "a postal code that is none": (LISTINGS, 2, "postal_code", "E1C1A1", "is not a postal code A1A 1A1"),
    "a postal code with O for zero": (LISTINGS, 2, "postal_code", "E1C OA1", "is not a postal code"),
    "a latitude that is no number": (LISTINGS, 2, "latitude", "46,09", "with a decimal point"),
    "a latitude that is not finite": (LISTINGS, 2, "latitude", "nan", "is not a number of degrees"),
    "a longitude beyond the world": (LISTINGS, 2, "longitude", "-181", "between −180 and 180"),
    "a latitude without a longitude": (LISTINGS, 2, "longitude", "", "both known, or neither"),
    "a point without its precision": (LISTINGS, 2, "precision", "", "a point has a precision"),
    "a precision without its address": (LISTINGS, 2, "address", "", "address needs the column address"),
    "a point outside Canada": (LISTINGS, 2, "latitude", "41.1", "does not lie in NB"),
    "a point in another province": (LISTINGS, 2, "longitude", "-75.7", "does not lie in NB"),
    "a point far from its town": (LISTINGS, 2, "latitude", "47.9", "km from Moncton, NB"),
    "a point without a province": (LISTINGS, 2, "province", "", "needs its province"),
    "an online listing with a point": (LISTINGS, 2, "format", "online;phone", "no point on the map"),
    "a program with a place kind": (LISTINGS, 2, "place_kind", "mfrc", "a program has none"),
    "a place without a place kind": (LISTINGS, 4, "place_kind", "", "a place has a place_kind"),
    "a place kind nobody knows": (LISTINGS, 4, "place_kind", "castle", "is not one of legion-branch"),
    "a program whose support is not stated": (LISTINGS, 2, "peer_evidence", "referral", "always stated"),
    "peer evidence left out": (LISTINGS, 2, "peer_evidence", "", "must not be empty"),
    "two kinds of peer evidence": (LISTINGS, 4, "peer_evidence", "stated;referral", "is one value"),
    "a kind that is none": (LISTINGS, 2, "kind", "person", "is not one of program, place"),
    "a confidence that is not shipped": (LISTINGS, 2, "confidence", "low", "is not one of high, medium"),
    "a referral that is a guess": (LISTINGS, 2, "referral_needed", "unknown", "is not one of yes, no"),
    "a facet value nobody knows": (LISTINGS, 2, "audience", "veterans;pilots", "the facet audience"),
    "unknown written as a value": (LISTINGS, 2, "cost", "unknown", "leave it empty"),
    "not-stated written as a value": (LISTINGS, 2, "cost", "not-stated", "leave it empty"),
    "a facet value twice": (LISTINGS, 2, "topic", "grief-loss;grief-loss", "holds a value twice"),
    "a space after a semicolon": (LISTINGS, 2, "topic", "grief-loss; other", "a space beside a ;"),
    "an area that is none": (LISTINGS, 2, "coverage", "national", "is not one of CA, BC"),
    "Canada and a province": (LISTINGS, 2, "coverage", "CA;NB", "CA holds every province already"),
    "no area": (LISTINGS, 2, "coverage", "", "must not be empty"),
    "an organization that is missing": (LISTINGS, 2, "organization_id", "nobody", "no id of organizations"),
    "an id with capitals": (LISTINGS, 2, "id", "Moncton", "is not an id"),
    "an id twice but for its case": (LISTINGS, 3, "id", "moncton-grief-group", "already in row 2"),
    "a listing without a name": (LISTINGS, 8, "name_en", " ", "spaces at its start or end"),
    "a date of the future": (LISTINGS, 2, "source_date", "2026-12", "later than 2026-11-21"),
    "a check of the future": (LISTINGS, 2, "checked_on", "2026-11-22", "later than 2026-11-21"),
    "a date that does not exist": (LISTINGS, 2, "source_date", "2026-02-30", "is not a date"),
    "a date of another shape": (LISTINGS, 2, "source_date", "Oct-26", "is not a date"),
    "half a date of a check": (LISTINGS, 2, "checked_on", "2026-10", "is not a day"),
    "a web address without a scheme": (LISTINGS, 2, "website", "anna.ca", "is not a web address"),
    "a web address that is a file": (LISTINGS, 2, "website", "file:///etc/passwd", "is not a web address"),
    "a web address with a user": (LISTINGS, 2, "website", "https://a:b@c.ca", "is not a web address"),
    "a web address of numbers": (LISTINGS, 2, "website", "https://127.0.0.1/", "is not a web address"),
    "a web address of IPv6": (LISTINGS, 2, "website", "https://[::1]/", "is not a web address"),
    "a web address that is script": (LISTINGS, 2, "website", "javascript:alert(1)", "is not a web address"),
    "an e-mail address that is none": (LISTINGS, 2, "email", "anna at example.ca", "not an e-mail address"),
    "text turned round": (LISTINGS, 2, "name_en", "Anna\u202e", "turns the direction of the text: U+202E"),
    "text with an invisible space": (LISTINGS, 2, "name_en", "An\u200bna", "an invisible character: U+200B"),
    "text with a null": (LISTINGS, 2, "name_en", "An\x00na", "cannot be shown: U+0000"),
    "text with a tab": (LISTINGS, 2, "name_en", "An\tna", "cannot be shown: U+0009"),
    "text of private use": (LISTINGS, 2, "name_en", "An\ue000na", "cannot be shown: U+E000"),
    "accents apart from letters": (LISTINGS, 2, "name_fr", "Fe\u0301lix", "not NFC"),
    "two spaces in a row": (LISTINGS, 2, "name_en", "Anna  Group", "two in a row"),
    "a text without end": (LISTINGS, 2, "description_en", "a" * 2501, "longer than 2500 characters"),
    "letters for a number": (PHONES, 2, "number", "1-800-ANNA", "can be dialled in Canada (toll-free)"),
    "a number too short": (PHONES, 3, "number", "555-0142", "can be dialled in Canada (voice)"),
    "an area code that is none": (PHONES, 3, "number", "123-555-0142", "can be dialled in Canada"),
    "a number of another country": (PHONES, 3, "number", "+44 20 7946 0958", "can be dialled"),
    "a short code that is none": (PHONES, 6, "number", "999", "can be dialled in Canada"),
    "a text code to speak to": (PHONES, 3, "number", "686868", "can be dialled in Canada (voice)"),
    "a toll-free number that is not": (PHONES, 2, "number", "506-555-0143", "(toll-free)"),
    "an extension of words": (PHONES, 3, "extension", "twelve", "is not a whole number"),
    "an extension of 9-8-8": (PHONES, 6, "extension", "1", "a short code has no extension"),
    "a kind of number that is none": (PHONES, 2, "kind", "fax", "is not one of voice, toll-free"),
    "a position left out": (PHONES, 3, "position", "4", "2, 3… without a gap; 2 is missing"),
    "a position twice": (PHONES, 3, "position", "1", "stands already in row 2"),
    "a number that belongs to nobody": (PHONES, 2, "listing_id", "", "belongs to a listing or to a crisis"),
    "a number that belongs to two": (PHONES, 2, "crisis_line_id", "988", "and not to both"),
    "a number of a listing that is missing": (PHONES, 2, "listing_id", "gone", "is no id of listings.csv"),
    "a retired number": (PHONES, 2, "number", "1-833-456-4566", "retired number of Talk Suicide Canada"),
    "a retired text code": (PHONES, 10, "number", "45645", "retired number of Talk Suicide Canada"),
    "a retired number in a text": (LISTINGS, 2, "hours_en", "Call (833) 456 4566", "retired number"),
    "a retired text code in a text": (LINES, 2, "description_fr", "Textez 45645.", "retired number"),
    "a retired number in a web address": (LISTINGS, 2, "website", "https://a.ca/18334564566", "retired"),
    "a line without a French name": (LINES, 2, "name_fr", "", "must not be empty"),
    "a line with an unknown role": (LINES, 2, "role", "help", "is not one of crisis, peer, information"),
    "a line for nobody known": (LINES, 2, "audience", "everyone", "the facet audience does not have"),
    "a position of a line twice": (LINES, 3, "position", "1", "stands already in row 2"),
    "a word to text without a text number": (LINES, 3, "text_keyword", "HELP", "needs a text number"),
    "pages that are no number": (LINES, 2, "pages_seen", "many", "is not a whole number"),
    "a source of a missing listing": ("sources.csv", 2, "listing_id", "gone", "is no id of listings.csv"),
    "a source twice": ("sources.csv", 3, "url", "https://anna.example.ca/grief", "already in row 2"),
    "a term that refers to itself": ("terms.csv", 2, "see_also", "peer-support", "refers to itself"),
    "a term that refers to none": ("terms.csv", 2, "see_also", "outcome", "is no id of terms.csv"),
    "a resource without a title": ("resources.csv", 3, "title_fr", "", "in English or in French"),
    "a resource of a type that is none": ("resources.csv", 2, "type", "book", "is not one of article"),
    "a resource topic nobody words": ("resources.csv", 2, "topics", "weather", "nor one of evidence"),
    "a year that is none": ("resources.csv", 2, "year", "n.d.", "is not a year"),
    "a resource that is not verified": ("resources.csv", 2, "verified", "no", "not one of yes, partly"),
    "a place outside its province": ("places.csv", 2, "province", "ON", "does not lie in ON"),
    "a place without a name": ("places.csv", 2, "name_en", "–", "has no letter or digit"),
    "a French name that is the English": ("places.csv", 4, "name_fr", "Grand Falls", "leave it empty"),
    "a postal prefix that is none": ("postal_prefixes.csv", 2, "prefix", "D1A", "not the beginning of a"),
    "a postal prefix twice": ("postal_prefixes.csv", 3, "prefix", "E1C", "stands already in row 2"),
    "a facet that is gone": ("facets.csv", 2, "id", "mood", "is not one of audience, topic"),
    "a facet without a French label": ("facets.csv", 2, "label_fr", "", "must not be empty"),
    "a value the program works out": ("facet_values.csv", 2, "facet", "kind", "has only the values program"),
    "a synonym without its word": ("synonyms.csv", 2, "said", "", "has no word"),
    "a synonym that means nothing": ("synonyms.csv", 2, "means", "–", "has no word"),
    "a synonym of itself": ("synonyms.csv", 2, "means", "Wífe", "means itself"),
    "a synonym without its reason": ("synonyms.csv", 2, "reason", "", "must not be empty"),
    "a synonym of no direction": ("synonyms.csv", 2, "both_ways", "perhaps", "is not one of yes, no"),
    "a day of the tables that is none": ("directory.csv", 2, "data_as_of", "today", "is not a day"),
    "an organization without a name": ("organizations.csv", 3, "name_en", "", "in English or in French"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG_CELLS)
def test_a_wrong_cell_is_named_with_its_file_and_row(case: str, source: Path) -> None:
    file, row, column, value, reason = WRONG_CELLS[case]
    change_cell(source, file, row, column, value)
    findings = refused(source)
    assert any(
        (finding.file, finding.row) == (file, row) and reason in finding.reason.said_in(Language.ENGLISH)
        for finding in findings
    ), [finding.said_in(Language.ENGLISH) for finding in findings]
    assert all(finding.reason.en and finding.reason.fr for finding in findings)


WRONG_ROWS: dict[str, tuple[str, dict[str, object], str]] = {
    "the same number again": (
        PHONES,
        {"listing_id": "halifax-drop-in", "position": 2, "kind": "voice", "number": "(902) 555 0199"},
        "stands already in row 4",
    ),
    "a synonym again": (
        "synonyms.csv",
        {"said": "Wife", "means": "spouse", "both_ways": "no", "reason": "again"},
        "row 2 says this already",
    ),
    "a synonym turned round": (
        "synonyms.csv",
        {"said": "spouse", "means": "wife", "both_ways": "no", "reason": "again"},
        "row 2 says this already",
    ),
    "a synonym that leads back": (
        "synonyms.csv",
        {"said": "spouse", "means": "hubby", "both_ways": "no", "reason": "a circle"},
        "goes in a circle: spouse → hubby → spouse",
    ),
    "a line that cannot be reached": (
        LINES,
        {
            "id": "silent", "position": 7, "role": "peer", "status": "active", "name_en": "Silent",
            "name_fr": "Muette", "description_en": "No number.", "description_fr": "Sans numéro.",
            "audience": "veterans", "coverage": "CA", "pages_seen": 1, "confidence": "high",
        },
        "the line has no number in phones.csv",
    ),
    "a second row about the directory": (
        "directory.csv",
        {
            "channel": "other", "title_en": "Other", "title_fr": "Autre", "data_as_of": "2026-11-21",
            "licence": "none", "credits": "none",
        },
        "must hold one row, not 2",
    ),
    "a place twice": (
        "places.csv",
        {"name_en": "moncton", "province": "NB", "latitude": 46.09454, "longitude": -64.7965},
        "stands already in row 2",
    ),
    "a retired number that is none": (
        "crisis_lines_retired.csv",
        {"id": "odd", "name": "Odd", "number": "(number not seen)", "reason": "?", "certainty": "low"},
        "is not a telephone number",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG_ROWS)
def test_a_row_that_does_not_fit_the_others_is_named(case: str, source: Path) -> None:
    file, cells, reason = WRONG_ROWS[case]
    row = add_row(source, file, cells)
    findings = refused(source)
    assert any(
        finding.file == file and finding.row in (row, 0) and reason in finding.said_in(Language.ENGLISH)
        for finding in findings
    ), [finding.said_in(Language.ENGLISH) for finding in findings]


def test_synonyms_of_three_that_all_go_both_ways_are_no_circle(source: Path) -> None:
    for said, means in (("spouse", "partner"), ("partner", "wife")):
        add_row(source, "synonyms.csv", {"said": said, "means": means, "both_ways": "yes", "reason": "same"})
    build_directory(source, source / "directory.sqlite")


def test_a_longer_circle_of_synonyms_is_found(source: Path) -> None:
    for said, means in (("a", "b"), ("b", "c"), ("c", "a")):
        add_row(source, "synonyms.csv", {"said": said, "means": means, "both_ways": "no", "reason": "x"})
    circles = [finding for finding in refused(source) if "circle" in finding.said_in(Language.ENGLISH)]
    assert [finding.row for finding in circles] == [5, 6, 7]
    assert "a → b → c → a" in circles[0].said_in(Language.ENGLISH)


def test_all_that_is_wrong_is_said_at_once(source: Path) -> None:
    change_cell(source, LISTINGS, 2, "province", "XX")
    change_cell(source, LISTINGS, 5, "website", "nowhere")
    change_cell(source, PHONES, 2, "number", "911911")
    assert [(finding.file, finding.row, finding.column) for finding in refused(source)] == [
        (LISTINGS, 2, "province"),
        (LISTINGS, 5, "website"),
        (PHONES, 2, "number"),
    ]


def test_the_same_wrong_cell_is_named_in_every_row_that_has_it(source: Path) -> None:
    for row in (2, 3, 5):
        change_cell(source, LISTINGS, row, "email", "none")
    assert [finding.row for finding in refused(source) if finding.column == "email"] == [2, 3, 5]


def test_one_wrong_cell_does_not_make_the_rows_that_refer_to_it_wrong(source: Path) -> None:
    change_cell(source, LISTINGS, 2, "email", "none")
    assert [(finding.file, finding.row) for finding in refused(source)] == [(LISTINGS, 2)]


def test_a_finding_leads_to_the_cell_in_both_languages(source: Path) -> None:
    change_cell(source, LISTINGS, 2, "province", "XX")
    (finding,) = refused(source)
    assert finding.said_in(Language.ENGLISH).startswith(
        "listings.csv, row 2, column province “XX”: is not one of BC, AB"
    )
    assert finding.said_in(Language.FRENCH).startswith(
        "listings.csv, ligne 2, colonne province «\u00a0XX\u00a0»\u00a0: n'est pas dans la liste"
    )


def test_a_finding_shows_hidden_characters_as_what_they_are(source: Path) -> None:
    change_cell(source, LISTINGS, 2, "name_en", "Anna\u202egro")
    (finding,) = refused(source)
    assert "\u202e" not in finding.said_in(Language.ENGLISH)
    assert "Anna\\u202egro" in finding.said_in(Language.ENGLISH)


def test_the_refusal_counts_and_quotes_the_first_finding(source: Path) -> None:
    change_cell(source, LISTINGS, 2, "province", "XX")
    with pytest.raises(BuildRefused) as refusal:
        build_directory(source, source / "directory.sqlite")
    assert refusal.value.code == "E-BUILD"
    assert "1 thing to correct" in refusal.value.said_in(Language.ENGLISH)
    assert "1 donnée à corriger" in refusal.value.said_in(Language.FRENCH)
    assert "row 2" in str(refusal.value)


UNREADABLE: dict[str, tuple[Callable[[Path], object], int, str]] = {
    "a missing file": (lambda file: file.unlink(), 0, "the file is missing"),
    "an empty file": (lambda file: file.write_bytes(b""), 0, "the file is empty"),
    "a table of another encoding": (
        lambda file: file.write_bytes(file.read_bytes().replace("é".encode(), "é".encode("cp1252"))),
        2,
        "is not UTF-8 text",
    ),
    "a column missing": (
        lambda file: file.write_text(file.read_text("utf-8").replace("city", "town", 1), "utf-8"),
        1,
        "the column is missing",
    ),
    "a column nobody knows": (
        lambda file: file.write_text(file.read_text("utf-8").replace("city", "town", 1), "utf-8"),
        1,
        "the column is not known",
    ),
    "a column twice": (
        lambda file: file.write_text(file.read_text("utf-8").replace("city", "id", 1), "utf-8"),
        1,
        "the column stands twice",
    ),
    "a row that is too short": (
        lambda file: file.write_text(file.read_text("utf-8") + "only,three,cells\n", "utf-8"),
        12,
        "has 3 cells where the header has",
    ),
    "a quotation mark that never ends": (
        lambda file: file.write_text(file.read_text("utf-8") + '"open', "utf-8"),
        12,
        "not a CSV table",
    ),
    "a folder in its place": (lambda file: (file.unlink(), file.mkdir()), 0, "cannot be read"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_table_that_cannot_be_read_is_named(case: str, source: Path) -> None:
    damage, row, reason = UNREADABLE[case]
    damage(source / LISTINGS)
    findings = refused(source)
    assert all(finding.file == LISTINGS for finding in findings)
    assert any(
        finding.row == row and reason in finding.reason.said_in(Language.ENGLISH) for finding in findings
    ), [finding.said_in(Language.ENGLISH) for finding in findings]


def refused(source: Path) -> tuple[Finding, ...]:
    with pytest.raises(BuildRefused) as refusal:
        build_directory(source, source / "directory.sqlite")
    assert not (source / "directory.sqlite").exists()
    return refusal.value.findings
