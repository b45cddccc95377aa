"""The one who writes: batches of evidence, what collation derives, deletions."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from dragoman.archive.append import append_input, append_reading
from dragoman.archive.connection import open_to_write
from dragoman.archive.evidence import forget
from dragoman.archive.lock import sole_writer
from dragoman.archive.relatives import empty_index
from dragoman.errors import ArchiveError, ReceiptError
from dragoman.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from dragoman.model import Input, Reading

# Faults of the place, not of the program: full, failing, read-only, held by another tool.
REFUSED_BY_THE_DISK = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CORRUPT,
}


class Writer:
    """An archive held for writing. Use `writing(path)` to get one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._run: int | None = None

    # ------------------------------------------------------------------ runs

    def begin_run(self, settings: Mapping[str, object], models: Mapping[str, str]) -> int:
        """Note that a run begins, and return its number."""
        cursor = self.connection.execute(
            "insert into runs (version, settings, models, started) values (?, ?, ?, ?)",
            (__version__, _json(settings), _json(models), _now()),
        )
        self._run = int(cursor.lastrowid or 0)
        return self._run

    def end_run(self, inputs: Mapping[str, int]) -> None:
        """Note that the run came to its end, with how its inputs ended."""
        self.connection.execute(
            "update runs set finished = ?, inputs = ? where run = ?",
            (_now(), _json(inputs), self._run),
        )

    def failures_of_run(self) -> list[tuple[str, str]]:
        """Return path and reason of this run's inputs that were refused or read only in part."""
        query = "select path, reason from failures where run = ? order by path, reason"
        return [(row[0], row[1]) for row in self.connection.execute(query, (self._run,))]

    def holdings(self) -> dict[str, int]:
        """Count what the archive holds: documents, families, statements, speakers."""
        queries = {
            "documents": "select count(*) from documents",
            "families": "select count(distinct family) from families",
            "statements": "select count(*) from statements",
            "speakers": "select count(distinct speaker) from statements",
        }
        return {n: int(self.connection.execute(q).fetchone()[0]) for n, q in queries.items()}

    # ------------------------------------------------------------------ evidence

    def append(
        self,
        readings: Iterable[Reading],
        inputs: Iterable[Input],
        containers: Iterable[tuple[str, str, int]] = (),
    ) -> None:
        """Append a batch: all of it, or nothing.

        `containers` are files of records that were read to their end: path, sha256, records.
        """
        with self.transaction():
            for reading in readings:
                append_reading(self.connection, reading)
            for row in inputs:
                append_input(self.connection, row, self._run or 0)
            self.connection.executemany(
                "insert or ignore into containers values (?, ?, ?)", list(containers)
            )

    def delete(self, doc: str, reason: str) -> None:
        """Delete a document and all its rows; a tombstone stays.

        Collated rows that drew on it are dropped too: collate again afterwards.

        Raises:
            ReceiptError: there is no such document.
        """
        query = "select path, sha256, chars from documents where doc = ?"
        row = self.connection.execute(query, (doc,)).fetchone()
        if row is None:
            raise ReceiptError.no_document(doc)
        with self.transaction():
            self.connection.execute(
                "insert into tombstones values (?, ?, ?, ?, ?, ?)", (doc, *row, _now(), reason)
            )
            for table in ("variants", "utterances"):
                self.connection.execute(f"delete from {table}")
            self.connection.execute("update statements set utterance = null")
            empty_index(self.connection)
            forget(self.connection, doc)
        # SQLite leaves deleted words in free pages and in its log; whoever withdraws a document
        # wants them gone from the file.
        self.connection.execute("vacuum")
        self.connection.execute("pragma wal_checkpoint(truncate)")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that happens inside is written together, or not at all."""
        self.connection.execute("begin immediate")
        try:
            yield self.connection
            self.connection.execute("commit")
        except BaseException:
            if self.connection.in_transaction:  # a full disk makes SQLite roll back by itself
                self.connection.execute("rollback")
            raise

    # ------------------------------------------------------------------ what is there already

    def knows_input(self, path: str, member: str, sha256: str) -> bool:
        """Say whether this very input has been read."""
        query = "select 1 from inputs where path = ? and member = ? and sha256 = ?"
        return self._any(query, path, member, sha256)

    def knows_container(self, path: str, sha256: str) -> bool:
        """Say whether this very file of records has been read to its end."""
        query = "select 1 from containers where path = ? and sha256 = ?"
        return self._any(query, path, sha256)

    def has_doc(self, doc: str) -> bool:
        """Say whether the slug is taken, by a document or a tombstone."""
        query = (
            "select 1 from documents where doc = ? union all select 1 from tombstones where doc = ?"
        )
        return self._any(query, doc, doc)

    def twins(self, sha256: str) -> list[tuple[str, str | None]]:
        """Return slug and URL of the documents with exactly this text, in slug order."""
        query = "select doc, url from documents where sha256 = ? order by doc"
        return [(row[0], row[1]) for row in self.connection.execute(query, (sha256,))]

    def was_deleted(self, sha256: str) -> bool:
        """Say whether a document of this text was deleted."""
        return self._any("select 1 from tombstones where sha256 = ?", sha256)

    def _any(self, query: str, *values: str) -> bool:
        return self.connection.execute(query, values).fetchone() is not None

    # ------------------------------------------------------------------ closing

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self.connection.execute("pragma optimize")
        finally:
            self.connection.close()


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Hold the archive at `path` for writing; it is made where there is none.

    Raises:
        ArchiveError: foreign, of another schema version, locked by another writer, or unwritable,
            be it from the start or in the middle of the work (a full disk).
    """
    with sole_writer(path):
        try:
            with Writer(open_to_write(path)) as writer:
                yield writer
        except sqlite3.Error as error:
            if _primary_code(error) not in REFUSED_BY_THE_DISK:
                raise
            raise ArchiveError.unwritable(path, str(error)) from error


def _primary_code(error: sqlite3.Error) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(dict(value), ensure_ascii=False, sort_keys=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
