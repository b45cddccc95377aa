"""Statements told inside what others say: contents are read once more, by themselves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dragoman.reading.statements.rules.labels import labels_by_rules
from dragoman.reading.statements.tagged import tagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.encoder.words import Words
    from dragoman.reading.statements.found import Found
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.candidate import Candidate

# Statements inside statements inside statements; deeper ones are too rare to pay for.
DEEPEST = 2


def nested(
    words: Words, start: int, found: Found, candidates: Sequence[Candidate], depth: int = 1
) -> Iterator[Found]:
    """Yield what is stated inside a statement's contents.

    A content is read again where a rule sees a cue in it: reading all of them costs a third more
    and finds little else. start: where the paragraph of the words stands in the document.
    """
    for place in found.content:
        inner = [c for c in candidates if c.cue and _holds(place, c.cue[0])]
        low = bisect_right(words.ends, place[0] - start)
        high = bisect_left(words.starts, place[1] - start)
        if not inner or low >= high:
            continue
        cut = words.cut(low, high)
        rules = labels_by_rules(cut, start, inner)
        for one in tagged(cut, rules, start):
            if one.content and not _whole(one, place):
                one.nested = True
                yield one
                if depth < DEEPEST:
                    yield from nested(words, start, one, inner, depth + 1)


def _holds(place: Range, inner: Range) -> bool:
    return place[0] <= inner[0] and inner[1] <= place[1]


def _whole(found: Found, place: Range) -> bool:
    """Say whether a content is told again as itself."""
    return place in found.content
