"""Pairs of documents of which one goes back to the other, before their family is drawn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dragoman.archive.compact import compact_json
from dragoman.archive.kinship import alignments_in
from dragoman.model import Derivation, DerivationKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable


def put_pair(connection: sqlite3.Connection, found: Derivation) -> None:
    """Store what two documents have from each other, in place of what was known."""
    first, second = sorted((found.derived, found.origin or ""))
    row = first, second, _packed(found)
    connection.execute("insert or replace into dependent_pairs values (?, ?, ?)", row)


def drop_pair(connection: sqlite3.Connection, first: str, second: str) -> None:
    """Note that two documents have nothing from each other."""
    pair = tuple(sorted((first, second)))
    connection.execute("delete from dependent_pairs where first = ? and second = ?", pair)


def dependents(connection: sqlite3.Connection, doc: str) -> list[str]:
    """Return the documents that have something from a document or the other way round."""
    query = (
        "select second from dependent_pairs where first = ?1"
        " union all select first from dependent_pairs where second = ?1"
    )
    return [other for (other,) in connection.execute(query, (doc,))]


def pairs_among(connection: sqlite3.Connection, docs: Iterable[str]) -> list[Derivation]:
    """Return the derivations between documents whose dependents are all among them."""
    query = "select found from dependent_pairs where first = ? order by second"
    return [_unpacked(found) for doc in docs for (found,) in connection.execute(query, (doc,))]


def all_pairs(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return all pairs of documents of which one goes back to the other."""
    return [tuple(row) for row in connection.execute("select first, second from dependent_pairs")]


def between(connection: sqlite3.Connection, first: str, second: str) -> Derivation | None:
    """Return what is known between two documents."""
    query = "select found from dependent_pairs where first = ? and second = ?"
    row = connection.execute(query, tuple(sorted((first, second)))).fetchone()
    return _unpacked(row[0]) if row else None


def _packed(d: Derivation) -> str:
    aligned = [
        (a.derived.start, a.derived.end, a.origin.start, a.origin.end, a.kind) for a in d.alignments
    ]
    shares = d.coverage, d.direction_score, d.score, d.origin_coverage, d.apart, d.kept
    row = d.derived, d.origin, d.source_note, d.kind, shares, aligned
    return compact_json(row)


def _unpacked(packed: str) -> Derivation:
    derived, origin, note, kind, shares, aligned = json.loads(packed)
    coverage, direction_score, score, origin_coverage, apart, kept = shares
    return Derivation(
        derived=derived,
        origin=origin,
        source_note=note,
        kind=DerivationKind(kind),
        coverage=coverage,
        direction_score=direction_score,
        score=score,
        alignments=alignments_in(aligned),
        origin_coverage=origin_coverage,
        apart=apart,
        kept=kept,
    )
