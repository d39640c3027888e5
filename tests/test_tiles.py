"""A tile file is read strictly: what does not fit its own header is refused, never guessed."""

from pathlib import Path

import numpy as np
import pytest

from peer_desktop.map_page import BASE_MAP, map_folder
from peer_desktop.tile_features import LINE, POINT, POLYGON, features_of
from peer_desktop.tiles import TileFile, TilesUnreadable, tile_number
from tests.tile_writer import street_tile, write_tiles

HALIFAX = (9, 165, 184)


def reason(path: Path) -> str:
    with pytest.raises(TilesUnreadable) as error, TileFile(path) as tiles:
        tiles.first_tile()
    return error.value.reason


def test_a_tile_comes_back_as_it_was_written(tmp_path: Path) -> None:
    path = write_tiles(tmp_path / "a.pmtiles", {(1, 0, 1): b"one", HALIFAX: b"two"})
    with TileFile(path) as tiles:
        assert (tiles.tile(1, 0, 1), tiles.tile(*HALIFAX)) == (b"one", b"two")
        assert tiles.header.bounds == (-64.0, 44.0, -63.0, 45.0)


def test_a_tile_behind_a_second_directory_is_found(tmp_path: Path) -> None:
    with TileFile(write_tiles(tmp_path / "a.pmtiles", {HALIFAX: b"two"}, leaves=True)) as tiles:
        assert tiles.tile(*HALIFAX) == b"two"
        assert tiles.first_tile() == b"two"


@pytest.mark.parametrize("place", [(9, 165, 185), (8, 0, 0), (10, 0, 0), (9, -1, 0), (9, 512, 0), (99, 0, 0)])
def test_where_there_is_no_tile_there_is_none(tmp_path: Path, place: tuple[int, int, int]) -> None:
    with TileFile(write_tiles(tmp_path / "a.pmtiles", {HALIFAX: b"two"})) as tiles:
        assert tiles.tile(*place) is None


def test_tile_numbers_are_those_of_the_format() -> None:
    assert [tile_number(0, 0, 0), tile_number(1, 0, 0), tile_number(1, 0, 1), tile_number(1, 1, 1)] == [
        0,
        1,
        2,
        3,
    ]
    assert tile_number(1, 1, 0) == 4
    assert tile_number(2, 0, 0) == 5
    assert tile_number(12, 3423, 1763) == 19078479


@pytest.mark.parametrize(
    "content", [b"", b"PMTiles", b"SQLite format 3\x00" + bytes(200), b"PMTiles\x02" + bytes(200)]
)
def test_another_kind_of_file_is_foreign(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pmtiles"
    path.write_bytes(content)
    assert reason(path) == "foreign"


def test_a_file_cut_anywhere_is_refused(tmp_path: Path) -> None:
    whole = write_tiles(tmp_path / "whole.pmtiles", {HALIFAX: street_tile()}).read_bytes()
    path = tmp_path / "cut.pmtiles"
    for length in range(0, len(whole) - 1, 7):
        path.write_bytes(whole[:length])
        assert reason(path) == ("foreign" if length < 127 else "cut")


def test_no_changed_byte_brings_more_than_a_refusal(tmp_path: Path) -> None:
    whole = write_tiles(tmp_path / "whole.pmtiles", {HALIFAX: street_tile()}, packing=1).read_bytes()
    path = tmp_path / "changed.pmtiles"
    for position in range(len(whole)):
        changed = bytearray(whole)
        changed[position] ^= 0xFF
        path.write_bytes(changed)
        try:
            with TileFile(path) as tiles:
                tiles.metadata()
                features_of(tiles.first_tile() or b"")
        except TilesUnreadable:
            pass


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    path = write_tiles(tmp_path / "a.pmtiles", {HALIFAX: bytes(20 << 20)})
    assert path.stat().st_size < 100_000
    assert reason(path) == "damaged"


def test_features_have_their_shape_place_and_facts() -> None:
    layers = features_of(street_tile("Rue Principale"))
    assert [(name, one.shape) for name, (one,) in layers.items()] == [
        ("earth", POLYGON),
        ("roads", LINE),
        ("places", POINT),
    ]
    (road,) = layers["roads"]
    assert road.facts == {"kind": "major_road", "name": "Rue Principale"}
    assert np.array_equal(road.parts[0], [[0, 0.5], [1, 0.5]])


def test_the_base_map_holds_what_the_map_needs() -> None:
    with TileFile(map_folder() / BASE_MAP) as tiles:
        assert (tiles.header.min_zoom, tiles.header.max_zoom) == (0, 9)
        assert {layer["id"] for layer in tiles.metadata()["vector_layers"]} >= {
            "earth",
            "water",
            "boundaries",
            "places",
        }
        halifax = features_of(tiles.tile(*HALIFAX) or b"")
    names = {one.facts.get("name:fr") for one in halifax["places"]}
    assert {"Halifax", "Dartmouth"} <= names
    waters = {(one.facts.get("name:en"), one.facts.get("name:fr")) for one in halifax["water"]}
    assert ("Halifax Harbour", "Havre de Halifax") in waters


def test_the_base_map_names_no_folder_of_the_machine_that_made_it() -> None:
    with TileFile(map_folder() / BASE_MAP) as tiles:
        said = str(tiles.metadata())
    assert "/tmp" not in said
    assert "/home" not in said
    assert "/work" not in said
