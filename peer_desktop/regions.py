"""Looks at the street maps an administrator has dropped in, and refuses what would not draw."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem
from peer_desktop.tile_features import features_of
from peer_desktop.tiles import VECTOR_TILES, Bounds, TileFile, TilesUnreadable

NEEDED_LAYERS = frozenset({"earth", "roads", "places"})
STREETS_CREDIT = "© OpenStreetMap"


class RegionRefused(Problem):
    """A region file cannot be used. Its facts hold `file`, the name without the folder."""

    code = "E-REGION"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The street map {file} cannot be read. The map works without it. "
        "Copy the file again.",
        Language.FRENCH: "La carte des rues {file} ne peut pas être lue. La carte fonctionne sans elle. "
        "Copiez le fichier de nouveau.",
    }


class RegionForeign(RegionRefused):
    """The file is something else, or empty."""

    code = "E-REGION-FOREIGN"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "{file} is not a street map: it is empty or of another kind. "
        "Use a PMTiles extract of the Protomaps basemap, version 4.",
        Language.FRENCH: "{file} n'est pas une carte des rues : le fichier est vide ou d'un autre type. "
        "Utilisez un extrait PMTiles du fond de carte Protomaps, version 4.",
    }


class RegionCutShort(RegionRefused):
    """The file ends before its own directory says it does."""

    code = "E-REGION-CUT"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The street map {file} is incomplete: the copy stopped before its end. "
        "Copy the file again.",
        Language.FRENCH: "La carte des rues {file} est incomplète : la copie s'est arrêtée avant la fin. "
        "Copiez le fichier de nouveau.",
    }


class RegionOfPictures(RegionRefused):
    """The file holds raster tiles."""

    code = "E-REGION-PICTURES"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "{file} holds pictures of a map, which cannot be drawn in both languages. "
        "Use a vector extract of the Protomaps basemap, version 4.",
        Language.FRENCH: "{file} contient des images de carte, qui ne peuvent pas être affichées dans les "
        "deux langues. Utilisez un extrait vectoriel du fond de carte Protomaps, version 4.",
    }


class RegionWithoutTiles(RegionRefused):
    """The file is sound but holds nothing."""

    code = "E-REGION-EMPTY"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "The street map {file} holds no map at all. Make the extract again.",
        Language.FRENCH: "La carte des rues {file} ne contient aucune carte. Refaites l'extrait.",
    }


class RegionOfAnotherSchema(RegionRefused):
    """The layers are those of another map: `schema` names it."""

    code = "E-REGION-SCHEMA"
    sentences: ClassVar[Mapping[Language, str]] = {
        Language.ENGLISH: "{file} is drawn to another plan ({schema}). "
        "Use an extract of the Protomaps basemap, version 4.",
        Language.FRENCH: "{file} suit un autre modèle de données ({schema}). "
        "Utilisez un extrait du fond de carte Protomaps, version 4.",
    }


@dataclass(frozen=True)
class Region:
    """A street map that can be drawn."""

    path: Path
    bounds: Bounds
    min_zoom: int
    max_zoom: int
    credit: str
    """Plain text."""


def regions_in(folder: Path) -> tuple[tuple[Region, ...], tuple[RegionRefused, ...]]:
    """What can be drawn of a folder's *.pmtiles, by name, and what is refused, with the reason."""
    regions, refused = [], []
    try:
        paths = sorted(path for path in folder.glob("*.pmtiles") if path.is_file())
    except OSError:
        paths = []
    for path in paths:
        try:
            regions.append(inspected(path))
        except RegionRefused as problem:
            refused.append(problem)
    return tuple(regions), tuple(refused)


def inspected(path: Path) -> Region:
    """The region of a file that can be drawn. Raises RegionRefused."""
    try:
        with TileFile(path) as tiles:
            if tiles.header.tile_kind != VECTOR_TILES:
                raise RegionOfPictures(file=path.name)
            metadata = tiles.metadata()
            first = tiles.first_tile()
            if not first:
                raise RegionWithoutTiles(file=path.name)
            _check_schema(path, metadata)
            features_of(first)
            header = tiles.header
            credit = _plain(metadata.get("attribution")) or STREETS_CREDIT
            return Region(path, header.bounds, header.min_zoom, header.max_zoom, credit)
    except TilesUnreadable as error:
        kind = {"foreign": RegionForeign, "cut": RegionCutShort}.get(error.reason, RegionRefused)
        raise kind(file=path.name) from error
    except OSError as error:
        raise RegionRefused(file=path.name) from error


def _check_schema(path: Path, metadata: Mapping[str, Any]) -> None:
    said = metadata.get("vector_layers")
    layers = {
        str(layer.get("id")): layer.get("fields")
        for layer in (said if isinstance(said, list) else ())
        if isinstance(layer, dict)
    }
    fields = layers.get("roads")
    if layers.keys() >= NEEDED_LAYERS and (not fields or "kind" in fields):
        return
    schema = "Protomaps 1–3" if layers.keys() >= NEEDED_LAYERS else "?"
    for sign, name in (
        ("transportation", "OpenMapTiles"),
        ("street_labels", "Shortbread"),
        ("road", "Mapbox"),
    ):
        if sign in layers:
            schema = name
    raise RegionOfAnotherSchema(file=path.name, schema=schema)


def _plain(credit: object) -> str:
    """A credit without its markup, as one short line: it is written by whoever made the file."""
    if not isinstance(credit, str):
        return ""
    return " ".join(re.sub(r"<[^>]*>", "", credit).replace("&copy;", "©").split())[:120]
