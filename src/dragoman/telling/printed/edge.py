"""A derivation in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.archive.stemma import above
from dragoman.model import LEAST_STATED, DerivationKind
from dragoman.telling.dossier.lineage import KINDS, MOST_SURE
from dragoman.telling.printed.pen import one_line

if TYPE_CHECKING:
    from dragoman.model import Derivation


def directed(edge: Derivation) -> bool:
    """Say whether it is known who had it from whom."""
    if edge.hidden_source:
        return True
    return edge.direction_score >= LEAST_STATED and edge.kind is not DerivationKind.SHARED_SOURCE


def edge_in_words(edge: Derivation) -> str:
    """Return what the derived document does with its origin, and how much of it that is."""
    verb = "has words from" if edge.hidden_source else KINDS[edge.kind]
    return one_line(f"{verb} {above(edge)} ({_percent(edge.coverage)} of its words)")


def reason(edge: Derivation) -> str:
    """Return how sure dependence and direction are, and what decided them."""
    sure = f"dependence {_sure(edge.score)}"
    if edge.hidden_source:
        return f"{sure}, through a text outside the pile"
    way = f"direction {_sure(edge.direction_score)}" if directed(edge) else "direction open"
    return f"{sure}, {way}: {one_line(edge.source_note)}"


def _sure(share: float) -> str:
    """Return how sure something is; nothing that signs tell is certain."""
    return f"over {MOST_SURE} % sure" if 100 * share > MOST_SURE else f"{_percent(share)} sure"


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
