"""Which documents were there before which: the tree that explains a family best."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from math import exp
from typing import TYPE_CHECKING

from dragoman.collation.stemma.parents import ancestry, parents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dragoman.collation.stemma.links import Links
    from dragoman.collation.stemma.parents import Tree

# Families up to here are tried in every order; up to there, by moving one document at a time;
# larger ones stand as their directions, taken one by one, would have them.
MOST_PERMUTED, MOST_MOVED = 6, 40
ROUNDS = 4
# What the direction between a document and an ancestor beyond its parent counts for: it repeats
# in part what the steps between say.
REMOTE = 0.5
# A tree so much worse than the best, in log odds, is no rival.
RIVAL = 12.0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The best tree of a family, and all that were considered with their likelihoods (best: 1)."""

    tree: Tree
    rivals: tuple[tuple[Tree, float], ...]

    def sure(self, origin: str, derived: str) -> float:
        """Return how sure it is that one document goes back to the other and not the reverse.

        0 to 1; 0.5 where the trees considered say nothing of it.
        """
        ahead = behind = 0.0
        for tree, weight in self.rivals:
            ahead += weight * (origin in ancestry(derived, tree))
            behind += weight * (derived in ancestry(origin, tree))
        return ahead / (ahead + behind) if ahead + behind else 0.5


def arrangement(links: Links) -> Arrangement:
    """Find the tree that explains a family best, or for large families a good one.

    What counts is the text that parents account for, and the signs of direction along the tree.
    Equally good trees go by the order of names.
    """
    first = _by_votes(links)
    orders = permutations(sorted(first)) if len(first) <= MOST_PERMUTED else _tried(links, first)
    trees: dict[tuple[tuple[str, tuple[str, ...]], ...], float] = {}
    for order in orders:
        tree = parents(links, order)
        form = tuple(sorted(tree.items()))
        if form not in trees:
            trees[form] = _fit(links, tree)
    best = max(trees.values())
    ranked = sorted((-fit, form) for form, fit in trees.items() if fit >= best - RIVAL)
    rivals = tuple((dict(form), exp(-fit - best)) for fit, form in ranked)
    return Arrangement(rivals[0][0], rivals)


def _tried(links: Links, order: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield orders, each better than the one before."""
    best = _fit(links, parents(links, order))
    yield order
    for _ in range(ROUNDS if len(order) <= MOST_MOVED else 0):
        fit, moved = max((_fit(links, parents(links, m)), m) for m in _moves(order))
        if fit <= best:
            return
        best, order = fit, moved
        yield order


def _by_votes(links: Links) -> tuple[str, ...]:
    """Order documents by what their directions say of each, summed."""
    votes = {
        doc: sum(links.odds(doc, other) for other in others) for doc, others in links.beside.items()
    }
    return tuple(sorted(links.docs, key=lambda doc: (-votes[doc], doc)))


def _moves(order: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the orders in which one document stands elsewhere."""
    for at, doc in enumerate(order):
        rest = (*order[:at], *order[at + 1 :])
        for place in range(len(order)):
            if place != at:
                yield (*rest[:place], doc, *rest[place:])


def _fit(links: Links, tree: Tree) -> float:
    """Return how well a tree explains the family: log likelihood, up to a constant."""
    edges = [(origin, doc) for doc, origins in tree.items() for origin in origins]
    near = sum(links.explained(*edge) + links.odds(*edge) for edge in edges)
    return near + REMOTE * sum(
        links.odds(older, doc)
        for doc, older in _remote(tree, links.docs)
        if links.between(older, doc) is not None
    )


def _remote(tree: Mapping[str, tuple[str, ...]], docs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield documents with their ancestors beyond the parents."""
    for doc in docs:
        for older in sorted(ancestry(doc, tree) - {doc, *tree[doc]}):
            yield doc, older
