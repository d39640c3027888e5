"""Asks Xapian: terms that weigh by their field, values as boolean terms and in slots that are counted.

A word is one term, as often in a document as its fields weigh together, which is how Xapian itself weighs
fields; a prefix for each field would find and rank the same with five lists in place of one.
"""

import shutil
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.interactions import Interaction, Word
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.listed_rows import ListedRows, write_rows
from benchmarks.peers.source import FACETS, WEIGHTS, read_listings

_LONGEST_TERM = 60
_BEGINS, _SHORT = "B", 3
"""A beginning of so many letters is a term of its own, since thousands of words have it."""
_COUNTED_TOGETHER = (
    ("audience",),
    ("topic",),
    ("serves",),
    ("format", "structure", "language"),
    ("formality", "frequency", "duration", "cost"),
    ("setting", "identity", "checked", "source_age", "kind", "peer_evidence"),
)
"""The facets of each slot: what takes time is how many slots are read for each hit, while the values that
stand together in one are told apart once for all hits that have the same."""
_SLOTS = {facet: slot for slot, facets in enumerate(_COUNTED_TOGETHER) for facet in facets}
_POINT = len(_COUNTED_TOGETHER)


class XapianIndex:
    """Finds and counts with Xapian, reads rows from SQLite."""

    name = "Xapian"
    lacks = ""

    def build(self, directory: Path, folder: Path) -> None:
        """Write the database, then make it compact."""
        import xapian

        loose = folder / "loose"
        database = xapian.WritableDatabase(str(loose), xapian.DB_CREATE_OR_OVERWRITE)
        for row in read_listings(directory):
            document = xapian.Document()
            weights: Counter[str] = Counter()
            for words, weight in zip(row.words, WEIGHTS.values(), strict=True):
                for word in words.split():
                    weights[word[:_LONGEST_TERM]] += weight
                    for length in range(1, min(len(word), _SHORT) + 1):
                        weights[_BEGINS + word[:length]] += weight
            for term, weight in weights.items():
                document.add_term(term, weight)
            for facet, values in row.facets.items():
                for value in values:
                    document.add_boolean_term(_term(facet, value))
            for slot, facets in enumerate(_COUNTED_TOGETHER):
                document.add_value(slot, "|".join(" ".join(row.facets[facet]) for facet in facets))
            if row.latitude is not None:
                point = xapian.LatLongCoord(row.latitude, row.longitude)
                document.add_value(_POINT, xapian.LatLongCoords(point).serialise())
            database.replace_document(row.number, document)
        database.commit()
        database.compact(str(folder / "index"))
        database.close()
        shutil.rmtree(loose)
        write_rows(directory, folder)

    def open(self, directory: Path, folder: Path) -> None:  # noqa: ARG002
        """Open the database; hold the coordinates in memory, since reading them from it is slower."""
        import xapian

        self._xapian = xapian
        self._database = xapian.Database(str(folder / "index"))
        self._rows = ListedRows(folder)

    def ask(self, asked: Interaction) -> Answer:
        """Rank, find and count the open facets in one pass, and each ticked facet in one of its own."""
        words = self._words(asked)
        open_facets = [facet for facet in FACETS if facet not in asked.chosen]
        everything = self._database.get_doccount()
        hits, counts = self._run(asked, self._with(words, asked.chosen), open_facets, everything)
        for facet in asked.chosen:
            others = {one: values for one, values in asked.chosen.items() if one != facet}
            counts |= self._run(asked, self._with(words, others), [facet], 0)[1]
        numbers = _numbers(hits)
        rows = self._rows.read(numbers[:FIRST_ROWS].tolist())
        return Answer(len(numbers), counts, rows, self._rows.points(numbers))

    def _words(self, asked: Interaction) -> Any:
        query = self._xapian.Query
        wanted = [
            query(query.OP_OR, [query(query.OP_AND, list(map(self._word, phrase))) for phrase in meanings])
            for meanings in asked.wanted
        ]
        return query(query.OP_AND, wanted) if wanted else query("")

    def _word(self, word: Word) -> Any:
        query = self._xapian.Query
        start = word.beginning
        forms = [query(form) for form in word.forms if not (start and form.startswith(start))]
        if start:
            if len(start) <= _SHORT:
                forms.append(query(_BEGINS + start))
            else:
                limits = (0, query.WILDCARD_LIMIT_ERROR, query.OP_SYNONYM)
                forms.append(query(query.OP_WILDCARD, start, *limits))
        return forms[0] if len(forms) == 1 else query(query.OP_SYNONYM, forms)

    def _with(self, words: Any, chosen: Mapping[str, tuple[str, ...]]) -> Any:
        query = self._xapian.Query
        for facet, values in chosen.items():
            either = query(query.OP_OR, [query(_term(facet, value)) for value in values])
            words = query(query.OP_FILTER, words, either)
        return words

    def _run(
        self, asked: Interaction, query: Any, facets: list[str], hits: int
    ) -> tuple[Any, dict[str, Any]]:
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
        if not hits or not (asked.text or asked.near):
            enquire.set_weighting_scheme(xapian.BoolWeight())
        spies = {slot: xapian.ValueCountMatchSpy(slot) for slot in {_SLOTS[facet] for facet in facets}}
        for spy in spies.values():
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, hits, self._database.get_doccount())
        counts: dict[str, dict[str, int]] = {facet: defaultdict(int) for facet in facets}
        for slot, spy in spies.items():
            for together in spy.values():
                often, held = together.termfreq, together.term.decode().split("|")
                for facet, values in zip(_COUNTED_TOGETHER[slot], held, strict=True):
                    if facet in counts:
                        for value in values.split():
                            counts[facet][value] += often
        return found, counts

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


def _numbers(hits: Any) -> NDArray[np.int64]:
    """The numbers of all hits, without an object of Python for each: a seventh of the time."""
    at = hits._begin()
    number, go_on = at.get_docid, at.__next__
    numbers = np.empty(hits.size(), np.int64)
    for place in range(len(numbers)):
        numbers[place] = number()
        go_on()
    return numbers


PEER = XapianIndex
