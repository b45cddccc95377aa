"""From paragraphs to statements: rules propose, quotations widen and are given their statements."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import PassageKind, Span, Statement
from dragoman.reading.quotations import read_quotations
from dragoman.reading.statements.attach import Attacher
from dragoman.reading.statements.kinds import kind_of
from dragoman.reading.statements.propose import propose
from dragoman.reading.statements.quoted import quoted, widen
from dragoman.reading.statements.syntax import read_syntax
from dragoman.reading.statements.trim import trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.reading.parse import Paragraph
    from dragoman.reading.statements.candidate import Candidate, Range
    from dragoman.reading.statements.quoted import Quoted

AUTHOR = frozenset({"i", "we", "me", "us", "my", "our", "let"})
SPEAKER_AND_HEARER = AUTHOR | {"you", "your"}


def read_statements(paragraphs: Sequence[Paragraph]) -> tuple[Statement, ...]:
    """Return the statements of a document in the order of their cues.

    What the article's author says in his own voice is none. A statement inside another's content
    is given too; its cue then lies in that content.
    """
    marked = read_quotations([paragraph.text for paragraph in paragraphs])
    attacher = Attacher()
    found: list[Candidate] = []
    marks: list[Range] = []
    for paragraph, quotations in zip(paragraphs, marked, strict=True):
        syntax, start = read_syntax(paragraph.parsed), paragraph.span.start
        quotes = quoted(syntax, quotations)
        proposed = propose(syntax, headline=paragraph.kind is PassageKind.HEADLINE)
        for candidate in proposed:
            widen(candidate, quotes)
        candidates = attacher.attach(quotes, proposed, start)
        for candidate in candidates:
            trim(candidate, quotes)
        kept = [c for c in candidates if not _own_voice(c, quotes)]
        for candidate in candidates:
            candidate.shift(start)
        found += kept
        marks += [(start + q.span.start, start + q.span.end) for q in quotes.outer]
    return tuple(_statements(found, _texts(paragraphs), marks))


def _own_voice(candidate: Candidate, quotes: Quoted) -> bool:
    """Say whether the author speaks for himself, or a speaker of himself in his own quotation."""
    words = [quotes.syntax.text[start:end].lower() for start, end in candidate.source]
    quotation = quotes.around(candidate.cue[0][0])
    if quotation is None:
        return any(word in AUTHOR for word in words)
    return not words or any(word in SPEAKER_AND_HEARER for word in words)


def _texts(paragraphs: Sequence[Paragraph]) -> list[tuple[int, str]]:
    return [(paragraph.span.start, paragraph.text) for paragraph in paragraphs]


def _statements(
    found: Sequence[Candidate], texts: Sequence[tuple[int, str]], marks: Sequence[Range]
) -> Iterator[Statement]:
    for candidate in found:
        if not candidate.content:
            continue
        kind = kind_of(candidate.content, texts, marks)
        yield Statement(
            source=_spans(candidate.source),
            cue=_spans(candidate.cue),
            content=_spans(candidate.content),
            kind=kind,
            denial=candidate.denial,
            score=_scores().get((candidate.rule, kind.value), 0.5),
        )


def _spans(ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in sorted(ranges))


@cache
def _scores() -> dict[tuple[str, str], float]:
    rows = table("statement_scores")
    return {(row["rule"], row["kind"]): float(row["precision"]) for row in rows}
