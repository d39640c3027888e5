"""Lists what people do in the window while they search: what every peer is asked, in one run."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Around:
    """A circle on the ground. Degrees are WGS 84."""

    name: str
    province: str
    latitude: float
    longitude: float
    kilometres: float

    @property
    def vector(self) -> tuple[float, float, float]:
        """The middle as a point of the unit sphere."""
        return unit_vector(self.latitude, self.longitude)

    @property
    def squared_chord(self) -> float:
        """The squared straight distance on the unit sphere that the radius has."""
        return (2 * math.sin(self.kilometres / 6371.0 / 2)) ** 2


@dataclass(frozen=True, slots=True)
class Word:
    """A word in all its forms: any of them will do, and anything with this beginning where there is one."""

    forms: tuple[str, ...]
    beginning: str | None = None


Phrase = tuple[Word, ...]
"""Words that must all be held."""
Meanings = tuple[Phrase, ...]
"""Phrases that mean the same: one of them must be held."""


@dataclass(frozen=True, slots=True)
class Interaction:
    """One letter, word or tick: after it, a window needs rows, counts and points anew."""

    kind: str
    text: str = ""
    """What was typed, slips and all; the last word is still being typed."""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By facet: values that are ticked."""
    near: Around | None = None
    wanted: tuple[Meanings, ...] = ()
    """The text as this program understood it: what peers are asked, which mend and widen nothing. All of it
    must be held."""

    def __str__(self) -> str:
        ticks = [f"{facet}={'|'.join(values)}" for facet, values in self.chosen.items()]
        place = [f"{self.near.kilometres:g} km of {self.near.name}"] if self.near else []
        return " ".join([repr(self.text), *ticks, *place])


def unit_vector(latitude: float, longitude: float) -> tuple[float, float, float]:
    """A point of the unit sphere: between two of them, a straight line needs no trigonometry."""
    north, east = math.radians(latitude), math.radians(longitude)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


_OTTAWA = ("Ottawa", "ON", 45.41117, -75.69812)
_TORONTO = ("Toronto", "ON", 43.70643, -79.39864)
_MONTREAL = ("Montréal", "QC", 45.50884, -73.58781)
_YELLOWKNIFE = ("Yellowknife", "NT", 62.45411, -114.37248)

INTERACTIONS = (
    Interaction("nothing"),
    *(Interaction("letters", text) for text in ("v", "ve", "vet", "s", "so", "d", "de", "é", "ps")),
    *(Interaction("a word", text) for text in ("veteran", "veterans", "logement", "français", "francais")),
    *(Interaction("a word", text) for text in ("grief", "deuil", "wife", "drinking", "PTSD", "psycholog")),
    Interaction("a word", "vetrans"),
    *(Interaction("words", text) for text in ("peer s", "peer support", "mental health s", "santé mentale")),
    *(Interaction("words", text) for text in ("soutien aux vétérans", "my son died", "grief ottawa")),
    Interaction("words", "conseling for my wife"),
    Interaction("ticks", chosen={"serves": ("ON",)}),
    Interaction("ticks", chosen={"serves": ("ON", "QC"), "topic": ("ptsd-osi", "grief-loss")}),
    Interaction("ticks", chosen={"topic": ("moral-injury",)}),
    Interaction("ticks", chosen={"cost": ("free",), "language": ("fr",), "format": ("online", "phone")}),
    Interaction(
        "ticks",
        chosen={
            "serves": ("QC", "CA"),
            "topic": ("ptsd-osi",),
            "audience": ("veterans", "families"),
            "format": ("in-person",),
            "cost": ("free",),
            "setting": ("community",),
        },
    ),
    Interaction("ticks", chosen={"audience": ("veterans",), "structure": ("group", "one-on-one")}),
    Interaction("words and ticks", "log", chosen={"serves": ("QC",)}),
    Interaction("words and ticks", "famil", chosen={"audience": ("women",), "cost": ("free",)}),
    Interaction(
        "words and ticks", "veteran", chosen={"serves": ("ON",), "topic": ("ptsd-osi", "transition")}
    ),
    Interaction("words and ticks", "s", chosen={"language": ("fr",), "structure": ("group",)}),
    Interaction("words and ticks", "peer group", chosen={"format": ("phone", "online"), "serves": ("CA",)}),
    Interaction("words and ticks", "conseling", chosen={"checked": ("within-6-months",)}),
    Interaction("near", near=Around(*_OTTAWA, 25)),
    Interaction("near", near=Around(*_TORONTO, 50)),
    Interaction("near", "group", near=Around(*_MONTREAL, 10)),
    Interaction("near", "ve", chosen={"cost": ("free",)}, near=Around(*_TORONTO, 100)),
    Interaction("near", chosen={"topic": ("ptsd-osi", "homelessness")}, near=Around(*_YELLOWKNIFE, 300)),
)
"""All of them, in the order they are asked."""
