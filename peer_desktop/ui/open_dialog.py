"""Asks for a file to open, and leaves no history of folders behind, as Qt's own dialog would."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from peer_desktop.ui.save_dialog import SaveDialog


class OpenDialog(SaveDialog):
    """Opened with `open()`; says once which file was chosen."""

    def __init__(self, title: str, kind: str, folder: Path | None, parent: QWidget | None = None) -> None:
        """`kind` words it for the list of kinds: "Bundles (*.peerbundle)"; None begins in the documents."""
        super().__init__("", kind, parent)
        self.setWindowTitle(title)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        if folder is not None:
            self.setDirectory(str(folder))
