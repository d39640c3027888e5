"""Asks the core what counsellors type, and says how often a right answer is among the first five.

    python benchmarks/search_questions.py FILE.csv [--show] [--plain] [--directory FILE]

FILE has the columns id, lang, text, near, filters, kind, answers, forbidden and why. A question is answered
when one of `answers` is among the first five and none of `forbidden` is; several ids stand with ; between.

- `near` is where the person lives: kilometres are measured from there, and what serves the place is kept.
- `filters` are FACET=VALUE with ; between; columns of the exchanged tables are understood (languages=fr).
  serves=AB is a person who lives in Alberta, as --serves does in the terminal.
- Questions of kind glossary are asked of the glossary; their answers are English names of terms.
"""

import argparse
import csv
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from peer_desktop import paths
from peer_desktop.directory.directory import Directory
from peer_desktop.directory.folding import fold
from peer_desktop.directory.language import Language
from peer_desktop.directory.query import Query
from peer_desktop.directory.tokens import words_of
from peer_desktop.terminal import asking

FIRST = 5
GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the file."""

    id: str
    language: Language
    text: str
    near: str
    filters: tuple[str, ...]
    kind: str
    answers: frozenset[str]
    forbidden: frozenset[str]
    why: str

    def is_answered_by(self, found: Sequence[str]) -> bool:
        """Whether these ids (or names of terms), the best first, answer it."""
        first = {fold(one) for one in found[:FIRST]}
        return bool(first & self.answers) and not first & self.forbidden


Searcher = Callable[[Question], list[str]]
"""Gives ids of listings, or English names of terms, the best first."""


def read_questions(file: Path) -> list[Question]:
    """The questions of a file."""
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return [
            Question(
                id=row["id"],
                language=Language.FRENCH if row["lang"] == "fr" else Language.ENGLISH,
                text=row["text"],
                near=row["near"],
                filters=tuple(_split(row["filters"])),
                kind=row["kind"],
                answers=frozenset(map(fold, _split(row["answers"]))),
                forbidden=frozenset(map(fold, _split(row["forbidden"]))),
                why=row["why"],
            )
            for row in csv.DictReader(rows)
        ]


def _split(joined: str | None) -> Iterable[str]:
    return (part.strip() for part in (joined or "").split(";") if part.strip())


def the_core(directory: Directory) -> Searcher:
    """The search of this program."""

    def search(question: Question) -> list[str]:
        if question.kind == GLOSSARY:
            found = directory.find_terms(question.text, question.language)
            return [term.name.en or "" for term in found]
        results = directory.search(asked(question, directory))
        return [row.id for row in directory.rows([int(one) for one in results.numbers[:FIRST]])]

    return search


def asked(question: Question, directory: Directory) -> Query:
    """The question as a query."""
    query = Query(text=question.text, language=question.language)
    if question.near:
        place, _ = asking.place(question.near, directory)
        query = replace(query, near=place, serves=place)
    for pair in question.filters:
        facet, value = asking.choice(pair, directory.facets)
        if facet == "serves":
            query = replace(query, serves=asking.place(value, directory)[0])
        else:
            query = query.choosing(facet, value)
    return query


def plain_full_text(directory: Directory, connection: sqlite3.Connection, joiner: str) -> Searcher:
    """The peer: the words as FTS5 takes them, the last one open-ended, in the order of bm25.

    `joiner` is " " (all the words, as FTS5 does by itself) or " OR " (any of them). It gets the same ticks;
    it knows no places, so `near` is left out.
    """
    ranked = "SELECT id FROM full_text WHERE full_text MATCH ? AND kind = ? ORDER BY rank"
    names = {term.id: term.name.en or "" for term in directory.terms()}

    def search(question: Question) -> list[str]:
        words = [f'"{word}"' for word in words_of(question.text)]
        if not words:
            return []
        kind = "term" if question.kind == GLOSSARY else "listing"
        found = [row[0] for row in connection.execute(ranked, (joiner.join(words) + "*", kind))]
        if question.kind == GLOSSARY:
            return [names[one] for one in found]
        ticked = asked(replace(question, text="", near=""), directory)
        kept = {row.id for row in directory.rows(directory.search(ticked).numbers.tolist())}
        return [one for one in found if one in kept]

    return search


def main() -> None:
    """Print the share overall and by kind, and with --show each miss."""
    about = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=about)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print each miss with what came first")
    parser.add_argument("--plain", action="store_true", help="ask plain FTS5 the same beside it")
    parser.add_argument("--directory", type=Path, default=paths.shipped_directory())
    options = parser.parse_args()

    questions = read_questions(options.file)
    with (
        closing(Directory.open(options.directory, today=date.today())) as directory,
        closing(sqlite3.connect(f"{options.directory.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        searchers = {"this program": the_core(directory)}
        if options.plain:
            searchers["FTS5, all words"] = plain_full_text(directory, connection, " ")
            searchers["FTS5, any word"] = plain_full_text(directory, connection, " OR ")
        kinds = ["all", *sorted({question.kind for question in questions})]
        print(f"{'':16}{'questions':>10}" + "".join(f"{name:>17}" for name in searchers))
        found = {name: [(one, search(one)) for one in questions] for name, search in searchers.items()}
        for kind in kinds:
            cells = [_share(answers, kind) for answers in found.values()]
            size = sum(kind in ("all", question.kind) for question in questions)
            print(f"{kind:16}{size:>10}" + "".join(f"{share:>17.1%}" for share in cells))
        if options.show:
            _print_misses(found["this program"])


def _share(answers: Sequence[tuple[Question, list[str]]], kind: str) -> float:
    right: defaultdict[bool, int] = defaultdict(int)
    for question, found in answers:
        if kind in ("all", question.kind):
            right[question.is_answered_by(found)] += 1
    return right[True] / max(sum(right.values()), 1)


def _print_misses(answers: Sequence[tuple[Question, list[str]]]) -> None:
    for question, found in answers:
        if not question.is_answered_by(found):
            asked_for = f"{question.text!r} {question.near} {'; '.join(question.filters)}"
            print(f"\n{question.id} {question.kind}: {asked_for.strip()}")
            print(f"   wanted {', '.join(sorted(question.answers))}   ({question.why})")
            print(f"   found  {', '.join(found[:FIRST])}")
            if forbidden := question.forbidden & {fold(one) for one in found[:FIRST]}:
                print(f"   forbidden among them: {', '.join(forbidden)}")


if __name__ == "__main__":
    main()
