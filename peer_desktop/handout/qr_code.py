"""Makes a QR code of an address: a telephone opens it, this computer does not."""

from dataclasses import dataclass
from itertools import groupby

import segno

_MOST_LETTERS = 300
"""A longer address makes modules that a telephone cannot tell apart at the size of the sheet."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square of dark and light modules, without its quiet zone."""

    side: int
    """Modules."""
    dark: tuple[tuple[int, int, int], ...]
    """Runs of dark modules: row, first column, length."""


def qr_code(address: str) -> QrCode | None:
    """The code of an address; None for one that is too long to be read from paper."""
    if len(address) > _MOST_LETTERS:
        return None
    rows = [bytes(row) for row in segno.make(address, micro=False, error="m", boost_error=False).matrix]
    return QrCode(len(rows), tuple(run for down, row in enumerate(rows) for run in _runs(down, row)))


def _runs(down: int, row: bytes) -> list[tuple[int, int, int]]:
    runs = []
    for is_dark, columns in groupby(range(len(row)), key=row.__getitem__):
        run = list(columns)
        if is_dark:
            runs.append((down, run[0], len(run)))
    return runs
