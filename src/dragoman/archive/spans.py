"""Where an archive's receipts stand: every span of a document, whatever table it is in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dragoman.archive.dictionary import TableInfo, tables

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

SPAN_LISTS = {"statements": ("source", "cue", "content"), "events": ("trigger",)}
MAY_BE_EMPTY = ("source", "cue", "circumstances")


def spans_of(connection: sqlite3.Connection, doc: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield all receipts of a document: table, row, first code point, one past the last.

    What is no span at all comes as one that cuts no words.
    """
    for table in tables():
        for start, end, owner in _span_columns(table):
            query = f'select "{start}", "{end}" from {table.name} where {owner} = ?'
            for a, b in connection.execute(query, (doc,)):
                yield table.name, f"{doc}#{a}-{b}", a, b
    for name, columns in SPAN_LISTS.items():
        query = f"select {name[:-1]}, {', '.join(columns)} from {name} where doc = ?"
        for row in connection.execute(query, (doc,)):
            for column in columns:
                yield from _listed(name, row[0], column, row[column])
    query = "select statement, circumstances from statements where doc = ?"
    for statement, told in connection.execute(query, (doc,)):
        yield from _listed("statements", statement, "circumstances", told)
    yield from _edits(connection, doc)


def _span_columns(table: TableInfo) -> Iterator[tuple[str, str, str]]:
    names = {column.name for column in table.columns}
    if {"doc", "start", "end"} <= names:
        yield "start", "end", "doc"
    for side in ("derived", "origin"):
        if f"{side}_start" in names:
            yield f"{side}_start", f"{side}_end", side


def _listed(table: str, row: str, column: str, cell: str) -> Iterator[tuple[str, str, int, int]]:
    spans = _pairs(cell)
    if not spans and column not in MAY_BE_EMPTY:
        yield table, row, 0, 0
    for start, end in spans:
        yield table, row, start, end


def _pairs(cell: str) -> list[tuple[int, int]]:
    """Return the spans of a cell, a list or an object of them; what is none comes as (0, 0)."""
    try:
        listed = json.loads(cell)
        spans = listed.values() if isinstance(listed, dict) else listed
        return [(int(start), int(end)) for start, end in spans]
    except (ValueError, TypeError, RecursionError):
        return [(0, 0)]


def _edits(connection: sqlite3.Connection, doc: str) -> Iterator[tuple[str, str, int, int]]:
    for column, key in (("statement", "span"), ("reference_statement", "reference_span")):
        query = (
            "select v.statement, v.edits from variants v"
            f" join statements s on s.statement = v.{column} where s.doc = ?"
        )
        for statement, edits in connection.execute(query, (doc,)):
            for start, end in _edited(edits, key):
                if start != end or start < 0:  # an insertion has no words on one side
                    yield "variants", statement, start, end


def _edited(cell: str, key: str) -> list[tuple[int, int]]:
    try:
        return [(int(edit[key][0]), int(edit[key][1])) for edit in json.loads(cell)]
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return [(-1, -1)]
