"""Paints rows of a list in two lines: a name that may be wrapped, and a calm line under it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from peer_desktop.models.two_lines import SECOND_LINE
from peer_desktop.ui import colours
from peer_desktop.ui.theme import NEAR, TARGET, TIGHT

_Index = QModelIndex | QPersistentModelIndex
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TwoLineRows(QStyledItemDelegate):
    """Draws text only, never markup. Nothing is cut off: a long name takes more lines."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground and the ring as Fusion does, then both texts."""
        self.initStyleOption(option, index)
        name = option.text
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        first = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        inside = option.rect.adjusted(NEAR, TIGHT, -NEAR, -TIGHT)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(first))
        used = painter.drawText(inside, _WRAPPED, name)
        if second := index.data(SECOND_LINE):
            under = QRect(inside)
            under.setTop(used.bottom() + 1)
            if not selected:
                painter.setPen(colours.secondary_text(option.palette))
            painter.drawText(under, _WRAPPED, second)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as both texts are at the width of the list."""
        self.initStyleOption(option, index)
        width = option.rect.width()
        if isinstance(option.widget, QListView):
            width = option.widget.viewport().width()
        metrics = QFontMetrics(option.font)
        inside = QRect(0, 0, max(1, width - 2 * NEAR), 10_000)
        height = metrics.boundingRect(inside, _WRAPPED, option.text).height()
        if second := index.data(SECOND_LINE):
            height += metrics.boundingRect(inside, _WRAPPED, second).height()
        return QSize(1, max(TARGET, height + 2 * TIGHT))
