"""Finds words of the directory: the same, those that begin alike, and other forms of one word."""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from peer_desktop.directory.index_file import Array, lines_of
from peer_desktop.directory.known_words import KnownWords
from peer_desktop.directory.language import Language
from peer_desktop.directory.tokens import stems_of

_LAST = "\U0010ffff"
_MANY = 20
_RELATED_FROM = 6
"""Letters a word must have to be found by its beginning."""


class Vocabulary:
    """The sorted words of a directory. A word is spoken of by its rank."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.words: Sequence[str] = lines_of(arrays["words"])
        self._listings = arrays["word_listings"]
        self.known = KnownWords(arrays)
        """Words of the two languages, whether the directory has them or not."""
        self._size: int = arrays["usual_impacts"].shape[1]
        self._uncapitalized = arrays["uncapitalized"]
        self._headwords = arrays["headwords"]
        self._stems = [
            (lines_of(arrays[f"stems_{name}"]), arrays[f"stem_starts_{name}"], arrays[f"stem_words_{name}"])
            for name in ("english", "french")
        ]

    def same(self, word: str) -> range:
        """The word itself, if the directory has it."""
        rank = bisect_left(self.words, word)
        return range(rank, rank + (rank < len(self.words) and self.words[rank] == word))

    def beginning_with(self, start: str) -> range:
        """All words that begin like this; their ranks are neighbours."""
        low = bisect_left(self.words, start)
        return range(low, bisect_left(self.words, start + _LAST, low))

    def of_the_same_stem(self, word: str, languages: Collection[Language] = tuple(Language)) -> set[int]:
        """Words that are another form of this one, in English or in French.

        A name is found from its plural only: who carries (porter) something does not ask for Port Stanley. An
        English word has no French forms: who wants care does not ask for a career.
        """
        if len(word) < 3:
            return set()
        words, common = self.words, self._uncapitalized
        own = self.known.languages_of(word) or languages
        found: set[int] = set()
        for language, (stems, starts, members), stem in zip(
            tuple(Language), self._stems, stems_of(word), strict=True
        ):
            place = bisect_left(stems, stem)
            if language in languages and place < len(stems) and stems[place] == stem:
                forms = members[starts[place] : starts[place + 1]].tolist()
                found.update(rank for rank in forms if language in own or _same_but_for_s(word, words[rank]))
        return {rank for rank in found if common[rank] or _same_but_for_s(word, words[rank])}

    def has_but_for_s(self, word: str) -> bool:
        """Whether the directory has this word, or it but for the s of a plural."""
        if self.same(word) or not word.endswith("s"):
            return bool(self.same(word) or self.same(f"{word}s"))
        return not word.endswith("ss") and bool(self.same(word[:-1]))

    def related_to(self, word: str) -> list[int]:
        """Words that share most of this one, the commonest first: paramedic for paramédique."""
        if len(word) < _RELATED_FROM:
            return []
        start = word[: max(_RELATED_FROM - 1, len(word) - 3)]
        found = [rank for rank in self.beginning_with(start) if len(self.words[rank]) <= len(word) + 3]
        return sorted(found, key=self.listings_with, reverse=True)

    def is_held_by_many(self, word: str) -> bool:
        """Whether every twentieth listing or more holds just this word."""
        return any(self.listings_with(rank) * _MANY > self._size for rank in self.same(word))

    def is_headword(self, word: str, languages: Collection[Language]) -> bool:
        """Whether a form of this word stands in a name, an organization, a label or a place."""
        ranks = {*self.same(word), *self.of_the_same_stem(word, languages)}
        return any(self._headwords[rank] for rank in ranks)

    def is_common(self, word: str) -> bool:
        """Whether the listings also use this word as no name: Hope is a town, and hope is not."""
        return any(self._uncapitalized[rank] for rank in self.same(word))

    def listings_with(self, rank: int) -> int:
        """In how many listings a word stands."""
        return int(self._listings[rank])


def _same_but_for_s(one: str, other: str) -> bool:
    return one.removesuffix("s") == other.removesuffix("s")
