"""Statements, with the circumstances under which they were made and what they do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model import Span
from dragoman.reading.circumstances.acts import act_of
from dragoman.reading.circumstances.addressees import addressee_of
from dragoman.reading.circumstances.asking import asks
from dragoman.reading.circumstances.clause import clauses
from dragoman.reading.circumstances.days import day_of
from dragoman.reading.circumstances.denying import denies
from dragoman.reading.circumstances.moments import moment_of, times_in
from dragoman.reading.circumstances.phrases import phrases_of, place_of
from dragoman.reading.circumstances.venues import medium_of, venue_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.model import Statement, Time
    from dragoman.reading.circumstances.clause import Clause
    from dragoman.reading.circumstances.moments import Tokens
    from dragoman.reading.parse import Paragraph

# With these a statement is still to be made, on a day that cannot be counted back.
FUTURE = frozenset({"will", "shall", "'ll", "’ll"})


def add_circumstances(
    statements: Sequence[Statement],
    paragraphs: Sequence[Paragraph],
    times: Sequence[Time],
    published: str | None,
) -> tuple[Statement, ...]:
    """Return the statements, each with what the clause of its cue tells of it.

    Addressee, venue, medium and time of the saying, with the day if it is one; the act; whether
    the content is denied, asked or demanded. Words of a content are no circumstances of its own
    statement, but for the receiver of a demand ("urged the council to act"). A statement without
    a cue is returned as it is. times: dates that the document tells. published: ISO date.
    """
    found = clauses(statements, paragraphs)
    return tuple(
        _added(statement, clause, times, published) if clause else statement
        for statement, clause in zip(statements, found, strict=True)
    )


def _added(
    statement: Statement, clause: Clause, times: Sequence[Time], published: str | None
) -> Statement:
    expressions = list(times_in(clause))
    phrases = list(phrases_of(clause, expressions))
    medium = medium_of(clause, phrases)
    addressee = addressee_of(clause, [p for p in phrases if p is not medium], expressions)
    moment = moment_of(clause, expressions)
    said = _words(clause, statement.content)
    question, demand = asks(clause, said)
    return replace(
        statement,
        act=act_of(clause, statement.kind, said),
        denial=denies(clause),
        question=question,
        demand=demand,
        addressee=_span(clause, addressee),
        venue=_span(clause, venue_of(clause, phrases, addressee)),
        medium=_span(clause, medium.nominal if medium else None),
        when=_span(clause, moment),
        made_on=_day(clause, moment, times, published),
    )


def _span(clause: Clause, tokens: Tokens | None) -> Span | None:
    if tokens is None:
        return None
    start, end = place_of(clause, tokens)
    return Span(clause.base + start, clause.base + end)


def _words(clause: Clause, spans: Sequence[Span]) -> str:
    """Return what of the last span lies in the cue's paragraph."""
    last = spans[-1]
    return clause.syntax.text[max(0, last.start - clause.base) : max(0, last.end - clause.base)]


def _day(
    clause: Clause, moment: Tokens | None, times: Sequence[Time], published: str | None
) -> str | None:
    span = _span(clause, moment)
    ahead = any(clause.syntax.words[token] in FUTURE for token in clause.cue)
    if moment is None or span is None or ahead:
        return None
    words = clause.syntax.words[moment[0] : moment[1] + 1]
    return day_of(words, span, times, published)
