"""Quotations that no one is named for: in a headline, or paragraphs after their speaker."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.reading.statements.found import Found
from dragoman.reading.statements.ranges import union

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.reader import Ruled

# Shorter ones are names of things and words held at arm's length.
LEAST_WORDS = 5
DASHES = frozenset("-–—―")


def alone(ruled: Iterable[Ruled], found: Iterable[Found]) -> Iterator[Found]:
    """Yield a statement without source and cue for each outer quotation that no other touches.

    found: all statements of the document. Titles of books and films, which are in capitals, are
    left out.
    """
    taken = union(place for one in found for place in (*one.source, *one.cue, *one.content))
    for told in ruled:
        begin = told.paragraph.span.start
        for quotation in told.quotes.outer:
            place = begin + quotation.span.start, begin + quotation.span.end
            words = quotation.span.cut(told.paragraph.text)
            if _says_something(words) and not _touched(place, taken):
                yield Found(source=[], cue=[], content=[place])


def _touched(place: Range, taken: Sequence[Range]) -> bool:
    at = bisect_left(taken, place[1], key=_start) - 1
    return at >= 0 and taken[at][1] > place[0]


def _start(place: Range) -> int:
    return place[0]


def _says_something(words: str) -> bool:
    cut = [word for word in words.split() if any(letter.isalnum() for letter in word)]
    plain = sum(next(c for c in word if c.isalnum()).islower() for word in cut)
    # A dash before a line may be the sign of a list.
    if words[:1] in DASHES:
        return False
    return len(cut) >= LEAST_WORDS and 2 * plain > len(cut)
