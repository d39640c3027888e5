"""Makes the setup program for Windows: NSIS, with a list of what it puts there and takes away."""

import subprocess
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from folder import Build, files_of, megabytes
from places import WORK

_MADE_IN_USE = (PureWindowsPath("program", "lib", "PySide6", "resources", "locales"),)
"""Empty folders that the web engine makes where it may write."""

_SCRIPT = Path(__file__).resolve().parent / "setup.nsi"


def build(package: Path, made: Build, results: Path, *, release: bool) -> Path:
    """The setup program for the folder `package`. Packing hard takes a quarter of an hour."""
    lists = WORK / "windows" / "setup"
    lists.mkdir(exist_ok=True)
    (lists / "install.nsh").write_text("\n".join(_put(package)) + "\n", encoding="utf-8-sig")
    (lists / "remove.nsh").write_text("\n".join(_take_away(package)) + "\n", encoding="utf-8-sig")
    result = results / f"peer-desktop-{made.version}-windows-x64-setup.exe"
    numbers = ".".join([*made.version.split(".")[:3], "0", "0"][:4])
    subprocess.run(
        [
            *("makensis", "-V2", "-INPUTCHARSET", "UTF8"),
            *(f"-DVERSION={made.version}", f"-DVERSION_NUMBERS={numbers}", f"-DLISTS={lists}"),
            *(f"-DRESULT={result}", f"-DICON={WORK / 'windows' / 'launcher' / 'peer-desktop.ico'}"),
            *(f"-DKILOBYTES={round(megabytes(package) * 1e3 / 1.024)}", "-DHARD" if release else "-DLIGHT"),
            str(_SCRIPT),
        ],
        check=True,
        env=made.environment(),
    )
    return result


def _folders(package: Path) -> list[str]:
    """Every folder of the package, the outer before the inner, as Windows writes paths."""
    inner = {file.parent.relative_to(package) for file in files_of(package)}
    every = {parent for folder in inner for parent in (folder, *folder.parents)} - {Path()}
    return sorted(
        (str(PureWindowsPath(folder)) for folder in every), key=lambda path: (path.count("\\"), path)
    )


def _put(package: Path) -> Iterator[str]:
    for folder in ["", *_folders(package)]:
        yield f'SetOutPath "$INSTDIR{_below(folder)}"'
        here = package / Path(*PureWindowsPath(folder).parts)
        for file in sorted(each for each in here.iterdir() if each.is_file()):
            yield f'File "{_escaped(str(file))}"'


def _take_away(package: Path) -> Iterator[str]:
    """File by file, then folder by folder from within: what somebody else put there stays."""
    for file in files_of(package):
        path = str(PureWindowsPath(file.relative_to(package)))
        yield f'Delete "$INSTDIR{_below(path)}"'
    made_in_use = [str(folder) for folder in _MADE_IN_USE]
    for folder in [*made_in_use, *reversed(_folders(package))]:
        yield f'RMDir "$INSTDIR{_below(folder)}"'


def _below(path: str) -> str:
    return f"\\{_escaped(path)}" if path else ""


def _escaped(path: str) -> str:
    return path.replace("$", "$$")
