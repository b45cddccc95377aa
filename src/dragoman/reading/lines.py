"""Paragraphs of a document that was parsed elsewhere: its lines, with their part of the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.tokens import Doc

from dragoman.model import PassageKind, Span
from dragoman.reading.parse import Paragraph
from dragoman.reading.syntax import read_syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from thinc.types import Ints2d

COPIED: list[int | str] = ["TAG", "POS", "DEP", "ENT_IOB", "ENT_TYPE"]
IOB = COPIED.index("ENT_IOB")
# spaCy's values of ENT_IOB.
INSIDE, BEGINS = 1, 3


def lines(doc: Doc) -> Iterator[Paragraph]:
    """Yield the lines of a document that hold words, each with its part of the parse.

    Linear in the document, which `Span.as_doc` is not: it goes through all of it for each line.
    """
    heads = doc.to_array("HEAD").astype(np.int64) + np.arange(len(doc))
    values = doc.to_array(COPIED)
    sentences = np.cumsum(doc.to_array("SENT_START") == 1)
    text = doc.text  # put together anew at each call
    for start, end in _lines(doc):
        inside = _heads_inside(heads[start:end] - start, sentences[start:end])
        parsed = _part(doc, start, values[start:end], inside)
        first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
        words = text[first:last]
        yield Paragraph(Span(first, last), PassageKind.BODY, words, parsed, read_syntax(parsed))


def _part(doc: Doc, start: int, values: NDArray[Any], heads: NDArray[np.int64]) -> Doc:
    """Return the tokens from `start` on, as many as there are values, as a document."""
    tokens = [doc[i] for i in range(start, start + len(values))]
    part = Doc(
        doc.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
    )
    columns = np.column_stack((values, heads.astype(np.uint64)))
    if columns[0, IOB] == INSIDE:
        columns[0, IOB] = BEGINS
    part.from_array([*COPIED, "HEAD"], cast("Ints2d", columns))
    return part


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the tokens of each line, `[start, end)`, without white space at its ends."""
    start = end = None
    for token in doc:
        if not token.is_space:
            start, end = token.i if start is None else start, token.i + 1
        elif "\n" in token.text and start is not None and end is not None:
            yield start, end
            start = end = None
    if start is not None and end is not None:
        yield start, end


def _heads_inside(heads: NDArray[np.int64], sentences: NDArray[Any]) -> NDArray[np.int64]:
    """Return the heads of a line's tokens, relative to each; heads are counted from its start.

    Where a sentence goes over a line break, the first token of it whose head lies outside stands
    for that head.
    """
    own = np.arange(len(heads))
    outside = np.flatnonzero((heads < 0) | (heads >= len(heads)))
    roots: dict[int, int] = {}
    for token in outside.tolist():
        heads[token] = roots.setdefault(int(sentences[token]), token)
    return heads - own
