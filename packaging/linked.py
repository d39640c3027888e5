"""Reads which libraries a program file asks for by itself: not what these ask for in turn."""

import re
import subprocess
from pathlib import Path

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)


def needed_on_linux(file: Path) -> frozenset[str]:
    """File names such as libz.so.1; empty for what is no ELF file. Needs objdump, of Debian's binutils."""
    with file.open("rb") as content:
        if content.read(4) != b"\x7fELF":
            return frozenset()
    said = subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=True).stdout
    return frozenset(_NEEDED.findall(said))


def needed_on_windows(file: Path) -> frozenset[str]:
    """File names in lower case (qt6core.dll), loaded at once or later; empty for what is no PE file."""
    import pefile

    with file.open("rb") as content:
        if content.read(2) != b"MZ":
            return frozenset()
    program = pefile.PE(str(file), fast_load=True)
    try:
        program.parse_data_directories(
            [
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"],
                pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT"],
            ]
        )
        tables = (
            getattr(program, name, []) for name in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT")
        )
        return frozenset(entry.dll.decode().lower() for table in tables for entry in table)
    finally:
        program.close()
