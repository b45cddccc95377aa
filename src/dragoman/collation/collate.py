"""All that was read, put side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.collated import Utterance, replace_actors, replace_utterances
from dragoman.archive.kinship import derivations_of
from dragoman.archive.relatives import collated_by, compared_share, not_compared, note_collated
from dragoman.collation.actors import merge_figures
from dragoman.collation.comparing import compare_all, compare_new
from dragoman.collation.drawing import draw, draw_all
from dragoman.collation.evidence import figures, sayings
from dragoman.collation.texts import Texts
from dragoman.collation.utterances import group
from dragoman.version import __version__

if TYPE_CHECKING:
    import sqlite3

    from dragoman.archive.writer import Writer

# Share of the pile that has to be known for looking at newcomers alone. Finding one's relatives in
# the index takes some ten times as long as comparing the whole pile takes for each document.
LEAST_KNOWN = 0.9
# Newcomers compared at a time, which bounds what of them is kept in memory.
AT_ONCE = 500


def collate(writer: Writer) -> None:
    """Derive actors, lineage, families and utterances from the evidence of the whole archive.

    Nothing is done where nothing has come or gone since. What is derived depends on the evidence
    alone, not on the order in which it came or was collated; it is written in one transaction.
    """
    if _is_collated(writer.connection):
        return
    with writer.transaction() as connection:
        _actors(connection)
        _lineage(connection)
        _utterances(connection)
        note_collated(connection, __version__)


def _is_collated(connection: sqlite3.Connection) -> bool:
    return _by_this_version(connection) and not not_compared(connection)


def _by_this_version(connection: sqlite3.Connection) -> bool:
    return collated_by(connection) == __version__


def _actors(connection: sqlite3.Connection) -> None:
    merged = merge_figures(figures(connection))
    replace_actors(connection, merged.actors, merged.of_figure)


def _lineage(connection: sqlite3.Connection) -> None:
    texts = Texts(connection)
    if not _by_this_version(connection) or compared_share(connection) < LEAST_KNOWN:
        compare_all(connection, texts)
        draw_all(connection, texts)
        return
    new = not_compared(connection)
    changed: set[str] = set()
    for first in range(0, len(new), AT_ONCE):
        changed |= compare_new(connection, texts, new[first : first + AT_ONCE])
    draw(connection, texts, changed)


def _utterances(connection: sqlite3.Connection) -> None:
    texts = Texts(connection)
    family = dict(connection.execute("select doc, family from families").fetchall())
    grouped = group(sayings(connection, texts.values()), list(derivations_of(connection, texts)))
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
