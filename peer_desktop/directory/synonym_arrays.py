"""Derives from the table of synonyms what `Synonyms` looks up, so that no start reads thousands of rows."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

import numpy as np

from peer_desktop.directory.index_file import Array, as_lines
from peer_desktop.directory.stop_words import NEGATIONS, content_of
from peer_desktop.directory.tokens import Phrase, stems_of, words_of

Row = tuple[str, str, bool]
"""said, means, both ways"""


def synonym_arrays(rows: Iterable[Row]) -> dict[str, Array]:
    """Every phrase by its words and by their stems, and for each what else to search for.

    A phrase stands for all of its group (same), and for the groups its own leads on to (related).
    """
    groups, onward, written = _read(rows)
    places = {phrase: place for place, phrase in enumerate(groups)}
    keys: defaultdict[str, list[int]] = defaultdict(list)
    same: list[list[int]] = []
    related: list[list[int]] = []
    for phrase, group in groups.items():
        targets = dict.fromkeys(target for leading in group for target in onward.get(leading, ()))
        members = dict.fromkeys(member for target in targets for member in groups[target])
        same.append([places[other] for other in group if other != phrase])
        related.append([places[other] for other in members if other != phrase])
        if same[-1] or related[-1]:
            for words in dict.fromkeys((phrase, *_worth_alone(phrase))):
                for key in (exact_key(words), plural_key(words), *stem_keys(words)):
                    keys[key].append(places[phrase])
    arrays: dict[str, Array] = {
        "synonym_phrases": as_lines(written[phrase] for phrase in groups),
        "synonym_keys": as_lines(keys),
        "synonym_longest": np.array([max(map(len, groups), default=1)], np.int32),
    }
    for name, lists in (("of_key", list(keys.values())), ("same", same), ("related", related)):
        arrays[f"synonym_{name}_starts"] = np.cumsum([0, *map(len, lists)], dtype=np.int32)
        arrays[f"synonym_{name}"] = np.array(list(chain.from_iterable(lists)), np.int32)
    return arrays


def exact_key(words: Phrase) -> str:
    """What a phrase is kept by as it is written."""
    return " ".join(words)


def stem_keys(words: Phrase) -> tuple[str, str]:
    """What a phrase is kept by in any form: its English stems, and its French stems."""
    english, french = zip(*map(stems_of, words), strict=True)
    return f"en:{' '.join(english)}", f"fr:{' '.join(french)}"


def plural_key(words: Phrase) -> str:
    """What a phrase is kept by whether it is one or several, in any language."""
    return f"s:{' '.join(word.removesuffix('s') for word in words)}"


def _read(
    rows: Iterable[Row],
) -> tuple[dict[Phrase, list[Phrase]], defaultdict[Phrase, list[Phrase]], dict[Phrase, str]]:
    """Every phrase with its group, what leads on from it, and how it is written."""
    groups: dict[Phrase, list[Phrase]] = {}
    onward: defaultdict[Phrase, list[Phrase]] = defaultdict(list)
    written: dict[Phrase, str] = {}
    for said, means, both_ways in rows:
        one, other = tuple(words_of(said)), tuple(words_of(means))
        if not one or not other or one == other:
            continue
        for phrase, text in ((one, said), (other, means)):
            groups.setdefault(phrase, [phrase])
            written.setdefault(phrase, text)
        if not both_ways:
            onward[one].append(other)
        elif groups[one] is not groups[other]:
            groups[one].extend(groups[other])
            for phrase in groups[other]:
                groups[phrase] = groups[one]
    return groups, onward, written


def _worth_alone(phrase: Phrase) -> tuple[Phrase, ...]:
    """The phrase without its small words, where what is left still says as much: *came home* does not."""
    if not NEGATIONS.isdisjoint(phrase):
        return ()
    content = content_of(phrase)
    return (content,) if len(content) > 1 else ()
