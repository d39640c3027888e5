"""Gives the Wine of a trial what Wine 10 lacks and Windows has; nothing of this is ever shipped."""

import subprocess
from pathlib import Path

import pefile

_C_LIBRARY = Path("usr/lib/x86_64-linux-gnu/wine/x86_64-windows/ucrtbase.dll")

# Numpy asks for these when it is imported; in Wine 10 they end the program. On 64-bit Windows a complex float
# lies in one register, a complex double behind a pointer.
_MACHINE_CODE = {
    "crealf": bytes.fromhex("660f6ec1 c3"),  # movd xmm0, ecx
    "cimagf": bytes.fromhex("48c1e920 660f6ec1 c3"),  # shr rcx, 32; movd xmm0, ecx
    "creall": bytes.fromhex("f20f1001 c3"),  # movsd xmm0, [rcx]
    "cimag": bytes.fromhex("f20f104108 c3"),  # movsd xmm0, [rcx + 8]
    "cimagl": bytes.fromhex("f20f104108 c3"),
}
_STUB = bytes.fromhex("4883ec28488d0d")
"""How a function starts that Wine has only in name."""


def write_missing_functions(library: Path) -> list[str]:
    """Write the functions over their stubs; the names of those that were written now."""
    program = pefile.PE(str(library))
    written = []
    for symbol in program.DIRECTORY_ENTRY_EXPORT.symbols:
        name = symbol.name.decode() if symbol.name else ""
        if name in _MACHINE_CODE and program.get_data(symbol.address, len(_STUB)) == _STUB:
            program.set_bytes_at_rva(symbol.address, _MACHINE_CODE[name])
            written.append(name)
    content = program.write()
    program.close()
    library.write_bytes(content)
    return written


def add_converters(system32: Path) -> None:
    """Windows 10 has an icuuc.dll, which Qt 6.11 links to."""
    subprocess.run(
        [
            *("x86_64-w64-mingw32-gcc", "-shared", "-O", "-s", "-Wno-unused-parameter"),
            *("-o", str(system32 / "icuuc.dll"), str(Path(__file__).with_name("icuuc.c"))),
        ],
        check=True,
    )


def mend(root: Path, prefix: Path) -> None:
    """Mend the Wine in the Debian folder `root`, and Wine's own folder `prefix` in it."""
    write_missing_functions(root / _C_LIBRARY)
    add_converters(prefix / "drive_c" / "windows" / "system32")
