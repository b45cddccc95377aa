"""What collation derives goes in; the old goes out. All inside the caller's transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from dragoman.model import ActorKind, Derivation, HiddenSource, Span, Variant


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
class Dependence:
    """Whom a document depends on; publisher and wire None where unknown or none."""

    doc: str
    family: str
    publisher: str | None = None
    wire: str | None = None


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


def add_derivations(connection: sqlite3.Connection, derivations: Iterable[Derivation]) -> None:
    """Store derivations and their aligned passages."""
    for d in derivations:
        connection.execute(
            "insert into lineage values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                d.derived,
                d.origin,
                d.hidden_source,
                d.source_note,
                d.kind,
                *map(_told, (d.coverage, d.direction_score, d.score, d.origin_coverage)),
                int(d.parent),
            ),
        )
        if d.origin is None:
            continue
        connection.executemany(
            "insert into alignments values (?, ?, ?, ?, ?, ?, ?)",
            [
                (d.derived, *_ends(a.derived), d.origin, *_ends(a.origin), a.kind)
                for a in d.alignments
            ],
        )  # fmt: skip


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def replace_families(connection: sqlite3.Connection, families: Iterable[Dependence]) -> None:
    """Store whose text, publisher and wire each document depends on."""
    connection.execute("delete from families")
    connection.executemany(
        "insert into families values (?, ?, ?, ?)",
        [(f.doc, f.family, f.publisher, f.wire) for f in families],
    )


def replace_hidden_sources(connection: sqlite3.Connection, sources: Iterable[HiddenSource]) -> None:
    """Store the sources outside the pile, and where their words stand."""
    for table in ("hidden_passages", "hidden_sources"):
        connection.execute(f"delete from {table}")
    for source in sources:
        name = source.hidden_source
        connection.execute(
            "insert into hidden_sources values (?, ?, ?, ?, ?)",
            (name, source.note, source.before, source.agency, len(source.docs)),
        )
        connection.executemany(
            "insert into hidden_passages values (?, ?, ?, ?, ?)",
            [
                (name, number, doc, *_ends(span))
                for number, (doc, span) in enumerate(source.passages, 1)
            ],
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
        int(v.in_quotation_marks), _told(v.score), v.parent_statement, int(v.appeared),
    )  # fmt: skip


def _told(share: float) -> float:
    """Return a share or score to four places: more would be noise, and differs by processor."""
    return round(share, 4)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
