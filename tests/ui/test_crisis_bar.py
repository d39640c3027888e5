"""Who to call now is in view in every state, large enough, in both languages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from peer_desktop.directory.crisis_lines import all_lines
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import CrisisLine
from peer_desktop.directory.pinned_lines import PINNED_LINES
from peer_desktop.ui import colours, theme
from peer_desktop.ui.crisis_bar import CrisisBar
from peer_desktop.ui.crisis_card import CrisisCard
from peer_desktop.ui.crisis_dialog import CrisisDialog

HOSTILE = "<b>Line</b> & ${alert(1)}"


@pytest.fixture(scope="module")
def lines(shipped_directory: Path) -> tuple[CrisisLine, ...]:
    directory = Directory.open(shipped_directory, today=date(2026, 11, 21))
    found = directory.crisis_lines()
    directory.close()
    return all_lines(PINNED_LINES, found)


@pytest.fixture
def bar(qtbot: QtBot) -> CrisisBar:
    bar = CrisisBar(PINNED_LINES, Language.ENGLISH)
    qtbot.addWidget(bar)
    bar.resize(1366, 60)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.Appearance())


def buttons(widget: QWidget) -> list[QPushButton]:
    return [button for button in widget.findChildren(QPushButton) if button.isVisible()]


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def card_of(dialog: CrisisDialog, line_id: str) -> CrisisCard:
    [card] = [card for card in dialog.cards if line_id in {line.id for line in card.shared.lines}]
    return card


def test_the_bar_says_whom_to_call_with_no_directory_at_all(bar: CrisisBar) -> None:
    words = [button.text() for button in buttons(bar)]
    assert words == [
        "Call or text 9-8-8",
        "VAC Assistance Service 1-800-268-7708",
        "More lines",
        "EN",
        "FR",
    ]


def test_its_targets_are_44_pixels(bar: CrisisBar) -> None:
    assert all(min(button.width(), button.height()) >= theme.CRISIS_TARGET for button in buttons(bar))


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_its_buttons_are_readable_as_painted(
    qapp: QApplication, bar: CrisisBar, qtbot: QtBot, name: str, looks: None
) -> None:
    theme.apply(qapp, theme.Appearance(name))
    wanted = colours.crisis(qapp.palette())
    qtbot.waitUntil(lambda: bar.palette().color(QPalette.ColorRole.Window) == wanted.ground)
    for button in buttons(bar):
        image = button.grab().toImage()
        ink = button.palette().color(QPalette.ColorRole.ButtonText)
        for down in (4, button.height() // 2, button.height() - 5):
            assert colours.contrast(ink, QColor(image.pixelColor(4, down).rgb())) >= 4.5, button.text()


def test_inside_a_window_it_turns_dark_with_it(qapp: QApplication, qtbot: QtBot, looks: None) -> None:
    theme.apply(qapp, theme.Appearance("light"))
    window = QWidget()
    qtbot.addWidget(window)
    bar = CrisisBar(PINNED_LINES, Language.ENGLISH, window)
    window.show()
    for name, scheme in (("dark", colours.DARK), ("contrast", colours.CONTRAST), ("light", colours.LIGHT)):
        theme.apply(qapp, theme.Appearance(name))
        wanted = colours.crisis(colours.palette_of(scheme))
        assert bar.palette().color(QPalette.ColorRole.Window) == wanted.ground
        assert all(b.palette().color(QPalette.ColorRole.Window) == wanted.ground for b in buttons(bar))


def test_nothing_is_cut_off_in_a_small_window_with_large_text(
    qapp: QApplication, qtbot: QtBot, looks: None
) -> None:
    theme.apply(qapp, theme.Appearance(text_percent=200))
    bar = CrisisBar(PINNED_LINES, Language.FRENCH)
    qtbot.addWidget(bar)
    bar.resize(640, bar.heightForWidth(640))
    bar.show()
    qtbot.waitExposed(bar)
    for button in buttons(bar):
        assert button.width() >= button.sizeHint().width(), button.text()
        assert bar.rect().contains(
            button.geometry().translated(button.parentWidget().pos())
            if button.parentWidget() is not bar
            else button.geometry()
        )


@pytest.mark.parametrize("language", Language)
def test_at_twice_the_size_it_takes_one_line_of_the_smallest_screen_of_halls(
    qapp: QApplication, qtbot: QtBot, looks: None, language: Language
) -> None:
    theme.apply(qapp, theme.Appearance(text_percent=200))
    bar = CrisisBar(PINNED_LINES, language)
    qtbot.addWidget(bar)
    bar.show()
    assert bar.heightForWidth(1366) == bar.heightForWidth(5000)


def test_in_french_the_lines_have_their_french_names(bar: CrisisBar) -> None:
    bar.set_language(Language.FRENCH)
    assert "Service d’aide d’ACC 1-800-268-7708" in [button.text() for button in buttons(bar)]


def test_the_other_language_is_asked_for_and_shown_only_when_it_holds(bar: CrisisBar, qtbot: QtBot) -> None:
    english, french = (button for button in buttons(bar) if button.isCheckable())
    assert (english.accessibleName(), french.accessibleName()) == ("English", "Français")
    with qtbot.waitSignal(bar.language_wanted) as asked:
        french.click()
    assert asked.args == [Language.FRENCH]
    assert (english.isChecked(), french.isChecked()) == (True, False)
    bar.set_language(Language.FRENCH)
    assert (english.isChecked(), french.isChecked()) == (False, True)
    with qtbot.assertNotEmitted(bar.language_wanted):
        french.click()


def test_a_click_on_a_line_shows_it_large_with_the_focus_on_it(bar: CrisisBar, qtbot: QtBot) -> None:
    buttons(bar)[1].click()
    dialog = bar.window().findChild(CrisisDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: card_of(dialog, "vac-assistance-service").hasFocus())
    dialog.close()


def test_more_lines_shows_the_lines_of_the_directory_too(
    bar: CrisisBar, lines: tuple[CrisisLine, ...]
) -> None:
    bar.show_lines(lines)
    buttons(bar)[2].click()
    dialog = bar.window().findChild(CrisisDialog)
    assert dialog is not None
    assert {line.id for card in dialog.cards for line in card.shared.lines} == {line.id for line in lines}
    dialog.close()


@pytest.fixture
def dialog(qtbot: QtBot, lines: tuple[CrisisLine, ...]) -> CrisisDialog:
    dialog = CrisisDialog(lines, Language.ENGLISH)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_emergency_is_the_first_of_all(dialog: CrisisDialog) -> None:
    assert [card.shared.lines[0].id for card in dialog.cards[:3]] == ["911", "988", "vac-assistance-service"]


def test_three_programs_on_one_number_are_one_card_with_three_names(dialog: CrisisDialog) -> None:
    card = card_of(dialog, "cfmap")
    assert card is card_of(dialog, "vac-assistance-service") is card_of(dialog, "rcmp-eas")
    words = said(card)
    assert words.count("1-800-268-7708") == 1
    for name in ("VAC Assistance Service", "(CFMAP)", "Employee Assistance Services for RCMP"):
        assert name in words


def test_a_card_says_hours_languages_area_and_age(dialog: CrisisDialog) -> None:
    words = said(card_of(dialog, "nb-helpline"))
    for part in ("Hours: 24/7", "Languages: English, French", "Serves: New Brunswick", "14 July 2023"):
        assert part in words


def test_a_number_seen_on_one_page_says_so_and_others_do_not(dialog: CrisisDialog) -> None:
    assert "Seen on one page only" in said(card_of(dialog, "nl-crisis"))
    assert "Seen on one page only" not in said(card_of(dialog, "988"))


def test_a_text_line_names_the_number_and_the_word(dialog: CrisisDialog) -> None:
    words = said(card_of(dialog, "on-connex"))
    assert "Text CONNEX to 247247" in words


def test_a_card_is_one_stop_of_the_tab_key_and_reads_whole(dialog: CrisisDialog) -> None:
    card = card_of(dialog, "vac-assistance-service")
    assert card.focusPolicy() == Qt.FocusPolicy.StrongFocus
    for part in ("1-800-268-7708.", "VAC Assistance Service.", "Hours: 24/7."):
        assert part in card.accessibleName()


def test_a_number_is_copied_as_it_is_dialled(qapp: QApplication, dialog: CrisisDialog, qtbot: QtBot) -> None:
    copy = card_of(dialog, "vac-assistance-service").findChildren(QPushButton)[0]
    assert copy.accessibleName() == "Copy 1-800-268-7708"
    with qtbot.waitSignal(dialog.text_copied) as told:
        copy.click()
    assert told.args == ["1-800-268-7708"]
    assert qapp.clipboard().text() == "1-800-268-7708"


def test_a_province_hides_what_does_not_serve_it(dialog: CrisisDialog) -> None:
    dialog.province.setCurrentIndex(dialog.province.findData("NB"))
    shown = {line.id for card in dialog.cards if not card.isHidden() for line in card.shared.lines}
    assert {"988", "911", "nb-helpline"} <= shown
    assert not {"bc-suicide", "ns-crisis"} & shown


def test_record_text_is_shown_letter_by_letter(qtbot: QtBot) -> None:
    forged = replace(
        PINNED_LINES[0], name=Bilingual(HOSTILE, HOSTILE), description=Bilingual(HOSTILE, HOSTILE)
    )
    dialog = CrisisDialog([forged], Language.ENGLISH)
    qtbot.addWidget(dialog)
    [card] = dialog.cards
    assert said(card).count(HOSTILE) == 2
    assert {label.textFormat() for label in card.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_in_french_every_line_is_french(qtbot: QtBot, lines: tuple[CrisisLine, ...]) -> None:
    dialog = CrisisDialog(lines, Language.FRENCH)
    qtbot.addWidget(dialog)
    for card in dialog.cards:
        for line in card.shared.lines:
            assert line.name.fr is not None and line.name.fr in said(card)
            assert line.description.fr is not None and line.description.fr in said(card)


@pytest.mark.parametrize("language", Language)
def test_at_twice_the_size_the_bar_takes_one_line_on_the_screen_of_a_hall(
    qapp: QApplication, qtbot: QtBot, looks: None, language: Language
) -> None:
    theme.apply(qapp, theme.Appearance("light", 200))
    bar = CrisisBar(PINNED_LINES, language)
    qtbot.addWidget(bar)
    assert bar.layout().heightForWidth(1366) < 2 * theme.CRISIS_TARGET
