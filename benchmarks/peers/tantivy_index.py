"""Asks tantivy: a text field for each weight, values as fast fields that are counted in aggregations.

Ranking needs the five fields: one field of all words would tell neither a name from a description nor an
organization from a topic. What is found, counted and put on the map needs no rank, so that it is asked of one
more field, which holds every word once.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.interactions import Interaction, Phrase, Word
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.listed_rows import ListedRows, write_rows
from benchmarks.peers.source import FACETS, MANY_VALUED, WEIGHTS, read_listings

_MEMORY = 512_000_000
_EVERY, _MANY = "every", "many"
"""The field of all words, and that of all values of facets that have many: one that has six facets is counted
in half the time of six."""
_TOTAL = "total"
_BEGINNINGS, _LENGTHS = "beginnings", (1, 2, 3)
"""The field of all beginnings of so many letters, which thousands of words have."""


class TantivyIndex:
    """Finds and counts with tantivy, reads rows from SQLite."""

    name = "tantivy"
    lacks = "takes a box for a circle"

    def build(self, directory: Path, folder: Path) -> None:
        """Write the index with one thread, then merge it."""
        import tantivy

        (folder / "index").mkdir()
        index = tantivy.Index(_schema(), path=str(folder / "index"))
        _fold(index)
        writer = index.writer(_MEMORY, 1)
        for row in read_listings(directory):
            document = tantivy.Document()
            document.add_unsigned("number", row.number)
            for field, words in zip(WEIGHTS, row.words, strict=True):
                document.add_text(field, words)
            document.add_text(_EVERY, row.every_word)
            beginnings = {word[:length] for word in row.every_word.split() for length in _LENGTHS}
            document.add_text(_BEGINNINGS, " ".join(beginnings))
            for facet, values in row.facets.items():
                for value in values:
                    document.add_text(facet, value)
                    if facet in MANY_VALUED:
                        document.add_text(_MANY, f"{facet}={value}")
            if row.latitude is not None:
                document.add_float("latitude", row.latitude)
                document.add_float("longitude", row.longitude)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        write_rows(directory, folder)

    def open(self, directory: Path, folder: Path) -> None:  # noqa: ARG002
        """Open the index; hold the coordinates in memory, since reading them from it is slower."""
        import tantivy

        self._tantivy = tantivy
        self._index = tantivy.Index.open(str(folder / "index"))
        _fold(self._index)
        self._searcher = self._index.searcher()
        self._schema = self._index.schema
        self._on_the_map = tantivy.Query.exists_query("latitude")
        self._rows = ListedRows(folder)

    def ask(self, asked: Interaction) -> Answer:
        """Count the open facets in one pass and each ticked facet in one of its own, then rank and read."""
        circle = self._circle(asked)
        base = self._words(asked, [_EVERY]) + circle
        found = self._all(base, asked.chosen)
        counts = self._counts(found, [facet for facet in FACETS if facet not in asked.chosen])
        total = int(counts[_TOTAL]["value"])
        for facet in asked.chosen:
            others = {one: values for one, values in asked.chosen.items() if one != facet}
            counts |= self._counts(self._all(base, others), [facet])
        ranked = self._all(self._words(asked, WEIGHTS) + circle, asked.chosen)
        best = self._searcher.search(ranked, FIRST_ROWS, count=False).hits
        numbers = map(_first, self._searcher.fast_field_values("number", [at for _, at in best]))
        rows = self._rows.read(list(numbers))
        points: Sequence[Any] = ()
        if total:
            must = self._tantivy.Occur.Must
            placed = self._tantivy.Query.boolean_query([(must, found), (must, self._on_the_map)])
            hits = self._searcher.search(placed, total, count=False, order_by_field="number").hits
            points = self._rows.points(np.fromiter(map(itemgetter(0), hits), np.int64, len(hits)))
        return Answer(total, counts, rows, points)

    def _words(self, asked: Interaction, fields: Iterable[str]) -> list[tuple[Any, Any]]:
        must = self._tantivy.Occur.Must
        return [
            (must, self._any(self._phrase(phrase, fields) for phrase in meanings))
            for meanings in asked.wanted
        ]

    def _phrase(self, phrase: Phrase, fields: Iterable[str]) -> Any:
        must = self._tantivy.Occur.Must
        words = [self._any(self._terms(word, fields)) for word in phrase]
        return self._tantivy.Query.boolean_query([(must, word) for word in words])

    def _terms(self, word: Word, fields: Iterable[str]) -> Iterator[Any]:
        query = self._tantivy.Query
        for field in fields:
            how, weight = ("freq", float(WEIGHTS[field])) if field in WEIGHTS else ("basic", 1.0)
            for form in word.forms:
                if not (word.beginning and form.startswith(word.beginning)):
                    yield query.boost_query(query.term_query(self._schema, field, form, how), weight)
            start = word.beginning
            if start and field == _EVERY and len(start) in _LENGTHS:
                yield query.term_query(self._schema, _BEGINNINGS, start, "basic")
            elif start:
                longer = query.fuzzy_term_query(self._schema, field, start, distance=0, prefix=True)
                yield query.boost_query(longer, weight)

    def _any(self, queries: Iterable[Any]) -> Any:
        should = self._tantivy.Occur.Should
        held = [(should, query) for query in queries]
        return held[0][1] if len(held) == 1 else self._tantivy.Query.boolean_query(held)

    def _circle(self, asked: Interaction) -> list[tuple[Any, Any]]:
        if asked.near is None:
            return []
        around, kind = asked.near, self._tantivy.FieldType.Float
        up = around.kilometres / 111.2
        across = up / math.cos(math.radians(around.latitude))
        query, must = self._tantivy.Query.range_query, self._tantivy.Occur.Must
        middle = (("latitude", around.latitude, up), ("longitude", around.longitude, across))
        return [(must, query(self._schema, name, kind, at - far, at + far)) for name, at, far in middle]

    def _all(self, base: list[tuple[Any, Any]], chosen: Mapping[str, tuple[str, ...]]) -> Any:
        query, must = self._tantivy.Query, self._tantivy.Occur.Must
        parts = list(base)
        for facet, values in chosen.items():
            held = query.term_set_query(self._schema, facet, list(values))
            parts.append((must, query.const_score_query(held, 0.0)))
        return query.boolean_query(parts) if parts else query.all_query()

    def _counts(self, found: Any, facets: Sequence[str]) -> dict[str, Any]:
        together = len(set(facets) & set(MANY_VALUED)) > 1
        fields = [*set(facets).difference(MANY_VALUED), _MANY] if together else facets
        wanted: dict[str, Any] = {
            field: {"terms": {"field": field, "size": 400, "segment_size": 400}} for field in fields
        }
        wanted[_TOTAL] = {"value_count": {"field": "number"}}
        answer = self._searcher.aggregate(found, wanted)
        counts: dict[str, Any] = json.loads(answer) if isinstance(answer, str) else answer
        return counts

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The buckets that are not empty, those of the facets together told apart."""
        counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        for field, found in answer.counts.items():
            for bucket in found.get("buckets", ()):
                key = bucket["key"] if field == _MANY else f"{field}={bucket['key']}"
                facet, _, value = key.partition("=")
                if bucket["doc_count"] and (field == facet or facet not in answer.counts):
                    counts[facet][value] = bucket["doc_count"]
        return counts

    def close(self) -> None:
        """Let the files go."""
        self._rows.close()


def _schema() -> Any:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("number", stored=False, fast=True, indexed=True)
    for field in WEIGHTS:
        schema.add_text_field(field, stored=False, tokenizer_name="folded", index_option="freq")
    for field in (_EVERY, _BEGINNINGS):
        schema.add_text_field(field, stored=False, tokenizer_name="folded", index_option="basic")
    for facet in (*FACETS, _MANY):
        schema.add_text_field(facet, stored=False, tokenizer_name="raw", fast=True, index_option="basic")
    for field in ("latitude", "longitude"):
        schema.add_float_field(field, indexed=True, fast=True)
    return schema.build()


def _fold(index: Any) -> None:
    import tantivy

    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    folded = words.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build()
    index.register_tokenizer("folded", folded)


def _first(held: Any) -> int:
    return held[0] if isinstance(held, list) else held


PEER = TantivyIndex
