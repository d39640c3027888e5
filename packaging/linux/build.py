"""Builds the Linux packages: a folder by PyInstaller, packed as .tar.xz and as .deb."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import components
import folder
import icons
import licences
import sbom
from content import ROOT
from linux import deb, unicode_data
from places import RESULTS, WORK

SYSTEM = "linux-x86_64"
_HERE = Path(__file__).resolve().parent
_XZ = ("xz", "-T2", "--x86", "--block-size=192MiB")
_LIGHT = "--lzma2=preset=6,dict=64MiB"
_HARD = "--lzma2=preset=9e,dict=64MiB"
_LIBRARIES = Path("/usr/lib/x86_64-linux-gnu")


def build(release: bool) -> list[Path]:
    """Make both packages; where they are. `release` packs as hard as can be."""
    made = folder.Build.of_checkout()
    package = _folder(made)
    print(f"folder: {folder.megabytes(package):.0f} MB")
    RESULTS.mkdir(exist_ok=True)
    return [
        _archive(package, made, release),
        deb.build(package, made, RESULTS, release=release),
    ]


def build_folder() -> Path:
    """The folder alone, as the archive would unpack it."""
    return _folder(folder.Build.of_checkout())


def folder_made() -> Path:
    """Where `build_folder` put the newest one. Raises SystemExit when nothing was built."""
    made = folder.Build.of_checkout()
    package = WORK / "linux" / f"peer-desktop-{made.version}-{SYSTEM}"
    if not package.is_dir():
        raise SystemExit("no folder was built: make package-folder")
    return package


def _folder(made: folder.Build) -> Path:
    shutil.rmtree(WORK / "linux", ignore_errors=True)
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(WORK / "linux"), "--workpath", str(WORK / "pyinstaller")),
            str(_HERE / "peer-desktop.spec"),
        ],
        check=True,
        cwd=ROOT,
        env=made.environment() | {"PYINSTALLER_CONFIG_DIR": str(WORK / "pyinstaller" / "own")},
    )
    package = WORK / "linux" / f"peer-desktop-{made.version}-{SYSTEM}"
    (WORK / "linux" / "peer-desktop").rename(package)
    _slim(package / "program")
    terminal = package / "peer-desktop-cli"
    shutil.copy(_HERE / "peer-desktop-cli", terminal)
    terminal.chmod(0o755)
    icons.main(package / "icons")
    (package / "icons" / "peer-desktop.ico").unlink()
    shutil.copy(icons.DRAWING, package / "icons" / "peer-desktop.svg")
    shutil.copy(_HERE / "peer-desktop.apparmor", package / "peer-desktop.apparmor")
    folder.describe_build(package / "program", made, SYSTEM)
    folder.add_index(package / "program", made)
    parts = list(_components(package / "program"))
    (package / "licences.html").write_text(licences.page(parts, "program/PySide6/Qt/lib"), encoding="utf-8")
    (package / "sbom.cdx.json").write_text(sbom.bill(parts, made, SYSTEM), encoding="utf-8")
    folder.write_readme(package, made, "./peer-desktop", "./peer-desktop-cli", windows=False)
    folder.write_sums(package)
    folder.set_times_and_modes(package, made)
    return package


def _slim(program: Path) -> None:
    """Take out of libraries what only their makers need, and languages that the program does not speak."""
    for library in (program / "PySide6" / "Qt" / "lib").glob("libicudata.so.*"):
        unicode_data.trim(library)
    unicode_data.trim_of_web_engine(program / "PySide6" / "Qt" / "resources" / "icudtl.dat")
    # Not PyInstaller's own stripping: it breaks libraries that check themselves or that wheels have patched.
    for library in (
        program / "typst" / "_typst.abi3.so",
        *program.glob("cryptography/**/_rust.abi3.so"),
        *program.glob("Stemmer.*.so"),
    ):
        subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def _components(program: Path) -> Iterator[components.Component]:
    yield from components.python_of_this_machine()
    site_packages = [Path(path) for path in sys.path if path.endswith("site-packages")]
    yield from components.python_distributions(site_packages, (*components.locked_names(), "pyinstaller"))
    yield components.web_engine()
    yield components.Component(
        "ICU (beside Qt, and in Qt WebEngine)",
        "73",
        "Unicode-3.0",
        note="Changed: its data hold English and French only. All else of Qt is as The Qt Company made it.",
    )
    yield from components.parts_of_the_page()
    yield from components.libraries_of_debian(
        str(found)
        for library in sorted(program.glob("lib*.so*"))
        if (found := _on_this_machine(library.name))
    )
    yield from components.data_sources()


def _on_this_machine(library: str) -> Path | None:
    return next(
        (found for place in (_LIBRARIES, _LIBRARIES / "nss") if (found := place / library).exists()), None
    )


def _archive(package: Path, made: folder.Build, release: bool) -> Path:
    """A .tar.xz; always with two threads: their number changes the bytes."""
    result = RESULTS / f"{package.name}.tar.xz"
    tar = [
        *("tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--format=posix"),
        *(
            "--pax-option=delete=atime,delete=ctime",
            f"--mtime=@{made.time}",
            "-C",
            str(package.parent),
            "-c",
            package.name,
        ),
    ]
    with (
        result.open("wb") as file,
        subprocess.Popen(tar, stdout=subprocess.PIPE) as packing,
        subprocess.Popen([*_XZ, _HARD if release else _LIGHT], stdin=packing.stdout, stdout=file) as pressing,
    ):
        if packing.stdout:
            packing.stdout.close()
        if packing.wait() or pressing.wait():
            raise SystemExit("the archive could not be written")
    return result
