"""Brings in a newer directory step by step: choose a bundle, watch it being checked, look, install."""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from peer_desktop.bundle.drives import SUFFIX
from peer_desktop.bundle.install_kind import Installation
from peer_desktop.bundle.preview import Preview
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem
from peer_desktop.models.opened import Opened
from peer_desktop.models.update import Phase, Update, UpdateState
from peer_desktop.ui.bundle_drops import BundleDrops
from peer_desktop.ui.careful_dialog import CarefulDialog, fit
from peer_desktop.ui.facet_words import FacetLabels
from peer_desktop.ui.open_dialog import OpenDialog
from peer_desktop.ui.removable_drives import RemovableDrives
from peer_desktop.ui.save_dialog import SaveDialog
from peer_desktop.ui.update_choosing import UpdateChoosing
from peer_desktop.ui.update_outcome import UpdateOutcome
from peer_desktop.ui.update_preview import UpdatePreview
from peer_desktop.ui.update_progress import UpdateProgress
from peer_desktop.ui.wording import date_in_words, marked

_WIDTH, _HEIGHT = 900, 600

KeptIds = Callable[[], Collection[str]]
"""The ids of the listings on the shortlist."""


class UpdateDialog(CarefulDialog):
    """A page for every phase of an Update; it decides nothing itself. Closing it leaves nothing behind."""

    keys_wanted = Signal()
    history_wanted = Signal()

    def __init__(
        self,
        update: Update,
        installation: Installation,
        opened: Opened,
        drives: RemovableDrives,
        language: Language,
        parent: QWidget | None = None,
        *,
        kept: KeptIds = frozenset,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Update directory"))
        self._update = update
        self._may = installation.writable
        self._language = language
        self._opened = opened
        self._kept = kept
        self.choosing = UpdateChoosing(installation, self._now(opened), language)
        self.progress = UpdateProgress()
        self.preview: UpdatePreview | None = None
        self.outcome = UpdateOutcome(language)
        self._drives = drives
        self._drops = BundleDrops(self)
        self._pages = QStackedLayout(self)
        for page in (self.choosing, self.progress, self.outcome):
            self._pages.addWidget(page)
        self._connect()
        self._show(update.state)
        fit(self, _WIDTH, _HEIGHT)

    def begin(self, file: Path) -> None:
        """Look at this bundle, unless another one is under way."""
        if self._may and self._update.state.phase in (Phase.CHOOSING, Phase.ENDED):
            self._update.begin(file)

    def reject(self) -> None:
        """Cancel whatever can be cancelled; what is current is never left half changed."""
        phase = self._update.state.phase
        if phase is Phase.CHANGING:
            return
        if phase is Phase.PREPARING:
            self._update.stop()
            return
        self._update.start_over()
        self._drives.watch(False)
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing behind; a window that goes takes this with it in any case."""
        if self._update.state.phase is Phase.PREPARING:
            self._update.start_over()
        self.reject()
        event.setAccepted(not self.isVisible())

    def _connect(self) -> None:
        self._update.state_changed.connect(self._show)
        self._update.preview_saved.connect(self._say_saved)
        self._update.failed.connect(self._say_failed)
        self._drives.found.connect(self.choosing.show_bundles)
        self._drops.bundle_dropped.connect(self.begin)
        self.choosing.file_chosen.connect(self.begin)
        self.choosing.other_file_wanted.connect(self._choose_file)
        self.choosing.cancel_wanted.connect(self.reject)
        self.progress.cancel_wanted.connect(self.reject)
        self.outcome.close_wanted.connect(self.reject)
        self.outcome.other_bundle_wanted.connect(self._update.start_over)
        self.outcome.keys_wanted.connect(self.keys_wanted)
        self.outcome.history_wanted.connect(self.history_wanted)

    def _show(self, state: UpdateState) -> None:
        """Turn to the page of this phase."""
        self._drives.watch(self._may and state.phase is Phase.CHOOSING)
        if state.phase is Phase.CHOOSING:
            self._turn_to(self.choosing)
            self.choosing.take_focus()
        elif state.phase in (Phase.PREPARING, Phase.CHANGING):
            self.progress.show_state(state)
            if self._turn_to(self.progress):
                self.progress.take_focus()
        elif state.phase is Phase.DECIDING and state.preview is not None:
            self._show_preview(state.preview)
        elif state.outcome is not None:
            self.outcome.show_outcome(state.outcome)
            self._turn_to(self.outcome)
            self.outcome.take_focus()

    def _show_preview(self, preview: Preview) -> None:
        directory: Directory | None = self._opened.directory
        labels = FacetLabels(directory.facets if directory else ())
        page = UpdatePreview(preview, labels, preview.touches(self._kept()), self._language)
        page.install_wanted.connect(self._update.install)
        page.cancel_wanted.connect(self.reject)
        page.saving_wanted.connect(self._choose_where_to_save)
        self.confirming(page.install)
        self.preview = page
        self._pages.addWidget(page)
        self._turn_to(page)
        page.take_focus()

    def _turn_to(self, page: QWidget) -> bool:
        """Show a page; false when it is shown already. A preview that is left is forgotten."""
        if self._pages.currentWidget() is page:
            return False
        self._pages.setCurrentWidget(page)
        if self.preview is not None and page is not self.preview:
            self._pages.removeWidget(self.preview)
            self.preview.deleteLater()
            self.preview = None
        return True

    def _choose_file(self) -> None:
        bundles = self.tr("Bundles of Peer Desktop (*{ending})").format(ending=SUFFIX)
        dialog = OpenDialog(self.tr("Choose a bundle"), bundles, None, self)
        dialog.file_chosen.connect(self.begin)
        dialog.open()

    def _choose_where_to_save(self) -> None:
        dialog = SaveDialog(self.tr("what-changes.txt"), self.tr("Text (*.txt)"), self)
        dialog.file_chosen.connect(lambda file: self._update.save_preview(file, self._language))
        dialog.open()

    def _say_saved(self, file: Path) -> None:
        if self.preview is not None:
            self.preview.say(self.tr("Saved: {file}").format(file=file))

    def _say_failed(self, problem: Problem) -> None:
        if self.preview is not None:
            self.preview.say(problem.said_in(self._language))

    def _now(self, opened: Opened) -> str:
        """What is in use."""
        directory, receipt = opened.directory, opened.current.receipt
        if directory is None:
            return self.tr("No directory can be read now.")
        facts = directory.facts
        said = self.tr("In use now: {title}, directory of {day}, %n listings.", None, directory.size)
        if receipt is not None:
            said = self.tr(
                "In use now: {title}, directory of {day}, serial {serial}, %n listings.", None, directory.size
            )
        serial = receipt.serial if receipt else 0
        day = date_in_words(facts.data_as_of, self._language)
        return said.format(title=marked(facts.title, self._language), day=day, serial=serial)
