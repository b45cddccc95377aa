"""How likely a statement is right."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from dragoman.model import StatementKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.statements.found import Found
    from dragoman.reading.statements.links import Linked

# A quotation that nothing attributes; PolNeAR marks none such, so this is a judgement: it may be
# somebody's words, and who spoke is not known.
ALONE = 0.45
# Chances nearer to 0 or 1 than this say nothing more.
EDGE = 1e-3


def score(found: Found, kind: StatementKind, weights: Sequence[float]) -> float:
    """Return how likely a statement's words and the head of its source are right, 0 to 1.

    A logistic regression over what the encoder says of it; training/statements/calibrate.py
    gives the weights, one for each of `signs`.
    """
    if found.linked is None:
        return ALONE
    pairs = zip(weights, signs(found.linked, kind, nested=found.nested), strict=True)
    return round(1.0 / (1.0 + exp(-sum(weight * sign for weight, sign in pairs))), 3)


def signs(linked: Linked, kind: StatementKind, *, nested: bool) -> list[float]:
    """Return what tells how far a statement is to be trusted; the first is 1."""
    source, cue = linked.source, linked.cue
    return [
        1.0,
        _odds(min((part.certainty for part in linked.contents), default=0.5)),
        _odds(min((part.presence for part in linked.contents), default=0.5)),
        _odds(linked.to_cue),
        _odds(cue.certainty),
        _odds(cue.presence),
        _odds(linked.to_source),
        _odds(source.certainty) if source else 0.0,
        float(source is None),
        float(kind is StatementKind.INDIRECT),
        float(kind is StatementKind.MIXED),
        float(nested),
        log(1 + sum(part.last - part.first + 1 for part in linked.contents)),
    ]


def _odds(chance: float) -> float:
    """Return the logarithm of the odds of a chance."""
    held = min(max(chance, EDGE), 1.0 - EDGE)
    return log(held / (1.0 - held))
