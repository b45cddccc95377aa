"""From which wording a document took its own, as the family tree tells."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.collation.utterances.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
    found: list[Saying] = []
    seen, waiting = {saying.doc}, list(tree.get(saying.doc, ()))
    while waiting:
        doc = waiting.pop()
        if doc in seen:
            continue
        seen.add(doc)
        if doc in members:
            found.extend(members[doc])
        else:
            waiting.extend(tree.get(doc, ()))
    return sorted(found, key=lambda other: _rank(saying, other))


def _rank(saying: Saying, other: Saying) -> tuple[float, float, float, str, int, str]:
    found = likeness(saying, other)
    place = other.doc, other.whole.start, other.statement
    return -found.order, -found.held, -found.content, *place
