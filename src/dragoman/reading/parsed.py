"""One document, read, that was parsed elsewhere."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from dragoman.model import Document, Passage, Precision
from dragoman.reading.lines import lines
from dragoman.reading.read import read_paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.model import Reading


def read_parsed(doc: Doc) -> Reading:
    """Read a document that has a parse, tags and entities; nothing else is known of it.

    Every line is a paragraph of the body. Offsets are code points, half-open, into `doc.text`.
    """
    paragraphs = tuple(lines(doc))
    passages = tuple(Passage(paragraph.span, paragraph.kind) for paragraph in paragraphs)
    return read_paragraphs(_document(doc.text), passages, paragraphs)


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
