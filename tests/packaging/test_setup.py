"""The setup program takes away what it put there, and nothing else."""

import re
from pathlib import Path

import pytest
from windows import setup

SCRIPT = Path(setup.__file__).with_name("setup.nsi").read_text(encoding="utf-8")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "Peer Desktop"
    for name in ("Peer Desktop.exe", "program/lib/a/b.py", "program/lib/$c.py", "program/app/é.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_every_file_that_is_put_there_is_taken_away(package: Path) -> None:
    put = [line.removeprefix('File "').rstrip('"') for line in setup._put(package) if line.startswith("File")]
    taken = [line for line in setup._take_away(package) if line.startswith("Delete")]
    names = sorted(name.removeprefix(str(package)).replace("/", "\\") for name in put)
    assert names == sorted(line.removeprefix('Delete "$INSTDIR').rstrip('"') for line in taken)
    assert len(names) == 4


def test_folders_are_removed_from_within_and_only_when_empty(package: Path) -> None:
    removed = [line for line in setup._take_away(package) if line.startswith("RMDir")]
    assert removed == [
        'RMDir "$INSTDIR\\program\\lib\\PySide6\\resources\\locales"',
        'RMDir "$INSTDIR\\program\\lib\\a"',
        'RMDir "$INSTDIR\\program\\lib"',
        'RMDir "$INSTDIR\\program\\app"',
        'RMDir "$INSTDIR\\program"',
    ]


def test_a_dollar_in_a_name_is_no_variable(package: Path) -> None:
    assert 'Delete "$INSTDIR\\program\\lib\\$$c.py"' in list(setup._take_away(package))


def test_the_folder_of_the_program_is_never_removed_with_all_it_holds() -> None:
    recursive = re.findall(r'RMDir /r "([^"]+)"', SCRIPT)
    assert recursive == ["$APPDATA\\${NAME}", "$LOCALAPPDATA\\${NAME}"]


def test_an_upgrade_asks_the_older_uninstaller_to_keep_the_data() -> None:
    assert re.search(r"ExecWait '\"\$PLUGINSDIR\\Uninstall\.exe\" /S /KEEPDATA _\?=\$INSTDIR'", SCRIPT)


def test_every_sentence_is_in_both_languages() -> None:
    english = set(re.findall(r"LangString (\w+) \$\{LANG_ENGLISH\}", SCRIPT))
    french = set(re.findall(r"LangString (\w+) \$\{LANG_FRENCH\}", SCRIPT))
    used = set(re.findall(r"\$\(([A-Z_0-9]+)\)", SCRIPT))
    assert english == french == used


def test_installing_for_oneself_asks_windows_for_no_right() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
