"""Makes the page of the map with Folium, once, from files of the program only; it holds no data."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from peer_desktop.paths import resources_folder
from peer_desktop.regions import STREETS_CREDIT, Region

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""All in lower case: Qt puts header values in lower case, so a hash or nonce would never match."""

CREDIT = "Natural Earth · GSHHG (LGPL) · GeoNames (CC BY 4.0)"
BASE_MAP = "canada.pmtiles"
FAR, CLOSE, CLOSE_WITH_STREETS = 1, 13, 18
"""Display zooms."""
COUNTRY = ((42.0, -138.0), (66.0, -54.0))
"""South-west and north-east of what is shown first: where nearly everybody lives."""
LIMITS = ((15.0, -200.0), (85.0, -10.0))

PARTS: Mapping[str, str] = {
    "/leaflet.js": "leaflet/leaflet.js",
    "/leaflet.css": "leaflet/leaflet.css",
    "/protomaps-leaflet.js": "protomaps-leaflet/protomaps-leaflet.js",
    "/page.css": "page/page.css",
    "/town.js": "page/town.js",
    "/style.js": "page/style.js",
    "/points.js": "page/points.js",
    "/spot.js": "page/spot.js",
    "/controls.js": "page/controls.js",
    "/map.js": "page/map.js",
    "/colours.json": "colours.json",
}
"""Address within the page → file within resources/map."""


def map_folder() -> Path:
    """The folder of the base map and of the parts of the page."""
    return resources_folder() / "map"


def build_page() -> dict[str, bytes]:
    """The page and its scripts by their address. No script is inline: the policy allows none."""
    html = _shell()
    files: dict[str, bytes] = {}

    def moved_out(script: re.Match[str]) -> str:
        address = f"/inline-{len(files)}.js"
        files[address] = script[1].encode()
        return f'<script src="{address}"></script>'

    html = re.sub(r"<script>(.*?)</script>", moved_out, html, flags=re.DOTALL)
    files["/index.html"] = html.encode()
    for address, content in files.items():
        outside = re.search(rb"(?i)\b(?:https?|wss?|ftp|file):|[\"'(=]//", content)
        if outside:
            raise AssertionError(f"{address} names an address outside the program: {outside[0]!r}")
    return files


def _shell() -> str:
    """The HTML of a Folium map that asks for nothing but our own files.

    jQuery, Bootstrap and the marker fonts serve Folium's own popups and icons, which are not used: record
    text inside a Folium popup would be run as a script.
    """
    import folium
    from branca.element import MacroElement
    from folium.elements import JSCSSMixin
    from folium.template import Template

    class OfflineMap(folium.Map):
        default_js = [("leaflet", "/leaflet.js")]  # noqa: RUF012 - folium's own type
        default_css = [("leaflet_css", "/leaflet.css"), ("page_css", "/page.css")]  # noqa: RUF012

    class Program(JSCSSMixin, MacroElement):
        """Hands Folium's map to the page's own program."""

        default_js = [  # noqa: RUF012 - folium's own type
            ("protomaps", "/protomaps-leaflet.js"),
            ("channel", "/qwebchannel.js"),
            ("town", "/town.js"),
            ("style", "/style.js"),
            ("points", "/points.js"),
            ("spot", "/spot.js"),
            ("controls", "/controls.js"),
            ("program", "/map.js"),
        ]
        _template = Template(
            "{% macro script(this, kwargs) %}"
            "window.peerMap = new PeerMap({{ this._parent.get_name() }});"
            "{% endmacro %}"
        )

    shell = OfflineMap(
        location=(55.0, -96.0),
        zoom_start=3,
        tiles=None,
        attribution_control=False,
        zoom_animation=False,
        fade_animation=False,
        marker_zoom_animation=False,
        inertia=False,
        world_copy_jump=False,
    )
    Program().add_to(shell)  # type: ignore[no-untyped-call] # branca types its constructor by half
    return str(shell.get_root().render())


def page_options(regions: Sequence[Region], base_zoom: int, look: Mapping[str, Any]) -> bytes:
    """What the page is told when it starts, as JSON; `look` holds language, colours and words."""
    credits_shown = [CREDIT]
    for region in regions:
        if region.credit not in credits_shown:
            credits_shown.append(region.credit or STREETS_CREDIT)
    return json.dumps(
        {
            "look": look,
            "base_zoom": base_zoom,
            "min_zoom": FAR,
            "max_zoom": CLOSE_WITH_STREETS if regions else CLOSE,
            "country": COUNTRY,
            "limits": LIMITS,
            "credits": credits_shown,
            "regions": [
                {"id": f"region{number}", "max_zoom": region.max_zoom, "bounds": _corners(region)}
                for number, region in enumerate(regions)
            ],
        }
    ).encode()


def _corners(region: Region) -> tuple[tuple[float, float], tuple[float, float]]:
    west, south, east, north = region.bounds
    return (south, west), (north, east)
