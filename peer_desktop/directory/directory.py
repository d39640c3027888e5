"""Opens a directory file for reading and answers queries."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory import bits, nearby, records
from peer_desktop.directory.bits import Bits
from peer_desktop.directory.facet_bits import FacetBits
from peer_desktop.directory.folding import fold
from peer_desktop.directory.gazetteer import Gazetteer
from peer_desktop.directory.index import Index, open_index
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import (
    CrisisLine,
    DirectoryFacts,
    Facet,
    Listing,
    ListingRow,
    Resource,
    Term,
)
from peer_desktop.directory.matching import Match, Matcher
from peer_desktop.directory.opening import open_read_only
from peer_desktop.directory.query import FoundPlace, Place, Points, Query, Relief, Results
from peer_desktop.directory.ranking import Candidates, Ranking
from peer_desktop.directory.short_texts import ShortTexts
from peer_desktop.directory.synonyms import Synonyms
from peer_desktop.directory.vocabulary import Vocabulary


class Directory:
    """Listings and what explains them, in one SQLite file that is never written to."""

    def __init__(self, connection: sqlite3.Connection, index: Index, today: date) -> None:
        self._connection = connection
        self._arrays = index.arrays
        self.size = index.size
        self.today = today
        self.facts = _read_facts(connection, index.size)
        self.facets: tuple[Facet, ...] = records.read_facets(connection)
        self._facet_bits = FacetBits(index.facets, index.arrays, index.size, today)
        vocabulary = Vocabulary(index.arrays)
        rows = connection.execute("SELECT said, means, both_ways FROM synonym ORDER BY number")
        self._synonyms = Synonyms(rows)
        self._matcher = Matcher(index.arrays, index.size, vocabulary, self._synonyms)
        self._gazetteer = Gazetteer(connection, vocabulary)
        self._ranking = Ranking(index.arrays, self._facet_bits.of("setting", "workplace"), index.size, today)
        self._everyone: Bits = bits.pack(np.ones(index.size, bool))

    @classmethod
    def open(cls, path: Path, *, today: date, index_folder: Path | None = None) -> "Directory":
        """Open a directory file. Raises a Problem that says what is wrong with it."""
        connection = open_read_only(path)
        try:
            return cls(connection, open_index(connection, path, index_folder), today)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    # -- searching ------------------------------------------------------------------------------------

    def search(self, query: Query) -> Results:
        """Everything a window shows for a query: rows in order, counts of every value, points."""
        match, found_place = self._match(query)
        near = query.near or (found_place.place if found_place else None) or query.serves
        serves = query.serves or (found_place.place if found_place else None)
        chords = self._chords(near)
        reaches, serving = self._reaches(serves, near, chords, query.within_km)
        base = self._everyone if match is None else match.members
        if serving is not None:
            base = base & serving
        if query.within_km is not None and chords is not None:
            base = base & bits.pack(chords <= nearby.squared_chord_of(query.within_km))
        found, counts = self._facet_bits.narrow(base, query)
        positions = bits.positions(found, self.size)
        away = None if chords is None else nearby.kilometres(chords[positions])
        reach = None if reaches is None else reaches[positions]
        order, partial_from = self._ranking.order(Candidates(positions, match, away, reach), query)
        positions = positions[order]
        return Results(
            query=query,
            numbers=(positions + 1).astype(np.int32),
            counts={facet.id: counts.get(facet.id, ()) for facet in self.facets},
            points=self._points(positions),
            distances_km=None if away is None else away[order],
            reaches=None if reach is None else reach[order],
            origin=near,
            found_place=found_place,
            corrections=match.corrections if match else {},
            widened=match.widened if match else {},
            partial_from=partial_from,
        )

    def _match(self, query: Query) -> tuple[Match | None, FoundPlace | None]:
        """Match the words; a place named among them is taken as a place when that leaves something."""
        match = self._matcher.match(query.text, exactly=query.exactly)
        if match is None or query.near or query.serves:
            return match, None
        place = self._gazetteer.recognise(query.text, dict(match.corrections))
        if place is None or query.exactly.intersection(place.words):
            return match, None
        beside = self._matcher.match(query.text, exactly=query.exactly, beside=frozenset(place.words))
        _, serving = self._reaches(place.place, place.place, self._chords(place.place), None)
        if beside is not None and serving is not None and not (beside.members & serving).any():
            return match, None
        return beside, place

    def _chords(self, origin: Place | None) -> NDArray[np.float32] | None:
        if origin is None or origin.kind == "province":
            return None
        return nearby.squared_chords(self._arrays["vectors"], origin.latitude, origin.longitude)

    def _reaches(
        self,
        serves: Place | None,
        origin: Place | None,
        chords: NDArray[np.float32] | None,
        within_km: float | None,
    ) -> tuple[NDArray[np.uint8] | None, Bits | None]:
        """How each listing serves a place (a position in `Reach`), and which serve it at all."""
        if serves is None:
            return None, None
        in_province = self._facet_bits.of("serves", serves.province)
        everywhere = self._facet_bits.of("serves", "CA")
        of_place = bits.pack(self._arrays["of_place"])
        if serves.kind == "province":
            local = in_province & of_place
        else:
            if serves is not origin or chords is None:
                chords = self._chords(serves)
            limit = nearby.squared_chord_of(within_km or nearby.LOCAL_KM)
            local = bits.pack(chords <= limit) if chords is not None else in_province & of_place
        # a place that is far away serves those who live there, whatever province it is in
        provincial = in_province & ~of_place
        online = everywhere & self._arrays["remote"]
        reaches = np.full(self.size, 3, np.uint8)
        reaches[bits.unpack(everywhere & ~online, self.size)] = 2
        reaches[bits.unpack(provincial, self.size)] = 1
        reaches[bits.unpack(local, self.size)] = 0
        return reaches, local | provincial | everywhere

    def _points(self, positions: NDArray[np.intp]) -> Points:
        coordinates = self._arrays["coordinates"][positions]
        placed = ~np.isnan(coordinates[:, 0])
        return Points(
            numbers=(positions[placed] + 1).astype(np.int32),
            coordinates=coordinates[placed],
            exact=self._arrays["exact"][positions[placed]],
        )

    def relief(self, query: Query) -> Relief | None:
        """For a query that finds nothing: the one condition whose removal finds most."""
        without = [
            (facet, query.without_facet(facet))
            for facet in sorted({choice.facet for choice in query.chosen | query.excluded})
        ]
        if query.text.strip():
            without.append(("text", replace(query, text="", exactly=frozenset())))
        if query.within_km is not None or query.serves is not None:
            without.append(("near", replace(query, within_km=None, serves=None)))
        best: Relief | None = None
        for condition, easier in without:
            found = self.search(easier).total
            if found and (best is None or found > best.found):
                best = Relief(condition, easier, found)
        return best

    # -- reading --------------------------------------------------------------------------------------

    def rows(self, numbers: Sequence[int]) -> list[ListingRow]:
        """What the results show of these listings, in this order."""
        return records.read_rows(self._connection, numbers)

    def listing(self, number: int) -> Listing:
        """One listing, whole. Raises KeyError when there is none of this number."""
        return records.read_listing(self._connection, number)

    def number_of(self, listing_id: str) -> int | None:
        """The number of a listing by its id."""
        row = self._connection.execute("SELECT number FROM listing WHERE id = ?", (listing_id,)).fetchone()
        return row[0] if row else None

    def crisis_lines(self) -> tuple[CrisisLine, ...]:
        """The crisis, peer and information lines of the directory."""
        return records.read_crisis_lines(self._connection)

    def terms(self) -> tuple[Term, ...]:
        """The glossary, by English name."""
        return self._terms

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        return records.read_terms(self._connection)

    def find_terms(self, text: str, language: Language) -> tuple[Term, ...]:
        """Terms for these words, names first; all of them, by name in this language, for no words."""
        terms = self.terms()
        if not text.strip():
            return tuple(sorted(terms, key=lambda term: _sort_key(term.name, language)))
        return tuple(terms[place] for place in self._term_texts.find(text))

    def resources(self) -> tuple[Resource, ...]:
        """What there is to read, the newest first."""
        return self._resources

    @cached_property
    def _resources(self) -> tuple[Resource, ...]:
        return records.read_resources(self._connection)

    def find_resources(self, text: str, language: Language) -> tuple[Resource, ...]:  # noqa: ARG002
        """Resources for these words; all of them, the newest first, for no words."""
        resources = self.resources()
        if not text.strip():
            return resources
        return tuple(resources[place] for place in self._resource_texts.find(text))

    @cached_property
    def _term_texts(self) -> ShortTexts:
        texts = [
            {10: _both(term.name), 3: _both(term.plain), 1: _both(term.academic), 4: term.note or ""}
            for term in self.terms()
        ]
        return ShortTexts(texts, self._synonyms)

    @cached_property
    def _resource_texts(self) -> ShortTexts:
        texts = [
            {
                6: _both(resource.title),
                4: " ".join((*resource.authors, *resource.topics, resource.year or "", resource.type)),
                2: f"{_both(resource.annotation)} {resource.publisher or ''}",
            }
            for resource in self.resources()
        ]
        return ShortTexts(texts, self._synonyms)

    def places(self, text: str, limit: int = 8) -> tuple[Place, ...]:
        """Places for what was typed into Near, the likeliest first."""
        return self._gazetteer.places(text, limit)

    def nearest_places(self, text: str, limit: int = 3) -> tuple[Place, ...]:
        """Places spelled almost like what was typed, when no place is."""
        return self._gazetteer.nearest_names(text, limit)


def _both(text: Bilingual) -> str:
    return f"{text.en or ''} {text.fr or ''}"


def _sort_key(name: Bilingual, language: Language) -> str:
    return fold(name.said_in(language))


def _read_facts(connection: sqlite3.Connection, size: int) -> DirectoryFacts:
    row = connection.execute(
        "SELECT channel, title_en, title_fr, data_as_of, licence, credits FROM directory"
    ).fetchone()
    return DirectoryFacts(
        channel=row[0],
        title=Bilingual(row[1], row[2]),
        data_as_of=date.fromisoformat(row[3]),
        licence=row[4],
        credits=row[5],
        listings=size,
    )
