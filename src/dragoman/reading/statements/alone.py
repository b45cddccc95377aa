"""Quotations that no one is named for: in a headline, or paragraphs after their speaker."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.reading.statements.ranges import union
from dragoman.reading.statements.rules.candidate import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.reading.parse import Paragraph
    from dragoman.reading.statements.ranges import Range

RULE = "alone"
# Shorter ones are names of things and words held at arm's length.
LEAST_WORDS = 5
DASHES = frozenset("-–—―")


def alone(
    paragraphs: Iterable[Paragraph],
    quotations: Mapping[int, Sequence[Range]],
    found: Iterable[Candidate],
) -> list[Candidate]:
    """Return a candidate without source and cue for each outer quotation that no other touches.

    quotations: those of each paragraph by its start, in its own offsets. found: all candidates of
    the document. Titles of books and films, which are in capitals, are left out.
    """
    taken = union(place for c in found for place in (*c.source, *c.cue, *c.content))
    made = []
    for paragraph in paragraphs:
        begin = paragraph.span.start
        for start, end in quotations[begin]:
            place = begin + start, begin + end
            if _says_something(paragraph.text[start:end]) and not _touched(place, taken):
                made.append(Candidate(-1, None, RULE, source=[], cue=[], content=[place]))
    return made


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
