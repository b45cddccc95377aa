"""A query that comes from outside: it may only read, and neither for ever nor into all memory."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A statement that runs on is interrupted after so many virtual-machine steps (some seconds).
STEPS_ALLOWED = 400_000_000
STEPS_BETWEEN_LOOKS = 100_000
# Bounds a query's memory: the longest cell it may make, and all its cells together.
CELL_BYTES_ALLOWED = 256_000_000
RESULT_SIZE_ALLOWED = 512_000_000
# What a cell weighs besides its characters.
CELL_SIZE = 64
# What a reader's SQL may do: select, read columns, call functions, recurse.
READING = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
}
FORBIDDEN_FUNCTIONS = {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"}


@dataclass(frozen=True, slots=True)
class Selection:
    """What a query gave: column names, and rows as tuples."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def select(connection: sqlite3.Connection, query: str, values: Sequence[object]) -> Selection:
    """Run a query that comes from outside: it may only read, and not for ever.

    Raises:
        UsageError: it does more than read, does not compile, or was stopped.
    """
    steps = 0

    def count() -> bool:
        nonlocal steps
        steps += STEPS_BETWEEN_LOOKS
        return steps > STEPS_ALLOWED

    length = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, CELL_BYTES_ALLOWED)
    connection.set_authorizer(_authorize)
    connection.set_progress_handler(count, STEPS_BETWEEN_LOOKS)
    try:
        cursor = connection.execute(query, tuple(values))
        rows = tuple(_weighed(cursor))
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError) as error:
        raise UsageError.not_a_query(str(error) or "it takes too much memory") from error
    finally:
        connection.set_authorizer(None)
        connection.set_progress_handler(None, 0)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, length)
    return Selection(tuple(column[0] for column in cursor.description or ()), rows)


def _weighed(cursor: sqlite3.Cursor) -> Iterator[tuple[object, ...]]:
    size = 0
    for row in cursor:
        cells = tuple(row)
        size += sum(CELL_SIZE + (len(c) if isinstance(c, str | bytes) else 0) for c in cells)
        if size > RESULT_SIZE_ALLOWED:
            raise UsageError.not_a_query("its result is too large; add a limit")
        yield cells


def _authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    if action == sqlite3.SQLITE_PRAGMA and first == "data_version":  # asked for by full text search
        return sqlite3.SQLITE_OK
    if action not in READING:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and second in FORBIDDEN_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK
