"""The evidence that collation works on, as each part of it wants it."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from dragoman.collation.actors import Alias, Seen
from dragoman.collation.utterances import Saying
from dragoman.model import ActorKind, Figure, Form, Span, StatementKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from dragoman.collation.lineage import Text


class Imprint(NamedTuple):
    """When and where a document was published, as far as it says."""

    published: str | None
    outlet: str | None
    agency: str | None


def imprint(connection: sqlite3.Connection, doc: str) -> Imprint:
    """Return when and where a document of the archive was published."""
    query = "select published, outlet, agency from documents where doc = ?"
    return Imprint(*connection.execute(query, (doc,)).fetchone())


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


def sayings(connection: sqlite3.Connection, pile: Iterable[Text]) -> Iterator[Saying]:
    """Yield each statement of the documents as its wording is compared, document by document."""
    query = (
        "select s.statement, s.content, s.kind, s.speaker, s.source, a.country from statements s"
        " left join actors a on a.actor = s.speaker where s.doc = ?"
    )
    for text in pile:
        starts = [quotation.start for quotation in text.quotations]
        for statement, content, kind, speaker, source, country in connection.execute(
            query, (text.doc,)
        ):
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
                country=country,
                published=text.published,
            )


def _spans(stored: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(stored))
