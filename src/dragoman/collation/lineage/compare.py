"""Two documents set side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.collation.lineage import kind
from dragoman.collation.lineage.direction import direction
from dragoman.collation.lineage.edits import tally, total
from dragoman.collation.lineage.matching import match
from dragoman.collation.lineage.text import sentences
from dragoman.collation.lineage.verdict import LEAST_SCORE, score
from dragoman.model import Alignment, Derivation, DerivationKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from dragoman.collation.lineage.direction import Direction
    from dragoman.collation.lineage.matching import Match
    from dragoman.collation.lineage.text import Sentence, Text

STOCKLESS: frozenset[int] = frozenset()


def compare(a: Text, b: Text, stock: AbstractSet[int] = STOCKLESS) -> Derivation | None:
    """Say whether one of two documents goes back to the other, which, and by what passages.

    None where nothing but quotations, stock sentences or the news itself is shared. The order of
    the two documents makes no difference.

    stock: skeletons of the pile's stock sentences, which are no evidence (`lineage.stock`).
    """
    way = direction(a, b)
    derived, origin = _telling(way.derived, stock), _telling(way.origin, stock)
    matches = match(derived, origin)
    sure = score(matches, derived, origin)
    if sure < LEAST_SCORE:
        return None
    return _derivation(way, derived, origin, matches, sure)


def _telling(text: Text, stock: AbstractSet[int]) -> tuple[Sentence, ...]:
    return tuple(sentence for sentence in sentences(text) if sentence.skeleton not in stock)


def _derivation(
    way: Direction,
    derived: Sequence[Sentence],
    origin: Sequence[Sentence],
    matches: Sequence[Match],
    sure: float,
) -> Derivation:
    pairs = [(derived[found.a], origin[found.b]) for found in matches]
    tallies = [tally(before.words, after.words) for after, before in pairs]
    own = sum(len(sentence.words) for sentence in derived)
    coverage = sum(len(after.words) for after, _ in pairs) / own
    return Derivation(
        derived=way.derived.doc,
        origin=way.origin.doc,
        source_note=way.note,
        kind=DerivationKind.SHARED_SOURCE
        if way.sibling
        else kind.of_document(total(tallies), coverage),
        coverage=coverage,
        direction_score=way.score,
        score=sure,
        alignments=tuple(
            Alignment(after.span, before.span, kind.of_passage(found))
            for (after, before), found in zip(pairs, tallies, strict=True)
        ),
    )
