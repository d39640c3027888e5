"""Sets a sheet with Typst: its content goes in as JSON and is text, never markup."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from peer_desktop.handout.letters import printable, surely_printable, with_letters
from peer_desktop.handout.problems import SheetNotMade
from peer_desktop.handout.qr_code import QrCode
from peer_desktop.paths import resources_folder

_STANDARD: Final[Literal["ua-1"]] = "ua-1"
_ATTEMPTS = ((False, printable), (True, printable), (False, surely_printable))
"""Letters that the sheet's own fonts lack (Chinese, an emoji) are looked for among those of the system."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """The same sheet twice."""

    pdf: bytes
    """Tagged PDF/UA-1."""
    pages: tuple[bytes, ...]
    """SVG of every page, in which letters are drawings."""


def typeset(content: Mapping[str, Any], codes: Sequence[QrCode | None]) -> Typeset:
    """Set what JSON can hold, and a code or none for each listing. Raises SheetNotMade.

    Nothing is written to disk.
    """
    try:
        import typst  # 80 MB that the window does not wait for
    except ImportError as error:
        raise SheetNotMade from error
    folder = resources_folder() / "handout"
    drawings = [code and asdict(code) for code in codes]
    refusals: list[Exception] = []
    for system_fonts, letters in _ATTEMPTS:
        fonts = typst.Fonts(include_system_fonts=system_fonts, font_paths=[folder / "fonts"])
        compiler = typst.Compiler(folder / "sheet.typ", root=folder, font_paths=fonts)
        sheet = {"sheet": json.dumps(with_letters(content, letters)), "codes": json.dumps(drawings)}
        try:
            pdf = compiler.compile(sys_inputs=sheet, format="pdf", pdf_standards=[_STANDARD])
            pages = compiler.compile(sys_inputs=sheet, format="svg")
        except typst.TypstError as error:
            refusals.append(error)
            continue
        return Typeset(b"".join(_all(pdf)), tuple(_without_outlines(page) for page in _all(pages)))
    raise SheetNotMade from refusals[-1]


def _all(made: bytes | list[bytes] | None) -> tuple[bytes, ...]:
    """Typst gives one page alone and several as a list."""
    return (made,) if isinstance(made, bytes) else tuple(made or ())


def _without_outlines(page: bytes) -> bytes:
    """QtSvg gives what has no stroke a pen without a colour, and Qt's printers draw with it, in black."""
    return page.replace(b"<svg ", b'<svg stroke-width="0" ', 1)
