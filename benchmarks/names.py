"""Writes names for invented listings and organizations, in both languages."""

from collections.abc import Sequence

from benchmarks.likeness import Words

_ENGLISH = (
    "{topic}: {rare} group",
    "{audience} group of {town}",
    "{rare} House",
    "{topic} for {audience}",
    "{rare} {second} peer network",
    "{town} drop-in for {audience}",
    "{rare} retreat",
    "{topic} – {town}",
    "Coffee and talk {town}",
)
_FRENCH = (
    "Groupe {rare} : {topic}",
    "Groupe d'entraide de {town}",
    "Maison {rare}",
    "{topic}, services pour {audience}",
    "Réseau de pairs {rare} {second}",
    "Halte-accueil de {town} pour {audience}",
    "Répit {rare}",
    "{topic} – {town}",
    "Café-causerie de {town}",
)
_ENGLISH_PLACES = (
    "Royal Canadian Legion Branch {number} ({town})",
    "{rare} Centre ({town})",
    "{town} {rare} Hall",
)
_FRENCH_PLACES = (
    "Légion royale canadienne, filiale {number} ({town})",
    "Centre {rare} ({town})",
    "Maison {rare} de {town}",
)
_ORGANIZATIONS = (
    ("{rare} Society", None),
    ("{rare} {second} Foundation", "Fondation {rare} {second}"),
    (None, "Centre {rare}"),
    ("{rare} Family Services", "Services aux familles {rare}"),
    ("Legion {rare}", "Légion {rare}"),
    ("{rare} Community Health", None),
    (None, "Association {rare} {second}"),
    ("{rare} {second} Veterans Association", None),
)
_FRENCH_SHARES = {"QC": 0.75, "NB": 0.35}


def french_share(province: str) -> float:
    """How many of the listings in a province have a French name."""
    return _FRENCH_SHARES.get(province, 0.05)


def listing_name(
    chances: Sequence[float],
    words: Words,
    *,
    program: bool,
    french: bool,
    about: tuple[tuple[str, str], tuple[str, str], str],
) -> str:
    """A name; `chances` are numbers below 1, `about` the labels of a topic and an audience, and a town."""
    if program:
        patterns: Sequence[str] = _FRENCH if french else _ENGLISH
    else:
        patterns = _FRENCH_PLACES if french else _ENGLISH_PLACES
    rare, second = _rare(chances[1], words, french=french), _rare(chances[2], words, french=french)
    return patterns[int(chances[0] * len(patterns))].format(
        topic=about[0][french],
        audience=about[1][french],
        town=about[2],
        rare=rare,
        second=second,
        number=int(chances[3] * 700) + 1,
    )


def organization_name(chances: Sequence[float], words: Words) -> tuple[str | None, str | None]:
    """A name in English, in French, or in both."""
    patterns = _ORGANIZATIONS[int(chances[0] * len(_ORGANIZATIONS))]
    french = patterns[0] is None
    rare, second = _rare(chances[1], words, french=french), _rare(chances[2], words, french=french)
    english, other = (pattern.format(rare=rare, second=second) if pattern else None for pattern in patterns)
    return english, other


def _rare(chance: float, words: Words, *, french: bool) -> str:
    names = words.french_names if french else words.english_names
    return str(names[int(chance * len(names))]).capitalize()
