"""The evidence that collation works on, as each part of it wants it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dragoman.collation.lineage import Text
from dragoman.collation.utterances import Saying
from dragoman.model import PassageKind, Precision, Span, StatementKind
from dragoman.reading.quotations import read_quotations

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator


def dates(connection: sqlite3.Connection) -> dict[str, str | None]:
    """Return each document's publication date, None where unknown."""
    return dict(connection.execute("select doc, published from documents order by doc").fetchall())


def texts(connection: sqlite3.Connection) -> Iterator[Text]:
    """Yield each document as the lineage sees it, in the order of their slugs."""
    rows = connection.execute(
        "select doc, text, published, published_precision, agency, outlet, republished_from"
        " from documents order by doc"
    )
    for row in rows:
        yield Text(
            doc=row["doc"],
            text=row["text"],
            sentences=_spans(connection, "sentences", row["doc"]),
            quotations=_quotations(connection, row["doc"], row["text"]),
            published=row["published"],
            precision=Precision(row["published_precision"]),
            agency=row["agency"],
            outlet=row["outlet"],
            republished_from=row["republished_from"],
        )


def sayings(connection: sqlite3.Connection) -> Iterator[Saying]:
    """Yield each statement as its wording is compared, document by document."""
    rows = connection.execute("select doc, text, published from documents order by doc")
    for doc, text, published in rows.fetchall():
        quotations = _quotations(connection, doc, text)
        query = "select statement, content, kind, speaker from statements where doc = ?"
        for statement, content, kind, speaker in connection.execute(query, (doc,)):
            spans = tuple(Span(start, end) for start, end in json.loads(content))
            yield Saying(
                statement=statement,
                doc=doc,
                text=text,
                content=spans,
                kind=StatementKind(kind),
                quotations=tuple(q for q in quotations if any(q.overlaps(s) for s in spans)),
                speaker=speaker,
                published=published,
            )


def _spans(connection: sqlite3.Connection, table: str, doc: str) -> tuple[Span, ...]:
    query = f'select start, "end" from {table} where doc = ? order by start, "end"'
    return tuple(Span(start, end) for start, end in connection.execute(query, (doc,)))


def _quotations(connection: sqlite3.Connection, doc: str, text: str) -> tuple[Span, ...]:
    query = 'select start, "end" from passages where doc = ? and kind <> ? order by start'
    own = [Span(*row) for row in connection.execute(query, (doc, PassageKind.BOILERPLATE))]
    quoted = read_quotations([span.cut(text) for span in own])
    return tuple(
        quotation.span.shifted(passage.start)
        for passage, found in zip(own, quoted, strict=True)
        for quotation in found
        if not quotation.depth
    )
