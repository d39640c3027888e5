"""Questions that were kept to tune search on go on being answered. See docs/SEARCH.md."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.search_questions import read_questions, the_core
from peer_desktop.directory.directory import Directory


@pytest.mark.parametrize(
    ("file", "how_many", "least", "in_the_first_row"),
    [
        ("questions.csv", 500, 0.97, 0.86),
        ("questions_blind.csv", 90, 0.95, 0.78),
        ("questions_blind_2.csv", 80, 0.93, 0.7),
        ("questions_blind_3.csv", 900, 0.95, 0.8),
    ],
)
def test_nearly_all_questions_are_answered_in_the_first_five(
    file: str, how_many: int, least: float, in_the_first_row: float, shipped_directory: Path
) -> None:
    questions = read_questions(Path(__file__).with_name(file))
    assert len(questions) >= how_many
    directory = Directory.open(shipped_directory, today=date(2026, 11, 21))
    search = the_core(directory)
    missed = [one.text for one in questions if not one.is_answered_by(search(one))]
    assert 1 - len(missed) / len(questions) >= least, missed
    first = sum(one.is_answered_by(search(one)[:1]) for one in questions)
    assert first / len(questions) >= in_the_first_row
    directory.close()
