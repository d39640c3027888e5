"""Checks what must hold together inside one listing: its kind, where it is, and whether it has a pin."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from peer_desktop.directory.folding import fold_place
from peer_desktop.directory.language import Bilingual
from peer_desktop.exchange.canada import kilometres, lies_in
from peer_desktop.exchange.findings import Finding
from peer_desktop.exchange.tables import Row, Table

REMOTE_FORMATS = frozenset({"online", "phone", "text-chat", "mobile-app"})
"""A listing of these formats alone is nowhere: it has no pin."""

FARTHEST_FROM_TOWN_KM = 100
"""A point farther from every place of its town's name is a slip; the widest municipality is not as wide."""


def listing_findings(tables: Mapping[str, Table]) -> Iterator[Finding]:
    """What contradicts itself in a listing."""
    towns = _towns(tables)
    for row in tables["listings.csv"]:
        yield from _kind(row)
        yield from _location(row, towns)


def _towns(tables: Mapping[str, Table]) -> Mapping[tuple[str, str], list[tuple[float, float]]]:
    towns: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in tables["places.csv"]:
        point = float(row["latitude"]), float(row["longitude"])
        for name in {fold_place(row["name_en"]), fold_place(row["name_fr"])} - {""}:
            towns[name, row["province"]].append(point)
    return towns


def _kind(row: Row) -> Iterator[Finding]:
    if (row["kind"] == "place") != bool(row["place_kind"]):
        reason = Bilingual(
            "a place has a place_kind, and a program has none",
            "un lieu (place) a un place_kind, et un programme n'en a pas",
        )
        yield row.finding("place_kind", reason)
    if len(row.split("peer_evidence")) != 1 or (
        row["kind"] == "program" and row["peer_evidence"] != "stated"
    ):
        reason = Bilingual(
            "is one value, and of a program always stated",
            "est une seule valeur, et pour un programme toujours « stated »",
        )
        yield row.finding("peer_evidence", reason)
    if "CA" in row.split("coverage") and row["coverage"] != "CA":
        reason = Bilingual("CA holds every province already", "CA comprend déjà toutes les provinces")
        yield row.finding("coverage", reason)


def _location(row: Row, towns: Mapping[tuple[str, str], list[tuple[float, float]]]) -> Iterator[Finding]:
    if bool(row["latitude"]) != bool(row["longitude"]):
        reason = Bilingual(
            "latitude and longitude are both known, or neither",
            "la latitude et la longitude sont connues toutes les deux, ou aucune",
        )
        yield row.finding("longitude", reason)
        return
    if bool(row["latitude"]) != bool(row["precision"]):
        reason = Bilingual(
            "a point has a precision, and without a point there is none",
            "un point a une précision; sans point, il n'y en a pas",
        )
        yield row.finding("precision", reason)
    for precision, column in (("address", "address"), ("postal", "postal_code"), ("town", "city")):
        if row["precision"] == precision and not row[column]:
            reason = Bilingual(
                f"the precision {precision} needs the column {column}",
                f"la précision {precision} exige la colonne {column}",
            )
            yield row.finding("precision", reason)
    if row["city"] and not row["province"]:
        reason = Bilingual("a town needs its province", "une ville a besoin de sa province")
        yield row.finding("province", reason)
    if row["latitude"]:
        yield from _point(row, towns)


def _point(row: Row, towns: Mapping[tuple[str, str], list[tuple[float, float]]]) -> Iterator[Finding]:
    formats = set(row.split("format"))
    if formats and formats <= REMOTE_FORMATS:
        reason = Bilingual(
            "a listing that is only online, by phone, by text or an app has no point on the map",
            "une fiche offerte seulement en ligne, par téléphone, par texto ou par application n'a pas de "
            "point sur la carte",
        )
        yield row.finding("latitude", reason)
    if not row["province"]:
        reason = Bilingual("a point needs its province", "un point a besoin de sa province")
        yield row.finding("province", reason)
        return
    point = float(row["latitude"]), float(row["longitude"])
    if not lies_in(row["province"], *point):
        reason = Bilingual(
            f"the point {row['latitude']}, {row['longitude']} does not lie in {row['province']}",
            f"le point {row['latitude']}, {row['longitude']} n'est pas situé en {row['province']}",
        )
        yield row.finding("latitude", reason)
        return
    known = towns.get((fold_place(row["city"]), row["province"]), [])
    distance = min((kilometres(point, town) for town in known), default=0.0)
    if distance > FARTHEST_FROM_TOWN_KM:
        reason = Bilingual(
            f"the point lies {distance:.0f} km from {row['city']}, {row['province']}",
            f"le point est à {distance:.0f} km de {row['city']}, {row['province']}",
        )
        yield row.finding("latitude", reason)
