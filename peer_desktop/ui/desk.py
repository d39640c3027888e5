"""Keeps the desk between two people: forgets the one who left, hides what a passer-by should not see."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget

from peer_desktop.ui.copied_texts import CopiedTexts
from peer_desktop.ui.cover import Cover
from peer_desktop.ui.desk_buttons import DeskButtons
from peer_desktop.ui.idle_watch import IdleWatch
from peer_desktop.ui.lone_shift import LoneShift
from peer_desktop.ui.notice import Notice


class Part(Protocol):
    """A part of the window that may hold something of a person."""

    def clear(self) -> None:
        """Look as at the start."""


class Desk(QObject):
    """Everything that forgets is asked here, in one order."""

    covered = Signal(bool)
    """Whether the neutral screen is in front now."""

    def __init__(self, window: QMainWindow, app: QApplication, notice: Notice, idle_minutes: int) -> None:
        super().__init__(window)
        self._window = window
        self._notice = notice
        self._parts: Callable[[], list[Part]] = list
        self.copied = CopiedTexts(QGuiApplication.clipboard())
        self.cover = Cover(window)
        self.buttons = DeskButtons()
        self._idle = IdleWatch(app, self, idle_minutes=idle_minutes)
        self._shift = LoneShift(app, self)
        self._connect()

    def consists_of(self, parts: Callable[[], list[Part]]) -> None:
        """What is to be cleared; asked each time, for a directory may have come meanwhile."""
        self._parts = parts

    def clear(self) -> None:
        """Forget the person at the desk: what was searched, ticked, read, kept and copied."""
        while popup := QApplication.activePopupWidget():
            popup.close()
        self.copied.forget()
        self.cover.forget_dialogs()
        for dialog in self._window.findChildren(QWidget):
            if dialog.isWindow() and dialog.isVisible():
                dialog.close()
        QToolTip.hideText()
        self._notice.hide()
        for part in self._parts():
            part.clear()
        self._idle.watch(False)

    def allow_minutes(self, minutes: int) -> None:
        """How long nobody may be there before the desk is cleared."""
        self._idle.allow(minutes)

    def _connect(self) -> None:
        self.buttons.clearing_wanted.connect(self.clear)
        self.buttons.hiding_wanted.connect(self.cover.drop)
        self.cover.covered.connect(self.covered)
        self._shift.pressed_three_times.connect(self.cover.drop)
        self._idle.warned.connect(self._warn)
        self._idle.returned.connect(self._notice.hide)
        self._idle.left.connect(self.clear)

    def _warn(self) -> None:
        self._notice.say(
            self.tr("Nobody has used this window for a while. In half a minute the desk is cleared."),
            self.tr("Stay"),
        )
