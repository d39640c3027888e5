"""Checks the facets and their values, and what is ticked of them in listings, lines and resources."""

from collections.abc import Iterator, Mapping

from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.query import NOT_STATED
from peer_desktop.exchange.columns import (
    ALWAYS_KNOWN,
    FACETS,
    FIXED_VALUES,
    RESOURCE_TOPICS,
    STATED_FACETS,
)
from peer_desktop.exchange.findings import Finding
from peer_desktop.exchange.tables import Table

_RESOURCE_FACETS = ("audience", "topic", "format", "structure", "formality", "setting")


def facet_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Facets missing, values the program cannot do without, and values ticked that no table words."""
    values = values_by_facet(tables)
    yield from _missing_facets(tables)
    yield from _values_of_facets(tables, values)
    yield from _ticked(tables, values)


def values_by_facet(tables: Mapping[str, Table]) -> dict[str, list[str]]:
    """Facet → its values, in the order of the window."""
    values: dict[str, list[tuple[int, str]]] = {facet: [] for facet in FACETS}
    for row in tables["facet_values.csv"]:
        values[row["facet"]].append((int(row["position"]), row["value"]))
    return {facet: [value for _, value in sorted(found)] for facet, found in values.items()}


def _missing_facets(tables: Mapping[str, Table]) -> Iterator[Finding]:
    named = {row["id"] for row in tables["facets.csv"]}
    reason = Bilingual("the facet has no row", "la facette n'a pas de ligne")
    for facet in FACETS:
        if facet not in named:
            yield Finding("facets.csv", 0, "id", facet, reason)


def _values_of_facets(tables: Mapping[str, Table], values: Mapping[str, list[str]]) -> Iterator[Finding]:
    for facet, fixed in FIXED_VALUES.items():
        missing = Bilingual(
            f"the facet {facet} has no row for this value",
            f"la facette {facet} n'a pas de ligne pour cette valeur",
        )
        for value in fixed:
            if value not in values[facet]:
                yield Finding("facet_values.csv", 0, "value", value, missing)
    last = Bilingual(
        f"the facet must have the value {NOT_STATED}, last",
        f"la facette doit avoir la valeur {NOT_STATED}, à la fin",
    )
    for facet in FACETS:
        if facet not in ALWAYS_KNOWN and values[facet][-1:] != [NOT_STATED]:
            yield Finding("facet_values.csv", 0, "facet", facet, last)
    for row in tables["facet_values.csv"]:
        fixed = FIXED_VALUES.get(row["facet"], ())
        if fixed and row["value"] not in fixed:
            reason = Bilingual(
                f"the facet {row['facet']} has only the values {', '.join(fixed)}",
                f"la facette {row['facet']} n'a que les valeurs {', '.join(fixed)}",
            )
            yield row.finding("value", reason)


def _ticked(tables: Mapping[str, Table], values: Mapping[str, list[str]]) -> Iterator[Finding]:
    stated = {facet: set(values[facet]) - {NOT_STATED} for facet in STATED_FACETS}
    for row in tables["listings.csv"]:
        for facet, known in stated.items():
            if any(value not in known for value in row.split(facet)):
                yield row.finding(facet, _unknown(facet))
    audience = set(values["audience"]) - {NOT_STATED}
    for row in tables["crisis_lines.csv"]:
        if any(value not in audience for value in row.split("audience")):
            yield row.finding("audience", _unknown("audience"))
    topics = set(RESOURCE_TOPICS).union(*(values[facet] for facet in _RESOURCE_FACETS)) - {NOT_STATED}
    reason = Bilingual(
        f"is neither a value of a facet nor one of {', '.join(RESOURCE_TOPICS)}",
        f"n'est ni une valeur de facette ni l'une de celles-ci : {', '.join(RESOURCE_TOPICS)}",
    )
    for row in tables["resources.csv"]:
        if any(topic not in topics for topic in row.split("topics")):
            yield row.finding("topics", reason)


def _unknown(facet: str) -> Bilingual:
    return Bilingual(
        f"holds a value that the facet {facet} does not have; leave it empty when nothing is known",
        f"contient une valeur que la facette {facet} n'a pas; laissez vide si rien n'est connu",
    )
