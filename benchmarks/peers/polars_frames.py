"""Asks polars: categories, a narrow frame for each facet of many values, and one for the words.

The frame of words is sorted by word: who holds a word, and how much its fields weigh together there, is a
slice, and so are the words with one beginning. Adding slices up takes a third of the time of scanning the
text of each field.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.interactions import Interaction, Meanings, Word
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.source import (
    FACETS,
    MANY_VALUED,
    SHOWN,
    SINGLE_VALUED,
    WEIGHTS,
    read_listings,
)

_LAST = "\U0010ffff"


class PolarsFrames:
    """Columns in memory, counted by value_counts."""

    name = "polars"
    lacks = ""

    def build(self, directory: Path, folder: Path) -> None:
        """Write the frames as Arrow files, which are mapped when they are opened."""
        import polars

        shown: dict[str, list[Any]] = {column: [] for column in SHOWN}
        held: dict[str, list[Any]] = {column: [] for column in (*SINGLE_VALUED, "latitude", "longitude")}
        many: dict[str, tuple[list[int], list[str]]] = {facet: ([], []) for facet in MANY_VALUED}
        known: defaultdict[str, int] = defaultdict(lambda: len(known))
        word_codes, word_places, word_weights = array("I"), array("I"), array("B")
        vectors: dict[str, list[float | None]] = {axis: [] for axis in "xyz"}
        for place, row in enumerate(read_listings(directory)):
            for column in SHOWN:
                shown[column].append(getattr(row, column))
            weights: Counter[str] = Counter()
            for words, weight in zip(row.words, WEIGHTS.values(), strict=True):
                for word in words.split():
                    weights[word] += weight
            for word, weight in weights.items():
                word_codes.append(known[word])
                word_places.append(place)
                word_weights.append(min(weight, 255))
            held["latitude"].append(row.latitude)
            held["longitude"].append(row.longitude)
            for axis, part in zip("xyz", row.vector, strict=True):
                vectors[axis].append(part)
            for facet in SINGLE_VALUED:
                held[facet].append(row.facets[facet][0])
            for facet in MANY_VALUED:
                places, values = many[facet]
                places += [place] * len(row.facets[facet])
                values += row.facets[facet]
        categories = [polars.col(facet).cast(polars.Categorical) for facet in SINGLE_VALUED]
        frame = polars.DataFrame({**shown, **held, **vectors})
        floats = [polars.col(axis).cast(polars.Float32) for axis in ("latitude", "longitude", *"xyz")]
        frame.with_columns(*categories, *floats).write_ipc(folder / "listings.arrow")
        for facet, (places, values) in many.items():
            narrow = polars.DataFrame({"place": polars.Series(places, dtype=polars.UInt32), "value": values})
            narrow.with_columns(polars.col("value").cast(polars.Categorical)).write_ipc(
                folder / f"{facet}.arrow"
            )
        names = polars.DataFrame({"word": list(known), "code": range(len(known))}).sort("word")
        ranks = names.with_row_index("rank").sort("code")["rank"]
        words = polars.DataFrame(
            {
                "rank": ranks.gather(polars.Series(word_codes, dtype=polars.UInt32)),
                "place": polars.Series(word_places, dtype=polars.UInt32),
                "weight": polars.Series(word_weights, dtype=polars.UInt8),
            }
        ).sort("rank", "place")
        names.select("word").with_columns(
            start=words["rank"].search_sorted(polars.arange(0, len(names), eager=True))
        ).write_ipc(folder / "words.arrow")
        words.select("place", "weight").write_ipc(folder / "held.arrow")

    def open(self, directory: Path, folder: Path) -> None:  # noqa: ARG002
        """Map the frames."""
        import polars

        self._polars = polars
        self._frame = polars.read_ipc(folder / "listings.arrow")
        words = polars.read_ipc(folder / "words.arrow")
        self._words = words["word"].to_list()
        self._held_words = polars.read_ipc(folder / "held.arrow")
        self._starts = [*words["start"].to_list(), len(self._held_words)]
        self._many = {facet: polars.read_ipc(folder / f"{facet}.arrow") for facet in MANY_VALUED}

    def ask(self, asked: Interaction) -> Answer:
        """Find by masks, count by value_counts."""
        frame, polars = self._frame, self._polars
        base = polars.repeat(value=True, n=len(frame), eager=True, dtype=polars.Boolean)
        away, weighed = None, None
        if asked.wanted:
            weighed = self._together(map(self._either, asked.wanted))
            base = polars.repeat(value=False, n=len(frame), eager=True, dtype=polars.Boolean)
            base = base.scatter(weighed["place"], True)
        if asked.near:
            away = sum(
                (frame[axis] - middle) ** 2 for axis, middle in zip("xyz", asked.near.vector, strict=True)
            )
            base = base & (away <= asked.near.squared_chord).fill_null(value=False)
        holding = {facet: self._holding(facet, values) for facet, values in asked.chosen.items()}
        found = base
        for mask in holding.values():
            found = found & mask
        counts = {}
        for facet in FACETS:
            counted = found
            if facet in holding:
                counted = base
                for other, mask in holding.items():
                    if other != facet:
                        counted = counted & mask
            counts[facet] = self._counts(facet, counted)
        hits = found.arg_true()
        if away is not None:
            first = hits.gather(away.gather(hits).arg_sort()[:FIRST_ROWS])
        elif weighed is not None:
            weights = polars.repeat(0, n=len(frame), eager=True, dtype=polars.UInt32)
            weights = weights.scatter(weighed["place"], weighed["weight"]).gather(hits)
            first = polars.DataFrame({"hit": hits, "weight": weights}).top_k(FIRST_ROWS, by="weight")["hit"]
        else:
            first = hits[:FIRST_ROWS]
        rows = frame[first].select(SHOWN).rows()
        points = frame.select("latitude", "longitude")[hits].drop_nulls().to_numpy()
        return Answer(len(hits), counts, rows, points)

    def _either(self, meanings: Meanings) -> Any:
        """Who holds one of the phrases, and how much that weighs."""
        alone = [phrase[0] for phrase in meanings if len(phrase) == 1]
        either = [self._holders(alone)] if alone else []
        either += [
            self._together(self._holders([word]) for word in phrase) for phrase in meanings if len(phrase) > 1
        ]
        return either[0] if len(either) == 1 else _summed(self._polars.concat(either))

    def _holders(self, words: Iterable[Word]) -> Any:
        slices = [span for word in words for span in self._spans(word)]
        return _summed(self._polars.concat([self._held_words[:0], *slices]))

    def _spans(self, word: Word) -> Iterator[Any]:
        start = word.beginning
        spans = [(form, f"{form} ") for form in word.forms if not (start and form.startswith(start))]
        for first, last in [*spans, (start, start + _LAST)] if start else spans:
            begin, end = (self._starts[bisect_left(self._words, end)] for end in (first, last))
            yield self._held_words[begin:end]

    def _together(self, frames: Iterable[Any]) -> Any:
        """Those in all of the frames, with the sum of what they weigh there."""
        held = list(frames)
        for other in held[1:]:
            both = held[0].join(other, on="place")
            held[0] = both.select("place", weight=both["weight"] + both["weight_right"])
        return held[0]

    def _holding(self, facet: str, values: tuple[str, ...]) -> Any:
        if facet not in MANY_VALUED:
            return self._frame[facet].is_in(values)
        many, polars = self._many[facet], self._polars
        mask = polars.repeat(value=False, n=len(self._frame), eager=True, dtype=polars.Boolean)
        return mask.scatter(many["place"].filter(many["value"].is_in(values)), True)

    def _counts(self, facet: str, counted: Any) -> Any:
        if facet not in MANY_VALUED:
            return self._frame[facet].filter(counted).value_counts()
        many = self._many[facet]
        return many["value"].filter(counted.gather(many["place"])).value_counts()

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The frames of counts as they are."""
        return {facet: dict(frame.rows()) for facet, frame in answer.counts.items()}

    def close(self) -> None:
        """Nothing to end."""


def _summed(weighed: Any) -> Any:
    """One row a place."""
    import polars

    return weighed.group_by("place").agg(polars.col("weight").cast(polars.UInt32).sum())


PEER = PolarsFrames
