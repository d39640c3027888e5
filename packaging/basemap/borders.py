"""Draws the borders of countries and provinces."""

import shapefile
from features import AROUND, Features, clipped, lines_of
from shapely.geometry import shape
from sources import Sources


def add_borders(features: Features, sources: Sources) -> int:
    """Country lines of the continent, province and state lines of Canada and the United States."""
    count = 0
    countries = sources.natural_earth_borders / "ne_10m_admin_0_boundary_lines_land.shp"
    with countries.open("rb") as file:
        for outline in shapefile.Reader(shp=file).iterShapes():
            for line in lines_of(clipped(shape(outline.__geo_interface__), AROUND)):
                features.add("boundaries", line, {"kind": "country", "kind_detail": 2}, 0)
                count += 1
    provinces = sources.natural_earth_names / "ne_10m_admin_1_states_provinces_lines"
    for row in shapefile.Reader(str(provinces), encoding="utf-8").iterShapeRecords():
        if row.record["adm0_a3"] not in ("CAN", "USA") or not row.shape.points:
            continue
        first = 2 if row.record["adm0_a3"] == "CAN" else 3
        for line in lines_of(clipped(shape(row.shape.__geo_interface__), AROUND)):
            features.add("boundaries", line, {"kind": "region", "kind_detail": 4}, first)
            count += 1
    return count
