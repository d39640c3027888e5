"""Names whose work the program stands on, and under which licence."""

import json
from dataclasses import dataclass

from peer_desktop.directory.language import Bilingual
from peer_desktop.paths import resources_folder


@dataclass(frozen=True, slots=True)
class Credit:
    """A work, what it does here, and its licence (SPDX where there is one)."""

    name: str
    use: Bilingual
    licence: str


def read_credits() -> tuple[Credit, ...]:
    """Every work that is shipped with the program or that its data comes from."""
    written = json.loads((resources_folder() / "credits.json").read_text(encoding="utf-8"))
    return tuple(Credit(row["name"], Bilingual(row["en"], row["fr"]), row["licence"]) for row in written)
