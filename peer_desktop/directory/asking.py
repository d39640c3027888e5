"""Understands the words of a query: the listings that hold them, and the place that they name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from peer_desktop.directory.matching import Match, Matcher
from peer_desktop.directory.names import WholeNames
from peer_desktop.directory.place_in_text import PlaceInText
from peer_desktop.directory.query import FoundPlace, Place, Query
from peer_desktop.directory.reading import Reader
from peer_desktop.directory.serving import Serving
from peer_desktop.directory.tokens import LONGEST_TEXT, words_of


@dataclass(frozen=True, eq=False)
class Asked:
    """What the words of a query ask for."""

    match: Match | None
    """None when there are no words."""
    place: FoundPlace | None = None
    called_so: Mapping[int, bool] = field(default_factory=dict)
    """Positions of the listings of this name; False where it is only a part of their name."""


class Asking:
    """Understands queries with what one directory knows."""

    def __init__(
        self, reader: Reader, matcher: Matcher, names: WholeNames, places: PlaceInText, serving: Serving
    ) -> None:
        self._reader = reader
        self._matcher = matcher
        self._names = names
        self._places = places
        self._serving = serving

    def understand(self, query: Query) -> Asked:
        """Match the words; a place among them is taken as a place where that leaves something to show."""
        reading = self._reader.read(query.text, exactly=query.exactly)
        if reading is None:
            return Asked(None)
        called_so = self._names.of(words_of(query.text)[:LONGEST_TEXT])
        by_whole_name = any(called_so.values())
        place = None if by_whole_name else self._places.recognise(query.text, reading.corrections)
        if place is not None and not query.exactly.intersection(place.words):
            said = query.near or query.serves
            asked = self._with_place(query, place) if said is None else self._naming(query, place, said)
            if asked is not None:
                return asked
        served = None if query.serves is None else self._serving.of(query.serves).members
        return Asked(self._matcher.match(reading, served), called_so=called_so)

    def _with_place(self, query: Query, place: FoundPlace) -> Asked | None:
        """The words beside the place; None when nobody who serves the place holds any of them."""
        reading = self._reader.read(query.text, exactly=query.exactly, beside=frozenset(place.words))
        if reading is None:
            return None
        match = self._matcher.match(reading)
        if any(part.asked for part in reading.parts):
            place = self._meant(place, match)
        served = self._serving.of(place.place).members
        match = self._matcher.match(reading, served)
        return Asked(match, place) if (match.members & served).any() else None

    def _naming(self, query: Query, place: FoundPlace, said: Place) -> Asked | None:
        """The words beside a place that is asked for already: to name it again asks for nothing more."""
        if said not in (place.place, *place.others):
            return None
        reading = self._reader.read(query.text, exactly=query.exactly, beside=frozenset(place.words))
        if reading is None:
            return None
        return Asked(self._matcher.match(reading, self._serving.of(said).members))

    def _meant(self, found: FoundPlace, match: Match) -> FoundPlace:
        """Of places of one name, the likeliest that has a listing which holds all the words."""
        places = (found.place, *found.others)
        if len(places) == 1:
            return found
        for place in self._places.towns_of_their_own(places):
            if (match.whole & self._serving.around(place)).any():
                others = tuple(other for other in places if other is not place)
                return replace(found, place=place, others=others)
        return found
