"""The evidence that collation works on, as each part of it wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.collation.actors import Alias, Seen
from dragoman.model import ActorKind, Figure, Form

if TYPE_CHECKING:
    import sqlite3


class Imprint(NamedTuple):
    """When and where a document was published, as far as it says."""

    published: str | None
    outlet: str | None
    agency: str | None


def imprint(connection: sqlite3.Connection, doc: str) -> Imprint:
    """Return when and where a document of the archive was published."""
    query = "select published, outlet, agency from documents where doc = ?"
    return Imprint(*connection.execute(query, (doc,)).fetchone())


def figures(connection: sqlite3.Connection) -> dict[str, list[Seen]]:
    """Return each document's figures with the wordings that mention them there."""
    found: dict[str, list[Seen]] = {}
    rows = connection.execute(
        "select doc, figure, name, kind, country, sector from figures order by doc, figure"
    )
    wordings: dict[str, dict[str, list[Alias]]] = {}
    for doc, local, name, kind, country, sector in rows.fetchall():
        if doc not in wordings:
            wordings = {doc: _wordings(connection, doc)}
        figure = Figure(local, name, ActorKind(kind), country, sector)
        found.setdefault(doc, []).append(Seen(figure, tuple(wordings[doc].get(local, ()))))
    return found


def _wordings(connection: sqlite3.Connection, doc: str) -> dict[str, list[Alias]]:
    """Return by figure the words that mention it in a document, pronouns left out."""
    rows = connection.execute(
        'select m.figure, m.form, substr(d.text, m.start + 1, m."end" - m.start) as words, count(*)'
        " from mentions m join documents d on d.doc = m.doc"
        " where m.doc = ? and m.form <> ? group by 1, 2, 3 order by 1, 2, 3",
        (doc, Form.PRONOUN),
    )
    found: dict[str, list[Alias]] = {}
    for local, form, words, count in rows:
        found.setdefault(local, []).append(Alias(" ".join(words.split()), count, Form(form)))
    return found
