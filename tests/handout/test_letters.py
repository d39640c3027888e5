"""What can be printed is printed; what cannot stops nothing."""

import unicodedata

import pytest

from peer_desktop.handout.letters import printable, surely_printable, with_letters
from peer_desktop.handout.typesetting import typeset
from tests.handout.conftest import MakeSheet

SURE = [chr(code) for code in range(0xA0, 0x250) if chr(code).isprintable()]


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\u202e", "\u2066", "\ud800", "\ue000", "\U0010ffff"])
def test_an_unprintable_letter_leaves_a_sign(letter: str) -> None:
    assert printable(f"a{letter}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["Québec", "a\nb", "ᐃᓄᒃ", "中文", "😀", "https://a.ca/b-c?d=e&f", "“œ” – …"])
def test_written_text_is_left_as_it_is(text: str) -> None:
    assert printable(text) == text


def test_only_letters_of_the_sheets_own_fonts_are_sure() -> None:
    assert surely_printable("Où “œ” – 中 😀") == "Où “œ” – \ufffd \ufffd"


def test_a_word_without_an_end_can_be_broken() -> None:
    pieces = printable("x" * 50).split("\u200b")
    assert [len(piece) for piece in pieces] == [20, 20, 10]
    address = "https://www.canada.ca/en/department-national-defence/services/benefits-military/support.html"
    assert printable(address) == address


def test_text_is_reached_however_deep_it_lies() -> None:
    content = {"a": ["b", {"c": ("d", 1, None)}]}
    assert with_letters(content, str.upper) == {"a": ["B", {"c": ["D", 1, None]}]}


def test_the_sheets_own_fonts_hold_every_sure_letter(
    sheet_of: MakeSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another attempt would ask the fonts of this computer."""
    from peer_desktop.handout import typesetting

    monkeypatch.setattr(typesetting, "_ATTEMPTS", ((False, printable),))
    letters = " ".join(unicodedata.normalize("NFC", letter) for letter in SURE)
    content = {
        "language": "en", "title": letters, "names_nobody": "“‘’”–—…‹›€™\ufffd", "from_directory": "",
        "foot": "", "page": "", "listings": [],
        "crisis": {"question": "", "urgent": [], "danger": "", "heading": "", "further": []},
    }  # fmt: skip
    assert typeset(content, []).pdf.startswith(b"%PDF")
