"""Paints controls as Fusion does, with edges and a focus that can be seen, in sizes that follow the text."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

from peer_desktop.ui import colours

_Element = QStyle.PrimitiveElement
_State = QStyle.StateFlag
_Metric = QStyle.PixelMetric
_Contents = QStyle.ContentsType

_LEAST_TARGET = 24
_RING = 2
_CORNER = 3.0

_EDGED = frozenset(
    {
        _Element.PE_PanelLineEdit,
        _Element.PE_PanelButtonCommand,
        _Element.PE_IndicatorCheckBox,
        _Element.PE_IndicatorItemViewItemCheck,
        _Element.PE_IndicatorRadioButton,
    }
)
_FRAMES = frozenset({_Element.PE_Frame, _Element.PE_FrameTabWidget, _Element.PE_FrameMenu})
_ICON_SIZES = frozenset(
    {
        _Metric.PM_SmallIconSize,
        _Metric.PM_ButtonIconSize,
        _Metric.PM_TabBarIconSize,
        _Metric.PM_ListViewIconSize,
    }
)
_GROWING = frozenset(
    {
        _Metric.PM_IndicatorWidth,
        _Metric.PM_IndicatorHeight,
        _Metric.PM_ExclusiveIndicatorWidth,
        _Metric.PM_ExclusiveIndicatorHeight,
        _Metric.PM_ScrollBarExtent,
    }
)
_AIR = 8
"""Pixels of room on both sides of an icon together: it is painted in the middle of its room."""
_INDENT = 2
"""Pixels by which words in fields and headings move to where the words of rows begin."""
_LABELS = frozenset({QStyle.ControlElement.CE_PushButtonLabel, QStyle.ControlElement.CE_ToolButtonLabel})
_CLICKED = frozenset(
    {
        _Contents.CT_PushButton,
        _Contents.CT_ToolButton,
        _Contents.CT_CheckBox,
        _Contents.CT_RadioButton,
        _Contents.CT_ComboBox,
        _Contents.CT_LineEdit,
        _Contents.CT_ItemViewItem,
        _Contents.CT_MenuItem,
        _Contents.CT_TabBarTab,
        _Contents.CT_HeaderSection,
    }
)


class PlainStyle(QProxyStyle):
    """Fusion whose edges reach 3:1, whose focus is a ring of two pixels, whose targets are large enough."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._percent = 100

    def enlarge(self, percent: int) -> None:
        """Let boxes to tick, icons and scroll bars grow with the text."""
        self._percent = percent

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Give icons 16 pixels at 100 %, and lists room for the ring."""
        if metric in _ICON_SIZES:
            return 16 * self._percent // 100
        if metric == _Metric.PM_DefaultFrameWidth and isinstance(widget, QAbstractScrollArea):
            return _RING  # room for the focus ring around the viewport
        size = super().pixelMetric(metric, option, widget)
        return size * self._percent // 100 if metric in _GROWING else size

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Make what is clicked at least 24 pixels high."""
        # The published types forget that there may be no widget.
        wanted = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if _has_icon_and_words(option):
            wanted.setWidth(wanted.width() + _AIR)
        return wanted.expandedTo(QSize(0, _LEAST_TARGET)) if kind in _CLICKED else wanted

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        """Leave air between the edge of a field and its words."""
        rect = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        is_field = element == QStyle.SubElement.SE_LineEditContents
        return rect.adjusted(_INDENT, 0, -_INDENT, 0) if is_field else rect

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Add edges and the ring to what Fusion paints."""
        if element == _Element.PE_FrameFocusRect:
            on_a_selected_row = isinstance(widget, QAbstractItemView) and option.state & _State.State_Selected
            role = QPalette.ColorRole.HighlightedText if on_a_selected_row else QPalette.ColorRole.Accent
            rect = widget.rect() if isinstance(widget, QToolButton) else option.rect
            _outline(rect, painter, QPen(option.palette.color(role), _RING))
            return
        super().drawPrimitive(element, option, painter, widget)
        if element in _EDGED:
            _draw_edge_and_focus(element, option, painter, widget)
        elif element in _FRAMES:
            if element == _Element.PE_Frame and option.state & _State.State_HasFocus:
                _draw_ring(option.rect, option, painter)
            elif isinstance(widget, QPlainTextEdit) or colours.is_high_contrast(option.palette):
                # Fusion's own outline cannot be seen in the dark, and is black on black in high contrast
                _outline(option.rect, painter, QPen(colours.frame(option.palette), 1))

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Mark the tab in front by a line, not by shade alone, and give icons air before their words."""
        if element in _LABELS and _has_icon_and_words(option):
            option = type(option)(option)
            option.iconSize = option.iconSize + QSize(_AIR, 0)  # type: ignore[attr-defined]
        elif element == QStyle.ControlElement.CE_HeaderLabel:
            option = type(option)(option)
            option.rect = option.rect.adjusted(_INDENT, 0, 0, 0)
        super().drawControl(element, option, painter, widget)
        if element == QStyle.ControlElement.CE_TabBarTabShape and option.state & _State.State_Selected:
            line = QRect(option.rect.left() + 1, option.rect.top(), option.rect.width() - 2, 3)
            painter.fillRect(line, option.palette.color(QPalette.ColorRole.Accent))

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Give boxes to choose from one edge around text and arrow, and scroll bars a slider to be seen."""
        super().drawComplexControl(control, option, painter, widget)
        if control in (QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox):
            _outline(option.rect, painter, QPen(colours.frame(option.palette), 1))
            if option.state & _State.State_HasFocus:
                _draw_ring(option.rect, option, painter)
        elif control == QStyle.ComplexControl.CC_ScrollBar:
            part = QStyle.SubControl.SC_ScrollBarSlider
            slider = self.subControlRect(control, option, part, widget)  # type: ignore[arg-type]
            _outline(slider, painter, QPen(colours.frame(option.palette), 1))


def _has_icon_and_words(option: QStyleOption) -> bool:
    if isinstance(option, QStyleOptionToolButton):
        beside = option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        return beside and bool(option.text) and not option.icon.isNull()
    return isinstance(option, QStyleOptionButton) and bool(option.text) and not option.icon.isNull()


def _draw_edge_and_focus(
    element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None
) -> None:
    is_field = element == _Element.PE_PanelLineEdit
    if is_field and widget is not None and isinstance(widget.parent(), QComboBox | QAbstractSpinBox):
        return  # the control around it has the edge
    is_round = element == _Element.PE_IndicatorRadioButton
    _outline(option.rect, painter, QPen(colours.frame(option.palette), 1), is_round=is_round)
    if not option.state & _State.State_HasFocus:
        return
    by_keyboard = option.state & _State.State_KeyboardFocusChange
    is_button = element == _Element.PE_PanelButtonCommand and not isinstance(widget, QToolButton)
    if is_field or (is_button and by_keyboard):
        _draw_ring(option.rect, option, painter)


def _draw_ring(rect: QRect, option: QStyleOption, painter: QPainter) -> None:
    _outline(rect, painter, QPen(option.palette.color(QPalette.ColorRole.Accent), _RING))


def _outline(rect: QRect, painter: QPainter, pen: QPen, *, is_round: bool = False) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = pen.widthF() / 2
    inside = QRectF(rect).adjusted(half, half, -half, -half)
    if is_round:
        painter.drawEllipse(inside)
    else:
        painter.drawRoundedRect(inside, _CORNER, _CORNER)
    painter.restore()
