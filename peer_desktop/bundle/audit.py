"""Writes down what was done to a store, each line bound to the one before: never a search, never a person."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from peer_desktop.bundle.disk import Disk
from peer_desktop.bundle.manifest import instant_written
from peer_desktop.bundle.sealed_json import canonical
from peer_desktop.bundle.strict_json import Object

FIRST = "0" * 64
"""What the first line follows."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done or refused."""

    action: str
    """install, put-back, undone, refuse, trust, revoke"""
    code: str
    channel: str = ""
    serial: int = 0
    manifest_sha256: str = ""
    fingerprint: str = ""


def note(file: Path, deed: Deed, at: datetime, disk: Disk) -> None:
    """Add a line. Whoever calls holds the lock of the store. Raises OSError."""
    content = file.read_bytes() if file.exists() else b""
    # half a line from a power cut stays as it is, on a line of its own
    ending = b"" if not content or content.endswith(b"\n") else b"\n"
    lines = content.splitlines()
    body: Object = {
        "number": len(lines) + 1,
        "at": instant_written(at),
        "action": deed.action,
        "code": deed.code,
        "channel": deed.channel,
        "serial": deed.serial,
        "manifest_sha256": deed.manifest_sha256,
        "fingerprint": deed.fingerprint,
        "previous": _hash(lines[-1]) if lines else FIRST,
    }
    disk.add_line(file, ending + canonical(body) + b"\n")


def broken_lines(file: Path) -> tuple[int, ...]:
    """The numbers of the lines that do not follow the one before, or are no lines of an audit."""
    previous, broken = FIRST, []
    lines = file.read_bytes().splitlines() if file.exists() else []
    for number, line in enumerate(lines, start=1):
        try:
            follows = json.loads(line)["previous"] == previous
        except (ValueError, KeyError, TypeError):
            follows = False
        if not follows:
            broken.append(number)
        previous = _hash(line)
    return tuple(broken)


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
