"""Utterances as the archive stores them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.kinship import family_of
from dragoman.archive.utterances import Utterance, add_utterances

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from dragoman.collation import utterances


def add(connection: sqlite3.Connection, found: Sequence[utterances.Utterance]) -> None:
    """Store utterances with their variants, and in how many families they stand."""
    rows = [
        Utterance(
            utterance=u.utterance,
            speaker=u.speaker,
            documents=len(u.docs),
            families=len({family_of(connection, doc) for doc in u.docs}),
            first_doc=u.first_doc,
            statements=tuple(variant.statement for variant in u.variants),
        )
        for u in found
    ]
    add_utterances(connection, rows, (variant for u in found for variant in u.variants))
