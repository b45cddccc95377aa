"""The target of an annotation: a stretch of a stored text, by position and by its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dragoman.errors import ReceiptError
from dragoman.telling.export.offsets import Utf16

if TYPE_CHECKING:
    from dragoman.archive.archive import Archive
    from dragoman.model import Span

# What Hypothesis' client stores on either side of a quotation.
CONTEXT_CHARS = 32


def iri(kind: str, *names: object) -> str:
    """Return the name of something in the archive as an IRI: `urn:dragoman:actor:state%3AKOR`."""
    return ":".join(["urn:dragoman", kind, *(quote(str(name), safe="") for name in names)])


@dataclass(frozen=True, slots=True)
class Source:
    """A stored text that annotations point into."""

    doc: str
    sha256: str
    language: str | None
    url: str | None
    text: str
    offsets: Utf16

    def target(self, span: Span, **extra: object) -> dict[str, Any]:
        """Return a stretch of the text as a SpecificResource with two selectors.

        Raises:
            ReceiptError: the span lies outside the text.
        """
        if span.end > len(self.text):
            raise ReceiptError.outside(f"{self.doc}#{span.start}-{span.end}", len(self.text))
        selector = [self._position(span), self._quotation(span)]
        return {"type": "SpecificResource", "source": self._source(), "selector": selector, **extra}

    def _source(self) -> dict[str, Any]:
        known = {"language": self.language, "dragoman:url": self.url}
        return {
            "id": iri("document", self.doc),
            "type": "Text",
            "format": "text/plain",
            "dragoman:doc": self.doc,
            "dragoman:sha256": self.sha256,
            **{key: value for key, value in known.items() if value},
        }

    def _position(self, span: Span) -> dict[str, Any]:
        return {
            "type": "TextPositionSelector",
            "start": span.start,
            "end": span.end,
            "dragoman:utf16Start": self.offsets.from_code_points(span.start),
            "dragoman:utf16End": self.offsets.from_code_points(span.end),
        }

    def _quotation(self, span: Span) -> dict[str, Any]:
        return {
            "type": "TextQuoteSelector",
            "exact": span.cut(self.text),
            "prefix": self.text[max(0, span.start - CONTEXT_CHARS) : span.start],
            "suffix": self.text[span.end : span.end + CONTEXT_CHARS],
        }


def load(archive: Archive, doc: str) -> Source:
    """Return the stored text of a document.

    Raises:
        ReceiptError: the archive holds none of that name.
    """
    query = "select doc, sha256, language, url, text from documents where doc = ?"
    row = archive.connection.execute(query, (doc,)).fetchone()
    if row is None:
        raise ReceiptError.no_document(doc)
    return Source(offsets=Utf16.of(row["text"]), **dict(row))
