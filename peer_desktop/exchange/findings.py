"""Says what is wrong with a row of a table: where it stands, what it holds, and why that cannot be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.problems import Problem

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in a table."""

    file: str
    row: int
    """As a spreadsheet counts: the header is row 1; 0 stands for the whole file."""
    column: str
    value: str
    reason: Bilingual
    """What comes after the value: “is not a date”."""
    refuses: bool = True
    """Whether the build stops; otherwise it is a warning."""

    def said_in(self, language: Language) -> str:
        """One line that leads an administrator to the cell."""
        french = language is Language.FRENCH
        place = self.file
        if self.row:
            place += f", ligne {self.row}" if french else f", row {self.row}"
        if self.column:
            place += f", colonne {self.column}" if french else f", column {self.column}"
        value = self.value if len(self.value) <= _SHOWN else self.value[:_SHOWN] + "…"
        shown = ascii(value)[1:-1] if not value.isprintable() else value
        if shown:
            place += f" «\u00a0{shown}\u00a0»" if french else f" “{shown}”"
        colon = "\u00a0: " if french else ": "
        return place + colon + self.reason.said_in(language)


class BuildRefused(Problem):
    """The tables hold rows that cannot go into a directory; `findings` names every one."""

    code: ClassVar[str] = "E-BUILD"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The directory was not built: {count} to correct in the tables. First: {first}",
        Language.FRENCH: "Le répertoire n'a pas été produit : {count} à corriger dans les tableaux. "
        "La première : {first}",
    }

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(count=len(findings), first=findings[0] if findings else "")

    def said_in(self, language: Language) -> str:
        """How many rows are wrong, and the first of them."""
        things = {
            Language.ENGLISH: "1 thing" if len(self.findings) == 1 else f"{len(self.findings)} things",
            Language.FRENCH: "1 donnée" if len(self.findings) == 1 else f"{len(self.findings)} données",
        }
        first = self.findings[0].said_in(language) if self.findings else ""
        return self.sentences[language].format(count=things[language], first=first)


class BuildNotWritten(Problem):
    """The folder of the directory file does not take it; the file that was there is untouched."""

    code: ClassVar[str] = "E-BUILD-WRITE"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The directory could not be written to {path}: {reason}. "
        "The file that was there is untouched. Close the programs that use it, or choose another folder.",
        Language.FRENCH: "Impossible d'écrire le répertoire dans {path} : {reason}. "
        "Le fichier qui s'y trouvait est intact. Fermez les programmes qui l'utilisent ou choisissez un "
        "autre dossier.",
    }


def refusing(findings: Iterable[Finding]) -> list[Finding]:
    """Only those that stop the build."""
    return [finding for finding in findings if finding.refuses]
