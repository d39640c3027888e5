"""Shows a text in large type with the letters marked that differ from another one: by a line and a box."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from peer_desktop.ui import theme
from peer_desktop.ui.theme import TIGHT

Span = tuple[int, int]
"""Where letters differ: from, and up to but not with."""

_LARGE = 1.6


def differences(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """Where two texts differ, in each. Texts of one length are compared letter by letter, as numbers are."""
    if len(one) == len(other):
        spans = _joined([at for at in range(len(one)) if one[at] != other[at]])
        return spans, spans
    codes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    changed = [code for code in codes if code[0] != "equal"]
    first = [(begin, end) for _, begin, end, _, _ in changed if end > begin]
    second = [(begin, end) for _, _, _, begin, end in changed if end > begin]
    return first, second


def _joined(places: Sequence[int]) -> list[Span]:
    spans: list[Span] = []
    for place in places:
        if spans and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return spans


class MarkedText(QLabel):
    """Literal text that wraps; the Tab key reaches it and a screen reader reads `spoken`."""

    def __init__(self, text: str, marked: Sequence[Span], spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._marked = tuple(marked)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def marked_letters(self) -> str:
        """The letters that differ, one after the other."""
        return "".join(self.text()[begin:end] for begin, end in self._marked)

    def sizeHint(self) -> QSize:
        """All in one line."""
        width = round(self._laid_out(100_000).maximumWidth()) + 4 * TIGHT
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few words."""
        return QSize(self.fontMetrics().averageCharWidth() * 14, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text needs."""
        return round(self._laid_out(width - 2 * TIGHT).boundingRect().height()) + 2 * TIGHT

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole text is painted
        """Draw the text, the marks and the focus ring."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout = self._laid_out(self.width() - 2 * TIGHT)
        origin = QPointF(TIGHT, TIGHT)
        layout.draw(painter, origin)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 2))
        for begin, end in self._marked:
            self._draw_line_under(painter, layout, origin, begin, end)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _draw_line_under(
        self, painter: QPainter, layout: QTextLayout, origin: QPointF, begin: int, end: int
    ) -> None:
        for place in range(begin, end):
            line = layout.lineForTextPosition(place)
            # the published types do not know that this answers with a pair
            left, right = (line.cursorToX(at)[0] for at in (place, place + 1))  # type: ignore[index]
            bottom = origin.y() + line.y() + line.height() - 1
            painter.drawLine(QPointF(origin.x() + left, bottom), QPointF(origin.x() + right, bottom))

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), theme.larger(self.font(), _LARGE))
        layout.setFormats([self._format(begin, end) for begin, end in self._marked])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _format(self, begin: int, end: int) -> QTextLayout.FormatRange:
        """Bold, on the ground of what is selected: seen in every scheme, and not by colour alone."""
        how = QTextCharFormat()
        how.setFontWeight(QFont.Weight.Bold)
        how.setBackground(self.palette().color(QPalette.ColorRole.Highlight))
        how.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
        marked = QTextLayout.FormatRange()
        marked.start, marked.length, marked.format = begin, end - begin, how
        return marked
