"""Invents listings: draws their facts at random, and names them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.likeness import Habit, Likeness, drawn
from benchmarks.names import french_share, listing_name, organization_name
from peer_desktop.directory.folding import fold

PROGRAMS = 0.8
"""The share of programs. Of a place less is known, so a directory of places alone would be too easy."""

_LISTINGS_OF_AN_ORGANIZATION = 6


@dataclass(frozen=True, eq=False)
class Invention:
    """Listings that are drawn and named, in the order of their numbers; arrays have shape (size,)."""

    seed: int
    likeness: Likeness
    is_program: NDArray[np.bool_]
    towns: NDArray[np.intp]
    codes: Mapping[str, NDArray[np.int8]]
    """By facet: positions in the values of its habit, -1 where there is none; shape (size, most values)."""
    names: Sequence[tuple[str | None, str | None]]
    organization_names: Sequence[tuple[str | None, str | None]]


def invent(size: int, seed: int, likeness: Likeness) -> Invention:
    """Draw and name listings. The same seed gives the same ones."""
    random = np.random.default_rng([seed, 0])
    is_program = random.random(size) < PROGRAMS
    towns = drawn(random, likeness.town_weights, size)
    codes = {}
    for facet in sorted({facet for habits in likeness.habits.values() for facet in habits}):
        known = [habits[facet] for habits in likeness.habits.values() if facet in habits]
        held = np.full((size, max(len(habit.how_many) for habit in known)), -1, np.int8)
        for kind, those in (("program", is_program), ("place", ~is_program)):
            if habit := likeness.habits[kind].get(facet):
                held[those, : len(habit.how_many)] = _answers(random, habit, int(those.sum()))
        codes[facet] = held
    _serve_their_province(codes["serves"], towns, is_program, likeness)
    names = _names(np.random.default_rng([seed, 1]), likeness, is_program, towns, codes)
    order = sorted(range(size), key=[fold(english or french or "") for english, french in names].__getitem__)
    organizations = max(20, size // _LISTINGS_OF_AN_ORGANIZATION)
    return Invention(
        seed=seed,
        likeness=likeness,
        is_program=is_program[order],
        towns=towns[order],
        codes={facet: held[order] for facet, held in codes.items()},
        names=[names[place] for place in order],
        organization_names=[
            organization_name(random_words, likeness.words)
            for random_words in np.random.default_rng([seed, 3]).random((organizations, 4)).tolist()
        ],
    )


def _answers(random: np.random.Generator, habit: Habit, size: int) -> NDArray[np.int8]:
    most = len(habit.how_many)
    codes = drawn(random, habit.weights, (size, most)).astype(np.int8)
    counts = drawn(random, habit.how_many, size) + 1
    held = np.arange(most) < counts[:, None]
    held &= (random.random(size) < habit.stated)[:, None]
    for later in range(1, most):
        for earlier in range(later):
            held[:, later] &= codes[:, earlier] != codes[:, later]
    codes[~held] = -1
    return codes


def _serve_their_province(
    codes: NDArray[np.int8], towns: NDArray[np.intp], is_program: NDArray[np.bool_], likeness: Likeness
) -> None:
    """Whatever does not serve all of Canada serves the province it is in; a place serves nothing else."""
    values = likeness.habits["program"]["serves"].values
    provinces = np.array([values.index(town.province) for town in likeness.towns], np.int8)[towns]
    national = (codes == values.index("CA")).any(axis=1) & is_program
    codes[national] = -1
    codes[national, 0] = values.index("CA")
    codes[~national] = np.where(codes[~national] == provinces[~national, None], -1, codes[~national])
    codes[~national, 0] = provinces[~national]
    codes[~is_program, 1:] = -1


def _names(
    random: np.random.Generator,
    likeness: Likeness,
    is_program: NDArray[np.bool_],
    towns: NDArray[np.intp],
    codes: Mapping[str, NDArray[np.int8]],
) -> list[tuple[str | None, str | None]]:
    topics = _labels(likeness, "topic")
    audiences = _labels(likeness, "audience")
    chances = random.random((len(towns), 6)).tolist()
    names = []
    for chance, program, town, topic, audience in zip(
        chances,
        is_program.tolist(),
        towns.tolist(),
        codes["topic"][:, 0].tolist(),
        codes["audience"][:, 0].tolist(),
        strict=True,
    ):
        place = likeness.towns[town]
        about = topics[topic], audiences[audience], place.name
        english = listing_name(chance, likeness.words, program=program, french=False, about=about)
        french = None
        if chance[4] < french_share(place.province):
            french = listing_name(chance, likeness.words, program=program, french=True, about=about)
        names.append((None if french and chance[5] < 0.5 else english, french))
    return names


def _labels(likeness: Likeness, facet: str) -> list[tuple[str, str]]:
    """Of every code, and of -1: nothing is known."""
    values = likeness.habits["program"][facet].values
    return [*(likeness.labels[facet, value] for value in values), ("Peer support", "Soutien par les pairs")]
