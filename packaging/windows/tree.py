"""Lays out the folder of the Windows program: CPython, libraries, our own code, and nothing else."""

import compileall
import py_compile
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from content import code_files, is_wanted, program_files
from linked import needed_on_windows

PATHS = "python311.zip\n.\n../lib\n../app\n"
"""Of python311._pth: with this file, Python looks nowhere else, whatever is installed on the computer."""

_SOFTWARE_GRAPHICS = "opengl32sw.dll"
"""Loaded by Qt by name, where the graphics driver of an old computer cannot do what is needed."""


def lay_out(program: Path, python: Mapping[str, bytes], wheels: Sequence[Path]) -> None:
    """Fill `program` with python/, lib/ and app/."""
    for folder in ("python", "lib", "app"):
        (program / folder).mkdir(parents=True)
    for name, content in python.items():
        (program / "python" / name).write_bytes(content)
    (program / "python" / "python311._pth").write_text(PATHS, encoding="utf-8")
    for wheel in wheels:
        unpack(wheel, program / "lib")
    drop_unlinked(program / "lib")
    for file, path in (*code_files(), *program_files()):
        target = program / "app" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    for folder in ("lib", "app"):
        compile_all(program / folder)


def unpack(wheel: Path, folder: Path) -> None:
    """What content.py wants of a wheel, where an installer would put it."""
    with zipfile.ZipFile(wheel) as files:
        for entry in files.infolist():
            path = installed_path(entry.filename)
            if entry.is_dir() or not path or not is_wanted(path):
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(files.read(entry))


def installed_path(name: str) -> str:
    """Within site-packages; empty for what belongs elsewhere. Raises ValueError for a path that leaves it."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"a wheel wants to write to {name}")
    if path.parts and path.parts[0].endswith(".data"):
        return "/".join(path.parts[2:]) if path.parts[1] in ("purelib", "platlib") else ""
    return name


def drop_unlinked(lib: Path) -> None:
    """Of Qt's libraries, keep those that a module, a plugin or the web engine asks for, and theirs."""
    qt = lib / "PySide6"
    libraries = {file.name.lower(): file for file in qt.glob("*.dll")}
    wanted = {_SOFTWARE_GRAPHICS}
    to_follow = [file for file in (lib / "shiboken6").iterdir() if file.is_file()]
    to_follow += [*qt.glob("*.pyd"), *(qt / "plugins").rglob("*.dll"), *qt.glob("*.exe")]
    while to_follow:
        for name in needed_on_windows(to_follow.pop()):
            if name in libraries and name not in wanted:
                wanted.add(name)
                to_follow.append(libraries[name])
    for name, file in libraries.items():
        if name not in wanted:
            file.unlink()


def compile_all(folder: Path) -> None:
    """Byte code beside each module: a read-only stick starts as fast, and nothing is written on first start.

    It is made by the Python that builds, which must be of the same series, and is never checked again.
    """
    compileall.compile_dir(
        folder,
        quiet=1,
        stripdir=str(folder),
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
