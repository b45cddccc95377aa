"""The actors of an archive, named anew from all its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.actors import replace_actors
from dragoman.collation.actors import merge_figures
from dragoman.collation.evidence import figures

if TYPE_CHECKING:
    import sqlite3


def name_actors(connection: sqlite3.Connection) -> frozenset[str]:
    """Say which figures are one actor; return the statements whose speaker is another now.

    A pass over the figures of all documents, of which only what is new is written.
    """
    merged = merge_figures(figures(connection))
    return replace_actors(connection, merged.actors, merged.of_figure)
