"""Checks the words that mean the same: no empty side, no word that means itself, no circle, no row twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from peer_desktop.directory.folding import fold
from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.findings import Finding
from peer_desktop.exchange.tables import Row, Table


def synonym_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """What would make a search widen to itself for ever, or to nothing."""
    sound: list[tuple[str, str, Row]] = []
    for row in tables["synonyms.csv"]:
        said, means = folded_phrase(row["said"]), folded_phrase(row["means"])
        wrong = False
        for column, phrase in (("said", said), ("means", means)):
            if not any(character.isalnum() for character in phrase):
                wrong = True
                yield row.finding(column, Bilingual("has no word", "ne contient aucun mot"))
        if not wrong and said == means:
            wrong = True
            yield row.finding("means", Bilingual("means itself", "se désigne lui-même"))
        if not wrong:
            sound.append((said, means, row))
    yield from _twice(sound)
    yield from _circles(sound)


def folded_phrase(text: str) -> str:
    """A phrase as it is compared: folded, single spaces."""
    return " ".join(fold(text).split())


def _twice(rows: list[tuple[str, str, Row]]) -> Iterator[Finding]:
    """The same pair again, also when it is turned round and one of the two goes both ways."""
    first: dict[tuple[str, str], Row] = {}
    for said, means, row in rows:
        directions = [(said, means)]
        if row["both_ways"] == "yes":
            directions.append((means, said))
        known = next((first[way] for way in directions if way in first), None)
        if known is not None:
            reason = Bilingual(
                f"row {known.number} says this already", f"la ligne {known.number} le dit déjà"
            )
            yield row.finding("said", reason)
        for way in directions:
            first.setdefault(way, row)


def _circles(rows: list[tuple[str, str, Row]]) -> Iterator[Finding]:
    """Rows of one direction from whose end other rows lead back to their beginning.

    a → b → a is written as one row that goes both ways; pairs that all go both ways may form a ring.
    """
    onward: defaultdict[str, list[str]] = defaultdict(list)
    for said, means, row in rows:
        onward[said].append(means)
        if row["both_ways"] == "yes":
            onward[means].append(said)
    for said, means, row in rows:
        if row["both_ways"] == "no" and (path := _path(onward, means, said)) is not None:
            circle = " → ".join([said, *path])
            reason = Bilingual(
                f"goes in a circle: {circle}; write one row with both_ways yes instead",
                f"tourne en rond : {circle}; écrivez plutôt une seule ligne avec both_ways yes",
            )
            yield row.finding("means", reason)


def _path(onward: Mapping[str, list[str]], start: str, goal: str) -> list[str] | None:
    came_from = {start: ""}
    waiting = [start]
    while waiting:
        phrase = waiting.pop()
        if phrase == goal:
            path = [phrase]
            while came_from[path[-1]]:
                path.append(came_from[path[-1]])
            return path[::-1]
        for means in onward.get(phrase, ()):
            if means not in came_from:
                came_from[means] = phrase
                waiting.append(means)
    return None
