"""Says what this program is, where its data comes from and lives, and whose work it stands on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from peer_desktop.credits import read_credits
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Language
from peer_desktop.paths import home_folder, licences_page, package_folder, program_folder, shipped_directory
from peer_desktop.this_build import this_build
from peer_desktop.ui import theme, wording
from peer_desktop.ui.reading_page import ReadingPage

_WIDTH, _HEIGHT = 680, 600


class AboutDialog(QDialog):
    """One page to read, and to copy from."""

    text_copied = Signal(str)

    def __init__(
        self,
        directory: Directory | None,
        language: Language,
        parent: QWidget | None = None,
        *,
        file: Path | None = None,
        open_page: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Peer Desktop"))
        self._language = language
        self._open_page = open_page
        self.page = ReadingPage()
        self.page.text_copied.connect(self.text_copied)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.WIDE, theme.WIDE)
        column.addWidget(self.page)
        column.addWidget(close)
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))
        self._write(directory, file or shipped_directory())

    def _write(self, directory: Directory | None, file: Path) -> None:
        page = self.page
        page.begin("Peer Desktop", self._said_of_build())
        page.text(self.tr("Finds peer support for Veterans and their Families across Canada."))
        page.text(self.tr("It works without internet. Nothing leaves this computer."))
        page.text(self.tr("Nothing about the person at the desk is kept: not the words, not the ticks, "
                          "not what was read."))  # fmt: skip
        page.heading(self.tr("The directory"))
        if directory is None:
            page.text(self.tr("No directory is open."))
        else:
            self._write_facts(directory)
        page.heading(self.tr("Where things are kept"))
        places = (
            self.tr("Directory: {file}").format(file=file),
            self.tr("Settings: {folder}").format(folder=home_folder()),
            self.tr("Program: {folder}").format(folder=package_folder() or program_folder()),
        )
        page.field("\n".join(places), self.tr("Where things are kept"))
        page.heading(self.tr("Made with the work of others"))
        for credit in read_credits():
            use = credit.use.said_in(self._language)
            said = self.tr("{name}: {use} ({licence})")
            page.text(said.format(name=credit.name, use=use, licence=credit.licence))
        if (licences := licences_page()) is not None:
            page.text(self.tr("A page that came with the program holds every licence in its own words. It "
                              "opens in the browser of this computer, without internet."))  # fmt: skip
            page.links([(self.tr("Open the page of licences"), lambda: self._open(licences))], "file-text")
            page.field(str(licences), self.tr("The page of licences"))
        page.end()

    def _open(self, licences: Path) -> None:
        self._open_page(QUrl.fromLocalFile(str(licences)))

    def _said_of_build(self) -> str:
        build = this_build()
        if not build.commit:
            return self.tr("Version {version}").format(version=build.version)
        said = self.tr("Version {version}, build {commit}")
        return said.format(version=build.version, commit=build.commit)

    def _write_facts(self, directory: Directory) -> None:
        page, facts = self.page, directory.facts
        day = wording.date_in_words(facts.data_as_of, self._language)
        page.text(wording.marked(facts.title, self._language))
        page.text(self.tr("%n listings", None, directory.size))
        page.text(self.tr("Last worked on: {date}").format(date=day))
        page.text(self.tr("Licence: {licence}").format(licence=facts.licence))
        page.text(self.tr("With data of: {credits}").format(credits=facts.credits), calm=True)
