"""Documents that share only quotations: what was said, not how it was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.telling.dossier.papers import Paper, Pile

MOST_SHARED = 60


@dataclass(frozen=True, slots=True)
class Shared:
    """Two documents of different families, and how many utterances both quote."""

    first: Paper
    second: Paper
    utterances: int


@dataclass(frozen=True, slots=True)
class SharedQuotations:
    """The pairs that share most, and how many there are in all."""

    pairs: tuple[Shared, ...]
    total: int


def shared_quotations(pile: Pile) -> SharedQuotations:
    """Return the pairs that share only quotations, those that share most first."""
    rows = pile.connection.execute(
        "select first, second, utterances, count(*) over () as total from shared_quotations"
        " order by utterances desc, first, second limit ?",
        (MOST_SHARED,),
    ).fetchall()
    pairs = tuple(_shared(pile, first, second, count) for first, second, count, _ in rows)
    return SharedQuotations(pairs, rows[0]["total"] if rows else 0)


def _shared(pile: Pile, a: str, b: str, utterances: int) -> Shared:
    first, second = sorted((pile.papers[a], pile.papers[b]), key=lambda paper: paper.number)
    return Shared(first, second, utterances)
