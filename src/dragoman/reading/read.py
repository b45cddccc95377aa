"""One document, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.model import Reading
from dragoman.reading.actors import read_actors
from dragoman.reading.circumstances import add_circumstances
from dragoman.reading.speakers import link_speakers
from dragoman.reading.statements import read_statements
from dragoman.reading.times import read_times

if TYPE_CHECKING:
    from dragoman.model import Document, Passage
    from dragoman.reading.parse import Paragraph, Parser


def read_document(parser: Parser, document: Document, passages: tuple[Passage, ...]) -> Reading:
    """Read one document by itself: who is named in it, who says what, which dates it tells.

    Pure: the same document gives the same reading, whatever was read before.
    """
    return read_paragraphs(document, passages, parser.paragraphs(document.text, passages))


def read_paragraphs(
    document: Document, passages: tuple[Passage, ...], paragraphs: tuple[Paragraph, ...]
) -> Reading:
    """Read one document whose own words are parsed."""
    figures, named, roles = read_actors(paragraphs)
    times = read_times(document.text, passages)
    found = add_circumstances(read_statements(paragraphs), paragraphs, times, document.published)
    statements, spoken = link_speakers(found, figures, named, paragraphs, roles)
    return Reading(
        document=document,
        passages=passages,
        sentences=tuple(span for p in paragraphs for span in p.sentences()),
        figures=figures,
        mentions=tuple(sorted({*named, *spoken}, key=lambda m: (m.span, m.local))),
        roles=roles,
        statements=statements,
        times=times,
    )
