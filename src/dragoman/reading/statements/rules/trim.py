"""The edges of contents."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.reading.statements.ranges import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.candidate import Candidate
    from dragoman.reading.statements.rules.quoted import Quoted
    from dragoman.reading.syntax import Syntax

EDGES = frozenset(",;:—–-()[]")
LATTER_EDGES = EDGES | frozenset(".!")
CONJUNCTIONS = (" and", " but", " or")


def trim(found: Candidate, quotes: Quoted) -> None:
    """Take its own source and cue out of a content, and bare punctuation off its edges.

    Punctuation inside quotation marks stays.
    """
    taken = sorted([*found.source, *found.cue])
    pieces = [piece for place in found.content for piece in _without(place, taken)]
    edged = [_edged(quotes, start, end) for start, end in pieces]
    found.content = joined(quotes.syntax.text, [place for place in edged if place])


def _without(place: Range, taken: Sequence[Range]) -> Iterator[Range]:
    start, end = place
    for low, high in taken:
        if start < high and low < end:
            if start < low:
                yield start, low
            start = max(start, high)
    if start < end:
        yield start, end


def _edged(quotes: Quoted, start: int, end: int) -> Range | None:
    text = quotes.syntax.text
    while start < end and (text[start].isspace() or text[start] in EDGES):
        if quotes.around(start):
            break
        start += 1
    while end > start and _loose(quotes, end - 1):
        end -= 1
    if not quotes.around(end - 1):
        end -= next((len(word) for word in CONJUNCTIONS if text.endswith(word, start, end)), 0)
        while end > start and _loose(quotes, end - 1):
            end -= 1
    worded = any(sign.isalnum() for sign in text[start:end])
    return (start, end) if start < end and worded else None


def _loose(quotes: Quoted, place: int) -> bool:
    sign = quotes.syntax.text[place]
    if sign.isspace():
        return True
    if sign not in LATTER_EDGES or quotes.around(place):
        return False
    return sign in EDGES or _whole_token(quotes.syntax, place)


def _whole_token(syntax: Syntax, place: int) -> bool:
    """Say whether a full stop is a token by itself, as it is not in "U.S."."""
    token = bisect_left(syntax.starts, place)
    return token < len(syntax) and syntax.starts[token] == place
