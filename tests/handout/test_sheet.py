"""A sheet of paper to hand over: tagged, in the language of its reader, with whom to call on every page."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import Phone
from peer_desktop.handout.problems import SheetNotMade
from tests.handout.conftest import MakeSheet, ReadSheet, listing_of
from tests.tables import HOSTILE

EN, FR = Language.ENGLISH, Language.FRENCH
LONG = ("word " * 2500) + "end."


@pytest.mark.parametrize(
    ("language", "title"),
    [(EN, "Peer support: whom to contact"), (FR, "Soutien par les pairs\u00a0: à qui s’adresser")],
)
def test_a_sheet_is_a_tagged_pdf_that_says_its_language(
    sheet_of: MakeSheet, language: Language, title: str
) -> None:
    sheet = sheet_of("moncton-grief-group", "halifax-drop-in", language=language)
    root = sheet.pdf.trailer["/Root"]
    assert root["/Lang"] == f"{language}-CA"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    assert sheet.pdf.metadata is not None
    assert sheet.pdf.metadata.title == title


def test_headings_lead_from_listing_to_listing(sheet_of: MakeSheet) -> None:
    tags = sheet_of("moncton-grief-group", "northern-warm-line").tags()
    assert [(tag, carried.get("/T")) for tag, carried in tags if tag in ("/H1", "/H2")] == [
        ("/H1", "Peer support: whom to contact"),
        ("/H2", "Anna's Grief Group"),
        ("/H2", "Northern Warm Line"),
        ("/H2", "More crisis lines · 24/7"),
    ]
    assert ("/L", {}) in tags


def test_a_sheet_tells_what_a_person_needs_at_home(sheet_of: MakeSheet) -> None:
    text = sheet_of("moncton-grief-group").text
    start = text.index("Anna's Grief Group")
    assert text[start : text.index("More crisis lines")].strip() == (
        "Anna's Grief Group Anna Foundation 1-800-555-0100 toll-free 506-555-0142 extension 12 · evenings "
        "What it is A weekly circle for Families who lost someone who served. Led by trained peers. "
        "Who it is for Families of Veterans and serving members. "
        "When Tuesdays at 7 p.m. Every week · Open-ended How In person · Group Cost Free "
        "Language English · French Where 10 Main Street Moncton, NB E1C 1A1 "
        "How to start Call the number above. No referral is needed. "
        "Email anna@example.ca Website https://anna.example.ca/grief "
        "Confirmed by phone on 30 October 2026"
    )


def test_a_sheet_speaks_french_whatever_the_window_speaks(sheet_of: MakeSheet) -> None:
    text = sheet_of("moncton-grief-group", language=FR).text
    for words in (
        "En crise? Si une vie est en danger, appelez le 9-1-1 maintenant.",
        "Appelez ou textez le 9-8-8",
        "Rien sur cette feuille ne vous nomme.",
        "Groupe de deuil d'Anna",
        "506-555-0142 poste 12 · le soir",
        "Pour qui Familles de vétérans et de militaires.",
        "Quand Les mardis, à 19 h",
        "Coût Gratuit",
        "Pour commencer Appelez le numéro ci-dessus. Aucune recommandation n’est nécessaire.",
        "Confirmé par téléphone le 30 octobre 2026",
        "Page 1 de 1",
    ):
        assert words in text, words


def test_numbers_to_call_are_the_largest_thing_on_the_sheet(sheet_of: MakeSheet) -> None:
    sizes: dict[str, float] = {}

    def note_size(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        for word in text.split():
            sizes[word] = max(sizes.get(word, 0.0), abs(matrix[3]) * size)

    sheet_of("moncton-grief-group").pdf.pages[0].extract_text(visitor_text=note_size)
    assert sizes["1-800-555-0100"] >= 20
    assert sizes["9-8-8"] >= 19
    assert max(sizes, key=lambda word: sizes[word]) in ("1-800-555-0100", "506-555-0142")


def test_the_crisis_lines_are_on_every_page(sheet_of: MakeSheet, directory: Directory) -> None:
    every = [directory.listing(number).id for number in range(1, directory.size + 1)]
    for language in Language:
        sheet = sheet_of(*every, language=language)
        assert len(sheet.pages) >= 3
        for page in sheet.pages:
            for number in ("9-8-8", "1-800-268-7708", "9-1-1"):
                assert number in page


def test_repeated_crisis_lines_are_read_aloud_once(sheet_of: MakeSheet) -> None:
    listing = "moncton-grief-group"
    one, three = (
        sheet_of(listing),
        sheet_of(listing, "halifax-drop-in", "osi-clinic-ottawa", "rivers-and-rods"),
    )
    assert len(one.pages) < len(three.pages)
    assert paragraphs_before_the_title(one) == paragraphs_before_the_title(three)
    assert paragraphs_after_the_title(three) == 1 + 4 + 3 + 4  # organizations, numbers, freshness


def paragraphs_before_the_title(sheet: ReadSheet) -> int:
    tags = [tag for tag, _ in sheet.tags()]
    return tags[: tags.index("/H1")].count("/P")


def paragraphs_after_the_title(sheet: ReadSheet) -> int:
    tags = [tag for tag, _ in sheet.tags()]
    return tags[tags.index("/H1") :].count("/P")


def test_every_page_says_of_when_the_directory_is_and_that_nobody_is_named(
    sheet_of: MakeSheet, directory: Directory
) -> None:
    every = [directory.listing(number).id for number in range(1, directory.size + 1)]
    sheet = sheet_of(*every)
    assert "Nothing on this sheet names you." in sheet.pages[0]
    day = directory.facts.data_as_of
    for number, page in enumerate(sheet.pages, 1):
        assert f"directory of {day.day} {day:%B %Y}" in page
        assert f"Page {number} of {len(sheet.pages)}" in page
    assert "/CreationDate" not in (sheet.pdf.metadata or {})


def test_what_is_not_known_is_said_to_be_not_stated(sheet_of: MakeSheet) -> None:
    text = sheet_of("legion-truro").text
    assert "Not stated Who it is for · When · How · Cost · Language" in text
    assert "Peer support Not confirmed at this place: ask for it." in text
    assert "Where Truro, NS Only the town is known." in text
    assert "How to start No phone, email or website is stated; the page below may help." in text
    assert "Source page https://truro.example.ca/" in text
    assert "From an undated page; not yet confirmed by phone" in text


def test_a_number_that_is_only_texted_is_not_to_be_called(sheet_of: MakeSheet, directory: Directory) -> None:
    listing = replace(listing_of(directory, "northern-warm-line"), phones=(Phone("686868", "text"),))
    text = sheet_of(listing).text
    assert "686868 by text message" in text
    assert "How to start Text the number above." in text


def test_a_listing_of_which_nothing_is_known_but_its_name_is_printed(
    sheet_of: MakeSheet, directory: Directory
) -> None:
    bare = replace(
        listing_of(directory, "legion-truro"),
        kind="program", organization=Bilingual(), description=Bilingual(), location=None, serves=(),
        facets={}, sources=(), referral_needed=None,
    )  # fmt: skip
    text = sheet_of(bare).text
    assert "Legion Branch 26 (Truro) Not stated Who it is for · When · How · Cost · Language From an" in text


@pytest.mark.parametrize(
    ("checked_on", "source_date", "language", "sentence"),
    [
        (date(2025, 1, 1), None, EN, "Confirmed by phone on 1 January 2025; it may have changed since"),
        (date(2026, 11, 1), None, FR, "Confirmé par téléphone le 1er novembre 2026"),
        (None, "2026-10", EN, "From a page of October 2026; not yet confirmed by phone"),
        (None, "2019", EN, "From a page of 2019, which may be out of date; not yet confirmed by phone"),
        (None, "2020-08-12", FR, "D’après une page (12 août 2020), peut-être périmée; pas encore confirmé"),
    ],
)
def test_paper_says_days_and_never_ages(
    sheet_of: MakeSheet,
    directory: Directory,
    checked_on: date | None,
    source_date: str | None,
    language: Language,
    sentence: str,
) -> None:
    listing = listing_of(directory, "halifax-drop-in")
    dated = replace(listing, checked_on=checked_on, source_date=source_date)
    assert sentence in sheet_of(dated, language=language).text


def test_a_text_in_the_other_language_is_marked_and_pronounced_in_it(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("cercle-conjoints-valcartier")
    assert "Cercle des conjointes et conjoints (in French)" in sheet.text
    assert "fr-CA" in spoken(sheet)
    assert not spoken(sheet_of("moncton-grief-group"))


def spoken(sheet: ReadSheet) -> set[str]:
    """The languages that parts of a sheet are pronounced in, beside that of the whole."""
    return {carried["/Lang"] for _, carried in sheet.tags() if "/Lang" in carried}


def test_record_text_is_printed_letter_by_letter(sheet_of: MakeSheet, directory: Directory) -> None:
    markup = (
        "#panic() $x^2$ *b* _i_ <label> @ref `raw` // /* -- ~ = h \\ #{1+1} [x] \"q\" 'a' %n {0} ${alert(1)}"
    )
    listing = replace(listing_of(directory, "hostile-text"), organization=Bilingual(markup))
    sheet = sheet_of(listing)
    assert HOSTILE in sheet.text
    assert markup in sheet.text
    assert "1 <script> Street & Sons" in sheet.text
    assert "When <u>always</u>" in sheet.text


def test_a_sheet_can_open_nothing(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("hostile-text", "moncton-grief-group")
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(sheet.pdf.trailer["/Root"])
    assert all("/Annots" not in page for page in sheet.pdf.pages)
    assert b"/URI" not in sheet.made.pdf


def test_letters_that_no_font_has_do_not_stop_a_sheet(sheet_of: MakeSheet, directory: Directory) -> None:
    listing = replace(
        listing_of(directory, "moncton-grief-group"),
        name=Bilingual("Bell\x07 \U0010fffd \ud800 ᐃᓄᒃᑎᑐᑦ Ω é"),
        phones=(Phone("+15065550142", "voice", note=Bilingual("\u202eevening")),),
    )
    text = sheet_of(listing).text
    assert "Bell\ufffd \ufffd \ufffd ᐃᓄᒃᑎᑐᑦ Ω é" in text
    assert "506-555-0142 \ufffdevening" in text


def test_a_listing_stays_whole_on_one_page(sheet_of: MakeSheet, directory: Directory) -> None:
    every = [directory.listing(number) for number in range(1, directory.size + 1)]
    pages = [" ".join(page.split()) for page in sheet_of(*every).pages]
    assert len(pages) >= 3
    for page in pages:
        names = sum(listing.name.said_in(EN) in page for listing in every)
        assert names == page.count("From a") + page.count("Confirmed by phone")


def test_a_listing_that_is_longer_than_a_page_loses_nothing(
    sheet_of: MakeSheet, directory: Directory
) -> None:
    listing = replace(listing_of(directory, "moncton-grief-group"), description=Bilingual(LONG))
    sheet = sheet_of(listing)
    assert len(sheet.pages) > 3
    assert sheet.text.count("word") >= 2500
    assert "end. Who it is for" in sheet.text


def test_web_addresses_are_codes_that_are_read_aloud_as_addresses(sheet_of: MakeSheet) -> None:
    figures = [carried for tag, carried in sheet_of("moncton-grief-group").tags() if tag == "/Figure"]
    assert figures == [{"/Alt": "QR code of the address https://anna.example.ca/grief"}]
    assert not [
        tag for tag, _ in sheet_of("moncton-grief-group", with_codes=False).tags() if tag == "/Figure"
    ]


def test_the_same_listings_give_the_same_bytes(sheet_of: MakeSheet) -> None:
    assert sheet_of("moncton-grief-group").made == sheet_of("moncton-grief-group").made


def test_pictures_of_the_pages_are_as_many_and_hold_no_text(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("moncton-grief-group", "halifax-drop-in", "osi-clinic-ottawa")
    assert len(sheet.made.pages) == len(sheet.pages)
    assert all(page.startswith(b"<svg") and b"<text" not in page for page in sheet.made.pages)


def test_making_a_sheet_leaves_no_file_behind(
    sheet_of: MakeSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    sheet_of("moncton-grief-group")
    assert list(tmp_path.rglob("*")) == []


def test_without_the_typesetter_it_is_said_what_to_do(
    sheet_of: MakeSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(SheetNotMade) as problem:
        sheet_of("moncton-grief-group")
    assert problem.value.said_in(EN).startswith("The sheet could not be made.")


def test_the_window_does_not_wait_for_the_typesetter() -> None:
    script = "import peer_desktop.handout.sheet, json, sys; print(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert not {"typst", "PySide6"} & loaded
