"""Opens a directory file for reading and answers queries."""

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from peer_desktop.directory import bits, nearby, records
from peer_desktop.directory.asking import Asked, Asking
from peer_desktop.directory.bits import Bits
from peer_desktop.directory.explanation import Explanation, WordFinder
from peer_desktop.directory.facet_bits import Counts, FacetBits
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
from peer_desktop.directory.opening import DirectoryDamaged, open_read_only
from peer_desktop.directory.place_in_text import PlaceInText
from peer_desktop.directory.query import Place, Points, Query, Relief, Results
from peer_desktop.directory.ranking import Candidates, Ranking
from peer_desktop.directory.reading import Reader
from peer_desktop.directory.serving import Serving
from peer_desktop.directory.shelf import Shelf
from peer_desktop.directory.slips import Slips
from peer_desktop.directory.suiting import Suiting
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
        synonyms = Synonyms(index.arrays)
        self._shelf = Shelf(connection, synonyms)
        self._gazetteer = Gazetteer(connection, index.towns)
        self._serving = Serving(index.arrays, self._facet_bits, index.size)
        matcher = Matcher(index.arrays, index.size, vocabulary)
        self._word_finder = WordFinder(connection, matcher, vocabulary)
        self._asking = Asking(
            Reader(vocabulary, Slips(index.arrays, vocabulary), synonyms),
            matcher,
            WholeNames(index.arrays),
            PlaceInText(self._gazetteer, vocabulary),
            self._serving,
        )
        self._ranking = Ranking(index.arrays, Suiting(self._facet_bits, index.size), index.size, today)
        self._placed: NDArray[np.bool_] = ~np.isnan(index.arrays["coordinates"][:, 0])
        self._everyone: Bits = bits.pack(np.ones(index.size, bool))

    @classmethod
    def open(cls, path: Path, *, today: date, index_folder: Path | None = None) -> "Directory":
        """Open a directory file. Raises a Problem that says what is wrong with it."""
        connection = open_read_only(path)
        try:
            return cls(connection, open_index(connection, path, index_folder), today)
        except (sqlite3.DatabaseError, ValueError) as error:
            connection.close()
            raise DirectoryDamaged(path=path) from error
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
        found, counts, origin = self._find(query, asked)
        positions, partial_from, of_town = self._ranking.order(found, query)
        return Results(
            query=query,
            numbers=np.add(positions, 1, dtype=np.int32, casting="unsafe"),
            counts={facet.id: counts.get(facet.id, ()) for facet in self.facets},
            points=self._points(positions),
            distances_km=None if found.chords is None else nearby.kilometres(found.chords[positions]),
            reaches=found.reaches[positions] if found.only_serving and found.reaches is not None else None,
            origin=origin,
            found_place=asked.place,
            corrections=asked.match.corrections if asked.match else {},
            widened=asked.match.widened if asked.match else {},
            partial_from=partial_from,
            of_town=of_town,
            relief=None if len(positions) else self._relief(query),
        )

    def _find(self, query: Query, asked: Asked) -> tuple[Candidates, Counts, Place | None]:
        """The listings that the words, the place and the ticks leave, and where kilometres begin."""
        named = asked.place.place if asked.place else None
        near = query.near or named or query.serves
        serves = query.serves or named
        chords = self._serving.squared_chords(near)
        base = self._everyone if asked.match is None else asked.match.members
        served = None
        if serves is not None:
            served = self._serving.of(serves, query.within_km, chords if serves is near else None)
            base = base & served.members
        elif near is not None:
            served = self._serving.of(near, query.within_km, chords)
        in_town = None
        if asked.match is not None and served is not None and serves is not None and base.any():
            in_town = self._serving.in_town_itself(serves, served, asked.match.whole)
            if in_town is not None:
                base = base | in_town
        if query.within_km is not None and chords is not None:
            base = base & bits.pack(chords <= nearby.squared_chord_of(query.within_km))
        members, counts = self._facet_bits.narrow(base, query)
        found = Candidates(
            positions=bits.positions(members, self.size),
            match=asked.match,
            chords=chords,
            reaches=None if served is None else served.reaches,
            only_serving=serves is not None,
            in_town=in_town,
            called_so=asked.called_so,
        )
        return found, counts, near

    def explain(self, query: Query, number: int) -> Explanation:
        """Why a listing stands where it does in the results. Raises KeyError for an unknown number."""
        if not 1 <= number <= self.size:
            raise KeyError(number)
        asked = self._asking.understand(query)
        found, _, _ = self._find(query, asked)
        positions = self._ranking.order(found, query).positions
        rows = np.flatnonzero(positions == number - 1)
        row = int(rows[0]) if len(rows) else None
        factors = () if row is None else self._ranking.factors(found, number - 1)
        return Explanation(
            number=number,
            row=row,
            holds_all=row is not None and (asked.match is None or bits.holds(asked.match.whole, number - 1)),
            words=self._word_finder.words_found(asked.match, number) if asked.match else (),
            corrections=asked.match.corrections if asked.match else {},
            factors=factors,
            score=math.prod(factor.value for factor in factors) if factors else 0.0,
        )

    def _points(self, positions: NDArray[np.intp]) -> Points:
        positions = positions.compress(self._placed.take(positions))
        # latitude and longitude fetched as one number
        coordinates = self._arrays["coordinates"].view(np.complex64)[:, 0].take(positions)
        return Points(
            numbers=np.add(positions, 1, dtype=np.int32, casting="unsafe"),
            coordinates=coordinates.view(np.float32).reshape(-1, 2),
            exact=self._arrays["exact"].take(positions),
        )

    def _relief(self, query: Query) -> Relief | None:
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
            found = len(self._find(easier, self._asking.understand(easier))[0].positions)
            if found and (best is None or found > best.found):
                best = Relief(condition, easier, found)
        return best

    # -- reading --------------------------------------------------------------------------------------

    def rows(self, numbers: Sequence[int]) -> list[ListingRow]:
        """What the results show of these listings, in this order."""
        known = [int(number) for number in numbers if 1 <= number <= self.size]
        return records.read_rows(self._connection, known, self._facet_bits.values_of(known))

    def listing(self, number: int) -> Listing:
        """One listing, whole. Raises KeyError when there is none of this number."""
        rows = self.rows([number])
        if not rows:
            raise KeyError(number)
        return records.read_listing(self._connection, rows[0])

    def number_of(self, listing_id: str) -> int | None:
        """The number of a listing by its id."""
        row = self._connection.execute("SELECT number FROM listing WHERE id = ?", (listing_id,)).fetchone()
        return row[0] if row else None

    def crisis_lines(self) -> tuple[CrisisLine, ...]:
        """The crisis, peer and information lines of the directory."""
        return records.read_crisis_lines(self._connection)

    def terms(self) -> tuple[Term, ...]:
        """The glossary, by English name."""
        return self._shelf.terms

    def find_terms(self, text: str, language: Language) -> tuple[Term, ...]:
        """Terms for these words, names first; all of them, by name in this language, for no words."""
        return self._shelf.find_terms(text, language)

    def resources(self) -> tuple[Resource, ...]:
        """What there is to read, the newest first."""
        return self._shelf.resources

    def find_resources(self, text: str, language: Language) -> tuple[Resource, ...]:  # noqa: ARG002
        """Resources for these words; all of them, the newest first, for no words."""
        return self._shelf.find_resources(text)

    def places(self, text: str, limit: int = 8) -> tuple[Place, ...]:
        """Places for what was typed into Near, the likeliest first."""
        return self._gazetteer.places(text, limit)

    def nearest_places(self, text: str, limit: int = 3) -> tuple[Place, ...]:
        """Places spelled almost like what was typed, when no place is."""
        return self._gazetteer.nearest_names(text, limit)


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
