"""Derivations, hidden sources and families. All inside the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.model import Alignment, AlignmentKind, Derivation, DerivationKind, Span

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from dragoman.model import HiddenSource


@dataclass(frozen=True, slots=True)
class Dependence:
    """Whom a document depends on; publisher and wire None where unknown or none."""

    doc: str
    family: str
    publisher: str | None = None
    wire: str | None = None


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
                *map(told, (d.coverage, d.direction_score, d.score, d.origin_coverage)),
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
    """Store whose text, publisher and wire documents depend on, in place of what was known."""
    connection.executemany(
        "insert or replace into families values (?, ?, ?, ?)",
        [(f.doc, f.family, f.publisher, f.wire) for f in families],
    )


def family_of(connection: sqlite3.Connection, doc: str) -> str:
    """Return the family that a document is in."""
    row = connection.execute("select family from families where doc = ?", (doc,)).fetchone()
    return str(row[0])


def replace_hidden_sources(connection: sqlite3.Connection, sources: Iterable[HiddenSource]) -> None:
    """Store sources outside the pile, and where their words stand."""
    for source in sources:
        name = source.hidden_source
        connection.execute(
            "insert or replace into hidden_sources values (?, ?, ?, ?, ?)",
            (name, source.note, source.before, source.agency, len(source.docs)),
        )
        connection.execute("delete from hidden_passages where hidden_source = ?", (name,))
        connection.executemany(
            "insert into hidden_passages values (?, ?, ?, ?, ?)",
            [
                (name, number, doc, *_ends(span))
                for number, (doc, span) in enumerate(source.passages, 1)
            ],
        )


def forget_derivations(connection: sqlite3.Connection, docs: Iterable[str]) -> None:
    """Remove the derivations of documents, and the hidden sources that they go back to."""
    own = "select hidden_source from lineage where derived = ? and hidden_source is not null"
    for doc in docs:
        for table in ("hidden_passages", "hidden_sources"):
            connection.execute(f"delete from {table} where hidden_source in ({own})", (doc,))
        for table in ("alignments", "lineage"):
            connection.execute(f"delete from {table} where derived = ?", (doc,))


def forget_all_derivations(connection: sqlite3.Connection) -> None:
    """Remove all derivations, hidden sources and families."""
    for table in ("hidden_passages", "hidden_sources", "alignments", "lineage", "families"):
        connection.execute(f"delete from {table}")


def derivations_of(connection: sqlite3.Connection, docs: Iterable[str]) -> Iterator[Derivation]:
    """Yield what documents are derived from, as it is stored."""
    for doc in docs:
        for row in connection.execute(
            "select * from lineage where derived = ? order by origin, hidden_source", (doc,)
        ):
            yield derivation(row, _alignments(connection, doc, row["origin"]))


def derivation(row: sqlite3.Row, alignments: tuple[Alignment, ...] = ()) -> Derivation:
    """Return the derivation that a row of `lineage` holds, with its aligned passages."""
    return Derivation(
        derived=row["derived"],
        origin=row["origin"],
        source_note=row["source_note"],
        kind=DerivationKind(row["kind"]),
        coverage=row["coverage"],
        direction_score=row["direction_score"],
        score=row["score"],
        alignments=alignments,
        origin_coverage=row["origin_coverage"],
        parent=bool(row["parent"]),
        hidden_source=row["hidden_source"],
    )


def relatives_of(connection: sqlite3.Connection, docs: Iterable[str]) -> frozenset[str]:
    """Return documents with all that have something from them or the other way round."""
    query = (
        "select origin from lineage where derived = ?1 and origin is not null"
        " union all select derived from lineage where origin = ?1"
    )
    found = {other for doc in docs for (other,) in connection.execute(query, (doc,))}
    return frozenset(found.union(docs))


def parents_above(connection: sqlite3.Connection, docs: Iterable[str]) -> dict[str, list[str]]:
    """Return the parents in the family tree of documents, of those parents, and so on."""
    query = "select origin from lineage where derived = ? and parent and origin is not null"
    found: dict[str, list[str]] = {}
    left = list(docs)
    while left:
        doc = left.pop()
        if doc not in found:
            found[doc] = sorted(origin for (origin,) in connection.execute(query, (doc,)))
            left += found[doc]
    return found


def _alignments(
    connection: sqlite3.Connection, derived: str, origin: str | None
) -> tuple[Alignment, ...]:
    query = (
        "select derived_start, derived_end, origin_start, origin_end, kind from alignments"
        " where derived = ? and origin = ? order by 1, 2, 3, 4"
    )
    return alignments_in(connection.execute(query, (derived, origin)))


def alignments_in(rows: Iterable[Iterable[Any]]) -> tuple[Alignment, ...]:
    """Return aligned passages of rows: both ends of the derived one and of the origin's, kind."""
    return tuple(
        Alignment(Span(a, b), Span(c, d), AlignmentKind(kind)) for a, b, c, d, kind in rows
    )


def told(share: float) -> float:
    """Return a share or score to four places: more would be noise, and differs by processor."""
    return round(share, 4)
