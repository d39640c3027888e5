"""Reads JSON that leaves nothing open: one meaning for every reader, and nothing hidden in its text."""

import json
import math
from typing import Any

from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.cells import readable

Object = dict[str, Any]
"""An object of JSON."""

DEEPEST = 64
_DIGITS = 20


class StrictError(ValueError):
    """The text is not strict JSON; `reason` says why in both languages."""

    def __init__(self, english: str, french: str) -> None:
        self.reason = Bilingual(english, french)
        super().__init__(english)


def strict_object(content: bytes) -> Object:
    """Read one object. Raises StrictError."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise StrictError("it is not UTF-8 text", "ce n'est pas du texte UTF-8") from error
    _measure_depth(text)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_without_twins,
            parse_int=_whole_number,
            parse_float=_finite,
            parse_constant=_no_constant,
        )
    except (json.JSONDecodeError, RecursionError) as error:
        raise StrictError("it is not JSON", "ce n'est pas du JSON") from error
    if not isinstance(value, dict):
        raise StrictError("it is not an object", "ce n'est pas un objet")
    _look_at_texts(value)
    return value


def _measure_depth(text: str) -> None:
    """One pass before the reader, which would follow brackets until Python's stack ends."""
    depth, in_text, escaped = 0, False, False
    for character in text:
        if in_text:
            in_text = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character == '"':
            in_text = True
        elif character in "[{":
            depth += 1
            if depth > DEEPEST:
                raise StrictError(
                    f"it is nested more than {DEEPEST} deep", f"il y a plus de {DEEPEST} niveaux imbriqués"
                )
        elif character in "]}":
            depth -= 1


def _without_twins(pairs: list[tuple[str, Any]]) -> Object:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise StrictError("a name stands twice", "un nom figure deux fois")
    return found


def _whole_number(written: str) -> int:
    if len(written) > _DIGITS:
        raise StrictError("a number is too long", "un nombre est trop long")
    return int(written)


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number) or len(written) > 2 * _DIGITS:
        raise StrictError("a number is too large", "un nombre est trop grand")
    return number


def _no_constant(written: str) -> float:
    raise StrictError(f"{written} is not a number", f"{written} n'est pas un nombre")


def _look_at_texts(value: object) -> None:
    """Every text and every name must show what it holds; Python's reader lets lone surrogates pass."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and (reason := readable(one)):
            raise StrictError(f"a text {reason.en}", f"un texte {reason.fr}")
