"""Says where in the world the provinces and territories lie, for finding coordinates that cannot be right."""

import math

PROVINCES = ("BC", "AB", "SK", "MB", "ON", "QC", "NB", "NS", "PE", "NL", "YT", "NT", "NU")

# South, north, west, east in degrees, a little wider than the land. Nunavut holds the islands of James Bay.
_BOXES = {
    "BC": (48.2, 60.1, -139.1, -114.0),
    "AB": (48.9, 60.1, -120.1, -109.9),
    "SK": (48.9, 60.1, -110.1, -101.3),
    "MB": (48.9, 60.1, -102.1, -88.8),
    "ON": (41.6, 56.9, -95.3, -74.2),
    "QC": (44.9, 62.7, -79.9, -57.0),
    "NB": (44.5, 48.2, -69.2, -63.7),
    "NS": (43.3, 47.2, -66.5, -59.5),
    "PE": (45.8, 47.2, -64.5, -61.9),
    "NL": (46.5, 60.5, -67.9, -52.5),
    "YT": (59.9, 69.8, -141.1, -123.7),
    "NT": (59.9, 78.9, -136.6, -101.8),
    "NU": (51.6, 83.3, -120.8, -61.0),
}
_EARTH_KM = 6371.0


def lies_in(province: str, latitude: float, longitude: float) -> bool:
    """Whether the point lies in the box around a province."""
    south, north, west, east = _BOXES[province]
    return south <= latitude <= north and west <= longitude <= east


def kilometres(from_point: tuple[float, float], to_point: tuple[float, float]) -> float:
    """Great-circle distance between two points of WGS 84 degrees."""
    (lat_1, lon_1), (lat_2, lon_2) = (
        tuple(math.radians(degrees) for degrees in point) for point in (from_point, to_point)
    )
    half = (
        math.sin((lat_2 - lat_1) / 2) ** 2
        + math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))
