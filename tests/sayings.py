"""Statements made up for tests: who said what, where, and which of it stands in marks."""

from __future__ import annotations

from dragoman.collation.utterances import Saying
from dragoman.model import Span, StatementKind
from dragoman.reading.quotations import read_quotations


def said(name, text, content=None, kind=None, *, source=None, doc=None, **known):
    """Make a statement of `content` (by default all that stands in `text` before the source).

    kind: by default direct where the content is one quotation, mixed where it holds one.
    """
    quotations = tuple(q.span for q in read_quotations([text])[0] if not q.depth)
    pieces = [content] if isinstance(content, str) else content
    spans = tuple(_span(text, piece) for piece in pieces or [_before(text, source)])
    near = tuple(q for q in quotations if any(q.overlaps(span) for span in spans))
    return Saying(
        statement=name,
        doc=doc or f"doc-{name}",
        text=text,
        content=spans,
        kind=kind or _kind(spans, near),
        quotations=near,
        source=(_span(text, source),) if source else (),
        **known,
    )


def _before(text, source):
    end = text.index(source) if source else len(text)
    return text[:end].rstrip(" ,")


def _span(text, piece):
    start = text.index(piece)
    return Span(start, start + len(piece))


def _kind(spans, quotations):
    if not quotations:
        return StatementKind.INDIRECT
    whole = all(any(q.start <= s.start and s.end <= q.end + 1 for q in quotations) for s in spans)
    return StatementKind.DIRECT if whole else StatementKind.MIXED
