"""Stock sentences: page furniture and set phrases that texts share without copying each other.

What a page says about itself ("Sign up for our newsletter") slips through every list of such
phrases. The pile betrays it: a sentence that stands in several documents which share nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

# Groups of documents, unrelated otherwise, that have to hold a sentence.
LEAST_GROUPS = 3
# Documents are related, and count once, if they share this part of the smaller one,
RELATED_PART = 0.6
# or more sentences than a footer runs to and a part that furniture never makes up.
MOST_FURNITURE, FURNITURE_PART = 4, 0.3
# Documents looked at for one sentence, the first in alphabetical order.
MOST_HOLDERS = 12


def stock(skeletons: Mapping[str, Collection[int]]) -> frozenset[int]:
    """Return the skeletons that are stock in a pile.

    skeletons: those of each document's sentences (`lineage.skeletons`). A copy of a document
    changes nothing, since it counts with its original as one group.
    """
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for doc in sorted(skeletons):
        for skeleton in set(skeletons[doc]):
            holders[skeleton].append(doc)
    sets = {doc: frozenset(found) for doc, found in skeletons.items()}
    return frozenset(
        skeleton
        for skeleton, docs in holders.items()
        if len(docs) >= LEAST_GROUPS and _groups(docs[:MOST_HOLDERS], sets) >= LEAST_GROUPS
    )


def _groups(docs: Sequence[str], skeletons: Mapping[str, frozenset[int]]) -> int:
    """Count the groups into which documents fall when the related are joined."""
    group = {doc: doc for doc in docs}
    for first, second in combinations(docs, 2):
        if group[first] != group[second] and _related(skeletons[first], skeletons[second]):
            joined, left = group[first], group[second]
            group = {doc: joined if name == left else name for doc, name in group.items()}
    return len(set(group.values()))


def _related(first: frozenset[int], second: frozenset[int]) -> bool:
    shared, least = len(first & second), min(len(first), len(second))
    furniture = shared <= MOST_FURNITURE or shared < FURNITURE_PART * least
    return shared >= RELATED_PART * least or not furniture
