"""Recognises a place that is named inside a search: grief moncton, groupe E1C, couples Halifax."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from peer_desktop.directory.folding import fold_place
from peer_desktop.directory.gazetteer import Gazetteer
from peer_desktop.directory.language import Language
from peer_desktop.directory.provinces import (
    LONGEST_NAME,
    Province,
    province_behind,
    province_called,
    province_in_capitals,
)
from peer_desktop.directory.query import FoundPlace, Place
from peer_desktop.directory.stop_words import languages_of
from peer_desktop.directory.tokens import words_of
from peer_desktop.directory.vocabulary import Vocabulary

_POSTAL = re.compile(r"\b([A-Za-z]\d[A-Za-z])(?:[\s-]*\d[A-Za-z]\d)?\b")
_TOKEN = re.compile(r"[^\s,;:!?()\"]+")
_ELIDED = re.compile(r"^(?:d|l|qu)['’](?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$", re.IGNORECASE)
_LOOKED_THROUGH = 500
"""Characters in which a place is looked for: who pastes a page names no place to search near."""
_LONGEST_TOWN = 5
_SHORTEST = 3
_LEAST_POPULATION = 1_000
"""Smaller places are recognised only when a listing is there, or when their province follows."""
_NAMES_BEGIN = "port fort mount mont lake lac cape cap point pointe saint sainte"
_BEGINS_A_NAME = frozenset(_NAMES_BEGIN.split())
"""Words before a town that make it another one: Port Dalhousie is not Dalhousie."""
_NAMED_LIKE_A_PHRASE = 5_000
"""A place named with usual words only (North Bay) is recognised from this size on."""


@dataclass(frozen=True, slots=True)
class _Named:
    words: tuple[str, ...]
    place: Place
    others: tuple[Place, ...] = ()


class PlaceInText:
    """Recognises the places of one directory, where they are surely meant as places."""

    def __init__(self, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._gazetteer = gazetteer
        self._vocabulary = vocabulary

    def recognise(self, text: str, corrections: Mapping[str, str]) -> FoundPlace | None:
        """The place named in a text; `corrections` hold what its slips were mended to."""
        text = text[:_LOOKED_THROUGH]
        postal = _POSTAL.search(text)
        if postal and (place := self._gazetteer.postal(postal[1])):
            return FoundPlace(tuple(words_of(postal[0])), place)
        tokens = _TOKEN.findall(text)
        named = (
            self._town_and_province(tokens)
            or self._town(tokens)
            or self._mended_town(corrections)
            or self._province(tokens)
        )
        return FoundPlace(named.words, named.place, named.others) if named else None

    def towns_of_their_own(self, places: Sequence[Place]) -> list[Place]:
        """The largest, and others but for quarters of larger towns: Sherbrooke is not the one in Edmonton."""
        return [place for place in places if place is places[0] or not self._gazetteer.is_quarter(place)]

    def _town_and_province(self, tokens: Sequence[str]) -> _Named | None:
        """Moncton NB; windsor nova scotia."""
        for start, end in _spans(len(tokens), _LONGEST_TOWN):
            for last in range(min(end + LONGEST_NAME, len(tokens)), end, -1):
                province = province_behind(" ".join(tokens[end:last]))
                if province is None:
                    continue
                for said in _without_elision(tokens[start:end]):
                    here = self._gazetteer.in_province(said, province) if len(said) >= _SHORTEST else []
                    # there is a town called Veteran, in Alberta
                    if here and not all(map(self._vocabulary.is_held_by_many, words_of(said))):
                        return _Named(tuple(words_of(f"{said} {' '.join(tokens[end:last])}")), here[0])
        return None

    def _town(self, tokens: Sequence[str]) -> _Named | None:
        for start, end in _spans(len(tokens), _LONGEST_TOWN):
            if start and fold_place(tokens[start - 1]) in _BEGINS_A_NAME:
                continue
            for said in _without_elision(tokens[start:end]):
                if named := self._surely(said):
                    return named
        return None

    def _mended_town(self, corrections: Mapping[str, str]) -> _Named | None:
        for word, better in corrections.items():
            if named := self._surely(better):
                return _Named((word, *named.words), named.place, named.others)
        return None

    def _province(self, tokens: Sequence[str]) -> _Named | None:
        for start, end in _spans(len(tokens), LONGEST_NAME):
            for said in _without_elision(tokens[start:end]):
                if _is_french_have(said, tokens):
                    continue
                if province := province_called(said) or self._in_capitals(said, tokens):
                    others = self._gazetteer.named(fold_place(said))
                    return _Named(tuple(words_of(said)), province.place, others[:3])
        return None

    def _in_capitals(self, said: str, tokens: Sequence[str]) -> Province | None:
        """A code in capitals, unless the whole text is in capitals: HELP ON WEEKENDS."""
        others_are_small = any(token.islower() for token in tokens) or len(tokens) == 1
        return province_in_capitals(said) if others_are_small else None

    def _surely(self, said: str) -> _Named | None:
        name = fold_place(said)
        if len(name) < _SHORTEST or province_called(said):
            return None
        words = tuple(words_of(said))
        likely = [place for place in self._gazetteer.named(name) if self._is_meant(words, name, place)]
        if not likely:
            return None
        return _Named(words, likely[0], (*likely[1:4], *self._gazetteer.twins(name)))

    def _is_meant(self, words: Sequence[str], name: str, place: Place) -> bool:
        """Whether this is rather a place than words: Hope, BC is not looked for by who types hope."""
        population = place.population or 0
        has_listing = self._gazetteer.has_listing(name)
        if population < _LEAST_POPULATION and not has_listing:
            return False
        usual = all(map(self._vocabulary.known.is_usual, words))
        if len(words) > 1:
            return has_listing or population >= _NAMED_LIKE_A_PHRASE or not usual
        if self._vocabulary.is_common(words[0]):
            return False
        return has_listing or not usual


def _is_french_have(said: str, tokens: Sequence[str]) -> bool:
    """Whether *ont* is the French verb here and no short form of Ontario: mes enfants ont peur."""
    french = frozenset((Language.FRENCH,))
    return said.lower() == "ont" and languages_of(words_of(" ".join(tokens))) == french


def _spans(size: int, longest: int) -> Iterator[tuple[int, int]]:
    """Where names may begin and end: the longest first, then the last in the text."""
    for length in range(min(longest, size), 0, -1):
        for start in range(size - length, -1, -1):
            yield start, start + length


def _without_elision(tokens: Sequence[str]) -> Iterator[str]:
    """The tokens as typed, and without what French and English put to a name: d'Ottawa, Moncton's."""
    said = " ".join(tokens)
    yield said
    bare = _POSSESSIVE.sub("", _ELIDED.sub("", said))
    if bare != said:
        yield bare
