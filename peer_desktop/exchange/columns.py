"""Names the tables of a directory, their columns, and what each cell may hold."""

from collections.abc import Mapping
from dataclasses import dataclass

from peer_desktop.exchange import cells
from peer_desktop.exchange.cells import CellCheck

STATED_FACETS = (
    "audience", "topic", "format", "structure", "formality", "setting", "identity",
    "frequency", "duration", "cost", "language", "peer_evidence",
)  # fmt: skip
"""Facets whose values stand in listings.csv, each in the column of its name."""

FACETS = (
    *STATED_FACETS[:-1], "serves", "checked", "source_age", "kind", "peer_evidence",
)  # fmt: skip
"""Every facet, in the order of the window."""

ALWAYS_KNOWN = frozenset({"serves", "checked", "source_age", "kind", "peer_evidence"})
"""Facets without the value not-stated."""

FIXED_VALUES: Mapping[str, tuple[str, ...]] = {
    "serves": ("CA", "BC", "AB", "SK", "MB", "ON", "QC", "NB", "NS", "PE", "NL", "YT", "NT", "NU"),
    "checked": ("within-6-months", "within-12-months", "longer-ago", "never"),
    "source_age": ("within-a-year", "older", "undated"),
    "kind": ("program", "place"),
    "peer_evidence": ("stated", "referral", "not-confirmed"),
}
"""Facets whose values the program itself works out or depends on; the table words them."""

PLACE_KINDS = (
    "legion-branch", "legion-command", "mfrc", "osi-clinic", "transition-centre", "peer-centre",
    "mutual-aid-office", "housing", "other",
)  # fmt: skip

RESOURCE_TYPES = (
    "article", "conference-abstract", "evidence-brief", "guide", "news-release", "podcast", "preprint",
    "report", "research-summary", "transcript", "video", "web-page", "web-resource",
)  # fmt: skip

RESOURCE_TOPICS = (
    "evidence", "guidelines", "implementation", "peer-supporters", "policy", "recovery", "stigma",
    "definitions", "finding-support", "canada", "united-states", "australia",
)  # fmt: skip
"""Topics of resources that are not values of a facet."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. A cell is empty when nothing is known, unless it is `required`."""

    name: str
    check: CellCheck
    required: bool = False
    warning: CellCheck | None = None
    for_editors: bool = False
    """A column that stays in the tables and does not go into the directory."""


NAME, SENTENCES, LONG = cells.text(250), cells.text(2500), cells.text(10_000)

_ID = Column("id", cells.slug, required=True)
_POSITION = Column("position", cells.whole_number, required=True)
_PAGE = cells.web_address
_NOTES = Column("notes_for_editors", LONG, for_editors=True)
_LANGUAGES = cells.several(cells.language_code)
_AREAS = cells.several(cells.area)
_SLUGS = cells.several(cells.slug)
_CONFIDENCE = cells.one_of("high", "medium")


def _both(name: str, check: CellCheck, *, required: bool = False) -> tuple[Column, Column]:
    return Column(f"{name}_en", check, required), Column(f"{name}_fr", check, required)


TABLES: Mapping[str, tuple[Column, ...]] = {
    "directory.csv": (
        Column("channel", cells.slug, required=True),
        *_both("title", NAME, required=True),
        Column("data_as_of", cells.whole_date, required=True),
        Column("licence", NAME, required=True),
        Column("credits", SENTENCES, required=True),
    ),
    "organizations.csv": (_ID, *_both("name", NAME)),
    "facets.csv": (
        Column("id", cells.one_of(*FACETS), required=True),
        _POSITION,
        *_both("label", NAME, required=True),
    ),
    "facet_values.csv": (
        Column("facet", cells.one_of(*FACETS), required=True),
        Column("value", NAME, required=True),
        _POSITION,
        *_both("label", NAME, required=True),
    ),
    "listings.csv": (
        _ID,
        Column("kind", cells.one_of("program", "place"), required=True),
        Column("place_kind", cells.one_of(*PLACE_KINDS)),
        Column("organization_id", cells.slug, required=True),
        *_both("name", NAME),
        *_both("description", SENTENCES),
        *_both("eligibility", SENTENCES),
        *_both("hours", NAME),
        Column("referral_needed", cells.one_of("yes", "no")),
        *(Column(facet, cells.several(NAME), required=facet == "peer_evidence") for facet in STATED_FACETS),
        Column("coverage", _AREAS, required=True),
        Column("address", NAME),
        Column("city", NAME),
        Column("province", cells.province),
        Column("postal_code", cells.postal_code),
        Column("latitude", cells.degrees(90)),
        Column("longitude", cells.degrees(180)),
        Column("precision", cells.one_of("address", "postal", "town")),
        Column("website", _PAGE, warning=cells.warns_of_http),
        Column("email", cells.email),
        Column("source_date", cells.partial_date),
        Column("checked_on", cells.whole_date),
        Column("confidence", _CONFIDENCE, required=True),
        _NOTES,
    ),
    "crisis_lines.csv": (
        _ID,
        _POSITION,
        Column("role", cells.one_of("crisis", "peer", "information"), required=True),
        Column("status", cells.one_of("active", "check-before-release"), required=True),
        *_both("name", NAME, required=True),
        Column("operator", NAME, for_editors=True),
        *_both("description", SENTENCES, required=True),
        *_both("hours", NAME),
        Column("text_keyword", NAME),
        Column("chat_url", _PAGE, warning=cells.warns_of_http),
        Column("email", cells.email),
        Column("languages", _LANGUAGES),
        Column("audience", _SLUGS, required=True),
        Column("coverage", _AREAS, required=True),
        Column("pages_seen", cells.whole_number, required=True),
        Column("source_date", cells.partial_date),
        Column("confidence", cells.one_of("high", "medium", "low"), required=True, for_editors=True),
        Column("sources", cells.several(_PAGE), for_editors=True),
        _NOTES,
    ),
    "crisis_lines_retired.csv": (
        _ID,
        Column("name", NAME, required=True),
        Column("number", NAME),
        Column("text_number", NAME),
        Column("replaced_by", NAME),
        Column("reason", SENTENCES, required=True),
        Column("certainty", cells.one_of("high", "medium", "low"), required=True),
        Column("sources", cells.several(_PAGE)),
    ),
    "phones.csv": (
        Column("listing_id", cells.slug),
        Column("crisis_line_id", cells.slug),
        _POSITION,
        Column("kind", cells.one_of("voice", "toll-free", "text", "tty"), required=True),
        Column("number", NAME, required=True),
        Column("extension", cells.whole_number),
        *_both("note", NAME),
    ),
    "sources.csv": (
        Column("listing_id", cells.slug, required=True),
        _POSITION,
        Column("url", _PAGE, required=True),
        Column("note", NAME),
    ),
    "terms.csv": (
        _ID,
        *_both("name", NAME, required=True),
        *_both("plain", SENTENCES, required=True),
        *_both("academic", SENTENCES, required=True),
        Column("see_also", _SLUGS),
        Column("sources", SENTENCES, required=True),
        _NOTES,
    ),
    "resources.csv": (
        _ID,
        Column("type", cells.one_of(*RESOURCE_TYPES), required=True),
        *_both("title", NAME),
        Column("authors", SENTENCES),
        Column("year", cells.year),
        Column("publisher", NAME),
        Column("url", _PAGE, warning=cells.warns_of_http),
        Column("languages", _LANGUAGES, required=True),
        Column("topics", _SLUGS),
        *_both("annotation", SENTENCES),
        Column("verified", cells.one_of("yes", "partly"), required=True),
        Column("source_url", _PAGE, for_editors=True),
        _NOTES,
    ),
    "places.csv": (
        Column("name_en", NAME, required=True),
        Column("name_fr", NAME),
        Column("province", cells.province, required=True),
        Column("latitude", cells.degrees(90), required=True),
        Column("longitude", cells.degrees(180), required=True),
        Column("population", cells.whole_number),
        Column("source", NAME, for_editors=True),
    ),
    "postal_prefixes.csv": (
        Column("prefix", cells.postal_prefix, required=True),
        Column("place", NAME, required=True),
        Column("province", cells.province, required=True),
        Column("latitude", cells.degrees(90), required=True),
        Column("longitude", cells.degrees(180), required=True),
    ),
    "synonyms.csv": (
        Column("said", NAME),
        Column("means", NAME),
        Column("both_ways", cells.one_of("yes", "no"), required=True),
        Column("reason", SENTENCES, required=True),
    ),
}

SHAPES: Mapping[str, tuple[str, ...]] = {
    file: tuple(column.name for column in columns) for file, columns in TABLES.items()
}
"""File name → the names of its columns, in the order to write them."""
