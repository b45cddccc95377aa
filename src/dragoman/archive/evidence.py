"""Evidence is appended, never changed: the triggers that hold everyone to it, and their release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.dictionary import tables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

# Columns of evidence tables that collation fills.
COLLATED_COLUMNS = {
    "statements": ("speaker", "utterance"),
    "figures": ("actor",),
    "mentions": ("actor",),
    "roles": ("actor", "of"),
}


def guards() -> Iterator[str]:
    """Yield the SQL of triggers that refuse changes of evidence."""
    for table in tables():
        if not table.kept.startswith("evidence"):
            continue
        open_columns = COLLATED_COLUMNS.get(table.name, ())
        closed = ", ".join(f'"{c.name}"' for c in table.columns if c.name not in open_columns)
        yield _guard(table.name, "update", f"update of {closed}")
        yield _guard(table.name, "delete", "delete")


def _guard(table: str, verb: str, event: str) -> str:
    return (
        f"create trigger {table}_{verb} before {event} on {table} "
        "when not exists (select 1 from about where key = 'deleting') "
        f"begin select raise(abort, '{table} is evidence: it is only appended to'); end"
    )


def forget(connection: sqlite3.Connection, doc: str) -> None:
    """Remove a document's rows everywhere, inside the caller's transaction."""
    connection.execute("insert into about values ('deleting', ?)", (doc,))
    row = connection.execute("select rowid, title, text from documents where doc = ?", (doc,))
    number, title, text = row.fetchone()
    connection.execute(
        "insert into documents_fts (documents_fts, rowid, title, text) values ('delete', ?, ?, ?)",
        (number, title, text),
    )
    connection.execute("insert into documents_fts (documents_fts) values ('optimize')")
    for table in reversed(tables()):
        for column in _document_columns(table.name):
            connection.execute(f'delete from {table.name} where "{column}" = ?', (doc,))
    connection.execute("delete from about where key = 'deleting'")


def _document_columns(table: str) -> tuple[str, ...]:
    if table in ("tombstones", "inputs", "utterances", "variants"):
        return ()
    columns = {column.name for column in next(t for t in tables() if t.name == table).columns}
    return tuple(c for c in ("doc", "derived", "origin") if c in columns)
