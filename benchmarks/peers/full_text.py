"""Says in SQLite's own terms what an interaction asks: words for FTS5, and a box around a circle."""

import math

from benchmarks.interactions import Interaction
from benchmarks.peers.source import words_asked


def matching(asked: Interaction) -> str:
    """The words for MATCH: all of them, the last one open-ended; empty when there are none."""
    words, typing = words_asked(asked.plain_text)
    marked = [f'"{word}"' for word in words]
    if words and typing:
        marked[-1] += "*"
    return " ".join(marked)


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
