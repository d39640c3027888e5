"""Checks that a crisis line can be reached, and says which lines are pinned to the top of every window."""

from collections.abc import Iterator, Mapping

from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.findings import Finding
from peer_desktop.exchange.tables import Row, Table

PAGES_TO_BE_PINNED = 2
"""A number seen on fewer pages is shown, but never pinned."""


def is_pinned(line: Row) -> bool:
    """Whether a row of crisis_lines.csv is always in view: a crisis line, active, seen on enough pages."""
    return (
        line["role"] == "crisis"
        and line["status"] == "active"
        and int(line["pages_seen"]) >= PAGES_TO_BE_PINNED
    )


def crisis_line_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Lines without a number, and a directory without a pinned line."""
    reached = {row["crisis_line_id"] for row in tables["phones.csv"]}
    unreachable = Bilingual(
        "the line has no number in phones.csv", "la ligne n'a aucun numéro dans phones.csv"
    )
    by_text = {row["crisis_line_id"] for row in tables["phones.csv"] if row["kind"] == "text"}
    no_text = Bilingual(
        "a word to text needs a text number in phones.csv",
        "un mot à texter exige un numéro texto dans phones.csv",
    )
    for row in tables["crisis_lines.csv"]:
        if row["id"] not in reached:
            yield row.finding("id", unreachable)
        elif row["text_keyword"] and row["id"] not in by_text:
            yield row.finding("text_keyword", no_text)
    lines = tables["crisis_lines.csv"]
    if not any(is_pinned(row) for row in lines):
        reason = Bilingual(
            "no line is pinned: none is a crisis line, active and seen on two pages",
            "aucune ligne n'est épinglée : aucune n'est une ligne de crise active vue sur deux pages",
        )
        yield Finding(lines.file, 0, "", "", reason)
