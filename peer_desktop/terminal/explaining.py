"""Says why a listing stands where it does in the results: the facts that its rank was made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual
from peer_desktop.directory.listing import Listing
from peer_desktop.directory.query import Reach, Results
from peer_desktop.directory.stop_words import STOP_WORDS
from peer_desktop.directory.tokens import stems_of, words_of

_LABELLED = ("audience", "topic", "format", "structure", "setting")


@dataclass(frozen=True, slots=True)
class Reasons:
    """What speaks for a listing, in the order in which it counts."""

    all_words: bool
    """Whether it holds everything that was asked; otherwise it comes after all that do."""
    words: Mapping[str, tuple[str, ...]]
    """Words asked → where they stand: name, organization, labels, description. Nowhere: an empty tuple."""
    reach: str | None
    """local, provincial, national or online, when a place is asked for."""
    distance_km: float | None
    peer_evidence: str
    """stated, referral or not-confirmed; unsure places come after programs."""
    setting: tuple[str, ...]
    """Teams of a workplace come after those open to all, unless the words ask for a workplace."""
    source_date: str | None
    """Fresher pages come first among equals."""


def reasons(found: Results, position: int, directory: Directory) -> Reasons:
    """Why the listing at this position of the results stands there."""
    listing = directory.listing(int(found.numbers[position]))
    away = None if found.distances_km is None else float(found.distances_km[position])
    return Reasons(
        all_words=found.partial_from is None or position < found.partial_from,
        words=_places_of_words(found, listing, directory),
        reach=None if found.reaches is None else tuple(Reach)[int(found.reaches[position])].value,
        distance_km=None if away is None or away != away else round(away, 1),
        peer_evidence=listing.facets.get("peer_evidence", ("not-confirmed",))[0],
        setting=listing.facets.get("setting", ()),
        source_date=listing.source_date,
    )


def _places_of_words(found: Results, listing: Listing, directory: Directory) -> dict[str, tuple[str, ...]]:
    labels = [
        facet.label_of(value)
        for facet in directory.facets
        if facet.id in _LABELLED
        for value in listing.facets.get(facet.id, ())
    ]
    fields = {
        "name": _forms(listing.name),
        "organization": _forms(listing.organization),
        "labels": set().union(*map(_forms, labels)),
        "description": _forms(listing.description) | _forms(listing.eligibility),
    }
    place = set(found.found_place.words) if found.found_place else set()
    places: dict[str, tuple[str, ...]] = {}
    for word in words_of(found.query.text):
        if word in STOP_WORDS or word in place:
            continue
        searched = found.corrections.get(word, word)
        ways = [(searched,), *(tuple(words_of(other)) for other in found.widened.get(searched, ()))]
        places[word] = tuple(
            name for name, forms in fields.items() if any(_holds(forms, way) for way in ways)
        )
    return places


def _forms(text: Bilingual) -> set[str]:
    return {form for written in (text.en, text.fr) for word in words_of(written or "") for form in _all(word)}


def _all(word: str) -> Iterable[str]:
    return (word, *stems_of(word))


def _holds(forms: set[str], way: tuple[str, ...]) -> bool:
    return bool(way) and all(any(form in forms for form in _all(word)) for word in way)
