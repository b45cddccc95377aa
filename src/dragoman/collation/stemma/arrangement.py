"""Which documents were there before which: the tree that explains a family best."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from math import exp, inf
from typing import TYPE_CHECKING

from dragoman.collation.stemma.parents import ancestry, parents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.collation.stemma.links import Links
    from dragoman.collation.stemma.parents import Tree

# Families up to here are tried in every order; up to there, by moving one document at a time;
# larger ones stand as their directions, taken one by one, would have them.
MOST_PERMUTED, MOST_MOVED = 6, 16
ROUNDS = 4
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

    What counts is the text that parents account for, and the signs of direction.
    Equally good trees go by the order of names.
    """
    first = _by_votes(links)
    orders = permutations(sorted(first)) if len(first) <= MOST_PERMUTED else _tried(links, first)
    trees: dict[tuple[tuple[str, tuple[str, ...]], ...], float] = {}
    for order in orders:
        tree = parents(links, order)
        form = tuple(sorted(tree.items()))
        trees[form] = max(_fit(links, order, tree), trees.get(form, -inf))
    best = max(trees.values())
    ranked = sorted((-fit, form) for form, fit in trees.items() if fit >= best - RIVAL)
    rivals = tuple((dict(form), exp(-fit - best)) for fit, form in ranked)
    return Arrangement(rivals[0][0], rivals)


def _tried(links: Links, order: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield orders, each better than the one before."""
    best = _fit(links, order, parents(links, order))
    yield order
    for _ in range(ROUNDS if len(order) <= MOST_MOVED else 0):
        fit, moved = max((_fit(links, m, parents(links, m)), m) for m in _moves(order))
        if fit <= best:
            return
        best, order = fit, moved
        yield order


def _by_votes(links: Links) -> tuple[str, ...]:
    """Order documents by what their directions say of each, summed."""
    votes = {
        doc: sum(links.ahead(doc, other) for other in others)
        for doc, others in links.beside.items()
    }
    return tuple(sorted(links.docs, key=lambda doc: (-votes[doc], doc)))


def _moves(order: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the orders in which one document stands elsewhere."""
    for at, doc in enumerate(order):
        rest = (*order[:at], *order[at + 1 :])
        for place in range(len(order)):
            if place != at:
                yield (*rest[:place], doc, *rest[place:])


def _fit(links: Links, order: Sequence[str], tree: Tree) -> float:
    """Return how well an order and its tree explain a family: log likelihood, up to a constant."""
    explained = (links.explained(origin, doc) for doc in sorted(tree) for origin in tree[doc])
    place = {doc: at for at, doc in enumerate(order)}
    ahead = (
        links.ahead(older, doc)
        for doc, others in links.beside.items()
        for older in others
        if place[older] < place[doc]
    )
    return sum(explained) + sum(ahead)
