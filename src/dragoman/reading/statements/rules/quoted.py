"""Quotations and the statements they belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.reading.quotations import ENDS, SENTENCE_ENDS
from dragoman.reading.statements.ranges import joined
from dragoman.reading.statements.rules.verbs import cue_of
from dragoman.reading.syntax import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.reading.quotations import Quotation
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.candidate import Candidate
    from dragoman.reading.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Quoted:
    """The outer quotations of a paragraph, which never overlap."""

    syntax: Syntax
    outer: tuple[Quotation, ...]
    starts: tuple[int, ...]

    def around(self, place: int) -> Quotation | None:
        """Return the outer quotation that holds a character."""
        index = bisect_right(self.starts, place) - 1
        if index >= 0 and place < self.outer[index].span.end:
            return self.outer[index]
        return None

    def touching(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the outer quotations that share a character with a range."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.outer[first].span.end <= start:
            first += 1
        return self.outer[first : bisect_left(self.starts, end)]


def quoted(syntax: Syntax, quotations: Iterable[Quotation]) -> Quoted:
    """Return the outer quotations; one never closed ends before the cue clause in it."""
    outer = tuple(
        quotation if quotation.closed else _cut(syntax, quotation)
        for quotation in quotations
        if quotation.depth == 0
    )
    return Quoted(syntax, outer, tuple(quotation.span.start for quotation in outer))


def _cut(syntax: Syntax, quotation: Quotation) -> Quotation:
    """End an unclosed quotation at the comma before "he told reporters", if that comes last."""
    token = bisect_left(syntax.starts, quotation.span.end) - 1
    floor = bisect_left(syntax.starts, quotation.span.start)
    while token > max(floor, 0):
        cue = cue_of(syntax, token)
        start = clause_before(syntax, token)
        if cue is not None and cue.spoken and floor < start < token:
            comma = syntax.words[start - 1]
            if comma in ENDS:
                span = Span(quotation.span.start, syntax.ends[start - 1])
                return replace(quotation, span=span)
        if (
            syntax.words[token] in SENTENCE_ENDS
            and token < bisect_left(syntax.starts, quotation.span.end) - 1
        ):
            break
        token -= 1
    return quotation


def clause_before(syntax: Syntax, verb: int) -> int:
    """Return the first token of the subject that stands right before a verb; the verb if none."""
    subject = syntax.child(verb, *SUBJECTS)
    if subject is None or subject > verb:
        return verb
    return syntax.left[subject]


def widen(found: Candidate, quotes: Quoted) -> None:
    """Let a content that takes part of a quotation take all of it."""
    place = quotes.syntax.starts[found.anchor]
    found.source = [_outside(quotes, source, place) for source in found.source]
    taken = [*found.source, *found.cue]
    widened = []
    for start, end in found.content:
        low, high = start, end
        for quotation in quotes.touching(start, end):
            span = quotation.span
            holds_cue = span.start <= place < span.end
            if not holds_cue and not any(a < span.end and span.start < b for a, b in taken):
                low, high = min(low, span.start), max(high, span.end)
        widened.append((low, high))
    found.content = joined(quotes.syntax.text, widened)


def _outside(quotes: Quoted, source: Range, cue: int) -> Range:
    """Return a source without the end of a quotation that is glued to it: "cliques,’he said"."""
    start, end = source
    for quotation in quotes.touching(start, end):
        low, high = quotation.span.start, quotation.span.end
        if not low <= cue < high:
            start = high if low <= start and high < end else start
    return start, end
