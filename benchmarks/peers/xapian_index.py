"""Asks Xapian: folded terms, values as boolean terms and in slots that are counted while matching."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.interactions import Interaction, Word
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.listed_rows import ListedRows
from benchmarks.peers.source import FACETS, read_listings

_STRONG = 4
_LONGEST_TERM = 60
_STRIDE = 16
"""Slots kept for each facet; as many are counted as one listing has values at most."""
_SLOTS = {facet: place * _STRIDE for place, facet in enumerate(FACETS)}
_POINT = len(FACETS) * _STRIDE


class XapianIndex:
    """Finds and counts with Xapian, reads rows from SQLite."""

    name = "Xapian"
    lacks = ""

    def build(self, directory: Path, folder: Path) -> None:
        """Write the database, then make it compact."""
        import xapian

        loose = folder / "loose"
        database = xapian.WritableDatabase(str(loose), xapian.DB_CREATE_OR_OVERWRITE)
        most = dict.fromkeys(FACETS, 1)
        for row in read_listings(directory):
            document = xapian.Document()
            for text, weight in ((row.strong, _STRONG), (row.body, 1)):
                for word in text.split():
                    document.add_term(word[:_LONGEST_TERM], weight)
            for facet, values in row.facets.items():
                most[facet] = max(most[facet], len(values))
                for slot, value in enumerate(values, _SLOTS[facet]):
                    document.add_value(slot, value)
                    document.add_boolean_term(_term(facet, value))
            if row.latitude is not None:
                point = xapian.LatLongCoord(row.latitude, row.longitude)
                document.add_value(_POINT, xapian.LatLongCoords(point).serialise())
            database.replace_document(row.number, document)
        database.set_metadata("most", json.dumps(most))
        database.commit()
        database.compact(str(folder / "index"))
        database.close()
        shutil.rmtree(loose)

    def open(self, directory: Path, folder: Path) -> None:
        """Open the database; hold the coordinates in memory, since reading them from it is slower."""
        import xapian

        self._xapian = xapian
        self._database = xapian.Database(str(folder / "index"))
        most = json.loads(self._database.get_metadata("most"))
        self._slots = {facet: range(start, start + most[facet]) for facet, start in _SLOTS.items()}
        self._rows = ListedRows(directory)

    def ask(self, asked: Interaction) -> Answer:
        """Count while matching: the open facets in one pass, each ticked facet in one of its own."""
        words = self._words(asked)
        open_facets = [facet for facet in FACETS if facet not in asked.chosen]
        best, counts, enquire = self._run(asked, self._with(words, asked.chosen), open_facets, FIRST_ROWS)
        for facet in asked.chosen:
            others = {one: values for one, values in asked.chosen.items() if one != facet}
            counts |= self._run(asked, self._with(words, others), [facet], 0)[1]
        rows = self._rows.read([hit.docid for hit in best])
        enquire.clear_matchspies()
        every = enquire.get_mset(0, self._database.get_doccount())
        points = self._rows.points(np.fromiter((hit.docid for hit in every), np.int64))
        return Answer(best.get_matches_estimated(), counts, rows, points)

    def _words(self, asked: Interaction) -> Any:
        query = self._xapian.Query
        wanted = [
            query(query.OP_OR, [query(query.OP_AND, list(map(self._word, phrase))) for phrase in meanings])
            for meanings in asked.wanted
        ]
        return query(query.OP_AND, wanted) if wanted else query("")

    def _word(self, word: Word) -> Any:
        query = self._xapian.Query
        forms = [query(form) for form in word.forms]
        if word.beginning:
            limits = (0, query.WILDCARD_LIMIT_ERROR, query.OP_SYNONYM)
            forms.append(query(query.OP_WILDCARD, word.beginning, *limits))
        return forms[0] if len(forms) == 1 else query(query.OP_SYNONYM, forms)

    def _with(self, words: Any, chosen: Mapping[str, tuple[str, ...]]) -> Any:
        query = self._xapian.Query
        for facet, values in chosen.items():
            either = query(query.OP_OR, [query(_term(facet, value)) for value in values])
            words = query(query.OP_FILTER, words, either)
        return words

    def _run(
        self, asked: Interaction, query: Any, facets: list[str], rows: int
    ) -> tuple[Any, dict[str, Any], Any]:
        xapian = self._xapian
        enquire = xapian.Enquire(self._database)
        if asked.near:
            middle = xapian.LatLongCoords(xapian.LatLongCoord(asked.near.latitude, asked.near.longitude))
            metres = asked.near.kilometres * 1000
            # kept: Xapian itself holds no reference to it
            self._near = xapian.LatLongDistancePostingSource(
                _POINT, middle, xapian.GreatCircleMetric(), metres
            )
            query = xapian.Query(xapian.Query.OP_FILTER, xapian.Query(self._near), query)
        enquire.set_query(query)
        if not asked.text and not asked.near:
            enquire.set_weighting_scheme(xapian.BoolWeight())
        spies = {facet: [xapian.ValueCountMatchSpy(slot) for slot in self._slots[facet]] for facet in facets}
        for spy in (spy for those in spies.values() for spy in those):
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, rows, self._database.get_doccount())
        counts: dict[str, dict[str, int]] = {}
        for facet, those in spies.items():
            held = counts[facet] = {}
            for spy in those:
                for value in spy.values():
                    name = value.term.decode()
                    held[name] = held.get(name, 0) + value.termfreq
        return found, counts, enquire

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The counts as they are."""
        counts: Mapping[str, Mapping[str, int]] = answer.counts
        return counts

    def close(self) -> None:
        """Let the files go."""
        self._database.close()
        self._rows.close()


def _term(facet: str, value: str) -> str:
    return f"X{facet.upper()}:{value}"


PEER = XapianIndex
