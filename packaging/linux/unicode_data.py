"""Trims the Unicode data of Qt's ICU to the languages of the program: of its 32 MB, 28 are of no use here.

ICU falls back to its root language for any other, so a desktop in German works as before. The library keeps
its name and its one symbol; only what is behind it is shorter.
"""

import re
import struct
import subprocess
import tempfile
from pathlib import Path

_KEPT_LANGUAGES = re.compile(r"(root|en|fr)(_.*)?")
_LANGUAGE_FILE = re.compile(
    r"(?:(curr|lang|region|unit|zone|rbnf|coll)/)?([a-z]{2,3}(?:_[A-Za-z0-9_]+)?)\.res"
)
_USELESS = re.compile(r".*\.cnv|brkitr/.*\.dict|translit/.*|unames\.icu")
"""Older character sets, words of Asian scripts, one script rewritten in another, names of characters."""
_WORDS = re.compile(r"brkitr/.*\.dict")
_NO_LANGUAGE = frozenset({"pool", "res_index"})
_ALIGNED = 16


def trim_of_web_engine(file: Path) -> tuple[int, int]:
    """Rewrite the web engine's own data (icudtl.dat) in place; its size before and after.

    Its older character sets stay: web pages may be written in them.
    """
    data = file.read_bytes()
    trimmed = _without_languages(data, also_dropped=_WORDS)
    file.write_bytes(trimmed)
    return len(data), len(trimmed)


def trim(library: Path) -> tuple[int, int]:
    """Rewrite `library` (libicudata.so.NN) in place; its size before and after. Needs gcc and objcopy."""
    before = library.stat().st_size
    version = library.name.rpartition(".")[2]
    data = _without_languages(_read(library, f"icudt{version}_dat"))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "data.dat").write_bytes(data)
        (place / "data.s").write_text(
            f".section .rodata\n.balign 16\n.globl icudt{version}_dat\n.type icudt{version}_dat, @object\n"
            f'icudt{version}_dat:\n.incbin "data.dat"\n.size icudt{version}_dat, {len(data)}\n'
            '.section .note.GNU-stack,"",@progbits\n',
            encoding="ascii",
        )
        subprocess.run(
            [
                *("gcc", "-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-Wl,--build-id=none"),
                *("-o", "trimmed.so", "data.s"),
            ],
            cwd=place,
            check=True,
        )
        library.write_bytes((place / "trimmed.so").read_bytes())
    return before, library.stat().st_size


def _read(library: Path, symbol: str) -> bytes:
    """The bytes behind the one symbol of the library."""
    table = subprocess.run(["objdump", "-T", str(library)], capture_output=True, text=True, check=True).stdout
    line = next(line.split() for line in table.splitlines() if line.endswith(f" {symbol}"))
    address = int(line[0], 16)
    headers = subprocess.run(
        ["objdump", "-h", str(library)], capture_output=True, text=True, check=True
    ).stdout
    for row in (line.split() for line in headers.splitlines() if ".rodata" in line):
        size, start, offset = int(row[2], 16), int(row[3], 16), int(row[5], 16)
        if start <= address < start + size:
            content = library.read_bytes()
            return content[offset + address - start : offset + size]
    raise SystemExit(f"{library.name} has no {symbol}")


def _without_languages(data: bytes, also_dropped: re.Pattern[str] = _USELESS) -> bytes:
    """ICU's common data (format "CmnD"): a header, a table of names and places, then the items."""
    header = struct.unpack_from("<H", data)[0]
    if data[12:16] != b"CmnD":
        raise SystemExit("this is no common data of ICU")
    count = struct.unpack_from("<I", data, header)[0]
    places = [struct.unpack_from("<II", data, header + 4 + 8 * number) for number in range(count)]
    ends = [place for _, place in places[1:]] + [len(data) - header]
    items = []
    for (name_at, place), end in zip(places, ends, strict=True):
        name = data[header + name_at : data.index(b"\0", header + name_at)]
        if is_kept(name.decode().partition("/")[2], also_dropped):
            items.append((name, data[header + place : header + end]))
    return data[:header] + _packed(items)


def is_kept(name: str, also_dropped: re.Pattern[str] = _USELESS) -> bool:
    """Whether an item is of no language or of one of ours; `name` without the name of the data before it."""
    if also_dropped.fullmatch(name):
        return False
    match = _LANGUAGE_FILE.fullmatch(name)
    return not match or match[2] in _NO_LANGUAGE or bool(_KEPT_LANGUAGES.fullmatch(match[2]))


def _packed(items: list[tuple[bytes, bytes]]) -> bytes:
    names_at = 4 + 8 * len(items)
    table, names = bytearray(), bytearray()
    contents = bytearray()
    start = names_at + sum(len(name) + 1 for name, _ in items)
    start += -start % _ALIGNED
    for name, content in items:
        table += struct.pack("<II", names_at + len(names), start + len(contents))
        names += name + b"\0"
        contents += content + b"\0" * (-len(content) % _ALIGNED)
    head = struct.pack("<I", len(items)) + table + names
    return bytes(head + b"\0" * (start - len(head)) + contents)
