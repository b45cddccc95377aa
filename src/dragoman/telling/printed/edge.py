"""A derivation in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.stemma import above
from dragoman.model import DerivationKind
from dragoman.telling.dossier.lineage import DIRECTION_KNOWN, KINDS
from dragoman.telling.printed.pen import one_line

if TYPE_CHECKING:
    from dragoman.model import Derivation


def directed(edge: Derivation) -> bool:
    """Say whether it is known who had it from whom."""
    if edge.hidden_source:
        return True
    return edge.direction_score >= DIRECTION_KNOWN and edge.kind is not DerivationKind.SHARED_SOURCE


def edge_in_words(edge: Derivation) -> str:
    """Return what the derived document does with its origin, and how much of it that is."""
    verb = "has words from" if edge.hidden_source else KINDS[edge.kind]
    return one_line(f"{verb} {above(edge)} ({_percent(edge.coverage)} of its words)")


def reason(edge: Derivation) -> str:
    """Return how sure dependence and direction are, and what decided them."""
    sure = f"dependence {_percent(edge.score)} sure"
    way = f"direction {_percent(edge.direction_score)} sure" if directed(edge) else "direction open"
    return f"{sure}, {way}: {one_line(edge.source_note)}"


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
