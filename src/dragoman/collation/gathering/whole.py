"""The utterances of a whole archive, anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.kinship import derivations_of
from dragoman.archive.relatives import statement_keys
from dragoman.archive.same_statements import SamePair, add_compared_statements, put_same
from dragoman.archive.utterances import forget_all_utterances
from dragoman.collation.comparing.whole import key_rows
from dragoman.collation.gathering.rows import add
from dragoman.collation.lineage.candidates import place
from dragoman.collation.utterances import gathered, parents, same_pairs
from dragoman.collation.utterances.aligned import Beside
from dragoman.collation.utterances.alike import named_pairs, ranked, saying_index

if TYPE_CHECKING:
    import sqlite3

    from dragoman.collation.sayings import Sayings
    from dragoman.collation.texts import Texts


def gather_all(connection: sqlite3.Connection, texts: Texts, sayings: Sayings) -> None:
    """Gather all statements, and make the index anew by which later ones find theirs.

    The index is empty before.
    """
    forget_all_utterances(connection)
    ordered = ranked(sayings.in_documents(texts))
    pile = {saying.statement: saying for saying in ordered}
    index = saying_index(ordered)
    places = [place(saying.statement) for saying in ordered]
    add_compared_statements(connection, zip(places, pile, strict=True))
    statement_keys(connection).add(key_rows(index, places))
    derivations = list(derivations_of(connection, texts))
    beside = Beside.among(ordered, derivations)
    worth = {*named_pairs(ordered, index), *beside.pairs}
    found = [SamePair(*pair) for pair in same_pairs(pile, worth, beside)]
    put_same(connection, found)
    add(connection, gathered(pile, found, parents(derivations)))
