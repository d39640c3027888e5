"""Catches what no part expected: writes where it happened, without a word of what was typed, and says so."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

log = logging.getLogger(__name__)


def where_it_happened(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of error and the places it passed; never its message or a variable, which may hold words."""
    places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([kind.__name__, *places])


class CrashCatcher(QObject):
    """Takes the place of `sys.excepthook` while the program runs."""

    _caught = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._caught.connect(self._say, Qt.ConnectionType.QueuedConnection)
        self._said = False

    def start(self) -> None:
        """From now on, errors are logged and said once."""
        sys.excepthook = self._catch

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        place = where_it_happened(kind, trace)
        log.error("Unexpected error\n%s", place)
        self._caught.emit(place)

    def _say(self, place: str) -> None:
        if self._said:
            return
        self._said = True
        box = QMessageBox(QMessageBox.Icon.Warning, "Peer Desktop", "", parent=QApplication.activeWindow())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(
            self.tr(
                "Something in the program went wrong. The directory is unharmed and you can go on; "
                "if the window behaves oddly, close it and open it again."
            )
        )
        box.setDetailedText(place)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
