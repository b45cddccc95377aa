"""All that was read, put side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.relatives import collated_by, compared_share, not_compared, note_collated
from dragoman.collation.comparing import compare_all, compare_new
from dragoman.collation.drawing import draw, draw_all
from dragoman.collation.gathering import gather, gather_all
from dragoman.collation.naming import name_actors
from dragoman.collation.sayings import Sayings
from dragoman.collation.texts import Texts
from dragoman.version import __version__

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

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
        turned = name_actors(connection)
        texts = Texts(connection)
        sayings = Sayings(connection, texts)
        if not _by_this_version(connection) or compared_share(connection) < LEAST_KNOWN:
            compare_all(connection, texts)
            draw_all(connection, texts)
            gather_all(connection, texts, sayings)
        else:
            new = not_compared(connection)
            moved = draw(connection, texts, _compared(connection, texts, new))
            gather(connection, sayings, new, moved, turned)
        note_collated(connection, __version__)


def _is_collated(connection: sqlite3.Connection) -> bool:
    return _by_this_version(connection) and not not_compared(connection)


def _by_this_version(connection: sqlite3.Connection) -> bool:
    return collated_by(connection) == __version__


def _compared(connection: sqlite3.Connection, texts: Texts, new: Sequence[str]) -> set[str]:
    changed: set[str] = set()
    for first in range(0, len(new), AT_ONCE):
        changed |= compare_new(connection, texts, new[first : first + AT_ONCE])
    return changed
