"""Shows text literally: labels and fields that record text cannot turn into code, in sizes that follow."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFocusRect,
    QWidget,
)

from peer_desktop.ui import theme

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class PlainLabel(QLabel):
    """A wrapped text in plain letters.

    `calm` makes it secondary. With `read` the Tab key reaches it, so that a screen reader reads it, and its
    text can be selected.
    """

    def __init__(
        self,
        text: str = "",
        *,
        bold: bool = False,
        calm: bool = False,
        read: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)
        if calm:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if read:
            self.setTextInteractionFlags(SELECTABLE)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setMargin(theme.TIGHT)  # the focus ring must not touch the letters
        if bold:
            self.setFont(theme.emphasized(QFont()))  # follows the window in all that is not set here

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the focus ring, which Qt draws for no label."""
        super().paintEvent(event)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, QPainter(self), self
            )


class LargeLabel(PlainLabel):
    """The same in letters `factor` times as large as the text of the window."""

    def __init__(
        self,
        text: str = "",
        *,
        factor: float = 1.0,
        bold: bool = False,
        calm: bool = False,
        read: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, bold=bold, calm=calm, read=read, parent=parent)
        self._factor = factor
        self._bold = bold
        self._choose_font()

    def event(self, event: QEvent) -> bool:
        """Follow the size of the text when the settings change: Qt changes no size that was set."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._choose_font()
        return super().event(event)

    def _choose_font(self) -> None:
        if self._factor == 1.0:
            return
        font = QFont()  # asks for nothing, and so follows the window in all that is not set here
        self.setFont(theme.larger(theme.emphasized(font) if self._bold else font, self._factor))


class PlainField(QPlainTextEdit):
    """A text that may hold long addresses: broken anywhere, as high as it needs, selected by keyboard too."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(SELECTABLE)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(name)
        self.setPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the text otherwise."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few words."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.height())

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        # one pixel more: with none to spare Qt counts the last line as hidden
        around = 2 * (self.frameWidth() + round(self.document().documentMargin())) + 1
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)
