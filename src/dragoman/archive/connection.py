"""Opening the file: to read, to write, and never trusting what stands in it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

from dragoman.archive.dictionary import schema, tables
from dragoman.archive.evidence import guards
from dragoman.errors import ArchiveError
from dragoman.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# "drgm" in ASCII; marks the file format in SQLite's header.
APPLICATION_ID = 0x6472676D
SCHEMA_VERSION = 3
SECONDS_WAITED_FOR_LOCK = 5.0
BEFORE_WRITING = (
    "pragma journal_mode = wal",
    "pragma synchronous = normal",
    # Without it, "insert or replace" would delete evidence behind the triggers' backs.
    "pragma recursive_triggers = on",
)
BEFORE_READING = (
    "pragma query_only = on",
    "pragma temp_store = memory",
    # Connects the virtual tables now: under a reader's authorizer they could not be.
    "select 1 from documents_fts limit 0",
    "select 1 from json_each('[]') limit 0",
    "select 1 from json_tree('[]') limit 0",
)


def create(path: Path) -> None:
    """Make an empty archive at `path`. It appears whole, or not at all.

    Raises:
        ArchiveError: the place cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.new")
    try:
        _remove(unfinished)
        with closing(_connect(unfinished, "rwc")) as connection:
            connection.execute("begin immediate")
            _build(connection)
            connection.execute("commit")
        # The log of an archive that was deleted without it would be taken for the new one's.
        _remove(path)
        unfinished.replace(path)
    except (sqlite3.Error, OSError) as error:
        _remove(unfinished)
        raise ArchiveError.unwritable(path, str(error)) from error


def _remove(database: Path) -> None:
    for suffix in ("-journal", "-wal", "-shm", ""):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _build(connection: sqlite3.Connection) -> None:
    for statement in (*_statements(schema()), *guards()):
        connection.execute(statement)
    connection.execute("insert into about values ('made_by', ?)", (f"dragoman {__version__}",))
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {SCHEMA_VERSION}")


def _statements(script: str) -> list[str]:
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found


def open_to_write(path: Path) -> sqlite3.Connection:
    """Open an existing archive to append to it; make it where there is none.

    Raises:
        ArchiveError: foreign file, other schema version, or unwritable.
    """
    if not path.exists() or not path.stat().st_size:
        create(path)
    try:
        return _opened(path, "rw", BEFORE_WRITING)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            raise ArchiveError.foreign(path, str(error)) from error
        raise ArchiveError.unwritable(path, str(error)) from error


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open an archive to read it, also while it is written.

    Raises:
        ArchiveError: missing, foreign, or of another schema version.
    """
    if not path.is_file():
        raise ArchiveError.missing(path)
    try:
        return _opened(path, "ro", BEFORE_READING)
    except sqlite3.Error as error:
        raise ArchiveError.foreign(path, str(error)) from error


def _opened(path: Path, mode: str, setup: Sequence[str]) -> sqlite3.Connection:
    connection = _connect(path, mode)
    try:
        _check_header(connection, path)
        for statement in setup:
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_header(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("pragma application_id").fetchone()[0]
    version = connection.execute("pragma user_version").fetchone()[0]
    if found != APPLICATION_ID:
        raise ArchiveError.foreign(path, "its header says otherwise")
    if version != SCHEMA_VERSION:
        raise ArchiveError.other_version(path, version, SCHEMA_VERSION)
    names = {row[0] for row in connection.execute("select name from sqlite_schema")}
    missing = [table.name for table in tables() if table.name not in names]
    if missing:
        raise ArchiveError.foreign(path, f"it lacks {', '.join(missing)}")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    if mode == "ro" and not _shares_memory(path):
        uri += "&immutable=1"
    connection = sqlite3.connect(
        uri, uri=True, timeout=SECONDS_WAITED_FOR_LOCK, isolation_level=None
    )
    connection.row_factory = sqlite3.Row
    connection.execute("pragma trusted_schema = off")
    connection.execute("pragma cell_size_check = on")
    if mode != "ro":
        connection.execute("pragma foreign_keys = off")
    return connection


def _shares_memory(path: Path) -> bool:
    """Say whether a reader can take part in WAL: in a folder that cannot be written it cannot."""
    return os.access(path.parent, os.W_OK) or path.with_name(path.name + "-wal").exists()


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold one state of the archive for all that is read inside; may be nested."""
    if connection.in_transaction:
        yield
        return
    connection.execute("begin")
    try:
        yield
    finally:
        connection.execute("rollback")
