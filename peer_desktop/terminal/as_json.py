"""Writes answers as JSON for other programs."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.explanation import Explanation
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Choice, Place, Query, Results

Json = dict[str, Any]
"""An object of JSON: whatever json.dumps takes."""

_CONTROL = re.compile("[\x7f-\x9f\u2028\u2029]")


def written(answer: object) -> str:
    """JSON as UTF-8 text, without characters that a terminal takes for orders."""
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(value: object) -> Any:
    """A value of the core as plain lists, mappings, texts and numbers."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (tuple, list, frozenset)):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def results(found: Results, directory: Directory, limit: int | None, *, explain: bool) -> Json:
    """What a search found; `explain` adds why each listing stands where it does."""
    language = found.query.language
    shown = [int(number) for number in found.numbers[:limit]]
    listings = []
    for position, row in enumerate(directory.rows(shown)):
        listing: Json = {
            "id": row.id,
            "kind": row.kind,
            "name": row.name.said_in(language),
            "organization": row.organization.said_in(language),
            "distance_km": kilometres(found, position),
        }
        if explain:
            listing["why"] = _why(directory.explain(found.query, row.number))
        listings.append(listing)
    answer: Json = {
        "query": query(found.query),
        "total": found.total,
        "origin": origin(found.origin, language),
        "corrections": dict(found.corrections),
        "listings": listings,
        "facets": {
            facet.id: [
                {
                    "value": one.value,
                    "label": facet.label_of(one.value).said_in(language),
                    "count": one.count,
                    "state": one.state,
                }
                for one in found.counts[facet.id]
            ]
            for facet in directory.facets
        },
    }
    if explain:
        answer["widened"] = {word: list(others) for word, others in found.widened.items()}
        answer["partial_from"] = found.partial_from
    return answer


def _why(explanation: Explanation) -> Json:
    """What the listing holds of each word, and the factors whose product is its score."""
    return {
        "holds_all": explanation.holds_all,
        "words": plain(explanation.words),
        "factors": {factor.name: round(factor.value, 4) for factor in explanation.factors},
        "score": round(explanation.score, 4),
    }


def kilometres(found: Results, position: int) -> float | None:
    """The distance of the row at this position, in tenths of a kilometre; None without a place."""
    if found.distances_km is None or math.isnan(found.distances_km[position]):
        return None
    return round(float(found.distances_km[position]), 1)


def query(asked: Query) -> Json:
    """What was asked, in the words of the options."""
    return {
        "text": asked.text,
        "where": _pairs(asked.chosen),
        "not": _pairs(asked.excluded),
        "near": asked.near.label(asked.language) if asked.near else None,
        "within_km": asked.within_km,
        "serves": asked.serves.label(asked.language) if asked.serves else None,
        "sort": asked.sort.value,
        "lang": asked.language.value,
    }


def origin(place: Place | None, language: Language) -> Json | None:
    """The point that kilometres are measured from, in WGS 84 degrees."""
    if place is None:
        return None
    return {"name": place.label(language), "lat": place.latitude, "lon": place.longitude}


def _pairs(choices: frozenset[Choice]) -> list[str]:
    return sorted(f"{choice.facet}={choice.value}" for choice in choices)
