"""The lines a person can call are in the right order, every number once, none of the retired ones."""

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from peer_desktop import paths
from peer_desktop.directory.crisis_lines import CALLED_OR_TEXTED_FIRST, all_lines, by_number, keywords
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.listing import CrisisLine, Phone
from peer_desktop.directory.pinned_lines import PINNED_LINES

LINE = CrisisLine(
    id="line",
    role="crisis",
    pinned=False,
    name=Bilingual("Line", "Ligne"),
    description=Bilingual("Listens.", "Écoute."),
    hours=Bilingual("24/7", "24 heures sur 24"),
    phones=(Phone("+18005550100", "toll-free"),),
    text_keyword=None,
    chat_url=None,
    email=None,
    languages=("en", "fr"),
    audience=("veterans",),
    coverage=("CA",),
    pages_seen=2,
    source_date=None,
)


@pytest.fixture(scope="module")
def shipped(shipped_directory: Path) -> tuple[CrisisLine, ...]:
    directory = Directory.open(shipped_directory, today=date(2026, 11, 21))
    lines = directory.crisis_lines()
    directory.close()
    return lines


def test_the_program_itself_knows_the_lines_of_the_bar() -> None:
    known = {line.id: line for line in PINNED_LINES}
    assert [str(known[line_id].phones[0]) for line_id in CALLED_OR_TEXTED_FIRST] == [
        "9-8-8",
        "1-800-268-7708",
    ]


def test_emergency_comes_first_then_the_lines_of_the_bar(shipped: tuple[CrisisLine, ...]) -> None:
    first = by_number(all_lines(PINNED_LINES, shipped))[:3]
    assert [str(shared.phones[0]) for shared in first] == ["9-1-1", "9-8-8", "1-800-268-7708"]


def test_one_number_that_serves_three_programs_is_shown_once(shipped: tuple[CrisisLine, ...]) -> None:
    [shared] = [
        shared
        for shared in by_number(shipped)
        if any(phone.number == "+18002687708" for phone in shared.phones)
    ]
    assert {line.id for line in shared.lines} == {"vac-assistance-service", "cfmap", "rcmp-eas"}
    assert len({phone.number for phone in shared.phones}) == len(shared.phones)


def test_no_line_is_lost(shipped: tuple[CrisisLine, ...]) -> None:
    shown = [line.id for shared in by_number(shipped) for line in shared.lines]
    assert sorted(shown) == sorted(line.id for line in shipped)


def test_no_retired_number_is_offered(shipped: tuple[CrisisLine, ...]) -> None:
    with (paths.source_folder() / "crisis_lines_retired.csv").open(encoding="utf-8", newline="") as file:
        numbers = [row[column] for row in csv.DictReader(file) for column in ("number", "text_number")]
    retired = {re.sub(r"\D", "", number) for number in numbers if number}
    offered = {phone.number.removeprefix("+1") for line in (*PINNED_LINES, *shipped) for phone in line.phones}
    assert {"8334564566", "45645", "8006675005"} <= retired
    assert not offered & retired


def test_a_directory_cannot_change_a_pinned_line() -> None:
    forged = replace(PINNED_LINES[0], phones=(Phone("+19005550100", "voice"),))
    known = {line.id: line for line in all_lines(PINNED_LINES, (forged, LINE))}
    assert known[forged.id] == PINNED_LINES[0]
    assert known["line"] == LINE


def test_groups_are_kept_apart_even_on_one_number() -> None:
    information = replace(LINE, id="other", role="information")
    assert [shared.role for shared in by_number((information, LINE))] == ["crisis", "information"]


def test_texted_lines_with_different_words_are_different() -> None:
    texted = replace(LINE, phones=(Phone("686868", "text"),))
    lines = (replace(texted, text_keyword="ONE"), replace(texted, id="other", text_keyword="TWO / TROIS"))
    assert [keywords(shared.lines[0]) for shared in by_number(lines)] == [("ONE",), ("TWO", "TROIS")]


def test_a_number_seen_once_says_so_and_a_provincial_line_serves_its_province() -> None:
    [shared] = by_number((replace(LINE, pages_seen=1, coverage=("NB", "NS")),))
    assert shared.seen_once
    assert shared.serves("NB")
    assert not shared.serves("ON")
    [national] = by_number((LINE,))
    assert not national.seen_once
    assert national.serves("NU")
