"""The evidence that collation works on, as each part of it wants it."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from dragoman.collation.actors import Alias, Seen
from dragoman.collation.lineage import Text
from dragoman.collation.utterances import Saying
from dragoman.model import ActorKind, Figure, Form, PassageKind, Precision, Span, StatementKind
from dragoman.reading.quotations import read_quotations

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator


def dates(connection: sqlite3.Connection) -> dict[str, str | None]:
    """Return each document's publication date, None where unknown."""
    return dict(connection.execute("select doc, published from documents order by doc").fetchall())


def figures(connection: sqlite3.Connection) -> dict[str, list[Seen]]:
    """Return each document's figures with the wordings that mention them there."""
    found: dict[str, list[Seen]] = {}
    rows = connection.execute(
        "select doc, figure, name, kind, country, sector from figures order by doc, figure"
    )
    wordings: dict[str, dict[str, list[Alias]]] = {}
    for doc, local, name, kind, country, sector in rows.fetchall():
        if doc not in wordings:
            wordings = {doc: _wordings(connection, doc)}
        figure = Figure(local, name, ActorKind(kind), country, sector)
        found.setdefault(doc, []).append(Seen(figure, tuple(wordings[doc].get(local, ()))))
    return found


def _wordings(connection: sqlite3.Connection, doc: str) -> dict[str, list[Alias]]:
    """Return by figure the words that mention it in a document, pronouns left out."""
    rows = connection.execute(
        'select m.figure, m.form, substr(d.text, m.start + 1, m."end" - m.start) as words, count(*)'
        " from mentions m join documents d on d.doc = m.doc"
        " where m.doc = ? and m.form <> ? group by 1, 2, 3 order by 1, 2, 3",
        (doc, Form.PRONOUN),
    )
    found: dict[str, list[Alias]] = {}
    for local, form, words, count in rows:
        found.setdefault(local, []).append(Alias(" ".join(words.split()), count, Form(form)))
    return found


def texts(connection: sqlite3.Connection) -> Iterator[Text]:
    """Yield each document as the lineage sees it, in the order of their slugs."""
    rows = connection.execute(
        "select doc, text, published, published_precision, published_at, agency, outlet,"
        " republished_from from documents order by doc"
    )
    for row in rows:
        yield Text(
            doc=row["doc"],
            text=row["text"],
            sentences=_sentences(connection, row["doc"]),
            quotations=_quotations(connection, row["doc"], row["text"]),
            published=row["published"],
            precision=Precision(row["published_precision"]),
            published_at=row["published_at"],
            agency=row["agency"],
            outlet=row["outlet"],
            republished_from=row["republished_from"],
        )


def sayings(connection: sqlite3.Connection, pile: Iterable[Text]) -> Iterator[Saying]:
    """Yield each statement of the documents as its wording is compared, document by document."""
    query = "select statement, content, kind, speaker, source from statements where doc = ?"
    for text in pile:
        starts = [quotation.start for quotation in text.quotations]
        for statement, content, kind, speaker, source in connection.execute(query, (text.doc,)):
            spans = _spans(content)
            # Outer quotations do not overlap: at most one begins before a content and reaches it.
            first = max(0, bisect_right(starts, spans[0].start) - 1)
            near = text.quotations[first : bisect_left(starts, spans[-1].end)]
            yield Saying(
                statement=statement,
                doc=text.doc,
                text=text.text,
                content=spans,
                kind=StatementKind(kind),
                quotations=tuple(q for q in near if any(q.overlaps(s) for s in spans)),
                speaker=speaker,
                source=_spans(source),
                published=text.published,
            )


def _spans(stored: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(stored))


def _sentences(connection: sqlite3.Connection, doc: str) -> tuple[Span, ...]:
    query = 'select start, "end" from sentences where doc = ? order by start, "end"'
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
