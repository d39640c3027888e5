"""Settings hold at once, the help names every key, and the program says what it stands on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from peer_desktop import __version__
from peer_desktop.credits import read_credits
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.settings import COLOURS, TEXT_PERCENTS, Settings
from peer_desktop.ui import theme
from peer_desktop.ui.about_dialog import AboutDialog
from peer_desktop.ui.help_dialog import HelpDialog, Shortcut, ShortcutTable
from peer_desktop.ui.settings_dialog import SettingsDialog

SHORTCUTS = (Shortcut("F1", "Show this help"), Shortcut("Ctrl+F, /", "Go to the search box " * 8))


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.Appearance())


@pytest.fixture
def settings(qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(Settings(Language.FRENCH, 150, "dark"))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def chosen(dialog: SettingsDialog) -> list[str]:
    return [button.text() for button in dialog.findChildren(QRadioButton) if button.isChecked()]


def test_the_settings_of_now_are_shown(settings: SettingsDialog) -> None:
    assert chosen(settings) == ["Français", "150%", "Dark", "3 minutes"]


def test_every_choice_is_told_at_once_and_the_others_stay(settings: SettingsDialog, qtbot: QtBot) -> None:
    for click, expected in (
        (settings.languages.buttons["en"], Settings(Language.ENGLISH, 150, "dark")),
        (settings.text_sizes.buttons["200"], Settings(Language.ENGLISH, 200, "dark")),
        (settings.colours.buttons["contrast"], Settings(Language.ENGLISH, 200, "contrast")),
    ):
        with qtbot.waitSignal(settings.settings_changed) as told:
            click.click()
        assert told.args == [expected]


def test_every_setting_can_be_chosen(settings: SettingsDialog) -> None:
    assert tuple(settings.languages.buttons) == tuple(language.value for language in Language)
    assert tuple(settings.text_sizes.buttons) == tuple(str(percent) for percent in TEXT_PERCENTS)
    assert tuple(settings.colours.buttons) == COLOURS == theme.COLOURS
    assert (TEXT_PERCENTS[0], TEXT_PERCENTS[-1]) == (theme.SMALLEST_TEXT, theme.LARGEST_TEXT)


def test_the_first_day_comes_back_in_the_same_language(settings: SettingsDialog, qtbot: QtBot) -> None:
    [as_new] = [b for b in settings.findChildren(QPushButton) if b.text() == "As on the first day"]
    with qtbot.waitSignal(settings.settings_changed) as told:
        as_new.click()
    assert told.args == [Settings(Language.FRENCH)]
    assert chosen(settings) == ["Français", "100%", "As the system has them", "3 minutes"]


def test_the_settings_are_never_cut_off_by_larger_text(
    qapp: QApplication, settings: SettingsDialog, qtbot: QtBot, looks: None
) -> None:
    theme.apply(qapp, theme.Appearance(text_percent=200))

    def all_in_their_boxes() -> bool:
        return all(
            button.parentWidget().rect().contains(button.geometry())
            and button.width() >= button.sizeHint().width()
            for button in settings.findChildren(QRadioButton)
        )

    qtbot.waitUntil(
        lambda: settings.text_sizes.buttons["200"].font().pointSizeF() == qapp.font().pointSizeF()
    )
    qtbot.waitUntil(all_in_their_boxes)


def test_the_help_is_a_table_of_every_key(qtbot: QtBot) -> None:
    dialog = HelpDialog(SHORTCUTS)
    qtbot.addWidget(dialog)
    dialog.open()
    model = dialog.table.model()
    cells = [tuple(model.index(row, column).data() for column in (0, 1)) for row in range(model.rowCount())]
    assert cells == [(shortcut.keys, shortcut.sentence) for shortcut in SHORTCUTS]
    aloud = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "F1: Show this help"
    assert dialog.table.accessibleName()
    assert dialog.table.rowHeight(1) > dialog.table.rowHeight(0)  # a long sentence is wrapped, not cut


def test_the_tab_key_leaves_the_table(qtbot: QtBot) -> None:
    dialog = HelpDialog(SHORTCUTS)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Tab)
    assert not dialog.table.hasFocus()


def test_the_model_of_the_help_is_sound(qtbot: QtBot) -> None:
    model = ShortcutTable(SHORTCUTS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert (model.rowCount(), model.columnCount()) == (2, 2)


@pytest.mark.parametrize("language", list(Language))
def test_about_names_the_directory_and_everybody_it_stands_on(
    qtbot: QtBot, shipped_directory: Path, language: Language
) -> None:
    directory = Directory.open(shipped_directory, today=date(2026, 11, 21))
    dialog = AboutDialog(directory, language)
    qtbot.addWidget(dialog)
    dialog.open()
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    facts = directory.facts
    assert facts.title.said_in(language) in words
    assert facts.licence in words
    assert facts.credits in words
    assert str(directory.size) in words
    assert all(credit.name in words and credit.licence in words for credit in read_credits())
    assert "Nothing leaves this computer" in words
    [places] = [field.toPlainText() for field in dialog.findChildren(QPlainTextEdit)]
    assert str(shipped_directory) in places
    directory.close()


def test_about_opens_without_a_directory(qtbot: QtBot) -> None:
    dialog = AboutDialog(None, Language.ENGLISH)
    qtbot.addWidget(dialog)
    dialog.open()
    assert "No directory is open." in [label.text() for label in dialog.findChildren(QLabel)]


def test_about_says_which_build_a_package_holds_and_opens_its_licences(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PEER_DESKTOP_PACKAGE", str(tmp_path))
    monkeypatch.setattr("peer_desktop.this_build.program_folder", lambda: tmp_path)
    (tmp_path / "build.json").write_text('{"version": "0.1.0", "commit": "0123456789ab"}', encoding="utf-8")
    page = tmp_path / "licences.html"
    page.touch()
    opened: list[QUrl] = []
    dialog = AboutDialog(None, Language.ENGLISH, open_page=lambda url: not opened.append(url))
    qtbot.addWidget(dialog)
    dialog.open()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert f"Version {__version__}, build 0123456789ab" in words
    places, licences = (field.toPlainText() for field in dialog.findChildren(QPlainTextEdit))
    assert f"Program: {tmp_path}" in places
    assert licences == str(page)
    [button] = [b for b in dialog.findChildren(QPushButton) if "licences" in b.text()]
    button.click()
    assert opened == [QUrl.fromLocalFile(str(page))]


def test_about_offers_no_page_of_licences_where_there_is_none(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PEER_DESKTOP_PACKAGE", raising=False)
    dialog = AboutDialog(None, Language.ENGLISH)
    qtbot.addWidget(dialog)
    assert [b.text() for b in dialog.findChildren(QPushButton)] == ["Close"]
    assert f"Version {__version__}" in [label.text() for label in dialog.findChildren(QLabel)]
