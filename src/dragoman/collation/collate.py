"""All that was read, put side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.collated import (
    Dependence,
    Utterance,
    add_derivations,
    replace_actors,
    replace_families,
    replace_utterances,
)
from dragoman.collation.actors import merge_figures
from dragoman.collation.evidence import dates, figures, sayings, texts
from dragoman.collation.families import families
from dragoman.collation.lineage import derivations
from dragoman.collation.utterances import group
from dragoman.version import __version__

if TYPE_CHECKING:
    import sqlite3

    from dragoman.archive.writer import Writer
    from dragoman.collation.lineage import Text
    from dragoman.model import Derivation

MARK = "collated"


def collate(writer: Writer) -> None:
    """Derive actors, lineage, families and utterances from the evidence of the whole archive.

    Nothing is done where nothing has come or gone since. What is derived depends on the evidence
    alone, not on the order in which it came; it is written in one transaction.
    """
    state = _state(writer.connection)
    if _collated(writer.connection) == state:
        return
    with writer.transaction() as connection:
        _actors(connection)
        pile = tuple(texts(connection))
        _utterances(connection, pile, _lineage(connection, pile))
        connection.execute("insert or replace into about values (?, ?)", (MARK, state))


def _state(connection: sqlite3.Connection) -> str:
    query = "select (select count(*) from documents), (select count(*) from tombstones)"
    documents, deleted = connection.execute(query).fetchone()
    return f"{documents} documents, {deleted} deleted, by dragoman {__version__}"


def _collated(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("select value from about where key = ?", (MARK,)).fetchone()
    return row[0] if row else None


def _actors(connection: sqlite3.Connection) -> None:
    merged = merge_figures(figures(connection))
    replace_actors(connection, merged.actors, merged.of_figure)


def _lineage(connection: sqlite3.Connection, pile: tuple[Text, ...]) -> tuple[Derivation, ...]:
    connection.execute("delete from alignments")
    connection.execute("delete from lineage")
    found = derivations(pile)
    add_derivations(connection, found)
    named = families(dates(connection), found)
    replace_families(connection, (Dependence(doc, family) for doc, family in named.items()))
    return found


def _utterances(
    connection: sqlite3.Connection, pile: tuple[Text, ...], found: tuple[Derivation, ...]
) -> None:
    family = dict(connection.execute("select doc, family from families").fetchall())
    grouped = group(sayings(connection, pile), found)
    rows = [
        Utterance(
            utterance=u.utterance,
            speaker=u.speaker,
            documents=len(u.docs),
            families=len({family[doc] for doc in u.docs}),
            first_doc=u.first_doc,
            statements=tuple(variant.statement for variant in u.variants),
        )
        for u in grouped
    ]
    replace_utterances(connection, rows, (v for u in grouped for v in u.variants))
