"""Trees out of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.connection import snapshot
from dragoman.archive.kinship import derivation
from dragoman.archive.receipts import stored_text
from dragoman.archive.stemma.tree import Member, Tree
from dragoman.model import HiddenSource, Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

OF_FAMILY = "from lineage l join families f on f.doc = l.derived where f.family = ?"
MEMBERS = (
    "select d.doc, d.title, d.outlet, d.published from families f join documents d on d.doc = f.doc"
    " where f.family = ? order by d.published is null, d.published, d.doc"
)


def tree_of(connection: sqlite3.Connection, doc: str) -> Tree:
    """Return the tree that a document stands in; of a document alone, a tree of one node.

    Raises:
        ReceiptError: the archive holds no document of that name, or no longer.
    """
    with snapshot(connection):
        stored_text(connection, doc)
        row = connection.execute("select family from families where doc = ?", (doc,)).fetchone()
        if row:
            return family_tree(connection, row[0])
        told = "select doc, title, outlet, published from documents where doc = ?"
        return Tree(doc, (Member(*connection.execute(told, (doc,)).fetchone()),))


def family_trees(connection: sqlite3.Connection) -> Iterator[Tree]:
    """Yield the trees of all families of two documents or more, the largest first."""
    with snapshot(connection):
        names = connection.execute(
            "select family from families group by family having count(*) > 1"
            " order by count(*) desc, family"
        )
        for (family,) in names:
            yield family_tree(connection, family)


def family_tree(connection: sqlite3.Connection, family: str) -> Tree:
    """Return the tree of a family. A derivation from what has no name is no edge of it."""
    members = tuple(Member(*row) for row in connection.execute(MEMBERS, (family,)))
    sources = _sources(connection, family)
    place = {member.doc: number for number, member in enumerate(members)}
    names = place.keys() | {source.hidden_source for source in sources}
    rows = connection.execute(f"select l.* {OF_FAMILY}", (family,))
    found = [
        row
        for row in rows
        if row["derived"] in place and (row["origin"] or row["hidden_source"]) in names
    ]
    found.sort(key=lambda row: (place[row["derived"]], row["origin"] or row["hidden_source"]))
    return Tree(family, members, sources, tuple(map(derivation, found)))


def _sources(connection: sqlite3.Connection, family: str) -> tuple[HiddenSource, ...]:
    docs: dict[str, list[str]] = {}
    query = f"select l.hidden_source, l.derived {OF_FAMILY} and l.hidden_source is not null"
    for name, doc in connection.execute(f"{query} order by 1, 2", (family,)):
        docs.setdefault(name, []).append(doc)
    found = []
    for name, listed in docs.items():
        row = connection.execute(
            "select * from hidden_sources where hidden_source = ?", (name,)
        ).fetchone()
        if row:
            passages = _passages(connection, name)
            source = HiddenSource(
                name, tuple(listed), row["source_note"], row["before"], row["agency"], passages
            )
            found.append(source)
    return tuple(found)


def _passages(connection: sqlite3.Connection, source: str) -> tuple[tuple[str, Span], ...]:
    query = 'select doc, start, "end" from hidden_passages where hidden_source = ? order by number'
    return tuple((doc, Span(a, b)) for doc, a, b in connection.execute(query, (source,)))
