"""Measures how often a word with one slip of the keyboard is still understood.

    python -m benchmarks.slips

Every word of the shipped listings that has six letters or more and is a word of English or French gets one
slip at random, always the same for one seed: a letter missed, doubled, swapped with the next, a neighbouring
key, a wrong vowel. Said is how often the word that was meant is searched, in any of its forms; how often the
slip is a right spelling of another word and stays as typed; how often it is taken for another word; and how
often nothing is mended.
"""

import argparse
import random
from collections import Counter
from datetime import date

from peer_desktop import paths
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.query import Query
from peer_desktop.directory.tokens import stems_of

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = "aeiouy"
_LEAST_LETTERS = 6
MEANT, RIGHT, ANOTHER, AS_TYPED = "the word that was meant", "a right spelling", "another word", "as typed"


def slip(word: str, rng: random.Random) -> str:
    """The word with one slip; never the word itself."""
    ways = (_missed, _doubled, _swapped, _next_key, _wrong_vowel)
    for way in rng.sample(ways, len(ways)):
        wrong = way(word, rng)
        if wrong != word:
            return wrong
    return word + word[-1]


def _missed(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def _swapped(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _next_key(word: str, rng: random.Random) -> str:
    at = rng.randrange(len(word))
    for row in _KEYS:
        place = row.find(word[at])
        if place >= 0:
            beside = row[max(place - 1, 0) : place] + row[place + 1 : place + 2]
            return word[:at] + rng.choice(beside) + word[at + 1 :]
    return word


def _wrong_vowel(word: str, rng: random.Random) -> str:
    places = [at for at, letter in enumerate(word) if letter in _VOWELS]
    if not places:
        return word
    at = rng.choice(places)
    return word[:at] + rng.choice(_VOWELS.replace(word[at], "")) + word[at + 1 :]


def measure(seed: int) -> Counter[str]:
    """How many slips ended how."""
    rng = random.Random(seed)
    directory = Directory.open(paths.shipped_directory(), today=date.today())
    vocabulary = directory._asking._reader._vocabulary
    ends: Counter[str] = Counter()
    for rank, word in enumerate(vocabulary.words):
        held = vocabulary.listings_with(rank) and vocabulary.known.languages_of(word)
        if len(word) < _LEAST_LETTERS or not word.isalpha() or not held:
            continue
        wrong = slip(word, rng)
        mended = directory.search(Query(f"{wrong} ")).corrections.get(wrong)
        if set(stems_of(mended or wrong)) & set(stems_of(word)):
            ends[MEANT] += 1
        elif mended:
            ends[ANOTHER] += 1
        else:
            ends[RIGHT if vocabulary.known.is_right(wrong) or vocabulary.same(wrong) else AS_TYPED] += 1
    directory.close()
    return ends


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    ends = measure(parser.parse_args().seed)
    print(f"{ends.total():,} words, one slip each")
    for end in (MEANT, RIGHT, ANOTHER, AS_TYPED):
        print(f"{end:28}{ends[end] / ends.total():>7.1%}")


if __name__ == "__main__":
    main()
