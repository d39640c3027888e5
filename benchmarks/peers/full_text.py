"""Says in SQLite's own terms what an interaction asks: words for FTS5, and a box around a circle."""

import math
from collections.abc import Iterable

from benchmarks.interactions import Interaction, Word
from benchmarks.peers.source import WEIGHTS

RANK = f"bm25({', '.join(f'{weight:.1f}' for weight in WEIGHTS.values())})"
"""How FTS5 ranks a table that has a column for each field."""


def matching(asked: Interaction) -> str:
    """The words for MATCH; empty when there are none."""
    return _all(_any(_all(map(_word, phrase)) for phrase in meanings) for meanings in asked.wanted)


def _word(word: Word) -> str:
    open_ended = [f'"{word.beginning}" *'] if word.beginning else []
    return _any([f'"{form}"' for form in word.forms] + open_ended)


def _any(parts: Iterable[str]) -> str:
    return _joined(" OR ", parts)


def _all(parts: Iterable[str]) -> str:
    return _joined(" AND ", parts)


def _joined(between: str, parts: Iterable[str]) -> str:
    held = list(parts)
    return held[0] if len(held) == 1 else between.join(f"({part})" for part in held)


def box_around(asked: Interaction) -> tuple[float, float, float, float]:
    """West, east, south and north ends that hold the circle of an interaction, in degrees."""
    around = asked.near
    if around is None:
        raise ValueError(asked)
    up = around.kilometres / 111.0
    across = up / math.cos(math.radians(min(abs(around.latitude) + up, 89)))
    return (
        around.longitude - across,
        around.longitude + across,
        around.latitude - up,
        around.latitude + up,
    )
