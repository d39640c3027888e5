"""Paints a cell of the results: two lines, the name in full where it fits, the rest calm."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from peer_desktop.models.listing_table import Cell, Column, Role
from peer_desktop.ui import theme
from peer_desktop.ui.theme import NEAR, TIGHT
from peer_desktop.ui.wording import BETWEEN, as_tooltip

Index = QModelIndex | QPersistentModelIndex

_LINES = 2
_LEAST_ROOM_BESIDE = 8
"""Letters that must fit behind a name that runs on, or its calm part is left out."""


class ResultRow(QStyledItemDelegate):
    """Two lines a cell. Facts of columns that have no room stand in further lines under the name."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._folded: tuple[Column, ...] = ()
        self._more_lines = 0

    def fold(self, columns: tuple[Column, ...], lines: int) -> bool:
        """Show the facts of these columns under the name, in so many lines. Whether this is new."""
        before = self._folded, self._more_lines
        self._folded, self._more_lines = columns, lines
        return before != (columns, lines)

    def row_height(self, metrics: QFontMetrics) -> int:
        """The height of every row, in pixels."""
        return (_LINES + self._more_lines) * metrics.lineSpacing() + NEAR + TIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.Highlight))
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = option.palette.color(role)
        calm = ink if selected else theme.secondary_text(option.palette)
        painter.setClipRect(option.rect)
        if index.column() == Column.NAME:
            self._paint_name(painter, option, index, (ink, calm))
        else:
            cell = index.data(Role.CELL)
            _paint_lines(painter, option, _inside(option.rect), ((cell.first, ink), (cell.second, calm)))
        if option.state & QStyle.StateFlag.State_HasFocus:
            option.widget.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, option.widget
            )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - all alike
        """Every row is of the same height: a million rows need no measuring."""
        return QSize(option.rect.width(), self.row_height(QFontMetrics(option.font)))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text of a cell, literally."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        cell = index.data(Role.CELL)
        lines = [cell.first, cell.second]
        if index.column() == Column.NAME:
            lines += self._folded_facts(index)
        text = "\n".join(line for line in lines if line)
        QToolTip.showText(event.globalPos(), as_tooltip(text), view)
        return True

    def _folded_facts(self, index: Index) -> list[str]:
        """What is known; without its heading nobody could say what is "not stated"."""
        facts = []
        for column in self._folded:
            cell: Cell = index.sibling(index.row(), column).data(Role.CELL)
            facts += [cell.first] if column is Column.COST else [cell.first, cell.second]
        return [fact for fact in facts if fact]

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inks: tuple[QColor, QColor]
    ) -> None:
        """The name takes one line or two; what is left of the second belongs to the organization."""
        ink, calm = inks
        cell = index.data(Role.CELL)
        bold = theme.emphasized(option.font)
        inside = _inside(option.rect)
        first, rest = _broken(cell.first, bold, inside.width())
        metrics = QFontMetrics(bold)
        top = inside.top() + metrics.ascent()
        painter.setFont(bold)
        painter.setPen(ink)
        painter.drawText(
            inside.left(), top, metrics.elidedText(first, Qt.TextElideMode.ElideRight, inside.width())
        )
        top += metrics.lineSpacing()
        left = inside.left()
        about = cell.second
        if rest:
            rest = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(left, top, rest)
            left += metrics.horizontalAdvance(rest)
            about = f"{BETWEEN}{about}"
        room = inside.right() - left
        if room > metrics.averageCharWidth() * _LEAST_ROOM_BESIDE:
            _paint_line(painter, option, (left, top, room), about, calm)
        if self._folded:
            self._paint_folded(painter, option, inside, top + metrics.lineSpacing(), index, calm)

    def _paint_folded(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        inside: QRect,
        top: int,
        index: Index,
        ink: QColor,
    ) -> None:
        facts = BETWEEN.join(self._folded_facts(index))
        lines = _broken(facts, option.font, inside.width()) if self._more_lines > 1 else (facts,)
        for line in lines:
            _paint_line(painter, option, (inside.left(), top, inside.width()), line, ink)
            top += QFontMetrics(option.font).lineSpacing()


def _inside(rect: QRect) -> QRect:
    return rect.adjusted(TIGHT, (NEAR + TIGHT) // 2, -TIGHT, 0)


def _paint_lines(
    painter: QPainter, option: QStyleOptionViewItem, inside: QRect, lines: Sequence[tuple[str, QColor]]
) -> None:
    metrics = QFontMetrics(option.font)
    top = inside.top() + metrics.ascent()
    for text, ink in lines:
        if text:
            _paint_line(painter, option, (inside.left(), top, inside.width()), text, ink)
            top += metrics.lineSpacing()


def _paint_line(
    painter: QPainter, option: QStyleOptionViewItem, place: tuple[int, int, int], text: str, ink: QColor
) -> None:
    """Draw one line at (left, baseline, room), cut with an ellipsis where the room ends."""
    left, baseline, room = place
    painter.setFont(option.font)
    painter.setPen(ink)
    cut = QFontMetrics(option.font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(left, baseline, cut)


def _broken(text: str, font: QFont, width: int) -> tuple[str, str]:
    """What fits the first line, broken between words, and what does not."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    first = text[: line.textLength()] if line.isValid() else text
    return first.rstrip(), text[len(first) :].strip()
