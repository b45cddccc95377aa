"""Pairs of statements that report one utterance. All inside the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


class SamePair(NamedTuple):
    """Two statements that report one utterance, in alphabetical order, and how alike they are."""

    first: str
    second: str
    likeness: float


def add_compared_statements(
    connection: sqlite3.Connection, statements: Iterable[tuple[int, str]]
) -> None:
    """Note that statements are in the index, each with its place."""
    connection.executemany("insert into compared_statements values (?, ?)", statements)


def statements_at(connection: sqlite3.Connection, places: Iterable[int]) -> list[str]:
    """Return the statements of the places, in alphabetical order."""
    query = "select statement from compared_statements where place = ?"
    return sorted(name for place in places for (name,) in connection.execute(query, (place,)))


def put_same(connection: sqlite3.Connection, pairs: Iterable[SamePair]) -> None:
    """Store pairs, in place of what was known of their statements."""
    connection.executemany("insert or replace into same_statements values (?, ?, ?)", pairs)


def drop_same(connection: sqlite3.Connection, pairs: Iterable[SamePair]) -> None:
    """Note that statements do not report one utterance."""
    rows = [(first, second) for first, second, _ in pairs]
    connection.executemany("delete from same_statements where first = ? and second = ?", rows)


def same_as(connection: sqlite3.Connection, statement: str) -> list[SamePair]:
    """Return the pairs of which a statement is one."""
    query = (
        "select first, second, likeness from same_statements where first = ?1"
        " union all select first, second, likeness from same_statements where second = ?1"
    )
    return [SamePair(*row) for row in connection.execute(query, (statement,))]
