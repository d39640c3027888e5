"""A dialog in which the Enter key confirms nothing, and a question that is asked in one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.ui.crisis_bar import CrisisBar
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import PlainLabel
from peer_desktop.ui.spoken import announce
from peer_desktop.ui.theme import APART, NEAR, WIDE

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH, _HEIGHT = 560, 240
_USUAL_LINE = 17
"""Pixels of a line of text at 100 %."""
_ENOUGH = 0.7
"""With less of its height than this a dialog would not be usable below the crisis lines."""


class CarefulDialog(QDialog):
    """Enter leads from a line to what follows, and presses the button it stands on unless that one confirms.

    On a text that is read it presses the default button, which is always the one that changes nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._confirming: list[QPushButton] = []

    def confirming(self, button: QPushButton) -> QPushButton:
        """Make this a button that only the space bar, its letter or the mouse press."""
        button.setAutoDefault(False)
        self._confirming.append(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QLineEdit):
            self.focusNextChild()
        elif isinstance(focused, QPushButton):
            if focused in self._confirming:
                announce(focused, self.tr("Press the space bar to confirm."))
            else:
                focused.click()
        elif focused is None or isinstance(focused, QLabel):
            super().keyPressEvent(event)


class Question(CarefulDialog):
    """Something that cannot be meant by accident. The answer that changes nothing is the default."""

    agreed = Signal()

    def __init__(self, title: str, sentences: Sequence[str], yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.yes = self.confirming(QPushButton(yes))
        self.yes.clicked.connect(self.agreed)
        self.yes.clicked.connect(self.accept)
        self.no = QPushButton(self.tr("Cancel"))
        self.no.setDefault(True)
        self.no.clicked.connect(self.reject)
        sign = PlainLabel()
        side = round(self.fontMetrics().height() * 1.5)
        sign.setPixmap(icon("triangle-alert", self.palette().windowText().color()).pixmap(side, side))
        text = QVBoxLayout()
        text.setSpacing(NEAR)
        for position, sentence in enumerate(sentences):
            text.addWidget(PlainLabel(sentence, bold=not position, read=True))
        top = QHBoxLayout()
        top.setSpacing(APART)
        top.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(text, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(NEAR)
        buttons.addStretch()
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        column.setSpacing(WIDE)
        column.addLayout(top)
        column.addStretch()
        column.addLayout(buttons)
        self.no.setFocus()
        fit(self, _WIDTH, _HEIGHT)


def fit(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog this size, more with large text, and leave in view whom to call in a crisis."""
    room = dialog.screen().availableGeometry()
    more = max(1.0, dialog.fontMetrics().height() / _USUAL_LINE)
    size = QSize(round(width * more), round(height * more)).boundedTo(room.size())
    parent = dialog.parentWidget()
    window = parent.window() if parent else None
    lines = window.findChild(CrisisBar) if window else None
    if window is not None and lines is not None and window.isVisible():
        below = lines.mapToGlobal(QPoint(0, lines.height())).y()
        left = window.geometry().center().x() - size.width() // 2
        left = max(room.left(), min(left, room.right() + 1 - size.width()))
        if room.bottom() + 1 - below >= size.height() * _ENOUGH:
            size.setHeight(min(size.height(), room.bottom() + 1 - below))
            dialog.move(left, below)
    dialog.resize(size)
