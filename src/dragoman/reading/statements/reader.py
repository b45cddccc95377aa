"""From paragraphs to statements: rules propose, quotations widen and are given their statements."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.knowledge import table
from dragoman.model import PassageKind, Span, Statement
from dragoman.reading.quotations import read_quotations
from dragoman.reading.statements.alone import alone
from dragoman.reading.statements.attach import Attacher
from dragoman.reading.statements.kinds import QuotedWords
from dragoman.reading.statements.propose import propose
from dragoman.reading.statements.quoted import quoted, widen
from dragoman.reading.statements.syntax import read_syntax
from dragoman.reading.statements.trim import trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.reading.parse import Paragraph
    from dragoman.reading.statements.candidate import Candidate, Range
    from dragoman.reading.statements.quoted import Quoted

SPEAKER_AND_HEARER = frozenset({"i", "we", "me", "us", "my", "our", "you", "your", "let"})
# Score of a rule and kind too rare to be counted.
UNCOUNTED = 0.5
# Inside a quotation these take up what the speaker himself says: "This shows that ...".
POINTING = SPEAKER_AND_HEARER | {"it", "this", "that", "which", "these", "what"}


def read_statements(paragraphs: Sequence[Paragraph]) -> tuple[Statement, ...]:
    """Return the statements of a document in the order of their cues, or of their words if none.

    What the article's author says in his own voice is none. A statement inside another's content
    is given too; its cue then lies in that content.
    """
    marked = read_quotations([paragraph.text for paragraph in paragraphs])
    attacher, words = Attacher(), QuotedWords()
    found: list[Candidate] = []
    outer: dict[int, list[Range]] = {}
    for paragraph, quotations in zip(paragraphs, marked, strict=True):
        syntax, start = read_syntax(paragraph.parsed), paragraph.span.start
        quotes = quoted(syntax, quotations)
        outer[start] = [(quotation.span.start, quotation.span.end) for quotation in quotes.outer]
        words.add(start, paragraph.text, outer[start])
        titled = paragraph.kind is PassageKind.HEADLINE or _announced(quotes)
        found += _read_paragraph(quotes, attacher, start, titled=titled)
    found = sorted([*found, *alone(paragraphs, outer, found)], key=_place)
    return tuple(_statement(candidate, words) for candidate in found if candidate.content)


def _read_paragraph(
    quotes: Quoted, attacher: Attacher, start: int, *, titled: bool
) -> list[Candidate]:
    """Return a paragraph's candidates, placed in the document."""
    proposed = propose(quotes.syntax, headline=titled)
    for candidate in proposed:
        widen(candidate, quotes)
    candidates = attacher.attach(quotes, proposed, start)
    kept = [candidate for candidate in candidates if not _own_voice(candidate, quotes)]
    for candidate in candidates:
        trim(candidate, quotes)
        candidate.shift(start)
    return kept


def _place(candidate: Candidate) -> Range:
    """Return where a statement's cue stands; without one, its words."""
    return (candidate.cue or candidate.content or candidate.source)[0]


def _announced(quotes: Quoted) -> bool:
    """Say whether the first quotation follows a colon, as in an interview: "Roe: 'We agree.'"."""
    first = quotes.starts[0] if quotes.starts else 0
    return quotes.syntax.text[max(0, first - 2) : first].rstrip().endswith(":")


def _own_voice(candidate: Candidate, quotes: Quoted) -> bool:
    """Say whether the author speaks for himself, or a speaker of himself in his own quotation."""
    words = [quotes.syntax.text[start:end].lower() for start, end in candidate.source]
    quotation = quotes.around(candidate.cue[0][0])
    if quotation is None:
        return any(word in SPEAKER_AND_HEARER for word in words)
    told = candidate.spoken and candidate.rule in {"clause", "quotation", "according"}
    return not told or not words or any(word in POINTING for word in words)


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
