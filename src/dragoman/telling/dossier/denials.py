"""Where the texts tell what someone denies."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from dragoman.telling.dossier.sayings import joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.telling.dossier.sayings import Saying, Span


class Denials:
    """The places of all texts that stand in words of which it is told that someone denies them."""

    def __init__(self, said: Iterable[Saying]) -> None:
        spans: defaultdict[str, list[Span]] = defaultdict(list)
        for saying in said:
            if saying.denial:
                spans[saying.paper.doc] += saying.content
        self._spans = {doc: joined(listed) for doc, listed in spans.items()}

    def hold(self, doc: str, start: int, end: int) -> bool:
        """Say whether the span stands wholly in what is denied; in code points."""
        spans = self._spans.get(doc, ())
        before = bisect_right(spans, start, key=lambda span: span[0])
        return before > 0 and end <= spans[before - 1][1]
