"""Checks that every place of the gazetteer and every postal prefix lies in its province."""

from collections.abc import Iterator, Mapping

from peer_desktop.directory.folding import fold_place
from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.canada import lies_in
from peer_desktop.exchange.findings import Finding
from peer_desktop.exchange.tables import Table


def place_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """Points outside their province, and names that nobody could type."""
    for file in ("places.csv", "postal_prefixes.csv"):
        for row in tables[file]:
            if not lies_in(row["province"], float(row["latitude"]), float(row["longitude"])):
                reason = Bilingual(
                    f"the point {row['latitude']}, {row['longitude']} does not lie in {row['province']}",
                    f"le point {row['latitude']}, {row['longitude']} n'est pas situé en {row['province']}",
                )
                yield row.finding("latitude", reason)
    nameless = Bilingual("has no letter or digit", "ne contient ni lettre ni chiffre")
    same = Bilingual(
        "is the same as the English name; leave it empty", "est identique au nom anglais; laissez vide"
    )
    for row in tables["places.csv"]:
        if not fold_place(row["name_en"]):
            yield row.finding("name_en", nameless)
        if row["name_fr"] and row["name_fr"] == row["name_en"]:
            yield row.finding("name_fr", same)
