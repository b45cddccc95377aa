"""Quotations without a source, which go on from the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import StatementKind
from dragoman.reading.speakers.found import Evidence, Found

if TYPE_CHECKING:
    from dragoman.model import Span, Statement
    from dragoman.reading.speakers.cast import Cast
    from dragoman.reading.speakers.history import History, Said

CLOSING = frozenset("\"”’'»“」』›")


def going_on(cast: Cast, history: History, statement: Statement) -> Found | None:
    """Return the last speaker where a quotation without a source goes on from his."""
    said, start = history.last, statement.content[0].start
    if said is None or said.speaker is None or statement.cue:
        return None
    if StatementKind.INDIRECT in {statement.kind, said.statement.kind}:
        return None
    here, last = cast.number(start), said.statement.content[-1]
    if cast.number(last.start) == here:
        goes_on = not _others(cast, said, last, start)
    else:
        goes_on = _unclosed(cast, last, here)
    return Found(said.speaker, Evidence.GOES_ON) if goes_on else None


def _others(cast: Cast, said: Said, last: Span, start: int) -> bool:
    """Say whether anybody else is named between two quotations."""
    end = max(s.end for s in (last, *said.statement.source, *said.statement.cue))
    return any(m.local != said.speaker for m in cast.between(end, start))


def _unclosed(cast: Cast, last: Span, here: int) -> bool:
    """Say whether the paragraph before ends inside its quotation."""
    paragraph = cast.paragraph(last.start)
    ends = paragraph.span.end - last.end <= 1
    words = cast.cut(last) if ends else ""
    return cast.number(last.start) == here - 1 and bool(words) and words[-1] not in CLOSING
