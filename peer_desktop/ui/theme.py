"""Gives the whole window its looks: Fusion, a palette, the size of the text, the spacing to build with."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from peer_desktop.ui import colours
from peer_desktop.ui.colours import secondary_text as secondary_text  # the one colour every pane asks for
from peer_desktop.ui.style import PlainStyle

SPACE = TIGHT, NEAR, APART, WIDE = (4, 8, 12, 16)
"""The only distances in the window, in pixels."""

TARGET = 24
"""The least height and width of what is clicked, in pixels (WCAG 2.2, 2.5.8)."""
CRISIS_TARGET = 44
"""The same in the crisis bar."""

COLOURS = ("system", "light", "dark", "contrast")
SMALLEST_TEXT, LARGEST_TEXT = 100, 200


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the window looks. `colours` is system, light, dark or contrast; `text_percent` from 100 to 200."""

    colours: str = "system"
    text_percent: int = 100


def apply(app: QApplication, appearance: Appearance) -> None:
    """Dress the whole program; called again whenever the settings change."""
    looks = app.findChild(_Looks) or _Looks(app)
    looks.wear(appearance)


def emphasized(font: QFont) -> QFont:
    """The same font in bold."""
    copy = QFont(font)
    copy.setBold(True)
    return copy


def larger(font: QFont, factor: float) -> QFont:
    """The same font in another size. A widget that keeps it must ask again on ApplicationFontChange."""
    copy = QFont(font)
    if font.pointSizeF() > 0:
        copy.setPointSizeF(font.pointSizeF() * factor)
    else:
        copy.setPixelSize(round(font.pixelSize() * factor))
    return copy


class _Looks(QObject):
    """What the program wears now; dresses again when the system turns dark or light."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = Appearance()
        self._first_font = QFont(app.font())
        self._style: PlainStyle | None = None
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def wear(self, appearance: Appearance) -> None:
        self._appearance = appearance
        if self._style is None:
            self._style = PlainStyle()
            self._app.setStyle(self._style)
        self._style.enlarge(appearance.text_percent)
        self._colour(self._palette())
        font = larger(self._first_font, appearance.text_percent / 100)
        if font != self._app.font():
            self._app.setFont(font)
            self._tell(QEvent.Type.ApplicationFontChange)

    def _follow_system(self) -> None:
        if self._appearance.colours == "system":
            self._colour(self._palette())

    def _colour(self, palette: QPalette) -> None:
        if palette != self._app.palette():
            self._app.setPalette(palette)
            self._tell(QEvent.Type.ApplicationPaletteChange)

    def _tell(self, change: QEvent.Type) -> None:
        """Qt tells only the windows; a part with a font or colours of its own must hear of it too."""
        for widget in self._app.allWidgets():
            QApplication.sendEvent(widget, QEvent(change))

    def _palette(self) -> QPalette:
        schemes = {"light": colours.LIGHT, "dark": colours.DARK, "contrast": colours.CONTRAST}
        return colours.palette_of(schemes.get(self._appearance.colours) or self._scheme_of_system())

    def _scheme_of_system(self) -> colours.Scheme:
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return colours.CONTRAST
        return colours.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else colours.LIGHT
