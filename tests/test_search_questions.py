"""The benchmark of questions judges answers as a counsellor would."""

import subprocess
import sys
from pathlib import Path

HEADER = "id,lang,text,near,filters,kind,answers,forbidden,why\n"
BENCHMARK = Path(__file__).resolve().parent.parent / "benchmarks" / "search_questions.py"


def report(tmp_path: Path, rows: str, *options: str) -> str:
    file = tmp_path / "questions.csv"
    file.write_text(HEADER + rows, "utf-8")
    done = subprocess.run(
        [sys.executable, BENCHMARK, file, *options], capture_output=True, text=True, check=True
    )
    return done.stdout


def shares(report_text: str) -> dict[str, list[str]]:
    rows = [line.split() for line in report_text.splitlines()[1:] if "%" in line]
    return {row[0]: row[1:] for row in rows}


def test_a_right_listing_in_the_first_five_counts_and_a_forbidden_one_takes_it_back(
    tmp_path: Path,
) -> None:
    rows = (
        "a,en,osiss,,,name,osiss,,\n"
        "b,en,osiss,,,name,osiss,osiss-family-peer-support,\n"
        "c,en,osiss,,,other,soldier-on,,\n"
    )
    text = report(tmp_path, rows, "--show")
    assert shares(text) == {"all": ["3", "33.3%"], "name": ["2", "50.0%"], "other": ["1", "0.0%"]}
    assert "b name: 'osiss'" in text and "forbidden among them: osiss-family-peer-support" in text


def test_questions_of_the_glossary_are_answered_by_terms(tmp_path: Path) -> None:
    rows = "a,fr,réduction des mefaits,,,glossary,Harm reduction,,\n"
    assert shares(report(tmp_path, rows))["glossary"] == ["1", "100.0%"]


def test_ticks_and_places_are_asked_too_and_plain_full_text_stands_beside(tmp_path: Path) -> None:
    rows = (
        'a,en,peers,"Moncton, NB",topics=grief-loss;serves=NB,place,nb-cism,urgences-sante-pairs-aidants,\n'
    )
    text = report(tmp_path, rows, "--plain")
    assert "FTS5, all words" in text and "FTS5, any word" in text
    assert len(shares(text)["place"]) == 4
