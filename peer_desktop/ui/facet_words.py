"""Names facets and their values in both languages, and reads the rows of the facet tree aloud."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from peer_desktop.directory.language import Language
from peer_desktop.directory.listing import Facet
from peer_desktop.models.facet_rows import CHOSEN, EXCLUDED

translate = QCoreApplication.translate


class FacetLabels:
    """The labels of a directory's facets, at hand by id."""

    def __init__(self, facets: Sequence[Facet]) -> None:
        self.use(facets)

    def use(self, facets: Sequence[Facet]) -> None:
        """Name the facets of another directory from now on."""
        self.order = tuple(facet.id for facet in facets)
        """The ids of the facets, in the order of the directory."""
        self._facets = {facet.id: facet for facet in facets}
        self._values = {(facet.id, value.value): value.label for facet in facets for value in facet.values}

    def facet(self, facet: str, language: Language) -> str:
        """The label of a facet; its id where the directory has none."""
        known = self._facets.get(facet)
        return known.label.said_in(language) if known else facet

    def value(self, facet: str, value: str, language: Language) -> str:
        """The label of a value; the value itself where the directory has none."""
        label = self._values.get((facet, value))
        return label.said_in(language) if label else value

    def in_order(self, facet: str, values: Iterable[str]) -> list[str]:
        """Several values in the order of the directory; those it does not know come last."""
        wanted = frozenset(values)
        known = self._facets.get(facet)
        listed = [value.value for value in known.values if value.value in wanted] if known else []
        return [*listed, *sorted(wanted.difference(listed))]

    def values(self, facet: str, values: Iterable[str], language: Language) -> list[str]:
        """The labels of several values, in the order of the directory."""
        return [self.value(facet, value, language) for value in self.in_order(facet, values)]

    def known(self, facets: Mapping[str, tuple[str, ...]], facet: str, language: Language) -> list[str]:
        """What a listing says of one facet; empty where it says nothing."""
        return self.values(facet, facets.get(facet, ()), language)

    def names(self, facet: str, language: Language) -> Mapping[str, str]:
        """Value → label, of a whole facet."""
        known = self._facets.get(facet)
        return {value.value: value.label.said_in(language) for value in known.values} if known else {}


class FacetSentences:
    """Reads a row of the facet tree as a sentence: Grief and loss, 8 listings, not ticked."""

    def facet(self, label: str, asked: int) -> str:
        """A facet, and how many of its values are asked for or left out."""
        if not asked:
            return label
        return translate("FacetSentences", "{facet}, %n chosen", None, asked).format(facet=label)

    def look_for(self, label: str) -> str:
        """The row in which a value of this facet is looked for."""
        return translate("FacetSentences", "Find in: {facet}").format(facet=label)

    def value(self, label: str, count: int, state: str) -> str:
        """A value with its count and state."""
        listings = translate("FacetSentences", "%n listings", None, count)
        if state == CHOSEN:
            said = translate("FacetSentences", "{value}, {listings}, ticked")
        elif state == EXCLUDED:
            said = translate("FacetSentences", "{value}, {listings}, left out")
        elif count:
            said = translate("FacetSentences", "{value}, {listings}, not ticked")
        else:
            said = translate("FacetSentences", "{value}, no listings")
        return said.format(value=label, listings=listings)
