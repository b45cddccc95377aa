"""Actors of the pile go in, and every row that names a figure names its actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.archive.compact import compact_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from dragoman.model import ActorKind

# Columns that name the actor of a row's figure.
NAMING = (
    ("figures", "actor", "figure"),
    ("mentions", "actor", "figure"),
    ("roles", "actor", "figure"),
    ("roles", "of", "of_figure"),
    ("statements", "speaker", "speaker_figure"),
)


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor across all documents; `aliases` most frequent first."""

    actor: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]


def replace_actors(
    connection: sqlite3.Connection,
    actors: Iterable[Actor],
    of_figure: Mapping[tuple[str, str], str],
) -> frozenset[str]:
    """Store the actors, and let every row that names a figure name its actor.

    Inside the caller's transaction; what is stored already is not written again. Return the
    statements whose speaker is another now, or is of another country.
    """
    moved = _put(connection, actors)
    turned = _turned(connection, of_figure)
    for table, column, figure in NAMING:
        connection.executemany(
            f'update {table} set "{column}" = ? where doc = ? and {figure} = ?',
            [(actor, doc, local) for doc, local, actor in turned],
        )
    spoken = "select statement from statements where speaker = ?"
    own = "select statement from statements where doc = ? and speaker_figure = ?"
    rows = [row for actor in moved for row in connection.execute(spoken, (actor,))]
    rows += [row for doc, local, _ in turned for row in connection.execute(own, (doc, local))]
    return frozenset(statement for (statement,) in rows)


def _put(connection: sqlite3.Connection, actors: Iterable[Actor]) -> list[str]:
    """Bring the table of actors up to date, and return those whose country is another now."""
    known = {row[0]: tuple(row) for row in connection.execute("select * from actors")}
    now = {
        a.actor: (a.actor, a.name, a.kind, a.country, a.sector, compact_json(a.aliases))
        for a in actors
    }
    gone = [(actor,) for actor in known if actor not in now]
    come = [row for actor, row in now.items() if known.get(actor) != row]
    connection.executemany("delete from actors where actor = ?", gone)
    connection.executemany("insert or replace into actors values (?, ?, ?, ?, ?, ?)", come)
    return [row[0] for row in come if row[0] in known and known[row[0]][3] != row[3]]


def _turned(
    connection: sqlite3.Connection, of_figure: Mapping[tuple[str, str], str]
) -> list[tuple[str, str, str | None]]:
    """Return the figures, by document and key, that stand for another actor now, and which."""
    rows = connection.execute("select doc, figure, actor from figures order by doc, figure")
    return [
        (doc, local, of_figure.get((doc, local)))
        for doc, local, actor in rows
        if of_figure.get((doc, local)) != actor
    ]
