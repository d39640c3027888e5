"""Names what can keep a sheet from a person's hand."""

from collections.abc import Mapping
from typing import ClassVar

from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem


class SheetNotMade(Problem):
    """The typesetter is missing or refused the sheet."""

    code: ClassVar[str] = "E-SHEET-NOT-MADE"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The sheet could not be made. Read the listings aloud, or copy their numbers.",
        Language.FRENCH: "La feuille n’a pas pu être faite. Lisez les fiches à voix haute ou notez leurs "
        "numéros.",
    }


class SheetNotSaved(Problem):
    """The file that was chosen cannot be written. Facts: `file` and `reason`."""

    code: ClassVar[str] = "E-SHEET-NOT-SAVED"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "{file} could not be written ({reason}). Choose another folder.",
        Language.FRENCH: "{file} n’a pas pu être écrit ({reason}). Choisissez un autre dossier.",
    }


class SheetNotPrinted(Problem):
    """The printer took nothing."""

    code: ClassVar[str] = "E-SHEET-NOT-PRINTED"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The printer did not take the sheet. Choose another printer, or save it as PDF.",
        Language.FRENCH: "L’imprimante n’a pas pris la feuille. Choisissez-en une autre, ou enregistrez la "
        "feuille en PDF.",
    }
