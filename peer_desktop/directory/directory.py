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
from peer_desktop.directory.asking import Asking
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
from peer_desktop.directory.matching import Matcher
from peer_desktop.directory.names import WholeNames
from peer_desktop.directory.opening import open_read_only
from peer_desktop.directory.query import Place, Points, Query, Relief, Results
from peer_desktop.directory.ranking import Candidates, Ranking
from peer_desktop.directory.reading import Reader
from peer_desktop.directory.serving import Serving
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
        self._gazetteer = Gazetteer(connection, vocabulary)
        self._serving = Serving(index.arrays, self._facet_bits, index.size)
        self._asking = Asking(
            Reader(vocabulary, self._synonyms),
            Matcher(index.arrays, index.size, vocabulary),
            WholeNames(index.arrays),
            self._gazetteer,
            self._serving,
        )
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
        asked = self._asking.understand(query)
        match, named = asked.match, asked.place.place if asked.place else None
        near = query.near or named or query.serves
        serves = query.serves or named
        chords = self._serving.squared_chords(near)
        base = self._everyone if match is None else match.members
        served = None
        if serves is not None:
            served = self._serving.of(serves, query.within_km, chords if serves is near else None)
            base = base & served.members
        elif near is not None:
            served = self._serving.of(near, query.within_km, chords)
        if query.within_km is not None and chords is not None:
            base = base & bits.pack(chords <= nearby.squared_chord_of(query.within_km))
        found, counts = self._facet_bits.narrow(base, query)
        positions = bits.positions(found, self.size)
        away = None if chords is None else nearby.kilometres(chords[positions])
        reach = None if served is None else served.reaches[positions]
        order, partial_from = self._ranking.order(
            Candidates(positions, match, away, reach, asked.called_so), query
        )
        positions = positions[order]
        return Results(
            query=query,
            numbers=(positions + 1).astype(np.int32),
            counts={facet.id: counts.get(facet.id, ()) for facet in self.facets},
            points=self._points(positions),
            distances_km=None if away is None else away[order],
            reaches=None if reach is None or serves is None else reach[order],
            origin=near,
            found_place=asked.place,
            corrections=match.corrections if match else {},
            widened=match.widened if match else {},
            partial_from=partial_from,
        )

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
