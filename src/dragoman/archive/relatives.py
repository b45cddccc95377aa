"""The index by which a document's relatives are found. All inside the caller's transaction."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from dragoman.archive.dictionary import tables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

SEARCHED_IN_TEXT = "documents_fts"
# In `about`: which Dragoman made the index and all that is collated.
MARK = "collated"


class KeyIndex:
    """Who holds a key: places in ascending order, kept in one table of (key, place)."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection = connection
        self._table = table

    def first(self, key: int, most: int) -> list[int]:
        """Return the first `most` holders of a key."""
        query = f"select place from {self._table} where key = ? order by place limit ?"
        return [place for (place,) in self._connection.execute(query, (key, most))]

    def all(self, key: int) -> list[int]:
        """Return all holders of a key."""
        return self.first(key, -1)

    def add(self, rows: Iterable[tuple[int, int]]) -> None:
        """Add (key, place) rows; sorted ones go in fastest."""
        self._connection.executemany(f"insert or ignore into {self._table} values (?, ?)", rows)


def document_keys(connection: sqlite3.Connection) -> KeyIndex:
    """Return which documents hold a pair of rare words."""
    return KeyIndex(connection, "document_keys")


def document_sentences(connection: sqlite3.Connection) -> KeyIndex:
    """Return which documents hold a sentence."""
    return KeyIndex(connection, "document_sentences")


def statement_keys(connection: sqlite3.Connection) -> KeyIndex:
    """Return which statements hold a pair of telling words."""
    return KeyIndex(connection, "statement_keys")


def empty_index(connection: sqlite3.Connection) -> None:
    """Forget what is known for comparing; the next collation looks at every document."""
    for table in tables():
        if table.kept == "index" and table.name != SEARCHED_IN_TEXT:
            connection.execute(f"delete from {table.name}")
    connection.execute("delete from about where key = ?", (MARK,))


def collated_by(connection: sqlite3.Connection) -> str | None:
    """Return the version of Dragoman that collated the archive; None if what is known is void."""
    row = connection.execute("select value from about where key = ?", (MARK,)).fetchone()
    return row[0] if row else None


def note_collated(connection: sqlite3.Connection, version: str) -> None:
    """Note that all is collated, by which version of Dragoman."""
    connection.execute("insert or replace into about values (?, ?)", (MARK, version))


def add_compared(
    connection: sqlite3.Connection, doc: str, place: int, skeletons: Iterable[int]
) -> None:
    """Note that a document is in the index."""
    packed = array("q", sorted(skeletons)).tobytes()
    connection.execute(
        "insert into compared select rowid, ?, ? from documents where doc = ?", (place, packed, doc)
    )


def compared_share(connection: sqlite3.Connection) -> float:
    """Return which share of the documents is in the index, 0 to 1, as their numbers tell."""
    query = "select (select max(number) from compared), (select max(rowid) from documents)"
    compared, documents = connection.execute(query).fetchone()
    return (compared or 0) / documents if documents else 1.0


def not_compared(connection: sqlite3.Connection) -> list[str]:
    """Return the documents that came after those in the index, in alphabetical order."""
    query = (
        "select doc from documents where rowid > (select coalesce(max(number), 0) from compared)"
        " order by doc"
    )
    return [doc for (doc,) in connection.execute(query)]


def documents_at(connection: sqlite3.Connection, places: Iterable[int]) -> list[str]:
    """Return the documents of the places, in alphabetical order."""
    query = "select d.doc from compared c join documents d on d.rowid = c.number where c.place = ?"
    found = [doc for place in places for (doc,) in connection.execute(query, (place,))]
    return sorted(found)


def skeletons_at(connection: sqlite3.Connection, place: int) -> frozenset[int]:
    """Return the hashes of the sentences of the document at a place."""
    found: set[int] = set()
    for (packed,) in connection.execute("select skeletons from compared where place = ?", (place,)):
        found.update(array("q", packed))
    return frozenset(found)


def stock_among(connection: sqlite3.Connection, skeletons: Iterable[int]) -> frozenset[int]:
    """Return which of the sentences are stock."""
    query = "select 1 from stock_sentences where key = ?"
    return frozenset(s for s in skeletons if connection.execute(query, (s,)).fetchone())


def add_stock(connection: sqlite3.Connection, skeletons: Iterable[int]) -> None:
    """Note sentences as stock."""
    rows = [(skeleton,) for skeleton in sorted(skeletons)]
    connection.executemany("insert into stock_sentences values (?)", rows)


def drop_stock(connection: sqlite3.Connection, skeletons: Iterable[int]) -> None:
    """Note that sentences are no longer stock."""
    rows = [(skeleton,) for skeleton in skeletons]
    connection.executemany("delete from stock_sentences where key = ?", rows)
