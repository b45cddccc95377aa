"""New and changed statements gathered with what they may repeat, and not with the pile."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.archive.kinship import derivations_of, parents_above, relatives_of
from dragoman.archive.relatives import statement_keys
from dragoman.archive.same_statements import (
    SamePair,
    add_compared_statements,
    drop_same,
    put_same,
    same_as,
    statements_at,
)
from dragoman.archive.utterances import forget_utterances
from dragoman.collation.gathering.rows import add
from dragoman.collation.lineage.candidates import displaced, partners, place
from dragoman.collation.utterances import gathered, same_pairs
from dragoman.collation.utterances.aligned import Beside
from dragoman.collation.utterances.alike import LEAST_SHARED, saying_keys

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable

    from dragoman.collation.sayings import Sayings
    from dragoman.collation.utterances import Saying


def gather(
    connection: sqlite3.Connection,
    sayings: Sayings,
    new: Iterable[str],
    moved: Iterable[str],
    turned: Iterable[str],
) -> None:
    """Gather new statements, and look again at those whose grounds are others now.

    new: documents that came. moved: documents of the families that were drawn anew, the new ones
    among them. turned: statements whose speaker is another now. What is known then is what
    `gather_all` would find.
    """
    come = {saying.statement: saying for saying in sayings.in_documents(new)}
    pushed = _enter(connection, come.values())
    again = {saying.statement for saying in sayings.in_documents(moved)}.union(come, turned)
    again.update(statement for statement in pushed if same_as(connection, statement))
    touched = _compare(connection, sayings, again)
    members = _kin(connection, touched)
    pairs = {pair for statement in members for pair in same_as(connection, statement)}
    pile = {saying.statement: saying for saying in sayings.named(sorted(members))}
    forget_utterances(connection, sorted(members))
    tree = parents_above(connection, {saying.doc for saying in pile.values()})
    add(connection, gathered(pile, sorted(pairs), tree))


def _enter(connection: sqlite3.Connection, come: Iterable[Saying]) -> list[str]:
    """Put statements into the index, and return those that they push from first places."""
    index = statement_keys(connection)
    holders: defaultdict[int, set[int]] = defaultdict(set)
    for saying in come:
        own = place(saying.statement)
        held = sorted(saying_keys(saying))
        index.add((key, own) for key in held)
        add_compared_statements(connection, [(own, saying.statement)])
        for key in held:
            holders[key].add(own)
    return statements_at(connection, sorted(displaced(holders, index)))


def _compare(connection: sqlite3.Connection, sayings: Sayings, again: Collection[str]) -> set[str]:
    """Compare statements with all that are worth it; return them and those of other pairs."""
    ours = {saying.statement: saying for saying in sayings.named(sorted(again))}
    known = {pair for statement in ours for pair in same_as(connection, statement)}
    beside = _beside(connection, sayings, {saying.doc for saying in ours.values()})
    worth = {pair for pair in beside.pairs if not ours.keys().isdisjoint(pair)}
    for statement, saying in ours.items():
        worth.update(_alike(connection, statement, saying))
    pile = {
        s.statement: s for s in sayings.named(sorted({name for pair in worth for name in pair}))
    }
    found = {SamePair(*pair) for pair in same_pairs(pile, worth, beside)}
    drop_same(connection, sorted(known - found))
    put_same(connection, sorted(found - known))
    return {name for first, second, _ in known ^ found for name in (first, second)}.union(ours)


def _alike(connection: sqlite3.Connection, statement: str, saying: Saying) -> list[tuple[str, str]]:
    found = partners(
        place(statement), saying_keys(saying), statement_keys(connection), LEAST_SHARED
    )
    others = statements_at(connection, found)
    return [(min(statement, other), max(statement, other)) for other in others]


def _beside(connection: sqlite3.Connection, sayings: Sayings, docs: Collection[str]) -> Beside:
    """Return the pairs of statements beside each other in documents and their relatives."""
    near = sorted(relatives_of(connection, docs))
    return Beside.among(sayings.in_documents(near), derivations_of(connection, near))


def _kin(connection: sqlite3.Connection, statements: Iterable[str]) -> set[str]:
    """Return statements with all that are joined with them, directly or through others."""
    found: set[str] = set()
    left = list(statements)
    while left:
        statement = left.pop()
        if statement not in found:
            found.add(statement)
            pairs = same_as(connection, statement)
            left += [name for first, second, _ in pairs for name in (first, second)]
    return found
