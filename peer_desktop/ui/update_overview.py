"""Shows on one page what must be known before a bundle is installed, and takes what has to be confirmed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.bundle.difference import ListingChange
from peer_desktop.bundle.preview import Confirmation, Preview
from peer_desktop.directory.language import Language
from peer_desktop.ui import update_words as words
from peer_desktop.ui.crisis_change_card import CrisisChangeCard
from peer_desktop.ui.fact_grid import FactGrid
from peer_desktop.ui.fingerprint_field import fixed_font
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import LargeLabel, PlainField, PlainLabel
from peer_desktop.ui.theme import APART, NEAR, TIGHT, WIDE
from peer_desktop.ui.wording import date_in_words, locale, marked


class UpdateOverview(QScrollArea):
    """Whose bundle it is, what it changes, what to think about; crisis lines before everything else."""

    confirmation_changed = Signal()

    def __init__(
        self,
        preview: Preview,
        kept: Sequence[ListingChange],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._language = language
        self.cards = tuple(CrisisChangeCard(change, language) for change in preview.crisis)
        self.removal = QCheckBox()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its parts take it
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(APART, APART, WIDE, WIDE)
        self._column.setSpacing(NEAR)
        self.title = self._label(
            LargeLabel(marked(preview.title, language), factor=1.5, bold=True, read=True)
        )
        self._label(PlainLabel(self._in_short(), calm=True, read=True))
        self._write_crisis()
        self._write_removal()
        for caution in preview.cautions:
            self._write_beside_sign(words.caution_in_words(caution))
        self._write_changes(kept)
        self._write_origin()
        self._column.addStretch()
        self.setWidget(self._sheet)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keep_in_sight)

    @property
    def confirmation(self) -> Confirmation:
        """What was confirmed so far."""
        typed = tuple(number for card in self.cards for number in card.numbers_typed)
        return Confirmation(self.removal.isChecked(), typed)

    def missing(self) -> Iterator[str]:
        """What has still to be confirmed, a sentence each."""
        confirmation = self.confirmation
        if numbers := confirmation.numbers_missing(self._preview):
            yield self.tr("%n crisis numbers have still to be typed.", None, len(numbers))
        if self._preview.removal_to_confirm and not confirmation.removal:
            yield self.tr("That so many listings go has still to be ticked.")

    def _keep_in_sight(self, _left: QWidget | None, entered: QWidget | None) -> None:
        """Qt scrolls only from part to part, not when the focus comes in from outside."""
        if entered is not None and self._sheet.isAncestorOf(entered):
            self.ensureWidgetVisible(entered)

    def _in_short(self) -> str:
        """Whose it is, how old, and what it does, in one breath."""
        preview, number = self._preview, locale(self._language).toString
        changes = preview.difference
        said = self.tr(
            "From {publisher}, signed. Directory of {day}, serial {serial}. "
            "Listings added: {added}, removed: {removed}, changed: {changed}."
        )
        return said.format(
            publisher=preview.publisher.name,
            day=date_in_words(preview.data_as_of, self._language),
            serial=preview.serial,
            added=number(len(changes.added)),
            removed=number(len(changes.removed)),
            changed=number(len(changes.changed)),
        )

    def _write_crisis(self) -> None:
        if not self.cards:
            return
        self._heading(self.tr("Crisis lines change"))
        self._label(
            PlainLabel(
                self.tr("Compare with a source you trust: a wrong number here costs lives."), read=True
            )
        )
        for card in self.cards:
            card.typed.connect(self.confirmation_changed)
            self._column.addWidget(card)

    def _write_removal(self) -> None:
        difference = self._preview.difference
        if not self._preview.removal_to_confirm:
            return
        self._heading(self.tr("Many listings go"))
        share = locale(self._language).toString(difference.removed_share * 100, "f", 0)
        said = self.tr("{removed} of {before} listings go: {share} %.").format(
            removed=len(difference.removed), before=difference.before, share=share
        )
        self._write_beside_sign(said)
        self.removal.setText(self.tr("Yes, it is meant that they go"))
        self.removal.setAccessibleDescription(said)
        self.removal.toggled.connect(self.confirmation_changed)
        row = QHBoxLayout()
        row.setContentsMargins(TIGHT, 0, 0, 0)
        row.addWidget(self.removal)
        self._column.addLayout(row)

    def _write_changes(self, kept: Sequence[ListingChange]) -> None:
        difference = self._preview.difference
        self._heading(self.tr("What changes"))
        grid = self._grid()
        grid.add(self.tr("Listings"), self._said(self._before_and_after()))
        for caption, changes in (
            (self.tr("Added"), difference.added),
            (self.tr("Removed"), difference.removed),
            (self.tr("Changed"), difference.changed),
        ):
            grid.add(caption, self._said(locale(self._language).toString(len(changes))))
        for table in difference.other_tables:
            if table.added or table.removed or table.changed:
                said = self.tr("{added} added, {removed} removed, {changed} changed")
                said = said.format(added=table.added, removed=table.removed, changed=table.changed)
                grid.add(words.table_in_words(table.file), self._said(said))
        if kept:
            names = "\n".join(marked(change.name, self._language) for change in kept)
            grid.add(self.tr("Kept on the shortlist, and touched"), self._said(names))

    def _before_and_after(self) -> str:
        number = locale(self._language).toString
        difference = self._preview.difference
        said = self.tr("{before} now, {after} after the update")
        return said.format(before=number(difference.before), after=number(difference.after))

    def _write_origin(self) -> None:
        preview, language = self._preview, self._language
        self._heading(self.tr("Whose bundle it is"))
        grid = self._grid()
        publisher = preview.publisher
        answering = (publisher.name, publisher.phone, publisher.email)
        grid.add(self.tr("Publisher"), self._said("\n".join(part for part in answering if part)))
        grid.add(self.tr("Signed with the key"), self._said(preview.key_name))
        print_of_key = PlainField(preview.fingerprint, self.tr("Fingerprint of the key"))
        print_of_key.setFont(fixed_font(self.font()))
        grid.add(self.tr("Fingerprint of the key"), print_of_key)
        grid.add(self.tr("Directory of"), self._said(date_in_words(preview.data_as_of, language)))
        grid.add(self.tr("Fresh until"), self._said(date_in_words(preview.stale_after, language)))
        grid.add(self.tr("Made"), self._said(words.moment_in_words(preview.created_at, language)))
        grid.add(self.tr("Serial"), self._said(str(preview.serial)))
        grid.add(self.tr("Takes the place of"), self._said(self._installed()))
        grid.add(self.tr("Brings"), self._said(self._brings()))
        if preview.notes:
            grid.add(self.tr("Notes"), self._said(marked(preview.notes, language)))
        grid.add(self.tr("Licence"), self._said(preview.licence))
        grid.add(self.tr("Sources"), self._said(preview.sources))

    def _installed(self) -> str:
        now = self._preview.installed
        if now is None:
            return self.tr("Nothing that can be read")
        day = date_in_words(now.data_as_of, self._language)
        if not now.serial:
            said = self.tr("{title}, directory of {day}, which came with the program")
        else:
            said = self.tr("{title}, directory of {day}, serial {serial}")
        return said.format(title=marked(now.title, self._language), day=day, serial=now.serial)

    def _brings(self) -> str:
        preview = self._preview
        lines = [words.megabytes(preview.size, self._language)]
        if preview.carries_map:
            lines.append(self.tr("a map"))
        if preview.documents:
            lines.append(self.tr("%n documents", None, preview.documents))
        return "\n".join(lines)

    def _heading(self, text: str) -> None:
        self._column.addSpacing(NEAR)
        self._label(LargeLabel(text, factor=1.15, bold=True))

    def _grid(self) -> FactGrid:
        grid = FactGrid()
        self._column.addWidget(grid)
        return grid

    def _said(self, text: str) -> PlainLabel:
        return PlainLabel(text, read=True)

    def _label(self, label: PlainLabel) -> PlainLabel:
        label.setMargin(TIGHT)
        self._column.addWidget(label)
        return label

    def _write_beside_sign(self, text: str) -> None:
        sign = QLabel()
        side = round(self.fontMetrics().height() * 1.25)
        sign.setPixmap(icon("triangle-alert", self.palette().windowText().color()).pixmap(side, side))
        sign.setContentsMargins(TIGHT, TIGHT, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        row.addWidget(sign)
        row.addWidget(PlainLabel(text, read=True), 1)
        self._column.addLayout(row)
