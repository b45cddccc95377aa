"""What collation derives goes in; the old goes out. All inside the caller's transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.archive.kinship import told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from dragoman.model import ActorKind, Variant


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor across all documents; `aliases` most frequent first."""

    actor: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same thing said once in the world; `statements` are ids of its wordings."""

    utterance: str
    speaker: str | None
    documents: int
    families: int
    first_doc: str
    statements: tuple[str, ...]


def replace_actors(
    connection: sqlite3.Connection,
    actors: Iterable[Actor],
    of_figure: Mapping[tuple[str, str], str],
) -> None:
    """Store the actors, and let every row that names a figure name its actor."""
    connection.execute("delete from actors")
    connection.executemany(
        "insert into actors values (?, ?, ?, ?, ?, ?)",
        [(a.actor, a.name, a.kind, a.country, a.sector, _json(a.aliases)) for a in actors],
    )
    connection.executemany(
        "update figures set actor = ? where doc = ? and figure = ? and actor is not ?",
        [(actor, doc, figure, actor) for (doc, figure), actor in sorted(of_figure.items())],
    )
    for table, column, figure in (
        ("mentions", "actor", "figure"),
        ("roles", "actor", "figure"),
        ("roles", "of", "of_figure"),
        ("statements", "speaker", "speaker_figure"),
    ):
        actor = (
            f"(select f.actor from figures f where f.doc = {table}.doc"
            f" and f.figure = {table}.{figure})"
        )
        connection.execute(
            f'update {table} set "{column}" = {actor} where "{column}" is not {actor}'
        )


def replace_utterances(
    connection: sqlite3.Connection, utterances: Iterable[Utterance], variants: Iterable[Variant]
) -> None:
    """Store the utterances, their variants, and which utterance each statement words."""
    for table in ("variants", "utterances"):
        connection.execute(f"delete from {table}")
    connection.execute("update statements set utterance = null where utterance is not null")
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
        v.utterance, v.statement, v.reference_statement, v.change, _json(edits),
        int(v.in_quotation_marks), told(v.score), v.parent_statement, int(v.appeared),
    )  # fmt: skip


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
