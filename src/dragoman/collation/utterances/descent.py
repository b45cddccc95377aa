"""From which wording a document took its own, as the family tree tells."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.collation.utterances.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from dragoman.collation.utterances.saying import Saying
    from dragoman.model import Derivation


def parents(derivations: Iterable[Derivation]) -> dict[str, tuple[str, ...]]:
    """Return the parents of each document in its family tree, in alphabetical order."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for derivation in derivations:
        if derivation.parent and derivation.origin is not None:
            found[derivation.derived].add(derivation.origin)
    return {doc: tuple(sorted(origins)) for doc, origins in found.items()}


def forerunners(
    saying: Saying, members: Mapping[str, Sequence[Saying]], tree: Mapping[str, Sequence[str]]
) -> list[Saying]:
    """Return the wordings that a document may have had its own from, the likest first.

    members: an utterance's statements by document. tree: the parents of each document. A parent
    without the utterance is passed over for its own parents: it may have been cut there later.
    """
    found = [other for doc in _nearest(saying.doc, members, tree) for other in members[doc]]
    return sorted(found, key=lambda other: _rank(saying, other))


def descends(doc: str, docs: Collection[str], tree: Mapping[str, Sequence[str]]) -> bool:
    """Say whether some ancestor of a document is one of `docs`."""
    return any(True for _ in _nearest(doc, docs, tree))


def _nearest(doc: str, docs: Collection[str], tree: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the nearest ancestors of a document that are among `docs`, on each line one."""
    seen, waiting = {doc}, list(tree.get(doc, ()))
    while waiting:
        ancestor = waiting.pop()
        if ancestor in seen:
            continue
        seen.add(ancestor)
        if ancestor in docs:
            yield ancestor
        else:
            waiting.extend(tree.get(ancestor, ()))


def _rank(saying: Saying, other: Saying) -> tuple[float, float, float, str, int, str]:
    found = likeness(saying, other)
    place = other.doc, other.whole.start, other.statement
    return -found.order, -found.held, -found.content, *place
