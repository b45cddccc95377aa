"""One document, read, that was parsed elsewhere."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, cast

from dragoman.model import Document, Passage, Precision
from dragoman.reading.lines import lines
from dragoman.reading.read import read_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dragoman.model import Reading
    from dragoman.reading.parse import Paragraph, Parser


class _Parsed:
    """Stands in for the parser of a document whose paragraphs are parsed already."""

    def __init__(self, parsed: tuple[Paragraph, ...]) -> None:
        self._parsed = parsed

    def paragraphs(self, _text: str, _passages: Sequence[Passage]) -> tuple[Paragraph, ...]:
        return self._parsed


def read_parsed(doc: Doc) -> Reading:
    """Read a document that has a parse, tags and entities; nothing else is known of it.

    Every line is a paragraph of the body. Offsets are code points, half-open, into `doc.text`.
    """
    paragraphs = tuple(lines(doc))
    passages = tuple(Passage(paragraph.span, paragraph.kind) for paragraph in paragraphs)
    parser = cast("Parser", _Parsed(paragraphs))
    return read_document(parser, _document(doc.text), passages)


def _document(text: str) -> Document:
    return Document(
        doc="text",
        path="",
        url=None,
        title=None,
        outlet=None,
        agency=None,
        republished_from=None,
        byline=None,
        published=None,
        published_precision=Precision.NONE,
        language="en",
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        chars=len(text),
    )
