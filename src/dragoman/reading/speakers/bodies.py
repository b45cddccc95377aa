"""Organisations called by a common noun: "the ministry", "the paper"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import listed, table
from dragoman.model import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Figure, Mention

# Names looked at, from the last one backwards.
NAMES_AT_MOST = 40


class Bodies:
    """Finds the organisation last named that a noun fits."""

    def __init__(self, figures: Sequence[Figure], mentions: Sequence[Mention]) -> None:
        self._places: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._words = {f.local: frozenset(f.name.casefold().split()) for f in figures}
        nouns = {f.local: _fitting(f) for f in figures if f.kind is ActorKind.ORGANISATION}
        for mention in sorted(mentions, key=lambda m: (m.span, m.local)):
            for noun in nouns.get(mention.local, ()):
                self._places[noun].append((mention.span.start, mention.local))

    def last(self, noun: str, before: int, qualifiers: frozenset[str]) -> tuple[str, int] | None:
        """Return the organisation last named before an offset, and where.

        qualifiers: words that its name must have: "appeals" of "the appeals court".
        """
        places = self._places.get(noun, [])
        at = bisect_left(places, (before, ""))
        for start, local in reversed(places[max(0, at - NAMES_AT_MOST) : at]):
            if qualifiers <= self._words[local]:
                return local, start
        return None


def _fitting(figure: Figure) -> tuple[str, ...]:
    words = set(figure.name.casefold().split())
    return tuple(
        noun
        for noun, (names, sectors) in sorted(body_nouns().items())
        if words & names or (figure.sector and figure.sector in sectors)
    )


@cache
def body_nouns() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return, by common noun, the words in a name that it fits, and the sectors that it fits."""
    return {
        row["noun"]: (frozenset(listed(row["names"])), frozenset(listed(row["sectors"])))
        for row in table("body_nouns")
    }
