"""A count is a promise: the number shown is the number of rows after ticking. Tested against plain Python."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peer_desktop.directory.directory import Directory
from peer_desktop.directory.language import Bilingual, Language
from peer_desktop.directory.query import Place, Query
from tests.directory.invented import FACETS, TOWNS, WORDS, Invented, invent, write
from tests.tables import TODAY

PLAIN_FACETS = (*FACETS, "serves", "kind", "peer_evidence")
MONCTON = Place(Bilingual("Moncton", "Moncton"), "NB", 46.0945, -64.7965)


@contextmanager
def opened(listings: list[Invented], **how: int) -> Iterator[Directory]:
    with tempfile.TemporaryDirectory() as folder:
        directory = Directory.open(write(Path(folder) / "d.sqlite", listings, **how), today=TODAY)
        try:
            yield directory
        finally:
            directory.close()


def ids(directory: Directory, query: Query) -> list[str]:
    results = directory.search(query)
    return [row.id for row in directory.rows(results.numbers.tolist())]


def some_query(rng: random.Random) -> Query:
    """Words (whole, partial, misspelled), ticks and exclusions, and perhaps a place."""
    words = [rng.choice(WORDS) for _ in range(rng.choice((0, 0, 1, 1, 2, 3)))]
    if words and rng.random() < 0.5:
        last = words[-1]
        words[-1] = last[: rng.randint(1, len(last))] if rng.random() < 0.5 else last[1:] + last[:1]
    if rng.random() < 0.2:
        words.append(rng.choice(("Moncton", "calgary", "Québec", "E1C", "st john's")))
    query = Query(" ".join(words) + rng.choice(("", " ")))
    for facet in rng.sample(PLAIN_FACETS, rng.randint(0, 3)):
        for value in rng.sample(values_of(facet), rng.randint(1, 2)):
            query = query.excluding(facet, value) if rng.random() < 0.3 else query.choosing(facet, value)
    if rng.random() < 0.2:
        query = query.choosing("checked", rng.choice(("never", "within-6-months", "longer-ago")))
    kind = rng.random()
    if kind < 0.2:
        query = replace(query, near=MONCTON, within_km=rng.choice((None, 1.0, 80.0, 3000.0)))
    elif kind < 0.4:
        town = rng.choice(TOWNS)
        place = Place(Bilingual(town[0], town[1] or town[0]), town[2], town[3], town[4])
        query = replace(query, serves=place)
    elif kind < 0.5:
        query = replace(query, serves=Place(Bilingual("N.-B.", "N.-B."), "NB", 46.1, -65.9, "province"))
    return query


def values_of(facet: str) -> list[str]:
    if facet in FACETS:
        return [*FACETS[facet], "not-stated"]
    return {"serves": ["CA", "NB", "ON"], "kind": ["program", "place"]}.get(
        facet, ["stated", "referral", "not-confirmed"]
    )


def passes(one: Invented, query: Query, facet: str) -> bool:
    chosen, excluded = query.values_chosen(facet), query.values_excluded(facet)
    return (not chosen or bool(one.values(facet) & chosen)) and not one.values(facet) & excluded


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**9), size=st.sampled_from((0, 1, 2, 7, 63, 64, 65, 130)))
def test_every_count_is_what_plain_python_counts(seed: int, size: int) -> None:
    listings = {one.id: one for one in invent(seed, size)}
    rng = random.Random(seed)
    with opened(list(listings.values())) as directory:
        for _ in range(4):
            query = some_query(rng)
            asked = {
                facet
                for facet in PLAIN_FACETS
                if any(c.facet == facet for c in query.chosen | query.excluded)
            }
            free = query
            for facet in asked:
                free = free.without_facet(facet)
            base = [listings[name] for name in ids(directory, free)]
            results = directory.search(query)
            found = {row.id for row in directory.rows(results.numbers.tolist())}
            assert found == {one.id for one in base if all(passes(one, query, facet) for facet in asked)}
            for facet in PLAIN_FACETS:
                others = [one for one in base if all(passes(one, query, f) for f in asked if f != facet)]
                gone = query.values_excluded(facet)
                for counted in results.counts[facet]:
                    expected = sum(
                        counted.value in one.values(facet)
                        and not one.values(facet) & (gone - {counted.value})
                        for one in others
                    )
                    assert counted.count == expected, (facet, counted, query)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**9), size=st.sampled_from((1, 5, 64, 100)))
def test_a_count_says_what_ticking_would_find(seed: int, size: int) -> None:
    rng = random.Random(seed)
    with opened(invent(seed, size)) as directory:
        query = some_query(rng)
        counts = directory.search(query).counts
        for facet in rng.sample(list(counts), 4):
            for counted in counts[facet]:
                alone = query.without_facet(facet)
                for gone in query.values_excluded(facet):
                    alone = alone.excluding(facet, gone)
                ticked = alone.choosing(facet, counted.value)
                assert directory.search(ticked).total == counted.count, (facet, counted, query)


def test_dated_facets_count_by_the_day_the_directory_is_opened() -> None:
    listings = [
        Invented("a", checked_on="2026-11-01", source_date="2026"),
        Invented("b", checked_on="2026-01-15", source_date="2025-06"),
        Invented("c", checked_on="2020-05-05", source_date="2019"),
        Invented("d"),
    ]
    with opened(listings) as directory:
        counts = directory.search(Query()).counts
    assert [(one.value, one.count) for one in counts["checked"]] == [
        ("within-6-months", 1),
        ("within-12-months", 1),
        ("longer-ago", 1),
        ("never", 1),
    ]
    assert [(one.value, one.count) for one in counts["source_age"]] == [
        ("within-a-year", 1),
        ("older", 2),
        ("undated", 1),
    ]


def test_the_same_directory_a_year_later_is_a_year_older(tmp_path: Path) -> None:
    file = write(tmp_path / "d.sqlite", [Invented("a", checked_on="2026-11-01")])
    for today, value in ((date(2026, 11, 21), "within-6-months"), (date(2027, 10, 1), "within-12-months")):
        directory = Directory.open(file, today=today)
        assert directory.search(Query().choosing("checked", value)).total == 1
        directory.close()


def test_states_of_values_are_said_with_their_counts() -> None:
    listings = [
        Invented("a", facets={"cost": ("free",)}),
        Invented("b", facets={"cost": ("fee",)}),
        Invented("c"),
    ]
    with opened(listings) as directory:
        query = Query().choosing("cost", "free").excluding("cost", "not-stated")
        counts = directory.search(query).counts["cost"]
    assert [(one.value, one.count, one.state) for one in counts] == [
        ("free", 1, "chosen"),
        ("fee", 1, ""),
        ("not-stated", 1, "excluded"),
    ]


def test_a_value_no_directory_knows_finds_nothing_and_breaks_nothing() -> None:
    with opened(invent(1, 20)) as directory:
        assert directory.search(Query().choosing("topic", "knitting")).total == 0
        assert directory.search(Query().excluding("colour", "blue")).total == 20


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**9), order=st.integers(0, 10**9))
def test_the_order_of_rows_in_the_file_changes_no_answer(seed: int, order: int) -> None:
    listings = invent(seed, 70)
    rng = random.Random(seed)
    queries = [some_query(rng) for _ in range(5)]
    with opened(listings) as directory, opened(listings, shuffled=order) as shuffled:
        for query in queries:
            one, other = directory.search(query), shuffled.search(query)
            assert ids(directory, query) == ids(shuffled, query)
            assert one.counts == other.counts
            assert (one.partial_from, one.corrections, one.widened) == (
                other.partial_from,
                other.corrections,
                other.widened,
            )


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 200])
def test_no_words_find_every_listing(size: int) -> None:
    with opened(invent(3, size)) as directory:
        assert sorted(directory.search(Query()).numbers.tolist()) == list(range(1, size + 1))
        assert directory.size == size


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("ticked", [(), ("topic", "grief-loss"), ("serves", "ON")])
def test_without_words_the_sure_stand_first_then_those_for_anyone_then_the_fresh_then_by_name(
    shipped_directory: Path, language: Language, ticked: tuple[str, ...]
) -> None:
    sure = ("stated", "referral", "not-confirmed")
    directory = Directory.open(shipped_directory, today=date(2026, 11, 22))
    query = Query(language=language).choosing(*ticked) if ticked else Query(language=language)
    standings = [
        (
            min(sure.index(value) for value in row.facets["peer_evidence"]),
            "workplace" in row.facets.get("setting", ()),
            row.source_date is None,
        )
        for row in directory.rows(directory.search(query).numbers.tolist())
    ]
    dates = [row.source_date for row in directory.rows(directory.search(query).numbers.tolist())]
    directory.close()
    assert len(standings) > 5
    assert standings == sorted(standings)
    pairs = zip(standings, dates, standings[1:], dates[1:], strict=False)
    years = [(before[:4], after[:4]) for one, before, two, after in pairs if one == two and before and after]
    assert all(before >= after for before, after in years)
