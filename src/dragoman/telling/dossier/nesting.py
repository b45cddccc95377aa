"""Statements that stand in the words of another: "X said that Y had denied ..."."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dragoman.telling.dossier.sayings import hull

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.telling.dossier.sayings import Saying

# Statements over one place that are looked through for the innermost.
DEEPEST = 8


def tellers(said: Iterable[Saying]) -> dict[str, Saying]:
    """Return, by a statement's id, the innermost statement in whose words it stands.

    Its own source, cue and content all stand there; one without source and cue is never nested.
    """
    listed = sorted(said, key=lambda s: (s.paper.number, s.span[0], -s.span[1], s.statement))
    return {
        inner: outer
        for _, alike in groupby(listed, key=lambda s: s.paper.number)
        for inner, outer in _nested(list(alike))
    }


def _nested(said: Sequence[Saying]) -> Iterator[tuple[str, Saying]]:
    """Sweep one document from left to right."""
    places = sorted(
        ((*hull((*s.source, *s.cue, *s.content)), s) for s in said if s.source or s.cue),
        key=lambda place: (place[0], -place[1], place[2].statement),
    )
    around: list[Saying] = []
    coming = 0
    for start, end, saying in places:
        while coming < len(said) and said[coming].span[0] <= start:
            around.append(said[coming])
            coming += 1
        while around and around[-1].span[1] <= start:
            around.pop()
        fitting = (s for s in around[: -DEEPEST - 1 : -1] if s is not saying)
        outer = next((s for s in fitting if end <= s.span[1]), None)
        if outer:
            yield saying.statement, outer
