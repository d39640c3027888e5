"""Settings survive a restart, and nothing that happens to their file stops the program."""

import json
from pathlib import Path

import pytest

from peer_desktop import settings
from peer_desktop.directory.language import Language
from peer_desktop.settings import Settings, SettingsNotKept

CHOSEN = Settings(Language.FRENCH, 150, "dark")
NEW = Settings(Language.FRENCH)


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    settings.keep(file, CHOSEN)
    assert settings.read(file, Settings()) == CHOSEN
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "null",
        "[1, 2]",
        '"fr"',
        "\x00\x01",
        '{"language": "de", "text_percent": 7, "colours": "pink"}',
        '{"language": ["fr"], "text_percent": true, "colours": {"a": 1}}',
        '{"text_percent": 150.0}',
        "[" * 9_000,
        " " * 20_000 + '{"language": "en"}',
    ],
)
def test_a_damaged_file_means_the_settings_of_a_new_window(tmp_path: Path, written: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(written, encoding="utf-8")
    assert settings.read(file, NEW) == NEW


def test_a_file_that_is_not_text_means_the_same(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b"\xff\xfe\x00{")
    assert settings.read(file, NEW) == NEW


def test_no_file_means_the_same(tmp_path: Path) -> None:
    assert settings.read(tmp_path / "nowhere" / "settings.json", NEW) == NEW
    assert settings.read(tmp_path, NEW) == NEW


def test_one_wrong_value_does_not_cost_the_others(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"language": "fr", "text_percent": 9999, "colours": "dark", "searches": ["x"]}')
    assert settings.read(file, Settings()) == Settings(Language.FRENCH, 100, "dark")


def test_the_file_holds_the_choices_and_nothing_about_anybody(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    settings.keep(file, CHOSEN)
    kept = {"language": "fr", "text_percent": 150, "colours": "dark", "idle_minutes": 3}
    assert json.loads(file.read_text()) == kept


def test_a_folder_that_cannot_be_written_is_named_in_both_languages(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(SettingsNotKept) as caught:
        settings.keep(in_the_way / "settings.json", CHOSEN)
    for language in Language:
        assert str(in_the_way / "settings.json") in caught.value.said_in(language)


def test_the_settings_live_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEER_DESKTOP_HOME", str(tmp_path))
    assert settings.settings_file() == tmp_path / "settings.json"


@pytest.mark.parametrize(("system", "spoken"), [("fr_CA", "fr"), ("FR", "fr"), ("en_CA", "en"), ("C", "en")])
def test_a_new_window_speaks_the_language_of_the_system(system: str, spoken: str) -> None:
    assert settings.first_settings(system) == Settings(Language(spoken))
