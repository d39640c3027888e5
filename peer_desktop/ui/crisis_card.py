"""Shows one number to call or text, large, with the lines that answer on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QStyle,
    QStyleOptionFocusRect,
    QVBoxLayout,
    QWidget,
)

from peer_desktop.directory.crisis_lines import SharedNumber, keywords
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import CrisisLine, Phone
from peer_desktop.ui import crisis_words, theme, wording
from peer_desktop.ui.copy_button import CopyButton
from peer_desktop.ui.flow import FlowLayout
from peer_desktop.ui.icons import icon
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel

_LARGE = 1.6
_ONE_LINE = 32
"""Letters that stay on one line."""


class CrisisCard(QFrame):
    """One number with the lines behind it. The Tab key reaches it; a screen reader reads it whole."""

    text_copied = Signal(str)

    def __init__(self, shared: SharedNumber, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared = shared
        self._language = language
        self._said: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.APART, theme.APART, theme.APART, theme.APART)
        self._column.setSpacing(theme.TIGHT)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        for way, phone in self._ways().items():
            self._add_way(way, phone)
        for line in shared.lines:
            self._add_line(line)
        self._column.addSpacing(theme.TIGHT)
        self._add_facts()
        self.setAccessibleName(" ".join(part if part.endswith(".") else f"{part}." for part in self._said))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the focus ring, which a frame has none of."""
        super().paintEvent(event)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, QPainter(self), self
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _ways(self) -> dict[str, Phone]:
        """What to do, in words, for every number; calling and texting the same number is one way."""
        phones = self.shared.phones
        texted = {phone.number for phone in phones if phone.kind == "text"}
        called = {phone.number for phone in phones if phone.kind in ("voice", "toll-free")}
        ways: dict[str, Phone] = {}
        for phone in phones:
            if phone.number in texted & called:
                ways.setdefault(self.tr("Call or text {number}").format(number=phone), phone)
            elif phone.kind == "text":
                ways[self._texting(phone)] = phone
            elif phone.kind == "tty":
                ways[self.tr("TTY {number}").format(number=phone)] = phone
            else:
                ways[str(phone)] = phone
        return ways

    def _texting(self, phone: Phone) -> str:
        words = tuple(dict.fromkeys(word for line in self.shared.lines for word in keywords(line)))
        if not words or (len(words) > 1 and phone.note):  # the note says which word is for whom
            return self.tr("Text {number}").format(number=phone)
        if len(words) == 1:
            return self.tr("Text {word} to {number}").format(word=words[0], number=phone)
        said = self.tr("Text to {number} one of these words: {words}")
        return said.format(number=phone, words=", ".join(words))

    def _add_way(self, way: str, phone: Phone) -> None:
        note = wording.marked(phone.note, self._language)
        said = f"{way} ({note})" if note else way
        self._said.append(said)
        is_first = len(self._said) == 1
        label = LargeLabel(said, factor=_LARGE if is_first else 1.2, bold=is_first)
        self._add_to_copy(label, str(phone))

    def _add_line(self, line: CrisisLine) -> None:
        self._column.addSpacing(theme.TIGHT)
        self._add(wording.marked(line.name, self._language), bold=True)
        self._add(wording.marked(line.description, self._language))
        if line.audience:
            self._add(self.tr("For: {people}").format(people=crisis_words.audience_in_words(line.audience)))

    def _add_facts(self) -> None:
        lines = self.shared.lines
        hours = wording.marked(lines[0].hours, self._language) or self.tr("not stated")
        languages = crisis_words.languages_in_words(lines[0].languages) or self.tr("not stated")
        self._add(self.tr("Hours: {hours}").format(hours=hours))
        self._add(self.tr("Languages: {languages}").format(languages=languages))
        self._add(self.tr("Serves: {area}").format(area=crisis_words.coverage_in_words(lines[0].coverage)))
        for line in lines:
            if line.chat_url:
                self._add_address(self.tr("Chat: {address}").format(address=line.chat_url), line.chat_url)
            if line.email:
                self._add_address(self.tr("E-mail: {address}").format(address=line.email), line.email)
        self._add(self._source(), calm=True)
        if self.shared.seen_once:
            self._add(self.tr("Seen on one page only: dial it to check before you hand it on."), warning=True)

    def _source(self) -> str:
        dates = [line.source_date for line in self.shared.lines if line.source_date]
        if not dates:
            return self.tr("From undated pages; not confirmed by phone")
        when = wording.date_in_words(max(dates), self._language)
        return self.tr("From a page of {date}; not confirmed by phone").format(date=when)

    def _add_address(self, said: str, address: str) -> None:
        self._said.append(said)
        self._add_to_copy(PlainLabel(said), address)

    def _add_to_copy(self, label: PlainLabel, text: str) -> None:
        copy = CopyButton(self.tr("Copy"), text)
        copy.setAccessibleName(self.tr("Copy {text}").format(text=text))
        copy.copied.connect(self.text_copied)
        if len(label.text()) > _ONE_LINE:
            row: QBoxLayout = QHBoxLayout()
            row.addWidget(label, stretch=1)
            row.addWidget(copy, alignment=Qt.AlignmentFlag.AlignTop)
            self._column.addLayout(row)
            return
        label.setWordWrap(False)  # a number is never broken
        flow = FlowLayout(gap=theme.APART)
        flow.addWidget(label)
        flow.addWidget(copy)
        self._column.addLayout(flow)

    def _add(self, said: str, *, bold: bool = False, calm: bool = False, warning: bool = False) -> None:
        if not said:
            return
        self._said.append(said)
        label = PlainLabel(said, bold=bold or warning, calm=calm)
        if not warning:
            self._column.addWidget(label)
            return
        self._column.addWidget(Warned(label))


class Warned(QWidget):
    """A sentence beside a sign of warning."""

    def __init__(self, sentence: PlainLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = PlainLabel()
        sign.setPixmap(icon("triangle-alert").pixmap(16))
        row = FlowLayout(self)
        row.addWidget(sign)
        row.addWidget(sentence)
