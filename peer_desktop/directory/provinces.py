"""Knows the provinces and territories: how people write them, and a point in the middle of their people."""

from dataclasses import dataclass

from peer_desktop.directory.folding import fold, fold_place
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.query import Place


@dataclass(frozen=True, slots=True)
class Province:
    """A province or territory. `also` holds folded names and short forms that can mean nothing else."""

    code: str
    name: Bilingual
    latitude: float
    longitude: float
    also: tuple[str, ...] = ()

    @property
    def place(self) -> Place:
        """The whole of it."""
        return Place(self.name, self.code, self.latitude, self.longitude, "province")


PROVINCES = (
    Province("AB", Bilingual("Alberta", "Alberta"), 52.27, -113.81),
    Province(
        "BC", Bilingual("British Columbia", "Colombie-Britannique"), 49.25, -122.8, ("bc", "b c", "c b")
    ),
    Province("MB", Bilingual("Manitoba", "Manitoba"), 49.9, -97.3),
    Province("NB", Bilingual("New Brunswick", "Nouveau-Brunswick"), 46.1, -65.9, ("nb", "n b")),
    Province(
        "NL",
        Bilingual("Newfoundland and Labrador", "Terre-Neuve-et-Labrador"),
        48.0,
        -54.0,
        ("newfoundland", "terre neuve", "labrador", "nfld", "nl", "newfoundland labrador"),
    ),
    Province("NS", Bilingual("Nova Scotia", "Nouvelle-Écosse"), 44.9, -63.4, ("ns", "n s")),
    Province("NT", Bilingual("Northwest Territories", "Territoires du Nord-Ouest"), 62.45, -114.4, ("nwt",)),
    Province("NU", Bilingual("Nunavut", "Nunavut"), 63.75, -68.52),
    Province("ON", Bilingual("Ontario", "Ontario"), 44.0, -79.3, ("ont",)),
    Province(
        "PE", Bilingual("Prince Edward Island", "Île-du-Prince-Édouard"), 46.3, -63.2, ("pei", "ipe", "i p e")
    ),
    Province("QC", Bilingual("Quebec", "Québec"), 46.0, -72.6, ("qc",)),
    Province("SK", Bilingual("Saskatchewan", "Saskatchewan"), 51.0, -105.8, ("sask", "sk")),
    Province("YT", Bilingual("Yukon", "Yukon"), 60.72, -135.06),
)

_BY_NAME = {
    fold_place(name): province
    for province in PROVINCES
    for name in (province.name.en, province.name.fr, *province.also)
    if name
}
_BY_CODE = {province.code.lower(): province for province in PROVINCES}
# short forms that are words as well, and mean a province only behind a town or alone
_SHORT = {"alta": "AB", "alb": "AB", "man": "MB", "que": "QC", "ne": "NS", "cb": "BC", "tn": "NL"}

LONGEST_NAME = 5
"""Words of the longest name of a province: Île du Prince Édouard, Terre Neuve et Labrador."""


def province_called(name: str) -> Province | None:
    """The province of this name, in a text where any word may stand."""
    return _BY_NAME.get(fold_place(name))


def province_behind(name: str) -> Province | None:
    """The province meant by this behind the name of a town, or alone: also its code and short forms."""
    folded = fold_place(name)
    short = _SHORT.get(folded, folded)
    return _BY_NAME.get(folded) or _BY_CODE.get(short.lower())


def province_in_capitals(word: str) -> Province | None:
    """The province whose code is written in capitals, as one does in an address: help NB."""
    return _BY_CODE.get(fold(word)) if len(word) == 2 and word.isupper() else None
