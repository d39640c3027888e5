"""Turns what was typed after the options into a Query, or says what is right instead."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rapidfuzz import fuzz, process

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.folding import fold, fold_place
from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Facet
from peer_desktop.directory.problems import Problem
from peer_desktop.directory.query import Place, Results
from peer_desktop.terminal.wording import listed

OTHER_NAMES: Mapping[str, str] = {
    "topics": "topic",
    "languages": "language",
    "identity_specific": "identity",
    "coverage": "serves",
}
"""Facets by the names that their columns have in the tables people exchange."""

_NEAREST = 3
_ALIKE = 50
"""How alike a name must be to be offered, of 100."""


class NotUnderstood(Problem):
    """Something asked for does not exist; `nearest` are right ones like it."""

    code = "E-ASK"
    nearest_sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "Nearest: {nearest}.",
        Language.FRENCH: "Le plus proche : {nearest}.",
    }

    def __init__(self, asked: str, nearest: Sequence[str] = (), **facts: object) -> None:
        self.nearest = tuple(nearest)
        super().__init__(asked=asked, **facts)

    def said_in(self, language: Language) -> str:
        """The sentence, and the nearest right ones where there are any."""
        sentence = super().said_in(language)
        if not self.nearest:
            return sentence
        near = self.nearest_sentences[language].format(nearest=listed(self.nearest, language))
        return f"{sentence} {near}"


class UnknownFacet(NotUnderstood):
    """No facet has this name."""

    code = "E-ASK-FACET"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "There is no facet “{asked}”.",
        Language.FRENCH: "Il n'y a pas de critère « {asked} ».",
    }


class UnknownValue(NotUnderstood):
    """The facet has no such value."""

    code = "E-ASK-VALUE"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "“{asked}” is not a value of {facet}.",
        Language.FRENCH: "« {asked} » n'est pas une valeur de {facet}.",
    }


class NotAPair(NotUnderstood):
    """A facet was named without a value."""

    code = "E-ASK-PAIR"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "“{asked}” is not of the form FACET=VALUE, as in topic=grief-loss.",
        Language.FRENCH: "« {asked} » n'a pas la forme CRITÈRE=VALEUR, comme topic=grief-loss.",
    }


class UnknownPlace(NotUnderstood):
    """The gazetteer has no such place."""

    code = "E-ASK-PLACE"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "No place in Canada is known as “{asked}”.",
        Language.FRENCH: "Aucun lieu au Canada n'est connu sous le nom de « {asked} ».",
    }


class UnknownListing(NotUnderstood):
    """The directory has no listing of this id."""

    code = "E-ASK-LISTING"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "This directory has no listing “{asked}”.",
        Language.FRENCH: "Ce répertoire n'a pas de fiche « {asked} ».",
    }


class NoOrigin(NotUnderstood):
    """A distance was asked for, but from nowhere."""

    code = "E-ASK-ORIGIN"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "--within {asked} needs a town or postal code to measure from: --near PLACE.",
        Language.FRENCH: "--within {asked} demande une ville ou un code postal comme départ : --near LIEU.",
    }


class NotADistance(NotUnderstood):
    """Not a number of kilometres above zero."""

    code = "E-ASK-DISTANCE"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "--within needs kilometres above zero, not {asked}.",
        Language.FRENCH: "--within demande des kilomètres, au-dessus de zéro, et non {asked}.",
    }


def choice(pair: str, facets: Sequence[Facet]) -> tuple[str, str]:
    """Facet and value of FACET=VALUE; ids, labels in both languages and column names are all right.

    Raises NotAPair, UnknownFacet or UnknownValue.
    """
    said_facet, equals, said_value = pair.partition("=")
    if not equals or not said_facet.strip() or not said_value.strip():
        raise NotAPair(pair)
    facet = _facet(said_facet.strip(), facets)
    by_name: dict[str, str] = {}
    for value in facet.values:
        for name in (value.label.en, value.label.fr):
            by_name.setdefault(fold(name or value.value), value.value)
    by_name |= {fold(value.value): value.value for value in facet.values}
    wanted = fold(said_value.strip())
    if wanted not in by_name:
        near = dict.fromkeys(by_name[name] for name in _alike(wanted, by_name))
        offered = tuple(near) or tuple(value.value for value in facet.values[:_NEAREST])
        raise UnknownValue(said_value.strip(), offered, facet=facet.id)
    return facet.id, by_name[wanted]


def _facet(said: str, facets: Sequence[Facet]) -> Facet:
    by_name: dict[str, Facet] = {}
    for facet in facets:
        for name in (facet.id, facet.label.en, facet.label.fr):
            by_name.setdefault(fold(name or facet.id), facet)
    for other, id_ in OTHER_NAMES.items():
        if id_ in by_name:
            by_name.setdefault(other, by_name[id_])
    if fold(said) not in by_name:
        near = dict.fromkeys(by_name[name].id for name in _alike(fold(said), by_name))
        raise UnknownFacet(said, tuple(near) or tuple(facet.id for facet in facets))
    return by_name[fold(said)]


def place(text: str, directory: Directory) -> tuple[Place, tuple[Place, ...]]:
    """The place of this name, and others of the very same name. Raises UnknownPlace."""
    candidates = directory.places(text)
    same = tuple(one for one in candidates if _is_called(one, text))
    if not same:
        near = candidates[:_NEAREST] or directory.nearest_places(text)
        raise UnknownPlace(text, labels(near))
    return same[0], tuple(one for one in same[1:] if one.kind == same[0].kind == "town")


def labels(places: Sequence[Place]) -> list[str]:
    """Names to offer; they are understood in both languages."""
    return [one.label(Language.ENGLISH) for one in places]


def _is_called(candidate: Place, text: str) -> bool:
    if candidate.kind != "town":
        return True
    names = {fold_place(name) for name in (candidate.name.en, candidate.name.fr) if name}
    asked = fold_place(text)
    province_off = asked.rpartition(" ")[0]
    comma_off = fold_place(text.partition(",")[0].partition("(")[0])
    return bool(names & {asked, province_off, comma_off})


def distance(kilometres: float | None) -> float | None:
    """Kilometres that can be asked for. Raises NotADistance."""
    if kilometres is not None and not (math.isfinite(kilometres) and kilometres > 0):
        raise NotADistance(f"{kilometres:g}")
    return kilometres


def check_origin(found: Results) -> None:
    """A distance needs a point to be measured from. Raises NoOrigin."""
    if found.query.within_km is not None and found.distances_km is None:
        raise NoOrigin(f"{found.query.within_km:g}")


def number_of_listing(listing_id: str, directory: Directory) -> int:
    """The number of the listing of this id. Raises UnknownListing."""
    number = directory.number_of(listing_id)
    if number is None:
        ids = [row.id for row in directory.rows(range(1, directory.size + 1))]
        raise UnknownListing(listing_id, _alike(listing_id, ids))
    return number


def _alike(wanted: str, names: Iterable[str]) -> list[str]:
    found = process.extract(wanted, list(names), scorer=fuzz.WRatio, limit=_NEAREST, score_cutoff=_ALIKE)
    return [name for name, _, _ in found]
