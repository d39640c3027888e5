"""Asks this program."""

import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from benchmarks.interactions import Interaction, Meanings, Word
from benchmarks.peers import FIRST_ROWS, Answer
from benchmarks.peers.source import DAY
from benchmarks.same_words import write_words
from peer_desktop.directory.bits import count_rows
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.matching import Wanted
from peer_desktop.directory.query import Choice, Place, Query
from peer_desktop.directory.tokens import stems_of
from peer_desktop.directory.vocabulary import Vocabulary


class Ours:
    """The core, as the window asks it, with slips, word forms, synonyms and places switched on."""

    name = "this program"
    lacks = ""

    def build(self, directory: Path, folder: Path) -> None:
        """Let the core derive its index, and keep it."""
        self.renew(directory, folder)

    def renew(self, directory: Path, folder: Path) -> None:
        """Derive the index again where the core finds that it no longer belongs; tell peers its words."""
        self.open(directory, folder)
        write_words(directory)
        self.close()

    def understood(self, asked: Interaction) -> tuple[Meanings, ...]:
        """What the text of an interaction asks for, with all that means the same."""
        asking = self._directory._asking
        match = asking.understand(_query(asked)).match
        if match is None:
            return ()
        matcher = asking._matcher
        parts = matcher._worth_asking([part for part in match.wanted if part.part.asked])
        return tuple(_meanings(part, matcher._vocabulary) for part in parts)

    def open(self, directory: Path, folder: Path) -> None:
        """Open the directory with its index in place."""
        self._directory = Directory.open(directory, today=DAY, index_folder=folder)

    def ask(self, asked: Interaction) -> Answer:
        """Search, and read the first rows."""
        query = _query(asked)
        results = self._directory.search(query)
        rows = self._directory.rows(results.numbers[:FIRST_ROWS].tolist())
        return Answer(results.total, results.counts, rows, results.points.coordinates)

    def forget(self) -> None:
        """Forget the words and towns that were looked up: every interaction is then the first of its kind."""
        directory = self._directory
        reader = directory._asking._reader
        spelling = [known.languages_of for known in (reader._vocabulary.known, reader._synonyms._known)]
        of_words = (directory._asking._matcher._kept, stems_of, *spelling)
        for remembered in (*of_words, directory._gazetteer.named, directory._serving.chords_from):
            remembered.cache_clear()

    def limit(self) -> float:
        """Milliseconds of one pass over the bits of all facet values: the least that counting can cost."""
        rows = self._directory._arrays["bits"]
        everyone = np.full(rows.shape[1], 0xFFFFFFFFFFFFFFFF, np.uint64)
        best = float("inf")
        for _ in range(20):
            began = time.perf_counter()
            count_rows(rows, everyone)
            best = min(best, time.perf_counter() - began)
        return best * 1000

    def plain_counts(self, answer: Answer) -> Mapping[str, Mapping[str, int]]:
        """The counts that are not 0."""
        return {
            facet: {value.value: value.count for value in values if value.count}
            for facet, values in answer.counts.items()
        }

    def close(self) -> None:
        """Let the directory go."""
        self._directory.close()


def _meanings(wanted: Wanted, vocabulary: Vocabulary) -> Meanings:
    """The words of one part, in the forms that were searched, and everything that means the same."""
    part, ranks = wanted.part, list(wanted.ranks)
    own = []
    for place, word in enumerate(part.words):
        ranks.pop(0)
        forms = {word}
        if ranks and isinstance(ranks[0], frozenset):
            forms |= {vocabulary.words[rank] for rank in ranks.pop(0)}
        goes_on = part.being_typed and place == len(part.words) - 1
        own.append(Word(tuple(sorted(forms)), word if goes_on else None))
    others = [tuple(_in_all_forms(word, vocabulary) for word in meaning.words) for meaning in part.means]
    return tuple(phrase for phrase in (tuple(own), *others) if phrase)


def _in_all_forms(word: str, vocabulary: Vocabulary) -> Word:
    forms = {word, *(vocabulary.words[rank] for rank in vocabulary.of_the_same_stem(word))}
    return Word(tuple(sorted(forms)))


def _query(asked: Interaction) -> Query:
    near = None
    if asked.near:
        around = asked.near
        name = Bilingual(around.name, around.name)
        near = Place(name, around.province, around.latitude, around.longitude)
    return Query(
        text=asked.text,
        chosen=frozenset(Choice(facet, value) for facet, values in asked.chosen.items() for value in values),
        near=near,
        within_km=asked.near.kilometres if asked.near else None,
    )


PEER = Ours
