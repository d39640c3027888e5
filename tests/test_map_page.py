"""Folium's page asks for nothing but the program's own files, and nothing in it is inline."""

import json
import re
from pathlib import Path

from peer_desktop.map_page import PARTS, POLICY, build_page, map_folder, page_options
from peer_desktop.regions import Region


def test_the_page_is_foliums_and_names_only_files_of_the_program() -> None:
    files = build_page()
    html = files["/index.html"].decode()
    assert "folium-map" in html
    asked = set(re.findall(r'(?:src|href)="([^"]+)"', html))
    assert asked <= {*PARTS, *files, "/qwebchannel.js"}
    assert all((map_folder() / part).is_file() for part in PARTS.values())


def test_the_page_names_no_address_and_holds_no_script() -> None:
    for content in build_page().values():
        assert not re.search(rb"(?i)https?:|wss?:|//[a-z]", content)
    html = build_page()["/index.html"].decode()
    assert not re.search(r"<script>", html)
    assert not re.search(r"\son[a-z]+=", html)


def test_the_policy_allows_only_the_page_itself() -> None:
    assert "script-src 'self';" in POLICY
    assert POLICY.startswith("default-src 'none'")
    assert "unsafe-eval" not in POLICY
    assert POLICY.islower()


def test_what_a_region_says_of_itself_reaches_the_page_as_data(tmp_path: Path) -> None:
    hostile = "</script><img src=x onerror=alert(1)> ${alert(1)} `"
    region = Region(tmp_path / "a.pmtiles", (-64.0, 44.0, -63.0, 45.0), 9, 15, hostile)
    told = json.loads(page_options([region], 9, {"words": {}}))
    assert told["credits"][1] == hostile
    assert told["regions"] == [{"id": "region0", "max_zoom": 15, "bounds": [[44.0, -64.0], [45.0, -63.0]]}]
    assert told["max_zoom"] == 18
    assert hostile.encode() not in b"".join(build_page().values())
