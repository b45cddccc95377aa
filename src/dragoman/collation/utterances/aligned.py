"""Statements that stand in aligned passages of a derived document and its origin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dragoman.collation.utterances.saying import Saying
    from dragoman.model import Derivation, Span

# Statements of one sentence; more is a page of fragments, and pairs would multiply.
MOST_IN_PASSAGE = 8


def aligned_pairs(
    sayings: Iterable[Saying], derivations: Iterable[Derivation]
) -> frozenset[tuple[str, str]]:
    """Return pairs of statement ids, in alphabetical order, that stand in aligned passages."""
    placed = _placed(sayings)
    found = set()
    for derivation in derivations:
        derived, origin = placed.get(derivation.derived), placed.get(derivation.origin or "")
        if derived and origin:
            for alignment in derivation.alignments:
                for a in _inside(derived, alignment.derived):
                    for b in _inside(origin, alignment.origin):
                        found.add((min(a, b), max(a, b)))
    return frozenset(found)


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
