"""Writes a preview as plain text, to read in a terminal and to keep as a file."""

from collections.abc import Iterator, Sequence

from peer_desktop.bundle.crisis_rules import CrisisChange, LineShown
from peer_desktop.bundle.difference import CANADA, Difference, ListingChange
from peer_desktop.bundle.manifest import instant_written
from peer_desktop.bundle.preview import Caution, Preview
from peer_desktop.directory.language import Bilingual, Language

_WORDS = {
    "bundle": Bilingual("Bundle", "Paquet"),
    "serial": Bilingual("Serial", "Numéro de série"),
    "channel": Bilingual("Channel", "Canal"),
    "publisher": Bilingual("Publisher", "Éditeur"),
    "key": Bilingual("Signed with the key", "Signé avec la clé"),
    "fingerprint": Bilingual("Fingerprint", "Empreinte"),
    "made": Bilingual("Made", "Produit le"),
    "as_of": Bilingual("Data of", "Données du"),
    "fresh": Bilingual("Fresh until", "À jour jusqu'au"),
    "licence": Bilingual("Licence", "Licence"),
    "sources": Bilingual("Sources", "Sources"),
    "notes": Bilingual("Notes", "Notes"),
    "size": Bilingual("Size", "Taille"),
    "map": Bilingual("Brings a map", "Apporte une carte"),
    "documents": Bilingual("Documents", "Documents"),
    "installed": Bilingual("Takes the place of", "Prend la place de"),
    "shipped": Bilingual("which came with the program", "fourni avec le programme"),
    "nothing": Bilingual("nothing that can be read", "rien qui puisse être lu"),
    "listings": Bilingual("Listings", "Fiches"),
    "added": Bilingual("Added", "Ajoutées"),
    "removed": Bilingual("Removed", "Retirées"),
    "changed": Bilingual("Changed", "Modifiées"),
    "provinces": Bilingual("By province", "Par province"),
    "other": Bilingual("Other tables", "Autres tableaux"),
    "crisis": Bilingual("Crisis lines", "Lignes d'aide en cas de crise"),
    "line_added": Bilingual("comes new", "nouvelle"),
    "line_removed": Bilingual("goes", "disparaît"),
    "line_changed": Bilingual("changes", "change"),
    "before": Bilingual("before", "avant"),
    "after": Bilingual("after", "après"),
    "type": Bilingual("to type before installing", "à taper avant d'installer"),
    "warnings": Bilingual("To look at", "À vérifier"),
    "cautions": Bilingual("Think about", "À considérer"),
    "not_stated": Bilingual("not stated", "non précisé"),
    "canada": Bilingual("Canada, or several provinces", "Canada ou plusieurs provinces"),
    "columns": Bilingual("before → after (+ added, − removed, ~ changed)",
                         "avant → après (+ ajoutées, − retirées, ~ modifiées)"),
}  # fmt: skip

CAUTIONS = {
    Caution.MADE_LATER_THAN_TODAY: Bilingual(
        "The bundle says it was made later than today: the clock of this computer or of the publisher is "
        "wrong.",
        "Le paquet dit avoir été produit plus tard qu'aujourd'hui : l'horloge de cet ordinateur ou celle de "
        "l'éditeur n'est pas juste.",
    ),
    Caution.OLDER_DATA: Bilingual(
        "Its data were worked on earlier than those installed now.",
        "Ses données ont été travaillées avant celles qui sont installées.",
    ),
    Caution.STALE: Bilingual(
        "The publisher says that these data are no longer fresh.",
        "L'éditeur indique que ces données ne sont plus à jour.",
    ),
    Caution.SIGNED_WITH_ADDED_KEY: Bilingual(
        "It is signed with a key that was added on this computer, not with one of the program itself.",
        "Il est signé avec une clé ajoutée sur cet ordinateur et non avec une clé du programme lui-même.",
    ),
}
"""What each caution says."""

MANY_REMOVED = Bilingual(
    "More than a fifth of the listings go. This needs its own confirmation.",
    "Plus du cinquième des fiches disparaissent. Cela demande une confirmation distincte.",
)


def preview_text(preview: Preview, language: Language) -> str:
    """The whole preview; every line is plain text."""
    lines = [*_FactsText(preview, language).lines()]
    lines += changes_lines(preview.difference, preview.crisis, language)
    if preview.warnings:
        lines += ["", _WORDS["warnings"].said_in(language)]
        lines += [f"  {warning.said_in(language)}" for warning in preview.warnings]
    return "\n".join(lines) + "\n"


def changes_lines(
    difference: Difference, crisis: Sequence[CrisisChange], language: Language
) -> Iterator[str]:
    """What changes from one directory to another, crisis lines first."""
    return _ChangesText(difference, crisis, language).lines()


class _Text:
    """Words and lines in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def _word(self, name: str) -> str:
        return _WORDS[name].said_in(self._language)

    def _line(self, name: str, value: object) -> str:
        colon = " : " if self._language is Language.FRENCH else ": "
        return f"{self._word(name)}{colon}{value}"

    def _heading(self, name: str) -> Iterator[str]:
        yield ""
        yield self._word(name)


class _FactsText(_Text):
    def __init__(self, preview: Preview, language: Language) -> None:
        super().__init__(language)
        self._preview = preview

    def lines(self) -> Iterator[str]:
        yield from self._facts()
        yield from self._cautions()

    def _facts(self) -> Iterator[str]:
        preview = self._preview
        publisher = preview.publisher
        answering = [publisher.name, publisher.phone, publisher.email]
        yield self._line("bundle", preview.title.said_in(self._language))
        yield self._line("serial", preview.serial)
        yield self._line("channel", preview.channel)
        yield self._line("publisher", ", ".join(part for part in answering if part))
        yield self._line("key", preview.key_name)
        yield self._line("fingerprint", preview.fingerprint)
        yield self._line("made", instant_written(preview.created_at))
        yield self._line("as_of", preview.data_as_of)
        yield self._line("fresh", preview.stale_after)
        yield self._line("size", self._megabytes(preview.size))
        if preview.carries_map:
            yield self._word("map")
        if preview.documents:
            yield self._line("documents", preview.documents)
        yield self._line("licence", preview.licence)
        yield self._line("sources", preview.sources)
        if preview.notes:
            yield self._line("notes", preview.notes.said_in(self._language))
        now = preview.installed
        shown = self._word("nothing")
        if now:
            came = self._line("serial", now.serial) if now.serial else self._word("shipped")
            shown = f"{now.title.said_in(self._language)}, {now.data_as_of}, {came}"
        yield self._line("installed", shown)

    def _megabytes(self, size: int) -> str:
        number = f"{size / 1024 / 1024:.1f}"
        return f"{number.replace('.', ',')} Mo" if self._language is Language.FRENCH else f"{number} MB"

    def _cautions(self) -> Iterator[str]:
        said = [CAUTIONS[caution] for caution in self._preview.cautions]
        if self._preview.removal_to_confirm:
            said.insert(0, MANY_REMOVED)
        if said:
            yield from self._heading("cautions")
            yield from (f"  {one.said_in(self._language)}" for one in said)


class _ChangesText(_Text):
    def __init__(self, difference: Difference, crisis: Sequence[CrisisChange], language: Language) -> None:
        super().__init__(language)
        self._difference = difference
        self._changes = crisis

    def lines(self) -> Iterator[str]:
        yield from self._crisis()
        yield from self._counts()
        for word, changes in (
            ("added", self._difference.added),
            ("removed", self._difference.removed),
            ("changed", self._difference.changed),
        ):
            yield from self._listings(word, changes)

    def _crisis(self) -> Iterator[str]:
        if self._changes:
            yield from self._heading("crisis")
            for change in self._changes:
                yield from self._crisis_change(change)

    def _crisis_change(self, change: CrisisChange) -> Iterator[str]:
        shown = change.new or change.old
        assert shown is not None
        what = (
            "line_added" if change.old is None else "line_removed" if change.new is None else "line_changed"
        )
        yield f"  {shown.name.said_in(self._language)} ({change.id}) – {self._word(what)}"
        for word, line in (("before", change.old), ("after", change.new)):
            if line:
                yield f"    {self._line(word, self._crisis_line(line))}"
        if change.to_type:
            yield f"    {self._line('type', ', '.join(change.to_type))}"

    def _crisis_line(self, line: LineShown) -> str:
        numbers = dict.fromkeys(line.numbers)
        parts = [line.name.said_in(self._language), *numbers, line.text_keyword]
        parts += [line.hours.said_in(self._language), line.chat_url, line.email]
        return ", ".join(part for part in parts if part)

    def _counts(self) -> Iterator[str]:
        difference = self._difference
        yield from self._heading("listings")
        yield f"  {self._word('columns')}"
        yield "  " + _counted(difference.before, difference.after, len(difference.added),
                              len(difference.removed), len(difference.changed))  # fmt: skip
        yield from self._heading("provinces")
        for one in difference.by_province:
            code = self._word("canada") if one.code == CANADA else one.code
            yield f"  {code}: {_counted(one.before, one.after, one.added, one.removed, one.changed)}"
        changed_tables = [one for one in difference.other_tables if one.added or one.removed or one.changed]
        if changed_tables:
            yield from self._heading("other")
        for table in changed_tables:
            counted = _counted(table.before, table.after, table.added, table.removed, table.changed)
            yield f"  {table.file}: {counted}"

    def _listings(self, word: str, changes: Sequence[ListingChange]) -> Iterator[str]:
        if not changes:
            return
        yield ""
        yield self._line(word, len(changes))
        for change in changes:
            yield f"  {change.name.said_in(self._language)} ({change.id}, {change.province})"
            for field in change.fields:
                old, new = (value or self._word("not_stated") for value in (field.old, field.new))
                yield f"    {field.field}: {old} → {new}"


def _counted(before: int, after: int, added: int, removed: int, changed: int) -> str:
    return f"{before} → {after} (+{added}, −{removed}, ~{changed})"
