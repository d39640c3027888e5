"""Points are gathered for the view: none is lost, none stands twice, and panning does not reshuffle them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from peer_desktop.ui.map_frame import MapFrame, latitude_of, world_of, world_x, world_y
from peer_desktop.ui.map_groups import groups_in_view, members_of

CANADA = MapFrame(55.0, -96.0, 3, 1600, 1400)


@given(
    st.lists(st.tuples(st.floats(43, 70), st.floats(-135, -55)), max_size=60),
    st.integers(1, 9),
    st.integers(-1, 59),
)
def test_every_point_in_view_is_in_one_group(
    places: list[tuple[float, float]], zoom: int, chosen: int
) -> None:
    world = world_of(np.array(places, np.float32).reshape(-1, 2))
    frame = MapFrame(55.0, -96.0, zoom, 4000 * 2**zoom, 4000 * 2**zoom)
    groups = groups_in_view(world, frame, chosen if chosen < len(places) else -1)
    assert sum(group.count for group in groups) == len(places)
    alone = [group.index for group in groups if group.count == 1]
    assert len(set(alone)) == len(alone)
    if 0 <= chosen < len(places):
        assert chosen in alone


def test_points_far_apart_stand_alone_and_close_ones_together() -> None:
    world = world_of(np.array([(44.65, -63.58), (44.66, -63.57), (48.43, -123.37)], np.float32))
    groups = sorted(groups_in_view(world, CANADA), key=lambda group: group.count)
    assert [group.count for group in groups] == [1, 2]
    assert groups[0].index == 2
    assert members_of(groups[1], world) == [0, 1]


def test_moving_the_map_keeps_the_groups() -> None:
    random = np.random.default_rng(3)
    world = world_of(
        np.column_stack((random.uniform(45, 60, 300), random.uniform(-120, -70, 300))).astype(np.float32)
    )
    here, there = (groups_in_view(world, frame) for frame in (CANADA, CANADA.moved(37, 11)))
    assert {group.box for group in here} == {group.box for group in there}


def test_a_place_comes_back_from_the_square_world() -> None:
    for latitude in (-80.0, 0.0, 44.65, 83.0):
        assert abs(latitude_of(world_y(latitude)) - latitude) < 1e-9
    assert (world_x(-180), world_x(0), world_x(180)) == (0, 0.5, 1)


def test_zooming_keeps_what_is_under_the_mouse() -> None:
    frame = MapFrame(50.0, -96.0, 5, 800, 600)
    before = frame.pixel(52.0, -90.0)
    after = frame.zoomed(6, *before).pixel(52.0, -90.0)
    assert np.allclose(before, after)


def test_what_is_fitted_is_in_view() -> None:
    frame = MapFrame(0, 0, 3, 500, 400).fitted(44.0, -66.0, 47.0, -60.0, 12)
    for place in ((44.0, -66.0), (47.0, -60.0)):
        x, y = frame.pixel(*place)
        assert 0 <= x <= 500
        assert 0 <= y <= 400
    assert frame.zoom == 6


def test_a_low_map_shows_the_country_and_not_half_the_world() -> None:
    frame = MapFrame(0, 0, 3, 440, 165).fitted(42.0, -135.0, 62.5, -52.7, 10)
    assert frame.zoom == 2
    for place in ((42.0, -135.0), (62.5, -52.7)):
        x, y = frame.pixel(*place)
        assert 10 < x < 430
        assert 10 < y < 155
