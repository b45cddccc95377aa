"""From paragraphs to statements."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import Span, Statement
from dragoman.reading.statements.alone import alone
from dragoman.reading.statements.kinds import QuotedWords
from dragoman.reading.statements.rules.reader import read_by_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.parse import Paragraph
    from dragoman.reading.statements.ranges import Range
    from dragoman.reading.statements.rules.candidate import Candidate

# Score of a rule and kind too rare to be counted.
UNCOUNTED = 0.5


def read_statements(paragraphs: Sequence[Paragraph]) -> tuple[Statement, ...]:
    """Return the statements of a document in the order of their cues, or of their words if none.

    What the article's author says in his own voice is none. A statement inside another's content
    is given too; its cue then lies in that content.
    """
    ruled, found = read_by_rules(paragraphs)
    words = QuotedWords()
    outer: dict[int, list[Range]] = {}
    for one in ruled:
        start = one.paragraph.span.start
        outer[start] = [(quotation.span.start, quotation.span.end) for quotation in one.quotes.outer]
        words.add(start, one.paragraph.text, outer[start])
    found = sorted([*found, *alone(paragraphs, outer, found)], key=_place)
    return tuple(_statement(candidate, words) for candidate in found if candidate.content)


def _place(candidate: Candidate) -> Range:
    """Return where a statement's cue stands; without one, its words."""
    return (candidate.cue or candidate.content or candidate.source)[0]


def _statement(candidate: Candidate, words: QuotedWords) -> Statement:
    kind = words.kind(candidate.content)
    return Statement(
        source=_spans(candidate.source),
        cue=_spans(candidate.cue),
        content=_spans(candidate.content),
        kind=kind,
        denial=candidate.denial,
        score=_scores().get((candidate.rule, kind.value), UNCOUNTED),
    )


def _spans(ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in sorted(ranges))


@cache
def _scores() -> dict[tuple[str, str], float]:
    rows = table("statement_scores")
    return {(row["rule"], row["kind"]): float(row["precision"]) for row in rows}
