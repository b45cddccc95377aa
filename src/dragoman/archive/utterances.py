"""What was said once in the world goes in. All inside the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.archive.compact import compact_json
from dragoman.archive.kinship import told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from dragoman.model import Variant


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same thing said once in the world; `statements` are ids of its wordings."""

    utterance: str
    speaker: str | None
    documents: int
    families: int
    first_doc: str
    statements: tuple[str, ...]


def forget_utterances(connection: sqlite3.Connection, statements: Iterable[str]) -> None:
    """Remove the utterances that statements word, with their variants.

    statements: with one of an utterance, all of it.
    """
    for statement in statements:
        own = "(select utterance from statements where statement = ?)"
        for table in ("variants", "utterances"):
            connection.execute(f"delete from {table} where utterance = {own}", (statement,))
        connection.execute(
            "update statements set utterance = null where statement = ?", (statement,)
        )


def forget_all_utterances(connection: sqlite3.Connection) -> None:
    """Remove all utterances and variants."""
    for table in ("variants", "utterances"):
        connection.execute(f"delete from {table}")
    connection.execute("update statements set utterance = null where utterance is not null")


def add_utterances(
    connection: sqlite3.Connection, utterances: Iterable[Utterance], variants: Iterable[Variant]
) -> None:
    """Store utterances, their variants, and which utterance each statement words."""
    for u in utterances:
        connection.execute(
            "insert into utterances values (?, ?, ?, ?, ?)",
            (u.utterance, u.speaker, u.documents, u.families, u.first_doc),
        )
        connection.executemany(
            "update statements set utterance = ? where statement = ?",
            [(u.utterance, statement) for statement in u.statements],
        )
    connection.executemany(
        "insert into variants values (?, ?, ?, ?, ?, ?, ?, ?, ?)", [_variant(v) for v in variants]
    )


def _variant(v: Variant) -> tuple[object, ...]:
    edits = [
        {"from": e.before, "to": e.after, "span": e.span, "reference_span": e.reference_span}
        for e in v.edits
    ]
    return (
        v.utterance, v.statement, v.reference_statement, v.change, compact_json(edits),
        int(v.in_quotation_marks), told(v.score), v.parent_statement, int(v.appeared),
    )  # fmt: skip
