"""Who had it from whom: three stories weighed by the signs that speak for each."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING

from dragoman.collation.lineage.signs import signs
from dragoman.collation.lineage.signs.readings import exchanges
from dragoman.model import LEAST_STATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.collation.lineage.signs import Pair, Sign

UNKNOWN = 0.5
# How likely two related documents both go back to a third, before any sign: copied word for word,
# and rewritten with so many exchanges or more. Of rewritten real pages on one journey, nine in
# sixteen go back to a text that was not among them.
APART_COPIED, APART_REWRITTEN, MANY = 0.12, 0.36, 10


@dataclass(frozen=True, slots=True)
class Direction:
    """Which of two documents is derived.

    second_derived: whether the second goes back to the first. score: how sure that is, if either
    goes back to the other: 0.5 (unknown) to 1. apart: how likely both go back to a third instead.
    sibling: whether that is the likeliest story.
    """

    second_derived: bool
    score: float
    apart: float
    sibling: bool
    note: str


def direction(pair: Pair) -> Direction:
    """Decide which of two dependent documents is derived (Bayes, signs taken as independent)."""
    found = signs(pair)
    prior = _apart_before(pair)
    odds = (log((1 - prior) / 2), log((1 - prior) / 2), log(prior))
    second, first, apart = _shares(
        odds[0] + sum(sign.second for sign in found),
        odds[1] + sum(sign.first for sign in found),
        odds[2] + sum(sign.apart for sign in found),
    )
    score = max(second, first) / (second + first)
    sibling = apart > max(second, first)
    story = 2 if sibling else int(first > second)
    known = sibling or score >= LEAST_STATED
    return Direction(
        second_derived=second >= first,
        score=UNKNOWN if sibling or not known else score,
        apart=apart,
        sibling=sibling,
        note=_note(found, story) if known else _undecided(found),
    )


def _apart_before(pair: Pair) -> float:
    rewritten = min(1.0, exchanges(pair) / MANY)
    return APART_COPIED + rewritten * (APART_REWRITTEN - APART_COPIED)


def _shares(*logs: float) -> tuple[float, ...]:
    most = max(logs)
    weights = [exp(value - most) for value in logs]
    return tuple(weight / sum(weights) for weight in weights)


def _note(found: Sequence[Sign], story: int) -> str:
    """Say what decided, strongest first, and what spoke against it."""
    ranked = sorted(((_speaks(sign, story), sign.reason) for sign in found), key=_strongest)
    for_it = "; ".join(reason for weight, reason in ranked if weight > 0)
    against = "; ".join(reason for weight, reason in reversed(ranked) if weight <= 0)
    for_it = for_it or "much was rewritten, and neither has the better text"
    return f"{for_it}; although {against}" if against else for_it


def _strongest(row: tuple[float, str]) -> tuple[float, str]:
    return -row[0], row[1]


def _speaks(sign: Sign, story: int) -> float:
    """Return how much a sign raises a story over the better of the other two."""
    told = (sign.second, sign.first, sign.apart)
    return told[story] - max(value for at, value in enumerate(told) if at != story)


def _undecided(found: Sequence[Sign]) -> str:
    if not found:
        return "nothing tells which came first"
    told = "; ".join(sorted(sign.reason for sign in found))
    return f"too little tells which came first: {told}"
