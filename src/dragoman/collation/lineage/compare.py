"""Two documents set side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.collation.lineage import kind
from dragoman.collation.lineage.direction import direction
from dragoman.collation.lineage.edits import Step, tally, total
from dragoman.collation.lineage.matching import match
from dragoman.collation.lineage.signs import Pair
from dragoman.collation.lineage.text import sentences
from dragoman.collation.lineage.verdict import LEAST_SCORE, score
from dragoman.model import Alignment, Derivation

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from dragoman.collation.lineage.text import Sentence, Text

STOCKLESS: frozenset[int] = frozenset()


def compare(a: Text, b: Text, stock: AbstractSet[int] = STOCKLESS) -> Derivation | None:
    """Say whether one of two documents goes back to the other, which, and by what passages.

    None where nothing but quotations, stock sentences or the news itself is shared. The order of
    the two documents makes no difference.

    stock: skeletons of the pile's stock sentences, which are no evidence (`lineage.stock`).
    """
    a, b = sorted((a, b), key=lambda text: text.doc)
    first, second = _telling(a, stock), _telling(b, stock)
    matches = match(first, second)
    sure = score(matches, first, second)
    if sure < LEAST_SCORE:
        return None
    return _derivation(Pair.of((a, b), (first, second), matches), sure)


def _telling(text: Text, stock: AbstractSet[int]) -> tuple[Sentence, ...]:
    return tuple(sentence for sentence in sentences(text) if sentence.skeleton not in stock)


def _derivation(pair: Pair, sure: float) -> Derivation:
    way = direction(pair)
    derived, origin = (pair.second, pair.first) if way.second_derived else (pair.first, pair.second)
    tallies = [
        tally(len(a), changes) if way.second_derived else tally(len(b), map(_back, changes))
        for a, b, changes in pair.aligned
    ]
    overall = total(tallies)
    spans = (
        (pair.first.sentences[m.a].span, pair.second.sentences[m.b].span) for m in pair.matches
    )
    aligned = (
        Alignment(b, a, kind.of_passage(found))
        if way.second_derived
        else Alignment(a, b, kind.of_passage(found))
        for (a, b), found in zip(spans, tallies, strict=True)
    )
    return Derivation(
        derived=derived.text.doc,
        origin=origin.text.doc,
        source_note=way.note,
        kind=kind.of_document(overall, derived.coverage),
        coverage=derived.coverage,
        origin_coverage=origin.coverage,
        direction_score=way.score,
        score=sure,
        alignments=tuple(sorted(aligned, key=lambda found: (found.derived, found.origin))),
        apart=way.apart,
        kept=overall.kept,
    )


def _back(step: Step) -> Step:
    return Step(step.c, step.d, step.a, step.b)
