"""Quotations and the statements they belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.reading.quotations import ENDS, SENTENCE_ENDS
from dragoman.reading.statements.candidate import Candidate
from dragoman.reading.statements.syntax import SUBJECTS
from dragoman.reading.statements.verbs import cue_of, cue_ranges, source_ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dragoman.reading.quotations import Quotation
    from dragoman.reading.statements.candidate import Range
    from dragoman.reading.statements.syntax import Syntax

# Tokens between a quotation and its cue: "..., Jane Roe, the spokeswoman of the ministry, said".
REACH = 22
# A shorter quotation without punctuation of its own is a term or a title.
SHORTEST_SPEECH = 30
# Characters looked at beside a mark.
BESIDE = 3
MARKS_AND_SPACE = " \t\n\u00a0\"'“”‘’«»„‚‹›"


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


def joined(text: str, ranges: Iterable[Range]) -> list[Range]:
    """Return ranges in order; overlapping ones, or with only white space between, are one."""
    whole: list[Range] = []
    for start, end in sorted(ranges):
        if whole and (start <= whole[-1][1] or not text[whole[-1][1] : start].strip()):
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return whole


def speech(syntax: Syntax, quotation: Quotation) -> bool:
    """Say whether a quotation reads as someone's words rather than as a term or a title."""
    text, span = syntax.text, quotation.span
    inner = span.cut(text).strip(MARKS_AND_SPACE)
    before = text[max(0, span.start - BESIDE) : span.start].rstrip()[-1:]
    if not inner:
        return False
    return (
        len(inner) >= SHORTEST_SPEECH
        or inner[-1] in ENDS
        or quotation.continues
        or not quotation.closed
        or before in {":", ","}
    )


def adjacent_cue(quotes: Quoted, quotation: Quotation) -> int | None:
    """Return the cue verb in the clause right after a quotation, or right before it."""
    after = _cue_after(quotes, quotation)
    return after if after is not None else _cue_before(quotes, quotation)


def _cue_after(quotes: Quoted, quotation: Quotation) -> int | None:
    syntax = quotes.syntax
    token = bisect_left(syntax.starts, quotation.span.end)
    if quotation.span.cut(syntax.text).rstrip(MARKS_AND_SPACE)[-1:] == ".":
        return None
    for place in range(token, min(token + REACH, len(syntax))):
        word = syntax.words[place]
        if word in SENTENCE_ENDS or quotes.around(syntax.starts[place]):
            return None
        cue = cue_of(syntax, place)
        if cue is not None and cue.spoken:
            return place
        if syntax.tags[place] in {"VBD", "VBZ", "VBP"} and place > token + 1:
            return None
    return None


def _cue_before(quotes: Quoted, quotation: Quotation) -> int | None:
    syntax = quotes.syntax
    token = bisect_left(syntax.starts, quotation.span.start) - 1
    for place in range(token, max(token - REACH, -1), -1):
        if syntax.words[place] in SENTENCE_ENDS or quotes.around(syntax.starts[place]):
            return None
        cue = cue_of(syntax, place)
        if cue is not None and cue.spoken:
            return place
    return None


def direct(syntax: Syntax, verb: int) -> Candidate:
    """Return the statement of a cue verb whose content is still to be given: a quotation."""
    source = source_ranges(syntax, verb) or _inverted(syntax, verb)
    word = cue_of(syntax, verb)
    named = cue_ranges(syntax, verb, None)
    return Candidate(verb, word, "quotation", source, named, [])


def _inverted(syntax: Syntax, verb: int) -> list[Range]:
    """Return the noun phrase after a verb that the parser took for its object: "..., said X"."""
    after = syntax.child(verb, "dobj", "attr", "oprd")
    if after is None or after < verb:
        return []
    return [(syntax.starts[syntax.left[after]], syntax.ends[syntax.right[after]])]


def opens(syntax: Syntax, quotation: Quotation) -> bool:
    """Say whether a quotation opens its paragraph."""
    return quotation.span.start <= syntax.starts[0]


def alone(syntax: Syntax, quotation: Quotation) -> bool:
    """Say whether a quotation is a sentence by itself, without a cue in its sentence."""
    text, span = syntax.text, quotation.span
    before = text[max(0, span.start - BESIDE) : span.start].rstrip(MARKS_AND_SPACE)
    begins = opens(syntax, quotation) or before[-1:] in SENTENCE_ENDS | {":"}
    inner = span.cut(text).rstrip(MARKS_AND_SPACE)
    rest = text[span.end : span.end + BESIDE].strip()
    ends = not rest or rest[0] in SENTENCE_ENDS or inner[-1:] in SENTENCE_ENDS
    return begins and ends
