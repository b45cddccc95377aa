"""The parents of each document, once it is known who was there before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Span, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.collation.stemma.links import Links

# The parents of each document, the main one first; none of a root.
Tree = dict[str, tuple[str, ...]]

# A second parent must account for so many characters that no other does: a paragraph.
LEAST_OWN = 240


def parents(links: Links, order: Sequence[str]) -> Tree:
    """Return the parents of each document among those before it, the main one first.

    The main parent accounts for most of the text. Another is one only if it explains text that
    those chosen do not, and neither goes back to the other.
    """
    tree: Tree = {}
    for doc in order:
        tree[doc] = _chosen(links, doc, [o for o in links.beside[doc] if o in tree], tree)
    return tree


def _chosen(
    links: Links, doc: str, older: Sequence[str], tree: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    ranked = sorted(older, key=lambda other: (-links.explained(other, doc), other))
    chosen: list[str] = []
    told: list[Span] = []
    for other in ranked:
        places = links.places(other, doc)
        if not chosen or (_apart(other, chosen, tree) and _own(places, told) >= LEAST_OWN):
            chosen.append(other)
            told = union((*told, *places))
    return tuple(chosen)


def _apart(doc: str, others: Iterable[str], tree: Mapping[str, tuple[str, ...]]) -> bool:
    """Say whether a document and others have no common origin in the tree."""
    own = ancestry(doc, tree)
    return all(own.isdisjoint(ancestry(other, tree)) for other in others)


def ancestry(doc: str, tree: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return a document and all that it goes back to."""
    seen, waiting = {doc}, [doc]
    while waiting:
        for older in tree[waiting.pop()]:
            if older not in seen:
                seen.add(older)
                waiting.append(older)
    return seen


def _own(places: Iterable[Span], told: Sequence[Span]) -> int:
    """Return the characters of passages that lie outside others (disjoint, in order)."""
    return sum(
        place.end - place.start
        - sum(max(0, min(place.end, t.end) - max(place.start, t.start)) for t in told)
        for place in places
    )  # fmt: skip
