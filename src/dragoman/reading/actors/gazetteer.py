"""The names that our tables know, as one trie over words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import listed, table
from dragoman.model import ActorKind, Figure
from dragoman.reading.actors.slug import slug
from dragoman.reading.actors.trie import Trie
from dragoman.reading.actors.words import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# In a headline set in capitals a shorter name cannot be told from a word ("US").
SHORTEST_IN_CAPITALS = 4


class Sort(StrEnum):
    """How a name of a table names its actor."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    SEAT = "seat"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one actor. For a capital, `place` is the city itself.

    Of a shared name, `candidates` are the figures that bear it and `figure` the one that it means
    where nothing speaks against it, if there is such a one.
    """

    figure: Figure | None
    sort: Sort
    place: Figure | None = None
    candidates: tuple[str, ...] = ()
    against: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names` as written; `capitals` the same in capital letters, for headlines set so."""

    names: Trie[Entry]
    capitals: Trie[Entry]


@cache
def gazetteer() -> Gazetteer:
    """Return the tables of states, organisations, instruments and places as tries."""
    names: Trie[Entry] = Trie()
    capitals: Trie[Entry] = Trie()
    for name, entry in _entries():
        words = split(name)
        names.add(words, entry)
        if len(name) >= SHORTEST_IN_CAPITALS:
            capitals.add([word.upper() for word in words], entry)
    return Gazetteer(names, capitals)


@cache
def states() -> dict[str, Figure]:
    """Return the states by ISO 3166-1 alpha-3 code."""
    return {
        row["iso3"]: Figure(f"state:{row['iso3']}", row["name"], ActorKind.STATE, row["iso3"])
        for row in table("states")
    }


@cache
def organisation_nouns() -> dict[str, frozenset[str]]:
    """Return the common nouns that may stand for each organisation of the table, by its key."""
    return {
        f"org:{slug(row['name'])}": frozenset(listed(row["nominals"]))
        for row in table("organisations")
    }


def _entries() -> Iterator[tuple[str, Entry]]:
    yield from _shared()
    yield from _states()
    yield from _organisations()
    yield from _instruments()
    yield from _places()


def _shared() -> Iterator[tuple[str, Entry]]:
    for row in table("shared_names"):
        candidates = tuple(states()[code].local for code in listed(row["candidates"]))
        alone = states().get(row["alone"])
        against = frozenset(listed(row["against"]))
        yield row["form"], Entry(alone, Sort.SHARED, None, candidates, against)


def _states() -> Iterator[tuple[str, Entry]]:
    for row in table("states"):
        figure = states()[row["iso3"]]
        yield from _named([row["name"], *listed(row["names"])], Entry(figure, Sort.NAME))
        yield from _named(listed(row["adjectives"]), Entry(figure, Sort.ADJECTIVE))
        for city in listed(row["capitals"]):
            place = Figure(f"place:{slug(city)}", city, ActorKind.PLACE, row["iso3"])
            yield city, Entry(figure, Sort.CAPITAL, place)
        for seat in listed(row["seats"]):
            place = Figure(f"place:{slug(seat)}", seat, ActorKind.PLACE, row["iso3"])
            yield seat, Entry(figure, Sort.SEAT, place)


def _organisations() -> Iterator[tuple[str, Entry]]:
    for row in table("organisations"):
        kind, name = ActorKind(row["kind"]), row["name"]
        country, sector = row["country"] or None, row["sector"] or None
        figure = Figure(f"org:{slug(name)}", name, kind, country, sector)
        yield from _named([name, *listed(row["aliases"])], Entry(figure, Sort.NAME))


def _instruments() -> Iterator[tuple[str, Entry]]:
    for row in table("instruments"):
        kind = ActorKind(row["kind"])
        figure = Figure(f"{kind}:{slug(row['name'])}", row["name"], kind)
        yield from _named([row["name"], *listed(row["aliases"])], Entry(figure, Sort.NAME))


def _places() -> Iterator[tuple[str, Entry]]:
    for row in table("places"):
        figure = Figure(f"place:{slug(row['name'])}", row["name"], ActorKind.PLACE)
        yield from _named([row["name"], *listed(row["names"])], Entry(figure, Sort.NAME))
        yield from _named(listed(row["adjectives"]), Entry(figure, Sort.ADJECTIVE))


def _named(names: Iterable[str], entry: Entry) -> Iterator[tuple[str, Entry]]:
    for name in names:
        yield name, entry
