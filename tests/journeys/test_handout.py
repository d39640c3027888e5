"""A counsellor keeps a few listings, hands over a sheet, and clears the desk."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.models.shortlist import MOST, Shortlist
from peer_desktop.ui.handout_dialog import HandoutDialog
from peer_desktop.ui.keep_button import KeepButton
from peer_desktop.ui.main_window import MainWindow
from peer_desktop.ui.shortlist_panel import ShortlistPanel
from tests.journeys.conftest import Journey, until

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(window: MainWindow, kind: type[QDialog]) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def keep(window: MainWindow, *listings: int) -> None:
    for number in listings:
        window.search_screen.show_listing(number)
        QTest.keyClick(window, Qt.Key.Key_D, CTRL)


def ids(window: MainWindow) -> tuple[str, ...]:
    return window.search_screen.kept.shortlist.ids


def test_listings_are_kept_by_a_key_and_by_the_button(journey: Journey, small_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        keep(window, 2, 4)
        directory = window.search.directory
        assert ids(window) == (directory.listing(2).id, directory.listing(4).id)
        assert window.shortlist.button.text() == "Shortlist (2)"
        (button,) = window.search_screen.listing_pane.widget().findChildren(KeepButton)
        assert button.isChecked()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.shortlist.button.text() == "Shortlist (1)"
        window.speak(Language.FRENCH)
        until(lambda: window.shortlist.button.text() == "Sélection (1)")

    assert journey(steps, "--directory", small_directory) == 0


def test_a_full_shortlist_says_so(journey: Journey, shipped_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        keep(window, *range(1, MOST + 2))
        assert len(ids(window)) == MOST
        assert window.notice.isVisible()
        assert window.notice.words == f"{MOST} listings are kept: let go of one first."

    assert journey(steps, "--directory", shipped_directory) == 0


def test_a_kept_listing_is_read_again_from_the_panel(journey: Journey, small_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        keep(window, 2, 4)
        window.tabs.setCurrentIndex(2)
        QTest.keyClick(window, Qt.Key.Key_4, CTRL)
        (panel,) = shown(window, ShortlistPanel)
        assert isinstance(panel, ShortlistPanel)
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
        until(lambda: not shown(window, ShortlistPanel))
        assert window.tabs.currentIndex() == 0
        assert window.search_screen.listing_shown == 2

    assert journey(steps, "--directory", small_directory) == 0


def test_the_sheet_holds_what_is_kept_or_else_what_is_read(journey: Journey, small_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        directory = window.search.directory

        def names_on_the_sheet() -> str:
            QTest.keyClick(window, Qt.Key.Key_P, CTRL)
            (dialog,) = shown(window, HandoutDialog)
            assert isinstance(dialog, HandoutDialog)
            assert dialog.print_button.isEnabled()
            names = dialog.preview.accessibleDescription()
            dialog.close()
            until(lambda: not shown(window, HandoutDialog))
            return names

        QTest.keyClick(window, Qt.Key.Key_P, CTRL)
        assert window.notice.words.startswith("Keep a listing first")
        assert not shown(window, HandoutDialog)
        window.search_screen.show_listing(3)
        assert names_on_the_sheet() == directory.listing(3).name.en
        keep(window, 2, 4)
        assert names_on_the_sheet() == "; ".join(
            directory.listing(number).name.said_in(Language.ENGLISH) for number in (2, 4)
        )

    assert journey(steps, "--directory", small_directory) == 0


def test_the_panel_leads_to_the_sheet(journey: Journey, small_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        keep(window, 2)
        QTest.mouseClick(window.shortlist.button, Qt.MouseButton.LeftButton)
        (panel,) = shown(window, ShortlistPanel)
        assert isinstance(panel, ShortlistPanel)
        QTest.mouseClick(panel.handout_button, Qt.MouseButton.LeftButton)
        assert shown(window, HandoutDialog)

    assert journey(steps, "--directory", small_directory) == 0


def test_clearing_the_desk_forgets_shortlist_and_sheet(journey: Journey, small_directory: Path) -> None:
    def steps(window: MainWindow) -> None:
        keep(window, 2, 4)
        QTest.keyClick(window, Qt.Key.Key_4, CTRL)
        QTest.keyClick(window, Qt.Key.Key_P, CTRL)
        window.clear_desk()
        assert window.search_screen.kept.shortlist == Shortlist()
        assert window.shortlist.button.text() == "Shortlist"
        until(lambda: not window.findChildren(HandoutDialog) and not window.findChildren(ShortlistPanel))
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert windows == [window]

    assert journey(steps, "--directory", small_directory) == 0


def test_everything_in_the_dialogs_is_reached_by_tab_and_named(
    journey: Journey, small_directory: Path
) -> None:
    def steps(window: MainWindow) -> None:
        keep(window, 2, 4)
        for open_it in (window.shortlist.open_panel, lambda: window.shortlist.open_handout(None)):
            open_it()
            dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
            wanted = [
                part
                for part in dialog.findChildren(QWidget)
                if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled()
            ]
            assert len(wanted) >= 5
            for part in wanted:
                text = getattr(part, "text", lambda: "")
                assert part.accessibleName() or text(), part
            dialog.close()
            until(lambda dialog=dialog: dialog not in window.findChildren(QDialog))

    assert journey(steps, "--directory", small_directory) == 0
