"""The documents of an archive as the lineage sees them, read when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.collation.dependence import house_names
from dragoman.collation.lineage import Text
from dragoman.model import PassageKind, Precision, Span
from dragoman.reading.quotations import read_quotations

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

# Kept in memory: a pile's texts are not, and one document is compared with a few in a row.
KEPT = 1024


class Texts(Mapping[str, Text]):
    """The texts of an archive by document, in alphabetical order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept = lru_cache(maxsize=KEPT)(self._read)

    def __getitem__(self, doc: str) -> Text:
        return self._kept(doc)

    def __iter__(self) -> Iterator[str]:
        rows = self._connection.execute("select doc from documents order by doc")
        return iter([doc for (doc,) in rows])

    def __len__(self) -> int:
        """Return the number of documents."""
        return int(self._connection.execute("select count(*) from documents").fetchone()[0])

    def _read(self, doc: str) -> Text:
        query = (
            "select text, published, published_precision, published_at, agency, outlet,"
            " republished_from from documents where doc = ?"
        )
        row = self._connection.execute(query, (doc,)).fetchone()
        if row is None:
            raise KeyError(doc)
        return Text(
            doc=doc,
            text=row["text"],
            sentences=self._sentences(doc),
            quotations=self._quotations(doc, row["text"]),
            published=row["published"],
            precision=Precision(row["published_precision"]),
            published_at=row["published_at"],
            agency=row["agency"],
            outlet=row["outlet"],
            republished_from=row["republished_from"],
            house_names=house_names(row["outlet"]),
        )

    def _sentences(self, doc: str) -> tuple[Span, ...]:
        query = 'select start, "end" from sentences where doc = ? order by start, "end"'
        return tuple(Span(start, end) for start, end in self._connection.execute(query, (doc,)))

    def _quotations(self, doc: str, text: str) -> tuple[Span, ...]:
        query = 'select start, "end" from passages where doc = ? and kind <> ? order by start'
        rows = self._connection.execute(query, (doc, PassageKind.BOILERPLATE))
        own = [Span(*row) for row in rows]
        quoted = read_quotations([span.cut(text) for span in own])
        return tuple(
            quotation.span.shifted(passage.start)
            for passage, found in zip(own, quoted, strict=True)
            for quotation in found
            if not quotation.depth
        )
