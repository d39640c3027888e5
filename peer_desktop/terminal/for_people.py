"""Prints answers for people to read in a terminal: tables, and a listing whole."""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from peer_desktop.directory.crisis_lines import ROLES, by_number, keywords
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.listing import CrisisLine, Listing, ListingRow, Resource, Term
from peer_desktop.directory.query import Place, Relief, Results
from peer_desktop.terminal import as_json, wording
from peer_desktop.terminal.explaining import reasons
from peer_desktop.terminal.in_words import InWords, literal

_SHOWN = 20
"""Rows of the table when --limit says nothing."""
_BLANK = Bilingual("", "")


class ForPeople:
    """Prints to one console in one language."""

    def __init__(self, console: Console, language: Language) -> None:
        self._console = console
        self._words = InWords(language)

    def say(self, sentence: Bilingual, **facts: object) -> None:
        """Print one sentence."""
        self._print(literal(self._words.said(sentence, **facts)))

    def results(self, found: Results, directory: Directory, limit: int | None, *, explain: bool) -> None:
        """The listings as a table, and what is to be known about them."""
        limit = _SHOWN if limit is None else limit
        self._remarks(found)
        if not found.total:
            self._nothing(found.relief, directory)
            return
        table = self._table(wording.ROW, wording.LISTING, wording.HOW, wording.WHERE)
        if found.distances_km is not None:
            table.add_column(self._words.said(wording.DISTANCE), justify="right", no_wrap=True)
        table.add_column(self._words.said(wording.CHECKED))
        shown = [int(number) for number in found.numbers[:limit]]
        for position, row in enumerate(directory.rows(shown)):
            table.add_row(*self._row(row, position, found, directory))
        total = self._words.counted(found.total, wording.FOUND_ONE, wording.FOUND_MANY)
        self._print(literal(total, "bold"))
        if shown:
            self._print(table)
        if explain:
            self._explain(found, directory, shown)
        more = found.total - len(shown)
        if more:
            self._print(literal(self._words.counted(more, wording.MORE_ONE, wording.MORE_MANY)))

    def _remarks(self, found: Results) -> None:
        for typed, searched in found.corrections.items():
            self.say(wording.CORRECTED, typed=typed, searched=searched)
        for typed, others in found.widened.items():
            self.say(wording.WIDENED, typed=typed, searched=", ".join(others))
        if found.origin is not None and found.distances_km is not None:
            self.say(wording.MEASURED_FROM, place=found.origin.label(self._words.language))
        if found.of_town and found.origin is not None:
            self.say(wording.OF_TOWN, town=found.origin.label(self._words.language))
        elif found.partial_from is not None:
            self.say(wording.ONLY_SOME_WORDS, row=found.partial_from + 1)

    def _nothing(self, relief: Relief | None, directory: Directory) -> None:
        self.say(wording.NOTHING_FOUND)
        if relief is None:
            return
        label = next((facet.label for facet in directory.facets if facet.id == relief.condition), None)
        if label is None:
            condition = self._words.said(wording.CONDITIONS[relief.condition])
        else:
            facet = label.said_in(self._words.language)
            condition = self._words.said(wording.CONDITION_OF_FACET, facet=facet)
        one, many = wording.RELIEF_ONE, wording.RELIEF_MANY
        self._print(literal(self._words.counted(relief.found, one, many, condition=condition)))

    def _row(
        self, row: ListingRow, position: int, found: Results, directory: Directory
    ) -> Iterable[RenderableType]:
        name = self._words.marked(row.name, "bold")
        organization = self._words.marked(row.organization, "dim")
        yield str(position + 1)
        yield Group(name, organization, literal(row.id, "dim"))
        yield literal(self._words.labels("format", row.facets, directory))
        town = ", ".join(part for part in (row.city, row.province) if part)
        yield literal(town or self._words.labels("serves", {"serves": row.serves}, directory))
        if found.distances_km is not None:
            away = as_json.kilometres(found, position)
            yield "" if away is None else f"{away:.0f}"
        yield literal(self._words.freshness(row))

    def _explain(self, found: Results, directory: Directory, shown: Sequence[int]) -> None:
        """Why each row stands where it does, across the whole width."""
        for position, row in enumerate(directory.rows(shown), start=1):
            self._print(literal(f"{position}  {row.name.said_in(self._words.language)}", "bold"))
            for reason in reasons(directory.explain(found.query, row.number), self._words):
                self._print(Padding(literal(reason), (0, 0, 0, 3)))

    def listing(self, listing: Listing, directory: Directory) -> None:
        """Everything the directory says of one listing."""
        self._print(self._words.marked(listing.name, "bold"))
        self._print(self._words.marked(listing.organization))
        table = Table.grid(padding=(0, 2))
        table.add_column(style="bold", no_wrap=True)
        table.add_column(overflow="fold")
        for heading, text in self._parts(listing, directory):
            if text.plain.strip():
                table.add_row(heading, text)
        self._print(Padding(table, (1, 0)))

    def _parts(self, listing: Listing, directory: Directory) -> Iterable[tuple[str, Text]]:
        for phone in listing.phones:
            yield self._words.phone_kind(phone), self._words.phone(phone)
        yield self._words.said(wording.EMAIL), literal(listing.email or "")
        yield self._words.said(wording.WEBSITE), literal(listing.website or "")
        if listing.location:
            here = listing.location
            parts = (here.address, here.city, here.province, here.postal_code)
            yield self._words.said(wording.ADDRESS), literal(", ".join(part for part in parts if part))
        yield self._words.said(wording.WHAT_IT_IS), self._words.marked(listing.description)
        yield self._words.said(wording.WHO_IT_IS_FOR), self._words.marked(listing.eligibility)
        yield self._words.said(wording.HOURS), self._words.marked(listing.hours)
        yield (
            self._words.said(wording.REFERRAL),
            literal(self._words.said(wording.REFERRALS[listing.referral_needed])),
        )
        known = {**listing.facets, "serves": listing.serves}
        for facet in directory.facets:
            if known.get(facet.id):
                label = facet.label.said_in(self._words.language)
                yield label, literal(self._words.labels(facet.id, known, directory))
        yield self._words.said(wording.CHECKED), literal(self._words.freshness(listing))
        pages = "\n".join(f"{page.url} {page.note or ''}".strip() for page in listing.sources)
        yield self._words.said(wording.SOURCES), literal(pages, "dim")

    def crisis_lines(self, lines: Sequence[CrisisLine]) -> None:
        """Numbers first: they are what is needed. A number that serves several lines is shown once."""
        for role in ROLES:
            table = self._table(wording.ROLES[role], _BLANK)
            for shared in by_number(lines):
                if shared.role == role:
                    numbers = [f"{self._words.phone_kind(phone)} {phone}" for phone in shared.phones]
                    about = [part for line in shared.lines for part in self._crisis_line(line)]
                    if shared.seen_once:
                        about.append(literal(self._words.said(wording.SEEN_ONCE), "dim"))
                    table.add_row(literal("\n".join(numbers), "bold"), Group(*about))
            if table.row_count:
                self._print(table)

    def _crisis_line(self, line: CrisisLine) -> Iterable[Text]:
        yield literal(line.name.said_in(self._words.language), "bold")
        yield self._words.marked(line.description)
        words = wording.listed(keywords(line), self._words.language)
        notes = [
            line.hours.said_in(self._words.language),
            self._words.said(wording.TEXT_WORD, words=words) if words else "",
        ]
        yield literal(" · ".join(note for note in notes if note), "dim")

    def terms(self, terms: Sequence[Term]) -> None:
        """The glossary: each term, what it means for everyone, and for readers of the literature."""
        table = self._table(wording.TERM, wording.MEANING)
        for term in terms:
            other = literal(term.name.said_in(self._words.language.other), "dim")
            academic = self._words.marked(term.academic, "dim")
            table.add_row(
                Group(literal(term.name.said_in(self._words.language), "bold"), other),
                Group(self._words.marked(term.plain), academic),
            )
        self._print(table if terms else literal(self._words.said(wording.NOTHING_FOUND)))

    def resources(self, resources: Sequence[Resource]) -> None:
        """Citations, with what each is about."""
        for one in resources:
            cited = ". ".join(part for part in ("; ".join(one.authors), one.year, one.publisher) if part)
            self._print(literal(one.title.said_in(self._words.language), "bold"))
            for text in (literal(cited), self._words.marked(one.annotation), literal(one.url or "", "dim")):
                if text.plain:
                    self._print(Padding(text, (0, 0, 0, 2)))
        if not resources:
            self.say(wording.NOTHING_FOUND)

    def places(self, places: Sequence[Place]) -> None:
        """Places of the gazetteer, the likeliest first."""
        table = self._table(wording.PLACE, wording.POSITION)
        for place in places:
            table.add_row(
                literal(place.label(self._words.language)), f"{place.latitude:.4f}, {place.longitude:.4f}"
            )
        self._print(table)

    # -- parts of a line ----------------------------------------------------------------------------------

    def _print(self, what: RenderableType) -> None:
        self._console.print(what, highlight=False)

    def _table(self, *headings: Bilingual) -> Table:
        table = Table(box=None, padding=(0, 2, 1, 0), header_style="bold")
        for heading in headings:
            table.add_column(self._words.said(heading), overflow="fold")
        return table
