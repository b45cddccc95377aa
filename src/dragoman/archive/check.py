"""The proof: every receipt is cut again, every reference followed."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from dragoman.archive.connection import snapshot
from dragoman.archive.dictionary import tables
from dragoman.archive.spans import spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# A table's column that names rows of another table.
REFERENCES = (
    ("statements", "speaker", "actors", "actor"),
    ("statements", "utterance", "utterances", "utterance"),
    ("utterances", "speaker", "actors", "actor"),
    ("mentions", "actor", "actors", "actor"),
    ("figures", "actor", "actors", "actor"),
    ("roles", "actor", "actors", "actor"),
    ("roles", "of", "actors", "actor"),
    ("framing", "actor", "actors", "actor"),
    ("ties", "subject", "actors", "actor"),
    ("ties", "object", "actors", "actor"),
    ("events", "incident", "incidents", "incident"),
    ("variants", "utterance", "utterances", "utterance"),
    ("variants", "statement", "statements", "statement"),
    ("variants", "reference_statement", "statements", "statement"),
    ("variants", "parent_statement", "statements", "statement"),
    ("lineage", "hidden_source", "hidden_sources", "hidden_source"),
    ("hidden_passages", "hidden_source", "hidden_sources", "hidden_source"),
    ("tie_receipts", "tie", "ties", "tie"),
    ("positions", "dispute", "disputes", "dispute"),
    ("inputs", "run", "runs", "run"),
)
# Columns that name a figure of the row's own document.
FIGURES = (
    ("mentions", "figure"),
    ("statements", "speaker_figure"),
    ("roles", "figure"),
    ("roles", "of_figure"),
)
# Rows that must be borne out by at least one row with a receipt.
BORNE_OUT = (
    ("ties", "tie", "tie_receipts"),
    ("incidents", "incident", "events"),
    ("utterances", "utterance", "statements"),
    ("disputes", "dispute", "positions"),
    ("hidden_sources", "hidden_source", "lineage"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: in which table, which row, what."""

    table: str
    row: str
    what: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was checked and what does not hold."""

    receipts: int
    references: int
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Say whether everything holds."""
        return not self.faults


def check(connection: sqlite3.Connection) -> CheckReport:
    """Cut every receipt again and follow every reference.

    A receipt holds when it lies in its document's text and covers more than white space; a
    document holds when its text still has its hash and length. In a damaged file nothing more is
    looked at.
    """
    with snapshot(connection):
        damage = _damage(connection)
        if damage:
            return CheckReport(0, 0, damage)
        receipts, faults = _receipts(connection)
        references, broken = _references(connection)
    return CheckReport(receipts, references, tuple(faults + broken))


def _receipts(connection: sqlite3.Connection) -> tuple[int, list[Fault]]:
    count, faults = 0, list(_json_faults(connection))
    documents = connection.execute("select doc, text, sha256, chars from documents order by doc")
    for doc, text, digest, chars in documents:
        if sha256(str(text).encode()).hexdigest() != digest or len(text) != chars:
            faults.append(Fault("documents", doc, "the text is not the one that was stored"))
        for table, row, start, end in spans_of(connection, doc):
            count += 1
            if not _cuts_words(text, start, end):
                faults.append(Fault(table, row, f"[{start}, {end}) cuts no words of {doc}"))
    return count, faults


def _cuts_words(text: str, start: object, end: object) -> bool:
    if not (isinstance(start, int) and isinstance(end, int)):  # SQLite stores any type anywhere
        return False
    return 0 <= start < end <= len(text) and bool(text[start:end].strip())


def _damage(connection: sqlite3.Connection) -> tuple[Fault, ...]:
    try:
        lines = connection.execute("pragma integrity_check(20)").fetchall()
    except sqlite3.DatabaseError as error:
        return (Fault("(file)", "", str(error)),)
    return tuple(Fault("(file)", "", str(line)) for (line,) in lines if line != "ok")


def _json_faults(connection: sqlite3.Connection) -> Iterator[Fault]:
    for table in tables():
        for column in (c.name for c in table.columns if c.type == "json"):
            query = (
                f'select count(*) from {table.name} where "{column}" is not null'
                f' and not json_valid("{column}")'
            )
            (count,) = connection.execute(query).fetchone()
            if count:
                yield Fault(table.name, "", f"{column} is no JSON in {count} rows")


def _references(connection: sqlite3.Connection) -> tuple[int, list[Fault]]:
    faults: list[Fault] = []
    links = [*REFERENCES, *_document_references()]
    for table, column, other, key in links:
        query = (
            f'select distinct "{column}" from {table} where "{column}" is not null'
            f' and "{column}" not in (select "{key}" from {other})'
        )
        for (value,) in connection.execute(query):
            faults.append(Fault(table, str(value), f"{column} names no row of {other}"))
    for table, column in FIGURES:
        query = (
            f"select distinct doc, {column} from {table} where {column} is not null"
            f" and (doc, {column}) not in (select doc, figure from figures)"
        )
        for doc, value in connection.execute(query):
            faults.append(Fault(table, f"{doc} {value}", f"{column} names no figure of {doc}"))
    for table, key, evidence in BORNE_OUT:
        borne_out = f"select {key} from {evidence} where {key} is not null"
        query = f"select {key} from {table} where {key} not in ({borne_out})"
        for (value,) in connection.execute(query):
            faults.append(Fault(table, str(value), f"no row of {evidence} bears it out"))
    return len(links) + len(FIGURES) + len(BORNE_OUT), faults


def _document_references() -> Iterator[tuple[str, str, str, str]]:
    for table in tables():
        if table.name in ("documents", "tombstones", "inputs"):
            continue
        for column in table.columns:
            if column.name in ("doc", "first_doc", "derived", "origin"):
                yield table.name, column.name, "documents", "doc"
