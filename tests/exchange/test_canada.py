"""A point is known to lie in its province, and distances are great circles."""

import pytest

from peer_desktop.exchange.canada import PROVINCES, kilometres, lies_in

CAPITALS = {
    "BC": (48.43, -123.35),
    "AB": (53.55, -113.47),
    "SK": (50.45, -104.62),
    "MB": (49.88, -97.15),
    "ON": (43.71, -79.40),
    "QC": (46.81, -71.21),
    "NB": (45.95, -66.67),
    "NS": (44.64, -63.58),
    "PE": (46.23, -63.13),
    "NL": (47.56, -52.71),
    "YT": (60.72, -135.05),
    "NT": (62.46, -114.35),
    "NU": (63.75, -68.52),
}


def test_every_capital_lies_in_its_province() -> None:
    assert set(CAPITALS) == set(PROVINCES)
    assert all(lies_in(province, *point) for province, point in CAPITALS.items())


@pytest.mark.parametrize("point", [(40.71, -74.01), (51.5, -0.13), (0.0, 0.0), (-45.0, 66.0)])
def test_places_elsewhere_lie_in_no_province(point: tuple[float, float]) -> None:
    assert not [province for province in PROVINCES if lies_in(province, *point)]


def test_swapped_or_unsigned_coordinates_lie_nowhere() -> None:
    for latitude, longitude in CAPITALS.values():
        assert not [one for one in PROVINCES if lies_in(one, longitude, latitude)]
        assert not [one for one in PROVINCES if lies_in(one, latitude, -longitude)]


def test_moncton_is_about_130_km_from_saint_john() -> None:
    assert kilometres((46.0945, -64.7965), (45.2708, -66.0562)) == pytest.approx(134, abs=3)
    assert kilometres((46.0945, -64.7965), (46.0945, -64.7965)) == 0
