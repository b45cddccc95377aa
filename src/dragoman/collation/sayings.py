"""The statements of an archive as their wordings are compared, read when they are asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.archive.compact import stored_spans
from dragoman.collation.utterances import Saying
from dragoman.model import StatementKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from dragoman.collation.lineage import Text
    from dragoman.collation.texts import Texts

# Documents whose statements are kept in memory.
KEPT = 1024


class Sayings:
    """The statements of an archive, by document and by id."""

    def __init__(self, connection: sqlite3.Connection, texts: Texts) -> None:
        self._connection = connection
        self._texts = texts
        self._kept = lru_cache(maxsize=KEPT)(self._of_document)

    def in_documents(self, docs: Iterable[str]) -> Iterator[Saying]:
        """Yield the statements of documents, document by document."""
        for doc in docs:
            yield from self._kept(doc).values()

    def named(self, statements: Iterable[str]) -> Iterator[Saying]:
        """Yield statements by their ids."""
        query = "select doc from statements where statement = ?"
        for statement in statements:
            (doc,) = self._connection.execute(query, (statement,)).fetchone()
            yield self._kept(doc)[statement]

    def _of_document(self, doc: str) -> dict[str, Saying]:
        return {saying.statement: saying for saying in self._read(self._texts[doc])}

    def _read(self, text: Text) -> Iterator[Saying]:
        query = (
            "select s.statement, s.content, s.kind, s.speaker, s.source, a.country"
            " from statements s left join actors a on a.actor = s.speaker where s.doc = ?"
        )
        starts = [quotation.start for quotation in text.quotations]
        for statement, content, kind, speaker, source, country in self._connection.execute(
            query, (text.doc,)
        ):
            spans = stored_spans(content)
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
                source=stored_spans(source),
                country=country,
                published=text.published,
            )
