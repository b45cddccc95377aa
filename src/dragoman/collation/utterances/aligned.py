"""Statements that stand in, or between, aligned passages of a derived document and its origin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dragoman.collation.utterances.saying import Saying
    from dragoman.model import Derivation

# Statements of one sentence; more is a page of fragments, and pairs would multiply.
MOST_IN_PASSAGE = 8


@dataclass(frozen=True, slots=True)
class Beside:
    """Pairs of statement ids that stand in aligned passages, and pairs that stand between.

    Between: in the one document after a passage and before the next, and in the other after and
    before the passages aligned with these; a sentence too short to be aligned stands so. Ids of a
    pair are in alphabetical order.
    """

    inside: frozenset[tuple[str, str]]
    between: frozenset[tuple[str, str]]

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """All of both."""
        return self.inside | self.between

    @classmethod
    def among(cls, sayings: Iterable[Saying], derivations: Iterable[Derivation]) -> Beside:
        """Find the pairs of statements of documents of which one goes back to the other."""
        placed = _placed(sayings)
        inside: set[tuple[str, str]] = set()
        between: set[tuple[str, str]] = set()
        for derivation in derivations:
            derived, origin = placed.get(derivation.derived), placed.get(derivation.origin or "")
            if derived and origin:
                aligned = [(a.derived, a.origin) for a in derivation.alignments]
                inside.update(_pairs(derived, origin, aligned))
                between.update(_pairs(derived, origin, _gaps(aligned)))
        return cls(frozenset(inside), frozenset(between - inside))


def _pairs(
    derived: Sequence[tuple[int, int, str]],
    origin: Sequence[tuple[int, int, str]],
    places: Iterable[tuple[Span, Span]],
) -> Iterator[tuple[str, str]]:
    for place, other in places:
        for a in _inside(derived, place):
            for b in _inside(origin, other):
                yield min(a, b), max(a, b)


def _gaps(aligned: Iterable[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """Yield what stands between passages that follow each other in both documents."""
    for (derived, origin), (later, its_origin) in pairwise(sorted(aligned)):
        if derived.end < later.start and origin.end < its_origin.start:
            yield Span(derived.end, later.start), Span(origin.end, its_origin.start)


def _placed(sayings: Iterable[Saying]) -> Mapping[str, Sequence[tuple[int, int, str]]]:
    """Return each document's content spans with the statement they belong to, by start."""
    placed: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for saying in sayings:
        for span in saying.content:
            placed[saying.doc].append((span.start, span.end, saying.statement))
    return {doc: sorted(found) for doc, found in placed.items()}


def _inside(placed: Sequence[tuple[int, int, str]], span: Span) -> Iterator[str]:
    """Yield statements with content that begins in the passage or begins before and reaches it."""
    first = bisect_left(placed, span.start, key=lambda row: row[0])
    last = bisect_right(placed, span.end - 1, key=lambda row: row[0])
    reaching = placed[max(0, first - MOST_IN_PASSAGE) : first]
    yield from (name for _, end, name in reaching if end > span.start)
    yield from (name for _, _, name in placed[first : min(last, first + MOST_IN_PASSAGE)])
