"""Keeps how a person wants the window: language, size of text, colours, patience. Nothing else."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, ClassVar

from peer_desktop.directory.language import Language
from peer_desktop.directory.problems import Problem
from peer_desktop.paths import home_folder

COLOURS = ("system", "light", "dark", "contrast")
TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)
IDLE_MINUTES = (1, 3, 5, 10, 15)
"""After so many minutes without a key or the mouse the desk is cleared."""

_LARGEST_FILE = 10_000


class SettingsNotKept(Problem):
    """The settings hold for now, but could not be written."""

    code = "E-SETTINGS"
    sentences: ClassVar = {
        Language.ENGLISH: "The settings hold until you quit, but they could not be kept in {file}: {reason}.",
        Language.FRENCH: "Les réglages valent jusqu’à la fermeture, mais n’ont pas pu être gardés "
        "dans {file} : {reason}.",
    }


@dataclass(frozen=True, slots=True)
class Settings:
    """How a person wants the window. Nothing of what was searched, ticked or read belongs here."""

    language: Language = Language.ENGLISH
    text_percent: int = 100
    """One of TEXT_PERCENTS."""
    colours: str = "system"
    """One of COLOURS."""
    idle_minutes: int = 3
    """One of IDLE_MINUTES."""


def settings_file() -> Path:
    """Where the settings are kept."""
    return home_folder() / "settings.json"


def first_settings(system_language: str) -> Settings:
    """What holds before anybody chose: the language of the system, such as fr_CA."""
    french = system_language.lower().startswith("fr")
    return Settings(language=Language.FRENCH if french else Language.ENGLISH)


def read(file: Path, otherwise: Settings) -> Settings:
    """What was kept; whatever is missing, damaged or unknown is `otherwise`, never an error."""
    try:
        if file.stat().st_size > _LARGEST_FILE:
            return otherwise
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return otherwise
    if not isinstance(kept, dict):
        return otherwise
    return Settings(
        **{
            field.name: _READERS[field.name](kept[field.name])
            if _holds(kept, field.name)
            else getattr(otherwise, field.name)
            for field in fields(Settings)
        }
    )


def keep(file: Path, settings: Settings) -> None:
    """Write the settings whole or not at all. Raises SettingsNotKept."""
    part = file.with_suffix(".part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
        part.replace(file)
    except OSError as error:
        raise SettingsNotKept(file=file, reason=error.strerror or type(error).__name__) from error


_READERS: dict[str, Callable[[Any], Any]] = {
    "language": Language,
    "text_percent": int,
    "colours": str,
    "idle_minutes": int,
}
_ALLOWED: dict[str, tuple[object, ...]] = {
    "language": tuple(language.value for language in Language),
    "text_percent": TEXT_PERCENTS,
    "colours": COLOURS,
    "idle_minutes": IDLE_MINUTES,
}


def _holds(kept: dict[str, object], name: str) -> bool:
    value = kept.get(name)
    # JSON `true` equals 1 and 100.0 equals 100: the type must be right as well.
    return type(value) in (str, int) and value in _ALLOWED[name]
