"""Asks where to save a file, and leaves no history of folders behind, as Qt's own dialog would."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

_REMEMBERED = ("FileDialog/history", "FileDialog/lastVisited")


class SaveDialog(QFileDialog):
    """Opened with `open()`; says once which file was chosen."""

    file_chosen = Signal(object)
    """A Path."""

    def __init__(self, name: str, kind: str, parent: QWidget | None = None) -> None:
        """`name` is the file that is proposed, `kind` words it for the list of kinds: "PDF (*.pdf)"."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        super().__init__(parent, "", folder, kind)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        self.selectFile(name)
        self.fileSelected.connect(lambda file: self.file_chosen.emit(Path(file)))
        before = {key: _kept_by_qt().value(key) for key in _REMEMBERED}
        self.destroyed.connect(lambda: _put_back(before))


def _kept_by_qt() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, "QtProject")


def _put_back(before: dict[str, object]) -> None:
    """Qt writes where a file was saved as the last thing its dialog does."""
    settings = _kept_by_qt()
    for key, value in before.items():
        if value is None:
            settings.remove(key)
        else:
            settings.setValue(key, value)
