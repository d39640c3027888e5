"""Says under the window how many listings were found, and of when, from whom and how old the directory is."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QStatusBar, QWidget

from peer_desktop.bundle.staleness import Staleness, staleness
from peer_desktop.bundle.store import Receipt
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.ui import colours
from peer_desktop.ui.directory_age import directory_age
from peer_desktop.ui.fitted_label import FittedLabel
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.theme import TIGHT, WIDE


class StatusLine(QStatusBar):
    """Two facts: what was found on the left, whose directory it is on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._staleness = Staleness.FRESH
        self._found = PlainLabel()
        self._found.setWordWrap(False)
        self._sign = QLabel()
        self._age = FittedLabel()
        self._sign.setContentsMargins(TIGHT, 0, TIGHT, 0)
        self.addWidget(self._found, 1)
        self.addPermanentWidget(self._sign)
        self.addPermanentWidget(self._age)

    def show_found(self, found: int, size: int) -> None:
        """How many listings of how many."""
        self._found.setText(self.tr("%n of {all} listings", None, found).format(all=size))
        self._fit()

    def show_directory(self, directory: Directory, receipt: Receipt | None, language: Language) -> None:
        """Whose directory it is; `receipt` is that of the bundle it came in."""
        as_of, today = directory.facts.data_as_of, directory.today
        self._staleness = staleness(as_of, receipt.stale_after if receipt else None, today)
        age = directory_age(as_of, receipt.publisher.name if receipt else "", self._staleness, language)
        self._age.setText(self.tr("{age} · works without internet").format(age=age))
        self._wear_colours()

    @property
    def words(self) -> str:
        """All that is said."""
        return f"{self._found.text()}\n{self._age.text()}"

    def event(self, event: QEvent) -> bool:
        """Follow a change of colours and of the size of the text."""
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.ApplicationFontChange):
            self._wear_colours()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A long name of a publisher, or large text, takes a second line."""
        beside = self._found.sizeHint().width() + self._sign.sizeHint().width() + 4 * WIDE
        self._age.fit(self.width() - beside)

    def _wear_colours(self) -> None:
        palette = QPalette(QApplication.palette())
        ink = _ink(self._staleness, palette)
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self._age.setPalette(palette)
        is_old = self._staleness is not Staleness.FRESH
        side = self.fontMetrics().height()
        self._sign.setVisible(is_old)
        if is_old:
            self._sign.setPixmap(icon("triangle-alert", ink).pixmap(side, side))
        self._fit()


def _ink(age: Staleness, palette: QPalette) -> QColor:
    """Amber and red that can be read on every ground; the words say the same."""
    if age is Staleness.FRESH:
        return colours.secondary_text(palette)
    if colours.is_high_contrast(palette):
        return QColor("#ffff00")
    dark = colours.is_dark(palette)
    if age is Staleness.AMBER:
        return QColor("#ffc46b" if dark else "#7a4a00")
    return QColor("#ff9f97" if dark else "#a3211b")
