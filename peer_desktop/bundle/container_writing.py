"""Writes the container of a bundle: the same contents give the same bytes, whenever they are written."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from peer_desktop.bundle.container import BASEMAP, BLOCK

_ALWAYS = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE = 0o100644 << 16

Content = bytes | Path
"""What goes into an entry: bytes, or the content of a file."""


def write_container(target: Path, contents: Mapping[str, Content]) -> None:
    """Write the entries in this order. Raises OSError."""
    with zipfile.ZipFile(target, "w", allowZip64=False) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, _ALWAYS)
            entry.create_system = 3
            entry.external_attr = _ORDINARY_FILE
            # a map and a PDF are compressed already
            entry.compress_type = zipfile.ZIP_STORED if _is_packed(name) else zipfile.ZIP_DEFLATED
            if isinstance(content, bytes):
                archive.writestr(entry, content)
                continue
            entry.file_size = content.stat().st_size
            with content.open("rb") as source, archive.open(entry, "w") as place:
                while block := source.read(BLOCK):
                    place.write(block)


def _is_packed(name: str) -> bool:
    return name == BASEMAP or name.endswith(".pdf")
