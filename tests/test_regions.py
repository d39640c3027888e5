"""A street map is drawn only when it will draw; else one sentence in each language says why not."""

from pathlib import Path

import pytest

from peer_desktop.directory.language import Language
from peer_desktop.regions import (
    Region,
    RegionCutShort,
    RegionForeign,
    RegionOfAnotherSchema,
    RegionOfPictures,
    RegionRefused,
    RegionWithoutTiles,
    inspected,
    regions_in,
)
from tests.tile_writer import street_tile, write_tiles

TILES = {(12, 1320, 1480): street_tile()}


def layers(*names: str) -> list[dict[str, object]]:
    return [{"id": name, "fields": {"class": "String"}} for name in names]


def refused(path: Path) -> RegionRefused:
    with pytest.raises(RegionRefused) as problem:
        inspected(path)
    for language in Language:
        sentence = problem.value.said_in(language)
        assert path.name in sentence
        assert sentence.endswith(".")
    return problem.value


def test_a_protomaps_extract_is_taken_as_it_is(tmp_path: Path) -> None:
    path = write_tiles(tmp_path / "halifax.pmtiles", TILES)
    assert inspected(path) == Region(path, (-64.0, 44.0, -63.0, 45.0), 12, 12, "© Testers")


def test_the_credit_of_a_region_is_plain_text(tmp_path: Path) -> None:
    said = {
        "vector_layers": [
            {"id": name, "fields": {"kind": "String"}} for name in ("earth", "roads", "places")
        ],
        "attribution": '<a href="https://example.org" onclick="x()">&copy; Some\nbody</a>',
    }
    assert inspected(write_tiles(tmp_path / "a.pmtiles", TILES, metadata=said)).credit == "© Some body"


def test_each_kind_of_wrong_file_has_its_own_sentence(tmp_path: Path) -> None:
    sound = write_tiles(tmp_path / "sound.pmtiles", TILES).read_bytes()
    (tmp_path / "empty.pmtiles").write_bytes(b"")
    (tmp_path / "foreign.pmtiles").write_bytes(b"PK\x03\x04" + bytes(500))
    (tmp_path / "cut.pmtiles").write_bytes(sound[:-20])
    write_tiles(tmp_path / "raster.pmtiles", TILES, kind=2)
    write_tiles(tmp_path / "nothing.pmtiles", {})
    write_tiles(tmp_path / "other.pmtiles", TILES, layers=layers("transportation", "water"))
    write_tiles(tmp_path / "older.pmtiles", TILES, layers=layers("earth", "roads", "places"))
    write_tiles(tmp_path / "damaged.pmtiles", {(12, 1320, 1480): b"\xff\xff\xff\xff"})
    found = {path.stem: type(refused(path)) for path in tmp_path.glob("*.pmtiles") if path.stem != "sound"}
    assert found == {
        "empty": RegionForeign,
        "foreign": RegionForeign,
        "cut": RegionCutShort,
        "raster": RegionOfPictures,
        "nothing": RegionWithoutTiles,
        "other": RegionOfAnotherSchema,
        "older": RegionOfAnotherSchema,
        "damaged": RegionRefused,
    }
    assert len({kind.code for kind in found.values()}) == 6


def test_another_schema_is_named(tmp_path: Path) -> None:
    path = write_tiles(tmp_path / "a.pmtiles", TILES, layers=layers("transportation", "water"))
    assert "OpenMapTiles" in refused(path).said_in(Language.FRENCH)


def test_a_folder_gives_what_can_be_drawn_and_what_cannot(tmp_path: Path) -> None:
    write_tiles(tmp_path / "b.pmtiles", TILES)
    (tmp_path / "a.pmtiles").write_bytes(b"no map")
    (tmp_path / "notes.txt").write_text("not a map either")
    regions, problems = regions_in(tmp_path)
    assert [region.path.name for region in regions] == ["b.pmtiles"]
    assert [problem.facts["file"] for problem in problems] == ["a.pmtiles"]


def test_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    assert regions_in(tmp_path / "none") == ((), ())
