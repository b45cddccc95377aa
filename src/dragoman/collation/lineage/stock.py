"""Stock sentences: page furniture and set phrases that texts share without copying each other.

What a page says about itself ("Sign up for our newsletter") slips through every list of such
phrases. The pile betrays it: a sentence that stands in several documents which share nothing else.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dragoman.collation.lineage.holders import Holders

# Groups of documents, unrelated otherwise, that have to hold a sentence.
LEAST_GROUPS = 3
# Documents are related, and count once, if they share this part of the smaller one,
RELATED_PART = 0.6
# or more sentences than a footer runs to and a part that furniture never makes up.
MOST_FURNITURE, FURNITURE_PART = 4, 0.3
# or so many sentences of which not every holder has each: they share more than that furniture.
LEAST_SHARED = 3
# Documents looked at for one sentence, the first by place.
MOST_HOLDERS = 12


def stock(holders: Holders, skeletons: Callable[[int], frozenset[int]]) -> frozenset[int]:
    """Return the skeletons that are stock in a pile.

    holders: which documents hold them, numbered in the order of their places. skeletons: gives
    those of a document's sentences.
    """
    return frozenset(
        skeleton
        for skeleton, first in _held(holders)
        if is_stock([skeletons(number) for number in first])
    )


def is_stock(holders: Sequence[frozenset[int]]) -> bool:
    """Say whether a sentence is stock.

    holders: skeletons of the documents that hold it, the first `MOST_HOLDERS` by place. A copy of
    a document changes nothing, since it counts with its original as one group.
    """
    return len(holders) >= LEAST_GROUPS and _groups(holders) >= LEAST_GROUPS


def _held(index: Holders) -> Iterator[tuple[int, list[int]]]:
    """Yield the skeletons that enough documents hold, each with the first of them."""
    for hashes, holders in index.parts():
        begins = [0, *(hashes[1:] != hashes[:-1]).nonzero()[0] + 1, len(hashes)]
        for begin, end in pairwise(begins):
            if end - begin >= LEAST_GROUPS:
                first = holders[begin : min(end, begin + MOST_HOLDERS)]
                yield int(hashes[begin]), first.tolist()


def _groups(documents: Sequence[frozenset[int]]) -> int:
    """Count the groups into which documents fall when the related are joined."""
    common = frozenset.intersection(*documents)
    group = list(range(len(documents)))
    for first, second in combinations(range(len(documents)), 2):
        if group[first] != group[second] and _related(documents[first], documents[second], common):
            joined, left = group[first], group[second]
            group = [joined if number == left else number for number in group]
    return len(set(group))


def _related(first: frozenset[int], second: frozenset[int], common: frozenset[int]) -> bool:
    if len(first & second) >= LEAST_SHARED and not first & second <= common:
        return True
    shared, least = len(first & second), min(len(first), len(second))
    furniture = shared <= MOST_FURNITURE or shared < FURNITURE_PART * least
    return shared >= RELATED_PART * least or not furniture
