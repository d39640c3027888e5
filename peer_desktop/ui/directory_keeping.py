"""Leads from the File menu to a newer directory, to those before it and to the keys of publishers."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from peer_desktop.bundle.install_kind import installation
from peer_desktop.directory.language import Language
from peer_desktop.models.opened import Opened
from peer_desktop.ui.activation_watch import ActivationWatch
from peer_desktop.ui.bundle_drops import BundleDrops

if TYPE_CHECKING:
    from peer_desktop.models.trusted_keys import TrustedKeys
    from peer_desktop.models.update import Update
    from peer_desktop.ui.removable_drives import RemovableDrives
    from peer_desktop.ui.update_dialog import UpdateDialog


class DirectoryKeeping(QObject):
    """What an administrator needs. It is loaded when it is first asked for: the window opens without it."""

    directory_opened = Signal(object)
    """Opened: every pane should show it."""
    bundle_dropped = Signal(object)
    """A Path."""

    def __init__(self, window: QWidget, today: date) -> None:
        super().__init__(window)
        self._window = window
        self._installation = installation()
        self._today = today
        self._update: Update | None = None
        self._keys: TrustedKeys | None = None
        self._drives: RemovableDrives | None = None
        self._dialog: UpdateDialog | None = None
        self._shown: Path | None = None
        self._drops = BundleDrops(window)
        self._drops.bundle_dropped.connect(self.bundle_dropped)
        self._watch = ActivationWatch(self._installation.store, self)
        self._watch.changed.connect(self._look_again)

    def note_shown(self, opened: Opened) -> None:
        """The window shows this now."""
        self._shown = opened.current.path if opened.is_installed else None
        self._watch.look_for_folder()

    def open_update(
        self,
        opened: Opened,
        language: Language,
        kept: Callable[[], Collection[str]],
        file: Path | None = None,
    ) -> None:
        """Update directory…; with a file, that one is looked at."""
        from peer_desktop.ui.removable_drives import RemovableDrives
        from peer_desktop.ui.update_dialog import UpdateDialog

        if self._dialog is None:
            self._drives = self._drives or RemovableDrives(self)
            dialog = UpdateDialog(
                self._updating(), self._installation, opened, self._drives, language, self._window, kept=kept
            )
            dialog.keys_wanted.connect(lambda: self.open_keys(language))
            dialog.history_wanted.connect(lambda: self._go_on_to_history(language))
            dialog.finished.connect(self._forget_dialog)
            self._dialog = dialog
            dialog.open()
        if file is not None:
            self._dialog.begin(file)

    def open_history(self, language: Language) -> None:
        """Data history…"""
        from peer_desktop.ui.data_history_dialog import DataHistoryDialog

        DataHistoryDialog(self._updating(), self._installation, language, self._window).open()

    def open_keys(self, language: Language) -> None:
        """Trusted keys…"""
        from peer_desktop.bundle.program import Program
        from peer_desktop.models.trusted_keys import TrustedKeys
        from peer_desktop.ui.keys_dialog import KeysDialog

        self._keys = self._keys or TrustedKeys(self._installation.store, Program.this, self)
        KeysDialog(self._keys, self._installation, language, self._dialog or self._window).open()

    def shut_down(self) -> None:
        """Call before the window goes: nothing half done is left."""
        for part in (self._update, self._keys, self._drives):
            if part is not None:
                part.shut_down()

    def _updating(self) -> "Update":
        from peer_desktop.bundle.program import Program
        from peer_desktop.models.update import Update

        if self._update is None:
            self._update = Update(self._installation.store, Program.this, self._today, self)
            self._update.directory_opened.connect(self.directory_opened)
        return self._update

    def _look_again(self) -> None:
        if self._shown is not None:
            self._updating().look_again(self._shown)

    def _go_on_to_history(self, language: Language) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self.open_history(language)

    def _forget_dialog(self) -> None:
        self._dialog = None
