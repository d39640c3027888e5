"""The whole walk of an administrator, through the real command line and with the directory that ships."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from peer_desktop.paths import program_folder, source_folder

WORD = "quiltmaking"


def typed(*words: str | Path, home: Path, exit_code: int = 0) -> Any:
    """What the command line answers, in a process of its own as at a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "peer_desktop.cli", *map(str, words), "--json"],
        capture_output=True,
        cwd=program_folder(),
        env={"PEER_DESKTOP_HOME": str(home), "LANG": "en_CA.UTF-8", "PATH": "/usr/bin:/bin"},
        check=False,
    )
    assert done.returncode == exit_code, done.stderr.decode()
    return json.loads(done.stdout)


def ids_found(home: Path) -> list[str]:
    return [listing["id"] for listing in typed("search", WORD, home=home)["listings"]]


def test_a_row_edited_in_excel_is_found_on_another_computer_and_can_be_put_back(tmp_path: Path) -> None:
    office, hall = tmp_path / "office", tmp_path / "hall (12) été"
    stick = tmp_path / "STICK #1"
    for folder in (office, hall, stick):
        folder.mkdir()
    (office / "passphrase").write_text("a long sentence that nobody guesses\n")
    secret = ("--key", office / "publisher.key", "--passphrase-file", office / "passphrase")

    # at the office: a key once, then the tables in Excel
    made = typed("bundle", "keygen", office / "publisher", *secret[2:], home=office)
    typed("bundle", "workbook", source_folder(), "-o", office / "tables.xlsx", home=office)
    book = openpyxl.load_workbook(office / "tables.xlsx")
    sheet = book["listings"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    changed = sheet.cell(2, columns["id"]).value
    description = sheet.cell(2, columns["description_en"])
    description.value = f"{description.value} On Fridays, {WORD} for Families."
    book.save(office / "tables.xlsx")
    bundle = office / "directory-1.peerbundle"
    built = typed("bundle", "build", office / "tables.xlsx", "--serial", "1", "--publisher", "Office",
                  *secret, "-o", bundle, home=office)  # fmt: skip
    assert built["signed"] and built["serial"] == 1
    typed("bundle", "verify", bundle, "--public-key", office / "publisher.pub", home=office)

    # carried to the hall, where the key is typed from paper
    carried = Path(shutil.copy(bundle, stick))
    shutil.copy(office / "publisher.pub", stick)
    assert ids_found(hall) == []
    assert typed("bundle", "install", carried, "--yes", home=hall, exit_code=2)["code"] == "E-SIG-UNKNOWN-KEY"
    typed("bundle", "trust", "add", stick / "publisher.pub", "--fingerprint", made["fingerprint"], home=hall)

    # looked at, installed, found
    preview = typed("bundle", "install", carried, "--preview", home=hall)["preview"]
    (change,) = preview["difference"]["changed"]
    assert change["id"] == changed and [field["field"] for field in change["fields"]] == ["description_en"]
    assert WORD in change["fields"][0]["new"] and WORD not in change["fields"][0]["old"]
    assert (
        not preview["difference"]["added"] and not preview["difference"]["removed"] and not preview["crisis"]
    )
    assert ids_found(hall) == []
    assert typed("bundle", "install", carried, "--yes", home=hall)["code"] == "INSTALLED"
    shutil.rmtree(stick)
    assert ids_found(hall) == [changed]
    assert WORD in typed("show", changed, home=hall)["description"]["en"]

    # and put back
    assert typed("bundle", "put-back", home=hall)["generation"] == "shipped"
    assert ids_found(hall) == []
    entries = typed("bundle", "history", home=hall)["entries"]
    assert [entry["activation"]["action"] for entry in entries] == ["put-back", "install"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_words_of_the_walk_come_in_both_languages(language: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "peer_desktop.cli",
            "bundle",
            "install",
            "nowhere.peerbundle",
            "--lang",
            language,
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PEER_DESKTOP_HOME": str(tmp_path), "PYTHONPATH": str(program_folder()), "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 3
    assert {"en": "Nothing was changed", "fr": "Rien n'a été modifié"}[language] in done.stderr
