"""Builds the Windows packages on Linux: a folder that runs from a stick (.zip), and a setup program."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import components
import folder
import icons
import licences
import sbom
from places import RESULTS, WORK
from windows import inputs, setup, tree

SYSTEM = "windows-x64"
_HERE = Path(__file__).resolve().parent
_COMPILER = "x86_64-w64-mingw32-gcc"
_RESOURCES = "x86_64-w64-mingw32-windres"
_PORTABLE = (
    "With this file, Peer Desktop keeps its settings and directories in the folder "
    '"Peer Desktop data" beside it.\r\n'
    "Avec ce fichier, Peer Desktop garde ses réglages et ses répertoires dans le dossier "
    "« Peer Desktop data » à côté de lui.\r\n"
)


def build(release: bool) -> list[Path]:
    """Make both packages; where they are. `release` packs as hard as can be."""
    made = folder.Build.of_checkout()
    package = _folder(made)
    print(f"folder: {folder.megabytes(package):.0f} MB, {len(folder.files_of(package))} files")
    RESULTS.mkdir(exist_ok=True)
    return [_archive(package, made, release), setup.build(package, made, RESULTS, release=release)]


def _folder(made: folder.Build) -> Path:
    if sys.version_info[:2] != tuple(map(int, inputs.PYTHON_VERSION.split("."))):
        raise SystemExit(f"byte code for Windows is made by Python {inputs.PYTHON_VERSION}; this is another")
    work = WORK / "windows"
    shutil.rmtree(work, ignore_errors=True)
    package = work / "Peer Desktop"
    program = package / "program"
    wheels = inputs.fetch_wheels()
    tree.lay_out(program, inputs.fetch_python(), wheels)
    _launchers(package, work, made)
    folder.describe_build(program / "app", made, SYSTEM)
    folder.add_index(program / "app", made)
    parts = list(_components(program))
    (package / "licences.html").write_text(licences.page(parts, "program\\lib\\PySide6"), encoding="utf-8")
    (package / "sbom.cdx.json").write_text(sbom.bill(parts, made, SYSTEM), encoding="utf-8")
    folder.write_readme(package, made, '"Peer Desktop.exe"', "peer-desktop-cli.exe", windows=True)
    folder.write_sums(package)
    folder.set_times_and_modes(package, made)
    return package


def _launchers(package: Path, work: Path, made: folder.Build) -> None:
    """The two small programs that a person starts, with the icon and the version."""
    parts = work / "launcher"
    icons.main(parts)
    for name in ("launcher.c", "launcher.rc", "launcher.manifest"):
        shutil.copy(_HERE / name, parts)
    numbers = ",".join([*made.version.split(".")[:3], "0", "0"][:4])
    subprocess.run(
        [
            *(_RESOURCES, "launcher.rc", "launcher.res", "--output-format=coff"),
            *(f"-DVERSION_NUMBERS={numbers}", f'-DVERSION_TEXT=\\"{made.version}\\"'),
        ],
        check=True,
        cwd=parts,
    )
    for name, options in (
        ("Peer Desktop.exe", ("-mwindows",)),
        ("peer-desktop-cli.exe", ("-DTERMINAL", "-mconsole")),
    ):
        subprocess.run(
            [
                *(
                    _COMPILER,
                    "-std=c11",
                    "-Wall",
                    "-Wextra",
                    "-Wno-unused-parameter",
                    "-Os",
                    "-s",
                    "-municode",
                ),
                *("-static", "-Wl,--no-insert-timestamp", *options, "launcher.c", "launcher.res"),
                *("-o", str(package / name)),
            ],
            check=True,
            cwd=parts,
            env=made.environment(),
        )


def _components(program: Path) -> Iterator[components.Component]:
    yield from components.python_of_windows(program / "python")
    yield from components.python_distributions([program / "lib"], components.locked_names())
    yield components.web_engine()
    yield from components.parts_of_the_page()
    yield components.Component(
        "Mesa (opengl32sw.dll)",
        "",
        "MIT",
        note="graphics without a graphics card, as Qt's Windows wheels bring it",
    )
    yield components.Component(
        "Microsoft Visual C++ runtime", "14", "Microsoft redistributable",
        note="msvcp140.dll and vcruntime140.dll, as Python's and Qt's Windows files bring them",
    )  # fmt: skip
    yield from components.data_sources()


def _archive(package: Path, made: folder.Build, release: bool) -> Path:
    """The folder for a stick, as a .zip that Windows unpacks by itself."""
    result = RESULTS / f"peer-desktop-{made.version}-{SYSTEM}.zip"
    time = datetime.fromtimestamp(made.time, UTC).timetuple()[:6]
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=9 if release else 6) as archive:
        for name, content in _entries(package):
            entry = zipfile.ZipInfo(f"{package.name}/{name}", time)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return result


def _entries(package: Path) -> Iterator[tuple[str, bytes]]:
    yield "portable", _PORTABLE.encode("utf-8-sig")
    files: Sequence[Path] = folder.files_of(package)
    for file in files:
        yield file.relative_to(package).as_posix(), file.read_bytes()
