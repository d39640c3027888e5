"""Every text can be read in every scheme, at every size, and the focus can be seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from peer_desktop.ui import colours, theme
from peer_desktop.ui.colours import contrast
from peer_desktop.ui.plain_text import LargeLabel
from peer_desktop.ui.theme import Appearance

SCHEMES = {"light": colours.LIGHT, "dark": colours.DARK, "contrast": colours.CONTRAST}
ROLE = QPalette.ColorRole
GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
PAIRS = (
    (ROLE.WindowText, ROLE.Window),
    (ROLE.WindowText, ROLE.Base),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.PlaceholderText, ROLE.AlternateBase),
    (ROLE.PlaceholderText, ROLE.Window),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.ButtonText, ROLE.Window),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.Link, ROLE.Base),
    (ROLE.Link, ROLE.Window),
    (ROLE.LinkVisited, ROLE.Base),
    (ROLE.LinkVisited, ROLE.Window),
)
READABLE = 4.5
VISIBLE = 3.0


@pytest.fixture(autouse=True)
def as_it_was(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, Appearance())


@pytest.mark.parametrize("name", SCHEMES)
def test_all_text_reaches_the_contrast_of_wcag_aa(name: str) -> None:
    palette = colours.palette_of(SCHEMES[name])
    weak = {
        (group, text, ground): round(ratio, 2)
        for group in GROUPS
        for text, ground in PAIRS
        if (ratio := contrast(palette.color(group, text), palette.color(group, ground))) < READABLE
    }
    assert not weak


@pytest.mark.parametrize("name", SCHEMES)
def test_secondary_text_and_the_crisis_bar_are_readable(name: str) -> None:
    palette = colours.palette_of(SCHEMES[name])
    for ground in (ROLE.Base, ROLE.Window, ROLE.AlternateBase):
        assert contrast(colours.secondary_text(palette), palette.color(ground)) >= READABLE
    crisis = colours.crisis(palette)
    assert contrast(crisis.text, crisis.ground) >= 7


@pytest.mark.parametrize("name", SCHEMES)
def test_edges_and_focus_stand_out_from_what_is_around_them(name: str) -> None:
    palette = colours.palette_of(SCHEMES[name])
    for ground in (ROLE.Window, ROLE.Base, ROLE.Button):
        assert contrast(colours.frame(palette), palette.color(ground)) >= VISIBLE
        assert contrast(palette.color(ROLE.Accent), palette.color(ground)) >= VISIBLE


def test_the_highlight_is_ours_and_not_that_of_fusion() -> None:
    for name in ("light", "dark"):
        assert colours.palette_of(SCHEMES[name]).color(ROLE.Highlight) == QColor("#1f6fa8")
    fusion = contrast(QColor("#ffffff"), QColor("#308cc6"))
    assert fusion == pytest.approx(3.69, abs=0.05)  # what WCAG's own formula says of Fusion's


def test_secondary_text_is_65_percent_of_the_text() -> None:
    palette = QPalette()
    palette.setColor(ROLE.Text, QColor(0, 0, 0))
    palette.setColor(ROLE.Base, QColor(200, 200, 200))
    assert colours.secondary_text(palette) == QColor(70, 70, 70)


@pytest.mark.parametrize("name", SCHEMES)
def test_the_page_of_a_tab_which_fusion_tints_is_readable_too(
    qapp: QApplication, qtbot: QtBot, name: str
) -> None:
    theme.apply(qapp, Appearance(name))
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), "one")
    tabs.resize(200, 150)
    tabs.show()
    qtbot.waitExposed(tabs)
    ground = tabs.grab().toImage().pixelColor(100, 100)
    assert contrast(colours.secondary_text(qapp.palette()), ground) >= READABLE


def test_the_size_of_the_text_follows_and_goes_back(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Appearance())
    small = qapp.font().pointSizeF()
    label = QLabel("words")
    qtbot.addWidget(label)
    label.show()
    theme.apply(qapp, Appearance(text_percent=200))
    assert qapp.font().pointSizeF() == pytest.approx(2 * small)
    qtbot.waitUntil(lambda: label.font().pointSizeF() == pytest.approx(2 * small))
    theme.apply(qapp, Appearance(text_percent=200))
    assert qapp.font().pointSizeF() == pytest.approx(2 * small)
    theme.apply(qapp, Appearance())
    qtbot.waitUntil(lambda: label.font().pointSizeF() == pytest.approx(small))


def test_a_heading_inside_a_window_follows_the_size_of_the_text(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Appearance())
    window = QWidget()
    qtbot.addWidget(window)
    heading = LargeLabel("heading", factor=1.5, parent=window)
    window.show()
    small = heading.font().pointSizeF()
    theme.apply(qapp, Appearance(text_percent=200))
    assert heading.font().pointSizeF() == pytest.approx(2 * small)
    theme.apply(qapp, Appearance())
    assert heading.font().pointSizeF() == pytest.approx(small)


def test_a_widget_that_is_there_already_changes_its_colours(qapp: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    for name, scheme in SCHEMES.items():
        theme.apply(qapp, Appearance(name))
        base = QColor(scheme.base)
        qtbot.waitUntil(lambda base=base: widget.palette().color(ROLE.Base) == base)


def test_with_the_system_the_window_turns_dark_by_itself(qapp: QApplication) -> None:
    theme.apply(qapp, Appearance("system"))
    hints = qapp.styleHints()
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        if hints.colorScheme() is not Qt.ColorScheme.Dark:
            hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
            pytest.skip("this platform has no colour scheme to change")
        assert colours.is_dark(qapp.palette())
        theme.apply(qapp, Appearance("light"))
        assert not colours.is_dark(qapp.palette())
    finally:
        hints.unsetColorScheme()


def test_there_is_no_style_sheet(qapp: QApplication) -> None:
    theme.apply(qapp, Appearance())
    assert qapp.styleSheet() == ""
    assert qapp.style().name() == "fusion" or qapp.style().baseStyle().name() == "fusion"


def test_fonts_are_copied_and_not_changed() -> None:
    font = QFont("Sans", 10)
    assert theme.emphasized(font).bold()
    assert theme.larger(font, 1.5).pointSizeF() == pytest.approx(15)
    in_pixels = QFont("Sans")
    in_pixels.setPixelSize(20)
    assert theme.larger(in_pixels, 1.5).pixelSize() == 30
    assert (font.bold(), font.pointSize()) == (False, 10)


FOCUSED = {
    "field": lambda: QLineEdit(),
    "button": lambda: QPushButton("press"),
    "tool": lambda: _tool(),
    "box": lambda: QComboBox(),
    "writable box": lambda: QComboBox(editable=True),
    "list": lambda: QListWidget(),
    "tick": lambda: QCheckBox("tick"),
}


@pytest.mark.parametrize("kind", FOCUSED)
@pytest.mark.parametrize("name", SCHEMES)
def test_the_focus_is_a_ring_of_two_pixels(qapp: QApplication, qtbot: QtBot, kind: str, name: str) -> None:
    theme.apply(qapp, Appearance(name))
    window = QWidget()
    qtbot.addWidget(window)
    other, widget = QPushButton("other"), FOCUSED[kind]()
    column = QVBoxLayout(window)
    column.addWidget(other)
    column.addWidget(widget)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    without = _accented(window)
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    qtbot.waitUntil(widget.hasFocus)
    around = _accented(window, widget) - without
    two_high = {(x, y) for x, y in around if (x, y + 1) in around}
    two_wide = {(x, y) for x, y in around if (x + 1, y) in around}
    assert len(two_high) >= 2 * 12
    assert len(two_wide) >= 2 * 8


def test_what_is_clicked_is_at_least_24_pixels_high(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Appearance())
    for make in FOCUSED.values():
        widget = make()
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() >= theme.TARGET, widget


def test_ticks_and_icons_grow_with_the_text(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Appearance())
    metric = qapp.style().PixelMetric
    small = [qapp.style().pixelMetric(one) for one in (metric.PM_IndicatorWidth, metric.PM_ButtonIconSize)]
    theme.apply(qapp, Appearance(text_percent=200))
    large = [qapp.style().pixelMetric(one) for one in (metric.PM_IndicatorWidth, metric.PM_ButtonIconSize)]
    assert large == [2 * size for size in small]


def _tool() -> QToolButton:
    tool = QToolButton()
    tool.setText("tool")
    tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return tool


def _accented(window: QWidget, widget: QWidget | None = None) -> set[tuple[int, int]]:
    """The pixels painted in the colour of the focus, around a widget or anywhere."""
    image: QImage = window.grab().toImage()
    accent = window.palette().color(ROLE.Accent)
    area = window.rect()
    if widget is not None:
        area = widget.rect().translated(widget.mapTo(window, QPoint(0, 0)))
    return {
        (x, y)
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
        if image.pixelColor(x, y) == accent
    }


def test_a_palette_change_reaches_widgets_as_an_event(qapp: QApplication, qtbot: QtBot) -> None:
    seen = []

    class Watcher(QWidget):
        def event(self, event: QEvent) -> bool:
            seen.append(event.type())
            return super().event(event)

    theme.apply(qapp, Appearance("light"))
    watcher = Watcher()
    qtbot.addWidget(watcher)
    theme.apply(qapp, Appearance("dark"))
    qtbot.waitUntil(lambda: QEvent.Type.ApplicationPaletteChange in seen)
