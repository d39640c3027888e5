"""Opens what the map is drawn from: the base map that ships, and the street maps an administrator added."""

from pathlib import Path

from peer_desktop.map_page import BASE_MAP, CLOSE, CLOSE_WITH_STREETS, CREDIT, map_folder
from peer_desktop.regions import Region, RegionRefused, regions_in
from peer_desktop.tiles import TileFile, TilesUnreadable
from peer_desktop.ui.map_ground import Ground

STREETS_FROM = 9
"""The display zoom from which a region's streets are drawn."""


class MapSources:
    """The files of the map, open for reading. A base map that is missing leaves a sea without land."""

    def __init__(self, regions_folder: Path) -> None:
        self.tiles: dict[str, TileFile] = {}
        self.regions: tuple[Region, ...] = ()
        self.refused: tuple[RegionRefused, ...] = ()
        try:
            self.tiles["base"] = TileFile(map_folder() / BASE_MAP)
        except (OSError, TilesUnreadable):
            return
        regions, self.refused = regions_in(regions_folder)
        for region in regions:
            try:
                self.tiles[f"region{len(self.regions)}"] = TileFile(region.path)
            except (OSError, TilesUnreadable):
                self.refused += (RegionRefused(file=region.path.name),)
            else:
                self.regions += (region,)

    @property
    def has_base(self) -> bool:
        """Whether the base map could be opened."""
        return "base" in self.tiles

    @property
    def closest(self) -> int:
        """The closest display zoom worth having."""
        return CLOSE_WITH_STREETS if self.regions else CLOSE

    @property
    def credits_shown(self) -> tuple[str, ...]:
        """Whom the map is from, each once."""
        return tuple(dict.fromkeys((CREDIT, *(region.credit for region in self.regions))))

    def grounds(self) -> list[Ground]:
        """The files for the painter, the base map first."""
        return [
            Ground(tiles, 0 if source == "base" else STREETS_FROM) for source, tiles in self.tiles.items()
        ]

    def close(self) -> None:
        """Let go of the files."""
        for tiles in self.tiles.values():
            tiles.close()
