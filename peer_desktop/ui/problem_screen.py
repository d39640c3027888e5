"""Says in both languages why there is no directory, and what to do; the crisis lines stay above it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem
from peer_desktop.ui.plain_text import LargeLabel, PlainLabel
from peer_desktop.ui.theme import APART, TIGHT, WIDE

_HEADINGS = {
    Language.ENGLISH: "The directory cannot be shown",
    Language.FRENCH: "Le répertoire ne peut pas être affiché",
}
_CRISIS = {
    Language.ENGLISH: "The crisis lines above work without it.",
    Language.FRENCH: "Les lignes de crise ci-dessus restent utilisables.",
}


class ProblemScreen(QWidget):
    """Both languages always, because nobody could yet say which one is wanted."""

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(WIDE * 3, WIDE * 3, WIDE * 3, WIDE * 3)
        column.setSpacing(APART)
        for language in Language:
            column.addWidget(LargeLabel(_HEADINGS[language], factor=1.5, bold=True, read=True))
            column.addWidget(PlainLabel(problem.said_in(language), read=True))
            column.addWidget(PlainLabel(_CRISIS[language], read=True))
            column.addSpacing(WIDE)
        code = PlainLabel(problem.code, calm=True)
        code.setMargin(TIGHT)  # as the sentences above it
        column.addWidget(code)
        column.addStretch(1)
