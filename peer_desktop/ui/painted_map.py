"""Shows the map without the web engine: the same tiles, painted; moved and asked by mouse and keyboard."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from peer_desktop.ui.map_buttons import MapButtons
from peer_desktop.ui.map_colours import map_colours
from peer_desktop.ui.map_content import MapContent, MapLook
from peer_desktop.ui.map_drawing import draw_credit
from peer_desktop.ui.map_frame import MapFrame
from peer_desktop.ui.map_groups import APART, Group, members_of
from peer_desktop.ui.map_picture import GroundPicture
from peer_desktop.ui.map_pin_board import PinBoard
from peer_desktop.ui.map_sight import MapSight
from peer_desktop.ui.map_sources import MapSources
from peer_desktop.ui.map_words import map_words

STEP = 80
"""Pixels that an arrow key moves the map."""
MOST_IN_LIST = 60
MOST_GROWTH = 1.6
"""Pins and buttons grow with the text up to this: more would cover the map."""
ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PaintedMap(QWidget):
    """The fall-back map. Arrow keys move it, Enter goes to the pins, arrows then walk from pin to pin."""

    listing_activated = Signal(int)
    drawn = Signal()

    def __init__(self, sources: MapSources, look: MapLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = GroundPicture(sources.grounds())
        self._credits = sources.credits_shown
        self._look = look
        self._pins = PinBoard()
        self._sight = MapSight(sources.closest)
        self._grasp: QPointF | None = None
        self._dragged = False
        self._activated: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(120, 100)
        self._buttons = MapButtons(self)
        self._buttons.zoomed.connect(self._zoom_by)
        self._buttons.all_asked.connect(self.fit)
        self.show_look(look)

    @property
    def frame_shown(self) -> MapFrame:
        """What is in view."""
        return self._sight.frame

    def show_content(self, content: MapContent) -> None:
        """Show these points; look at all of them when they are others than before."""
        before = self._pins.content
        self._pins.show(content)
        other_origin = (content.origin, content.within_km) != (before.origin, before.within_km)
        if other_origin or not content.has_listings_of(before):
            self.fit()
        if self._pins.chosen >= 0 and content.chosen not in (before.chosen, self._activated):
            self._sight.bring_into_view(content, self._pins.chosen)
        self._activated = None
        self.update()

    def show_look(self, look: MapLook) -> None:
        """Language, colours and size of text, at once."""
        self._look = look
        self.setAccessibleName(map_words()["painted_map"])
        self._pins.grow = min(MOST_GROWTH, look.text_scale)
        self._buttons.say_words()
        self._buttons.grow(self._pins.grow)
        self.update()

    def shut_down(self) -> None:
        """Nothing is left behind."""

    def fit(self) -> None:
        """Look at everything found."""
        self._sight.fit(self._pins.content)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground from its picture, the pins anew."""
        colours = map_colours(dark=self._look.dark)
        frame = self._sight.frame
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colours["water"])
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(*self._ground.of(frame, self._look, self.size(), ratio, dragged=self._dragged))
        self._pins.paint(painter, frame, self._look, colours)
        draw_credit(painter, QRectF(self.rect()), colours, self._credits, min(1.25, self._pins.grow))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colours["focus"])
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
            painter.drawRect(self.rect().adjusted(2, 2, -3, -3))
        painter.end()
        QTimer.singleShot(0, self, self.drawn.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size shows more or less of the same."""
        self._sight.resized(event.size().width(), event.size().height(), self._pins.content)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        self._grasp, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map, or say what is under the mouse."""
        if self._grasp is not None and event.buttons() & Qt.MouseButton.LeftButton:
            step = self._grasp - event.position()
            if self._dragged or step.manhattanLength() > 4:
                self._dragged = True
                self._grasp = event.position()
                self._sight.shift(step.x(), step.y())
                self.update()
            return
        under = self._pins.at(event.position(), self.frame_shown)
        if under != self._pins.looked_at:
            self._pins.looked_at = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a pin opens it."""
        clicked = None if self._dragged else self._pins.at(event.position(), self.frame_shown)
        self._grasp, self._dragged = None, False
        self.update()
        if clicked:
            self._activate(clicked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse."""
        if event.angleDelta().y():
            at = event.position()
            self._zoom_by(1 if event.angleDelta().y() > 0 else -1, at.x(), at.y())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything the mouse does."""
        key = event.key()
        current = self._pins.current
        if key in ARROWS and current:
            self._go_to_pin(self._pins.nearest(self.frame_shown, ARROWS[key]) or current)
        elif key in ARROWS:
            right, down = ARROWS[key]
            self._sight.shift(right * STEP, down * STEP)
            self.update()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self._zoom_by(-1)
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if current:
                self._activate(current)
            else:
                self._go_to_pin(self._pins.nearest(self.frame_shown, None))
        elif key == Qt.Key.Key_Escape and current:
            self._go_to_pin(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard leaves the pins with the map."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._pins.current = None
        super().focusOutEvent(event)
        self.update()

    def _activate(self, group: Group) -> None:
        if group.count == 1:
            self._tell_activated(int(self._pins.content.points.numbers[group.index]))
        elif group.width * 256 * 2**self._sight.closest < APART:
            self._open_list(group)
        else:
            had_current = self._pins.current is not None
            self._sight.open(group)
            self._go_to_pin(self._pins.nearest(self.frame_shown, None) if had_current else None)

    def _tell_activated(self, number: int) -> None:
        """A pin that was picked here is in view already: the map need not move to it."""
        self._activated = number
        self.listing_activated.emit(number)

    def _open_list(self, group: Group) -> None:
        """Several listings on one spot: a menu of their names."""
        content = self._pins.content
        numbers = [int(content.points.numbers[i]) for i in members_of(group, self._pins.world)]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self._pins.name(group, self._look))
        for number, name in zip(numbers[:MOST_IN_LIST], content.names(numbers[:MOST_IN_LIST]), strict=True):
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, number=number: self._tell_activated(number))
        x = group.x * self.frame_shown.scale - self.frame_shown.left
        y = group.y * self.frame_shown.scale - self.frame_shown.top
        menu.popup(self.mapToGlobal(QPoint(round(x), round(y))))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def _go_to_pin(self, group: Group | None) -> None:
        self._pins.current = group
        if group:
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self, self._pins.name(group, self._look))
            )
        self.update()

    def _zoom_by(self, steps: int, x: float | None = None, y: float | None = None) -> None:
        self._sight.zoom_by(steps, x, y)
        self.update()
