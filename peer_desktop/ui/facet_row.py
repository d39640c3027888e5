"""Paints a row of the facets: a heading, or a value with its box, its label in full and its count."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from peer_desktop.models.facet_rows import CHOSEN, EXCLUDED, Row
from peer_desktop.models.facet_tree import Role
from peer_desktop.ui import theme
from peer_desktop.ui.theme import NEAR, TARGET, TIGHT
from peer_desktop.ui.value_finder import FinderRow

Index = QModelIndex | QPersistentModelIndex

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_NO_LIMIT = 10_000


class FacetRow(QStyledItemDelegate):
    """Labels are never cut: a long one goes on in the next line."""

    def __init__(self, parent: QTreeView) -> None:
        super().__init__(parent)
        self._widest = "0"

    def reserve(self, count: int) -> bool:
        """Keep room for this count beside every label: rows keep their height whatever is typed.

        Whether more room is kept than before.
        """
        digits = "0" * len(str(count))
        if len(digits) <= len(self._widest):
            return False
        self._widest = digits
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        row = index.data(Role.ROW)
        if option.state & QStyle.StateFlag.State_MouseOver and row != Row.LOOK_FOR:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.AlternateBase))
        if row == Row.FACET:
            self._paint_facet(painter, option, index)
        elif row == Row.VALUE:
            self._paint_value(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            option.widget.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, option.widget
            )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the label needs in the width there is."""
        view = option.widget
        row = index.data(Role.ROW)
        if not isinstance(view, QTreeView):
            return super().sizeHint(option, index)
        if row == Row.LOOK_FOR:
            finder = view.indexWidget(index)
            width = view.viewport().width() - 2 * view.indentation()
            return QSize(0, (finder.height_in(width) if isinstance(finder, FinderRow) else TARGET) + TIGHT)
        depth = 1 if row == Row.FACET else 2
        rect = QRect(0, 0, view.viewport().width() - depth * view.indentation(), _NO_LIMIT)
        if row == Row.FACET:
            bold = theme.emphasized(option.font).toString()
            height = _height(bold, _facet_rect(rect).width(), self._heading(view, index))
            return QSize(0, max(TARGET, height + NEAR + TIGHT))
        width = _label_rect(rect, option, self._widest).width()
        return QSize(0, max(TARGET, _height(option.font.toString(), width, str(index.data())) + 2 * TIGHT))

    def _paint_facet(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setFont(theme.emphasized(option.font))
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        heading = self._heading(option.widget, index)
        painter.drawText(_facet_rect(option.rect), _WRAPPED, heading)

    def _heading(self, view: object, index: Index) -> str:
        """The facet; when it is closed, also how many of its values are asked for."""
        label, asked = str(index.data()), int(index.data(Role.COUNT))
        if not asked or (isinstance(view, QTreeView) and view.isExpanded(index)):
            return label
        return self.tr("{facet} (%n chosen)", None, asked).format(facet=label)

    def _paint_value(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = index.data(Role.STATE)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
        ink = option.palette.color(group, QPalette.ColorRole.Text)
        self._paint_box(painter, option, state, enabled=enabled)
        font = QFont(option.font)
        font.setStrikeOut(state == EXCLUDED)
        painter.setFont(font)
        painter.setPen(ink)
        count = option.locale.toString(int(index.data(Role.COUNT)))
        painter.drawText(_label_rect(option.rect, option, self._widest), _WRAPPED, str(index.data()))
        painter.setFont(option.font)
        painter.setPen(theme.secondary_text(option.palette) if enabled else ink)
        beside = option.rect.adjusted(0, TIGHT, -TIGHT, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, count)

    def _paint_box(
        self, painter: QPainter, option: QStyleOptionViewItem, state: str, *, enabled: bool
    ) -> None:
        box = QStyleOptionViewItem(option)
        box.rect = _box_rect(option.rect, option)
        box.state = QStyle.StateFlag.State_On if state == CHOSEN else QStyle.StateFlag.State_Off
        if enabled:
            box.state |= QStyle.StateFlag.State_Enabled
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, option.widget
        )
        if state != EXCLUDED:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Text), 2))
        inside = box.rect.adjusted(TIGHT, TIGHT, -TIGHT, -TIGHT)
        painter.drawLine(inside.topLeft(), inside.bottomRight())
        painter.drawLine(inside.topRight(), inside.bottomLeft())
        painter.restore()


def _facet_rect(rect: QRect) -> QRect:
    return rect.adjusted(TIGHT, NEAR, -TIGHT, 0)


def _box_rect(rect: QRect, option: QStyleOptionViewItem) -> QRect:
    style = option.widget.style()
    side = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, option.widget)
    line = QFontMetrics(option.font).height()
    return QRect(rect.left() + TIGHT, rect.top() + TIGHT + (line - side) // 2, side, side)


def _label_rect(rect: QRect, option: QStyleOptionViewItem, count: str) -> QRect:
    right = QFontMetrics(option.font).horizontalAdvance(count) + NEAR + TIGHT
    return rect.adjusted(_box_rect(rect, option).right() - rect.left() + NEAR, TIGHT, -right, 0)


@lru_cache(maxsize=1000)
def _height(font: str, width: int, text: str) -> int:
    """The height of a wrapped text. Every tick lays all rows out anew, and their labels seldom change."""
    described = QFont()
    described.fromString(font)
    return QFontMetrics(described).boundingRect(QRect(0, 0, width, _NO_LIMIT), _WRAPPED, text).height()
