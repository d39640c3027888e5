"""Asks tantivy: folded text in two weights, values as fast fields, one aggregation for each open facet."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.interactions import Interaction, Phrase, Word
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.listed_rows import ListedRows
from benchmarks.peers.source import FACETS, read_listings

_STRONG = 4.0
_MEMORY = 512_000_000


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
            document.add_text("strong", row.strong)
            document.add_text("body", row.body)
            for facet, values in row.facets.items():
                for value in values:
                    document.add_text(facet, value)
            if row.latitude is not None:
                document.add_float("latitude", row.latitude)
                document.add_float("longitude", row.longitude)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self, directory: Path, folder: Path) -> None:
        """Open the index; hold the coordinates in memory, since reading them from it is slower."""
        import tantivy

        self._tantivy = tantivy
        self._index = tantivy.Index.open(str(folder / "index"))
        _fold(self._index)
        self._searcher = self._index.searcher()
        self._schema = self._index.schema
        self._rows = ListedRows(directory)

    def ask(self, asked: Interaction) -> Answer:
        """Count the open facets in one pass and each ticked facet in one of its own, then read."""
        base = self._words(asked) + self._circle(asked)
        found = self._all(base, asked.chosen)
        counts = self._counts(found, [facet for facet in FACETS if facet not in asked.chosen])
        for facet in asked.chosen:
            others = {one: values for one, values in asked.chosen.items() if one != facet}
            counts |= self._counts(self._all(base, others), [facet])
        best = self._searcher.search(found, FIRST_ROWS, count=True)
        numbers = [
            _first(held) for held in self._searcher.fast_field_values("number", [at for _, at in best.hits])
        ]
        rows = self._rows.read(numbers)
        points: Sequence[Any] = ()
        if best.count:
            hits = self._searcher.search(found, best.count, count=False, order_by_field="number").hits
            points = self._rows.points(np.fromiter((hit[0] for hit in hits), np.int64, len(hits)))
        return Answer(best.count, counts, rows, points)

    def _words(self, asked: Interaction) -> list[tuple[Any, Any]]:
        must = self._tantivy.Occur.Must
        return [(must, self._any(self._phrase(phrase) for phrase in meanings)) for meanings in asked.wanted]

    def _phrase(self, phrase: Phrase) -> Any:
        must = self._tantivy.Occur.Must
        words = [self._any(self._terms(word)) for word in phrase]
        return self._tantivy.Query.boolean_query([(must, word) for word in words])

    def _terms(self, word: Word) -> Iterator[Any]:
        query = self._tantivy.Query
        for field, boost in (("strong", _STRONG), ("body", 1.0)):
            for form in word.forms:
                if not (word.beginning and form.startswith(word.beginning)):
                    yield query.boost_query(query.term_query(self._schema, field, form), boost)
            if word.beginning:
                start = word.beginning
                longer = query.fuzzy_term_query(self._schema, field, start, distance=0, prefix=True)
                yield query.boost_query(longer, boost)

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
        wanted = {facet: {"terms": {"field": facet, "size": 200, "segment_size": 200}} for facet in facets}
        answer = self._searcher.aggregate(found, wanted)
        counts: dict[str, Any] = json.loads(answer) if isinstance(answer, str) else answer
        return counts

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The buckets that are not empty."""
        return {
            facet: {bucket["key"]: bucket["doc_count"] for bucket in found["buckets"] if bucket["doc_count"]}
            for facet, found in answer.counts.items()
        }

    def close(self) -> None:
        """Let the files go."""
        self._rows.close()


def _schema() -> Any:
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("number", stored=False, fast=True, indexed=True)
    for field in ("strong", "body"):
        schema.add_text_field(field, stored=False, tokenizer_name="folded")
    for facet in FACETS:
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
