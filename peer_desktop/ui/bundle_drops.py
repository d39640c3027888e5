"""Takes a bundle that is dropped anywhere on a window, before a line for words takes it for text."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from peer_desktop.bundle.drives import SUFFIX

_MOVES = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class BundleDrops(QObject):
    """Watches the window of the system, to which everything is dropped first."""

    bundle_dropped = Signal(object)
    """A Path."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)  # the window of the system is made when the widget is shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is one bundle; leave everything else to whoever it is for."""
        if watched is self._window:
            handle = self._window.windowHandle()
            if event.type() == QEvent.Type.Show and handle is not None:
                handle.removeEventFilter(self)
                handle.installEventFilter(self)
            return False
        if event.type() in _MOVES and isinstance(event, QDragMoveEvent):
            if _bundle_in(event.mimeData()) is None:
                return False
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            if (file := _bundle_in(event.mimeData())) is None:
                return False
            event.acceptProposedAction()
            self.bundle_dropped.emit(file)
            return True
        return False


def _bundle_in(dragged: QMimeData) -> Path | None:
    """The one file, when it is named as bundles are."""
    files = [url.toLocalFile() for url in dragged.urls()]
    if len(files) != 1 or not files[0].lower().endswith(SUFFIX):
        return None
    return Path(files[0])
