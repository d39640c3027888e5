"""Reads the colours of the map, the same file for the page and for the painter."""

import json
from functools import cache

from PySide6.QtGui import QColor

from peer_desktop.map_page import map_folder


class MapColours(dict[str, QColor]):
    """Colours by name; a name the file lacks is an error here, not a black map."""


@cache
def map_colours(*, dark: bool) -> MapColours:
    """The light or the dark flavour."""
    told = json.loads((map_folder() / "colours.json").read_text(encoding="utf-8"))
    return MapColours({name: QColor(colour) for name, colour in told["dark" if dark else "light"].items()})
