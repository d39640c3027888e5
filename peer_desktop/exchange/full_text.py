"""Gathers all text of listings, terms and resources in both languages, for any SQLite program to search."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from peer_desktop.exchange.rows import DirectoryRow, Value

Rows = Mapping[str, Sequence[DirectoryRow]]


def full_text_rows(rows: Rows) -> Iterator[DirectoryRow]:
    """The rows of the table full_text, by kind and then by id."""
    labels = {
        (value["facet"], value["value"]): _joined(value["label_en"], value["label_fr"])
        for value in rows["facet_value"]
    }
    yield from _listings(rows, labels)
    for resource in rows["resource"]:
        topics = [
            label
            for row in rows["resource_topic"]
            if row["resource_id"] == resource["id"]
            for label in [labels.get(("topic", row["topic"])) or labels.get(("audience", row["topic"]))]
            if label
        ]
        yield {
            "kind": "resource",
            "id": resource["id"],
            "name": _joined(resource["title_en"], resource["title_fr"]),
            "organization": _joined(resource["authors"], resource["publisher"]),
            "labels": "\n".join(topics),
            "body": _joined(resource["annotation_en"], resource["annotation_fr"]),
        }
    for term in rows["term"]:
        yield {
            "kind": "term",
            "id": term["id"],
            "name": _joined(term["name_en"], term["name_fr"]),
            "organization": "",
            "labels": "",
            "body": _joined(*(term[f"{text}_{of}"] for text in ("plain", "academic") for of in ("en", "fr"))),
        }


def _listings(rows: Rows, labels: Mapping[tuple[Value, Value], str]) -> Iterator[DirectoryRow]:
    organizations = {row["id"]: _joined(row["name_en"], row["name_fr"]) for row in rows["organization"]}
    locations = {row["listing_id"]: row for row in rows["location"]}
    ticked: defaultdict[Value, list[str]] = defaultdict(list)
    for row in rows["listing_facet"]:
        ticked[row["listing_id"]].append(labels[row["facet"], row["value"]])
    for row in rows["service_area"]:
        ticked[row["listing_id"]].append(labels["serves", row["code"]])
    for listing in sorted(rows["listing"], key=lambda row: str(row["id"])):
        location = locations.get(listing["id"], {})
        where = [location.get(name) for name in ("address", "city", "postal_code")]
        texts = [listing[f"{text}_{of}"] for text in _TEXTS for of in ("en", "fr")]
        yield {
            "kind": "listing",
            "id": listing["id"],
            "name": _joined(listing["name_en"], listing["name_fr"]),
            "organization": organizations[listing["organization_id"]],
            "labels": "\n".join(ticked[listing["id"]]),
            "body": _joined(*texts, *where),
        }


_TEXTS = ("description", "eligibility", "hours")


def _joined(*texts: Value) -> str:
    """The texts that are written, each once, on lines of their own."""
    return "\n".join(dict.fromkeys(str(text) for text in texts if text))
